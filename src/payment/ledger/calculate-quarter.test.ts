import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, cents, firstDay, lastDay, newRef, type PlainDate, quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { calculate, type Law } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { anAttest, aPosition, at, EMPLOYER, PERSON, sumsOf } from "../fixtures.ts";
import type { Attest, LedgerLine, Position } from "../ports.ts";
import { calculateQuarter } from "./calculate-quarter.ts";

const law = openLaw();
const Q = quarter("2024-Q3");
const number = quarterIndexNumber(Q);
const run = { quarter: number, runRef: newRef(), bookedAt: at("2024-11-20") };

const lines = (positions: readonly Position[], attests: readonly Attest[], booked: readonly LedgerLine[] = []) =>
  calculateQuarter(law, { ...run, positions, attests, booked: sumsOf(booked) }).lines;

const byComponent = (of: readonly LedgerLine[]) => Object.fromEntries(of.map((line) => [line.component, line.cents]));

describe("a quarter of an employer's grant", () => {
  it("books what the law calculates for the same facts", () => {
    const asked = calculate(law, {
      scheme: "employer",
      package: "P5",
      startQuarter: quarter("2024-Q1"),
      quarter: Q,
      guidanceNeed: "MEDIUM",
      employmentFraction: 10_000 as never,
      grossWage: cents(900_000),
      employerContributions: cents(225_000),
      contributionReductions: cents(60_000),
    });
    if (asked.outcome !== "value" || !("wagePremium" in asked)) throw new Error("no value");
    const booked = byComponent(lines([aPosition()], [anAttest()]));
    expect(booked).toEqual({
      WAGE: Number(asked.wagePremium.replace(".", "")),
      GUIDANCE: Number(asked.guidancePremium.replace(".", "")),
    });
  });

  it("names the graph, the parameters and the attest version on each line", () => {
    const [line] = lines([aPosition()], [anAttest({ version: 3, status: 1 })]);
    expect(line).toMatchObject({
      seq: 0,
      origin: "initial",
      attestNo: "A-1",
      attestVersion: 3,
      graphHash: law.graph.hash,
      parametersHash: law.parametersHash,
    });
  });

  it("is withheld where a list of codes should decide what counts and there is none; a sum without codes still counts", () => {
    // No file may say so today; a law that does must not be read as "every code".
    const refused = { switches: { "OPEN-24": "DEPARTMENT_LIST" } };
    const listed = Object.create(law, {
      parameterAt: {
        value: (id: string, day: PlainDate) => law.parameterAt(id, day, id === "referenceWage.codes" ? refused : {}),
      },
    }) as Law;
    const calculated = (attest: Attest, of = number) =>
      calculateQuarter(listed, { ...run, quarter: of, positions: [aPosition()], attests: [attest], booked: [] });
    const coded = anAttest({ remunerations: { "1": 900_000 } });
    const untold = calculated(coded);
    expect(untold.lines).toEqual([]);
    expect(untold.entitlements).toMatchObject([{ withheld: ["OPEN-24.codes"], cents: {} }]);
    expect(calculated(anAttest()).lines.length).toBeGreaterThan(0);
    expect(calculated({ ...coded, status: 3 }).entitlements).toMatchObject([{ withheld: [] }]);
  });

  it("gives no line without a declaration", () => {
    expect(lines([aPosition()], [])).toEqual([]);
  });

  it("gives no line for another person's or another employer's attest", () => {
    expect(lines([aPosition()], [anAttest({ personRef: newRef() }), anAttest({ employerRef: newRef(), attestNo: "B" })])).toEqual(
      [],
    );
  });

  it("gives only the wage premium when only that was granted", () => {
    const position = aPosition({ premiums: "WAGE", guidanceNeed: "NONE" });
    expect(lines([position], [anAttest()]).map((line) => line.component)).toEqual(["WAGE"]);
  });

  it("gives only the guidance premium to a service-voucher firm", () => {
    const position = aPosition({ premiums: "GUIDANCE" });
    expect(lines([position], [anAttest()]).map((line) => line.component)).toEqual(["GUIDANCE"]);
  });

  it("gives nothing on a zero wage, and so no line", () => {
    expect(lines([aPosition()], [anAttest({ grossCents: 0, contributionCents: 0, reductionCents: 0 })])).toEqual([]);
  });

  it("withholds and says why when reductions exceed the wage", () => {
    const broken = anAttest({ grossCents: 0, contributionCents: 0, reductionCents: 100 });
    const result = calculateQuarter(law, { ...run, positions: [aPosition()], attests: [broken], booked: [] });
    expect(result.lines).toEqual([]);
    expect(result.entitlements[0]?.withheld).not.toEqual([]);
  });

  it("pays the days up to a stop inside the quarter, less than the whole quarter", () => {
    const full = byComponent(lines([aPosition()], [anAttest({ grossCents: 5_000_000 })]));
    const stopped = aPosition({ validTo: addDays(firstDay(Q), 46) });
    const part = byComponent(lines([stopped], [anAttest({ grossCents: 5_000_000 })]));
    expect(part.WAGE).toBeLessThan(full.WAGE!);
    expect(part.WAGE).toBe(Math.round((full.WAGE! * 46) / 92));
  });

  it("gives nothing when the grant and the declared service have no day in common", () => {
    const stopped = aPosition({ validTo: addDays(firstDay(Q), 10) });
    expect(lines([stopped], [anAttest({ inServiceFrom: addDays(firstDay(Q), 10) })])).toEqual([]);
  });

  it("takes two rows of one grant as one", () => {
    const position = aPosition();
    const middle = addDays(firstDay(Q), 30);
    const rows = [
      { ...position, validTo: middle },
      { ...position, validFrom: middle },
    ];
    expect(byComponent(lines(rows, [anAttest()]))).toEqual(byComponent(lines([position], [anAttest()])));
  });
});

describe("a quarter of a self-employed person's grant", () => {
  const position = aPosition({
    applicant: "SELF_EMPLOYED",
    employerRef: null,
    premiums: "SUPPORT",
    guidanceNeed: "NONE",
  });

  it("is paid without a declaration", () => {
    expect(lines([position], [])).toMatchObject([
      { component: "SUPPORT", attestNo: null, attestVersion: null, employerRef: null },
    ]);
  });

  it("does not look at attests that the person has as a worker", () => {
    const alone = byComponent(lines([position], []));
    expect(byComponent(lines([position], [anAttest()]))).toEqual(alone);
  });

  it("stays at the last quarter's percentage after an extension", () => {
    const extended = {
      ...position,
      package: "AFTER_EVALUATION" as const,
      percentage: 35,
      startQuarter: number - 22,
      endQuarter: number + 3,
    };
    const young = { ...extended, startQuarter: number - 19 };
    const result = calculateQuarter(law, { ...run, positions: [extended], attests: [], booked: [] });
    expect(byComponent(result.lines)).toEqual(byComponent(lines([young], [])));
    expect(result.entitlements[0]?.openPoints).toContain("OPEN-16");
  });
});

describe("a correction", () => {
  const position = aPosition();

  it("is the difference with what was booked, under the next sequence", () => {
    const first = lines([position], [anAttest()]);
    const later = lines([position], [anAttest({ version: 1, status: 1, grossCents: 800_000 })], first);
    expect(later).toMatchObject([{ component: "WAGE", seq: 1, origin: "correction", attestVersion: 1 }]);
    expect(later[0]!.cents).toBeLessThan(0);
  });

  it("takes everything back when the attest is cancelled, naming the attest that did it", () => {
    const first = lines([position], [anAttest()]);
    const back = lines([position], [anAttest({ version: 1, status: 3 })], first);
    expect(byComponent(back)).toEqual({ WAGE: -byComponent(first).WAGE!, GUIDANCE: -byComponent(first).GUIDANCE! });
    expect(back[0]).toMatchObject({ attestNo: "A-1", attestVersion: 1 });
  });

  it("takes everything back from a grant that turns out not to hold in the quarter, from the same employer", () => {
    const first = lines([position], [anAttest()]);
    const back = lines([], [anAttest()], first);
    expect(back.map((line) => [line.component, line.cents, line.employerRef, line.seq])).toEqual(
      first.map((line) => [line.component, -line.cents, EMPLOYER, 1]),
    );
  });

  it("gives no line when nothing changed", () => {
    const first = lines([position], [anAttest()]);
    expect(lines([position], [anAttest()], first)).toEqual([]);
  });

  it("gives no line when a change has no effect, as a wage above the cap that rises", () => {
    const first = lines([position], [anAttest({ grossCents: 5_000_000 })]);
    expect(lines([position], [anAttest({ version: 1, status: 1, grossCents: 6_000_000 })], first)).toEqual([]);
  });
});

describe("any history of attests and stops", () => {
  const attest = fc.record({
    attestNo: fc.constantFrom("A-1", "A-2", "A-3"),
    status: fc.constantFrom(0 as const, 1 as const, 3 as const, 4 as const),
    grossCents: fc.integer({ min: 0, max: 3_000_000 }),
    contributionCents: fc.integer({ min: 0, max: 600_000 }),
    contractualFraction: fc.integer({ min: 1, max: 10_000 }),
    performedFraction: fc.option(fc.integer({ min: 0, max: 10_000 })),
    from: fc.option(fc.integer({ min: 0, max: 60 })),
    length: fc.option(fc.integer({ min: 0, max: 60 })),
  });
  const step = fc.record({ arrived: fc.array(attest, { maxLength: 3 }), stopAfter: fc.option(fc.integer({ min: 0, max: 91 })) });

  it("leaves booked exactly what one calculation with the final facts gives, and then nothing more to book", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (history) => {
        const latest = new Map<string, Attest>();
        const ledger: LedgerLine[] = [];
        let position = aPosition({ grantRef: "11111111-1111-4111-8111-111111111111" });
        for (const { arrived, stopAfter } of history) {
          for (const one of arrived) {
            const version = (latest.get(one.attestNo)?.version ?? -1) + 1;
            const inServiceFrom = one.from === null ? null : addDays(firstDay(Q), one.from);
            const until = one.length === null ? null : addDays(inServiceFrom ?? firstDay(Q), one.length);
            const inServiceUntil = until !== null && until > lastDay(Q) ? null : until;
            const { from: _, length: __, ...facts } = one;
            const made = { ...facts, version, reductionCents: 0, inServiceFrom, inServiceUntil };
            latest.set(one.attestNo, anAttest({ ...made, personRef: PERSON, employerRef: EMPLOYER }));
          }
          if (stopAfter !== null) position = { ...position, validTo: addDays(firstDay(Q), stopAfter) };
          const holds = position.validTo === null || position.validTo > firstDay(Q);
          ledger.push(...lines(holds ? [position] : [], [...latest.values()], ledger));
        }
        const holds = position.validTo === null || position.validTo > firstDay(Q);
        const once = byComponent(lines(holds ? [position] : [], [...latest.values()]));
        const booked = Object.fromEntries(
          sumsOf(ledger)
            .filter((sum) => sum.cents !== 0)
            .map((sum) => [sum.component, sum.cents]),
        );
        expect(booked).toEqual(once);
        expect(lines(holds ? [position] : [], [...latest.values()], ledger)).toEqual([]);
        const keys = ledger.map((line) => `${line.grantRef} ${line.quarter} ${line.component} ${line.seq}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });
});
