import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  crossingCommand,
  decideTransition,
  evolveOldRight,
  LawReading,
  lastDayOfRight,
  type OldRight,
  type OldRightFacts,
  type TransitionCommand,
} from "../../../dossier/index.ts";
import {
  addDays,
  addQuarters,
  type EmployerRef,
  type FileRef,
  firstDay,
  fromQuarterNumber,
  type GrantRef,
  instant,
  lastDay,
  newRef,
  type PersonRef,
  type PlainDate,
  plainDate,
  quarter,
  quarterIndexNumber,
  quarterOf,
  type RightRef,
} from "../../../kernel/index.ts";
import { openLaw } from "../../../law/open-law.ts";
import { anAttest, aPosition } from "../../fixtures.ts";
import { calculateQuarter } from "../../ledger/calculate-quarter.ts";
import type { Attest, OlderTerms, Position } from "../../ports.ts";
import { entitlement } from "../entitlement.ts";
import { quarterFrame } from "../quarter-frame.ts";
import { BESIDE_GRANT } from "./older-case.ts";

const law = openLaw();
const at = (text: string) => quarterIndexNumber(quarter(text));
const schedule = [
  { throughQuarter: 5, percentage: 40 },
  { throughQuarter: 9, percentage: 30 },
  { throughQuarter: 20, percentage: 20 },
];
const terms: OlderTerms = {
  measure: "VOP",
  schedule,
  amountPerFte: null,
  activity: null,
  lastDay: null,
  ranOn: false,
  besideGrant: false,
};

function older(more: Partial<OlderTerms> = {}, position: Partial<Position> = {}): Position {
  return aPosition({
    startQuarter: at("2023-Q1"),
    endQuarter: at("2027-Q4"),
    validFrom: plainDate("2023-01-09"),
    ...position,
    older: { ...terms, ...more },
  });
}

const claim = (position: Position, attest: Partial<Attest> = {}) => {
  const one = anAttest({ quarter: at("2023-Q3"), contractualFraction: 8_000, performedFraction: 8_000, ...attest });
  return entitlement(quarterFrame(law, at("2023-Q3")), { position, attests: position.employerRef === null ? [] : [one] });
};

describe("an older right in the run", () => {
  it("is paid as VOP by its own percentage, as its own component (TV-17)", () => {
    // 3,500 a month at a fraction of 0.80, in the third quarter.
    const due = claim(older(), { grossCents: 840_000, contributionCents: 0, reductionCents: 0 });
    expect(due.cents).toEqual({ VOP: 336_000 });
    expect(due.withheld).toEqual([]);
  });

  it("above the cap, and the percentage as the source gives it (TV-18, OPEN-53)", () => {
    const above = { grossCents: 1_008_000, contributionCents: 0, reductionCents: 0 };
    expect(claim(older(), above).cents).toEqual({ VOP: 375_358 });
    const raised = older({ schedule: [{ throughQuarter: 20, percentage: 60 }] });
    expect(claim(raised, { grossCents: 840_000, contributionCents: 0, reductionCents: 0 }).cents).toEqual({ VOP: 504_000 });
  });

  it("is not paid after its schedule, nor without a declaration", () => {
    const past = older({}, { startQuarter: at("2018-Q3"), validFrom: plainDate("2018-07-02") });
    expect(claim(past).withheld).not.toEqual([]);
    const undeclared = entitlement(quarterFrame(law, at("2023-Q3")), { position: older(), attests: [] });
    expect([undeclared.cents, undeclared.case]).toEqual([{ VOP: 0 }, null]);
  });

  it("waits for a person when a grant runs beside it: no quarter is paid twice (TRANS-05)", () => {
    expect(claim(older({ besideGrant: true }))).toMatchObject({ cents: {}, withheld: [BESIDE_GRANT] });
  });

  it("of LDE pays the amount that a person entered, by contractual hours, and asks for it when there is none (OPEN-44)", () => {
    const lde = (amountPerFte: number | null) =>
      older({ measure: "LDE_INDIVIDUAL", schedule: [], amountPerFte, lastDay: plainDate("2026-06-30") });
    expect(claim(lde(200_000)).cents).toEqual({ COMPENSATION: 160_000 });
    expect(claim(lde(null)).withheld).toEqual(["missing ldeAmountPerFte"]);
  });

  it("of a self-employed person needs no declaration in the first phase, and a person's answer in the second (TRANS-10)", () => {
    const self = (startQuarter: string) =>
      older({}, { employerRef: null, applicant: "SELF_EMPLOYED", premiums: "SUPPORT", startQuarter: at(startQuarter) });
    expect(claim(self("2023-Q1")).cents.VOP).toBeGreaterThan(0);
    expect(claim(self("2021-Q1")).withheld).toEqual(["missing vopActivity"]);
    const judged = (activity: boolean) => {
      const position = self("2021-Q1");
      return claim({ ...position, older: { ...terms, activity } });
    };
    expect(judged(true).cents.VOP).toBeGreaterThan(0);
    expect(judged(false)).toMatchObject({ cents: { VOP: 0 }, withheld: [] });
  });
});

/** The long checks take 10,000. */
const HISTORIES = Number(process.env.CROSSING_HISTORIES ?? "1500");

describe(`${HISTORIES} histories that cross from VOP to individual customised work`, () => {
  it("have every quarter paid by exactly one measure: none twice, none left out", () => {
    const first = at("2023-Q3");
    const last = at("2026-Q3");
    const today = plainDate("2026-11-23");
    const history = fc.record({
      startedOn: fc.integer({ min: 0, max: 1_640 }).map((days) => addDays(plainDate("2019-01-01"), days)),
      askedAfter: fc.option(fc.integer({ min: 0, max: 900 })),
      decidedOn: fc.integer({ min: 0, max: 1_180 }).map((days) => addDays(plainDate("2023-07-03"), days)),
      grossCents: fc.integer({ min: 450_000, max: 1_500_000 }),
    });
    const drawn = fc.sample(history, { numRuns: HISTORIES, seed: 170 });
    const positions = new Map<number, Position[]>();
    const attests = new Map<number, Attest[]>();
    const expected = new Map<string, "VOP" | "WAGE">();
    const add = <T>(to: Map<number, T[]>, number: number, one: T) => {
      const held = to.get(number);
      if (held === undefined) to.set(number, [one]);
      else held.push(one);
    };
    for (const { startedOn, askedAfter, decidedOn, grossCents } of drawn) {
      const { right, grant } = crossed(startedOn, askedAfter, decidedOn, today);
      const { personRef, employerRef } = right.facts;
      const rightLast = lastDayOfRight(right) as PlainDate;
      for (let number = first; number <= last; number += 1) {
        const of = fromQuarterNumber(number);
        const old = right.facts.startedOn <= lastDay(of) && rightLast >= firstDay(of);
        const granted = number >= quarterIndexNumber(grant.startQuarter);
        const foreseen = right.facts.endsOn as PlainDate;
        if (right.facts.startedOn > lastDay(of) || (!granted && foreseen < firstDay(of))) continue;
        expected.set(`${personRef} ${number}`, granted ? "WAGE" : "VOP");
        const shared = { personRef: personRef as string, employerRef: employerRef as string };
        add(
          attests,
          number,
          anAttest({ ...shared, attestNo: `${personRef} ${number}`, quarter: number, grossCents, performedFraction: null }),
        );
        if (old) {
          const own = { ...terms, schedule: right.facts.schedule, lastDay: rightLast, besideGrant: granted };
          const startQuarter = quarterIndexNumber(right.facts.startQuarter);
          const validTo = addDays(rightLast, 1);
          const validFrom = right.facts.startedOn;
          add(positions, number, older(own, { ...shared, grantRef: newRef(), startQuarter, validFrom, validTo }));
        }
        if (granted) {
          const startQuarter = quarterIndexNumber(grant.startQuarter);
          const validFrom = firstDay(grant.startQuarter);
          const endQuarter = startQuarter + 19;
          add(
            positions,
            number,
            aPosition({ ...shared, premiums: "WAGE", grantRef: grant.grantRef, startQuarter, endQuarter, validFrom }),
          );
        }
      }
    }
    const paid = new Map<string, string[]>();
    for (const [number, held] of positions) {
      const { lines, entitlements } = calculateQuarter(law, {
        quarter: number,
        positions: held,
        attests: attests.get(number) ?? [],
        booked: [],
        runRef: newRef(),
        bookedAt: instant("2026-11-20T12:00:00.000Z"),
      });
      expect(entitlements.filter((one) => one.withheld.length > 0)).toEqual([]);
      const personOf = new Map(held.map((one) => [one.grantRef, one.personRef]));
      for (const line of lines) {
        const key = `${personOf.get(line.grantRef)} ${number}`;
        paid.set(key, [...(paid.get(key) ?? []), line.component]);
      }
    }
    expect(expected.size).toBeGreaterThan(5 * HISTORIES);
    expect([...expected.values()].filter((one) => one === "VOP").length).toBeGreaterThan(HISTORIES);
    const wrong = [...expected].filter(([key, component]) => paid.get(key)?.join() !== component);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(paid.size).toBe(expected.size);
  }, 120_000);
});

/** By the commands that record it: asked or not, decided with a grant, the old right ended by the crossing rule. */
function crossed(startedOn: PlainDate, askedAfter: number | null, decidedOn: PlainDate, today: PlainDate) {
  const rightRef = newRef<RightRef>();
  const facts: OldRightFacts = {
    measure: "VOP",
    personRef: newRef<PersonRef>(),
    employerRef: newRef<EmployerRef>(),
    startedOn,
    startQuarter: quarterOf(startedOn),
    quarters: 20,
    schedule,
    endsOn: lastDay(addQuarters(quarterOf(startedOn), 19)),
    source: "vop-2023-06",
  };
  const grant = { fileRef: newRef<FileRef>(), grantRef: newRef<GrantRef>(), startQuarter: quarterOf(decidedOn) };
  const commands: TransitionCommand[] = [{ type: "RecordOldRight", rightRef, right: facts }];
  const on = askedAfter === null ? null : addDays(plainDate("2023-04-01"), askedAfter);
  if (on !== null && on >= startedOn && on <= decidedOn && on <= (facts.endsOn as PlainDate))
    commands.push({ type: "RequestVopEvaluation", rightRef, on });
  let right: OldRight | null = null;
  const take = (command: TransitionCommand | null) => {
    if (command === null) return;
    const decision = decideTransition(law, right, command, { today });
    if (!decision.ok) throw new Error(decision.error.map((one) => one.id).join());
    right = decision.value.reduce<OldRight | null>(evolveOldRight, right);
  };
  for (const command of commands) take(command);
  take(crossingCommand(new LawReading(law, decidedOn), rightRef, right, grant, decidedOn));
  return { right: right as unknown as OldRight, grant };
}
