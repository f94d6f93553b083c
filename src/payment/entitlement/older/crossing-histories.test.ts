// Histories that cross from a VOP to a grant, each drawn, recorded by commands, and paid quarter by quarter from the start to the end.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  fromQuarterNumber,
  instant,
  lastDay,
  newRef,
  plainDate,
  quarter,
  quarterIndexNumber,
} from "../../../kernel/index.ts";
import { openLaw } from "../../../law/open-law.ts";
import { anAttest } from "../../fixtures.ts";
import { calculateQuarter } from "../../ledger/calculate-quarter.ts";
import type { Attest, Position } from "../../ports.ts";
import { type Drawn, heldIn, type Lived, lived, measureDue } from "./testing/crossing-history.ts";

/** The long checks take 10,000. */
const HISTORIES = Number(process.env.CROSSING_HISTORIES ?? "1500");
const law = openLaw();
const today = plainDate("2026-11-23");
/** Quarters before the scheme are not in these books; the last is the last that is over. */
const FIRST = quarterIndexNumber(quarter("2023-Q3"));
const LAST = quarterIndexNumber(quarter("2026-Q3"));

const history: fc.Arbitrary<Drawn> = fc.record({
  measure: fc.constantFrom("VOP", "VOP", "TVOP"),
  self: fc.boolean(),
  startedOn: fc.integer({ min: 0, max: 1_640 }).map((days) => addDays(plainDate("2019-01-01"), days)),
  /** Days by which the source ends it before the last day of its term: an end inside a quarter. */
  endsEarlier: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 })),
  askedOn: fc.option(
    fc
      .oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 91, max: 900 }))
      .map((days) => addDays(plainDate("2023-04-01"), days)),
  ),
  decidedOn: fc.integer({ min: 0, max: 1_180 }).map((days) => addDays(plainDate("2023-07-03"), days)),
  /** Quarters of the grant. */
  term: fc.constantFrom(8, 20),
  grossCents: fc.integer({ min: 450_000, max: 1_500_000 }),
});

/** Every history in every quarter that the books have: what is due by what was drawn, and what the run booked. */
function paidAndDue(lives: readonly Lived[]) {
  const booked = new Map<string, string[]>();
  const due = new Map<string, string>();
  for (let number = FIRST; number <= LAST; number += 1) {
    const positions: Position[] = [];
    const attests: Attest[] = [];
    const holder = new Map<string, string>();
    for (const one of lives) {
      const key = `${one.personRef} ${fromQuarterNumber(number)}`;
      if (one.drawn.startedOn <= lastDay(fromQuarterNumber(number))) due.set(key, measureDue(one, number));
      const held = heldIn(one, number);
      for (const position of held) holder.set(position.grantRef, key);
      positions.push(...held);
      const { personRef, employerRef } = one;
      if (employerRef === null) continue;
      const { grossCents } = one.drawn;
      attests.push(anAttest({ attestNo: key, personRef, employerRef, quarter: number, grossCents, performedFraction: null }));
    }
    const run = {
      quarter: number,
      positions,
      attests,
      booked: [],
      runRef: newRef(),
      bookedAt: instant("2026-11-20T12:00:00.000Z"),
    };
    const { lines, entitlements } = calculateQuarter(law, run);
    expect(entitlements.filter((one) => one.withheld.length > 0).map((one) => [one.position, one.withheld])).toEqual([]);
    for (const line of lines) {
      const key = holder.get(line.grantRef) as string;
      booked.set(key, [...(booked.get(key) ?? []), line.component]);
    }
  }
  return { booked, due };
}

describe(`${HISTORIES} histories that cross from VOP to individual customised work`, () => {
  const lives = fc.sample(history, { numRuns: HISTORIES, seed: 170 }).flatMap((drawn) => lived(law, drawn, today) ?? []);
  const { booked, due } = paidAndDue(lives);
  const wrong = [...due].filter(([key, measure]) => (booked.get(key)?.join() ?? "NONE") !== measure);
  const countOf = (measure: string): number => [...due.values()].filter((one) => one === measure).length;

  it("have every quarter paid by exactly the measure that is due: none twice, none left out", () => {
    expect(wrong.slice(0, 5).map(([key, measure]) => [key, measure, booked.get(key)])).toEqual([]);
    expect([...booked.keys()].filter((key) => !due.has(key))).toEqual([]);
  });

  it("leave no quarter without a measure from the start to the end of the grant when the evaluation was asked in time", () => {
    const ofLate = lives.filter((one) => one.inTime && one.ownEnd < one.grantsFrom);
    expect(ofLate.length).toBeGreaterThan(HISTORIES / 100);
    for (const one of ofLate) {
      for (let number = FIRST; number <= Math.min(LAST, one.endQuarter); number += 1)
        expect(booked.get(`${one.personRef} ${fromQuarterNumber(number)}`)).toHaveLength(1);
    }
  });

  it("are of every kind: VOP and temporary VOP, employees and self-employed, in time, too late, and ended", () => {
    expect(lives.length).toBeGreaterThan(HISTORIES / 2);
    for (const measure of ["VOP", "WAGE", "SUPPORT", "NONE"])
      expect([measure, countOf(measure) > HISTORIES / 10]).toEqual([measure, true]);
    for (const measure of ["VOP", "TVOP"])
      for (const self of [true, false])
        expect(lives.filter(({ drawn }) => drawn.measure === measure && drawn.self === self).length).toBeGreaterThan(
          HISTORIES / 30,
        );
    // The right was over on the day of the decision, in the grant's own first quarter.
    const gaveWay = lives.filter((one) => one.ownEnd < one.drawn.decidedOn && one.ownEnd >= one.grantsFrom);
    expect(gaveWay.length).toBeGreaterThan(HISTORIES / 200);
  });
});
