import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addQuarters, assertOk, firstDay, quarter, quarterIndexNumber } from "../../kernel/index.ts";
import type { Law, ParameterOverride } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { type Claim, entitlement } from "../entitlement/entitlement.ts";
import { quarterFrame } from "../entitlement/quarter-frame.ts";
import { anAttest, aPosition } from "../fixtures.ts";
import type { Attest, Position } from "../ports.ts";
import { correctionCauses, type Situation } from "./causes.ts";

const law = openLaw();
const Q = quarter("2024-Q3");
const number = quarterIndexNumber(Q);

const situation = (claim: Claim | null, under: Law = law): Situation => ({
  law: under,
  entitlement: claim === null ? null : entitlement(quarterFrame(under, number), claim),
});
const claim = (attest: Partial<Attest> | null = {}, position: Partial<Position> = {}): Claim => ({
  position: aPosition(position),
  attests: attest === null ? [] : [anAttest(attest)],
});
const causes = (before: Situation, after: Situation) => correctionCauses("WAGE", number, before, after);
const named = (before: Situation, after: Situation) => causes(before, after).map((one) => `${one.kind} ${one.name}`);
const total = (before: Situation, after: Situation) => causes(before, after).reduce((sum, one) => sum + one.cents, 0);
const difference = (before: Situation, after: Situation) =>
  (after.entitlement?.cents.WAGE ?? 0) - (before.entitlement?.cents.WAGE ?? 0);

describe("the cause of a correction", () => {
  it("is the declaration, when one came, was cancelled or came back", () => {
    expect(named(situation(claim(null)), situation(claim()))).toEqual(["DECLARED A-1"]);
    expect(named(situation(claim()), situation(claim({ status: 3, version: 1 })))).toEqual(["CANCELLED A-1"]);
    expect(named(situation(claim({ status: 3 })), situation(claim({ status: 4, version: 2 })))).toEqual(["DECLARED A-1"]);
  });

  it("is the grant, when it came to hold or turned out not to", () => {
    expect(named(situation(null), situation(claim()))).toEqual(["GRANTED grant"]);
    expect(named(situation(claim()), situation(null))).toEqual(["NOT_GRANTED grant"]);
    const over = situation(claim({ inServiceFrom: addDays(firstDay(Q), 20) }, { validTo: addDays(firstDay(Q), 10) }));
    expect(named(situation(claim({ inServiceFrom: addDays(firstDay(Q), 20) })), over)).toEqual(["NOT_GRANTED days"]);
  });

  it("is each fact of the attest that moved, with its own cents", () => {
    const before = situation(claim({ grossCents: 900_000 }));
    const after = situation(claim({ version: 1, grossCents: 800_000, reductionCents: 10_000 }));
    const found = causes(before, after);
    expect(found.map((one) => `${one.kind} ${one.name}`).sort()).toEqual([
      "DECLARATION contributionReductions",
      "DECLARATION grossWage",
    ]);
    expect(found.reduce((sum, one) => sum + one.cents, 0)).toBe(difference(before, after));
  });

  it("is the grant's terms, when an evaluation changed them", () => {
    const after = situation(claim({}, { package: "AFTER_EVALUATION", percentage: 60 }));
    expect(causes(situation(claim()), after).every((one) => one.kind === "GRANT")).toBe(true);
    expect(total(situation(claim()), after)).toBe(difference(situation(claim()), after));
  });

  it("is a parameter that turned out otherwise, and an open point that is read otherwise", () => {
    const rich = claim({ grossCents: 5_000_000 });
    const raised: ParameterOverride = { id: "ggmmi", value: "3000.00", from: firstDay(Q) };
    const otherLaw = assertOk(law.withParameters([raised]));
    expect(named(situation(rich), situation(rich, otherLaw))).toEqual(["PARAMETER ggmmi"]);
    const other = { ...rich, position: { ...rich.position, switches: { "OPEN-01": "5/4/11" }, startQuarter: number - 8 } };
    const usual = { ...rich, position: { ...rich.position, startQuarter: number - 8 } };
    expect(named(situation(usual), situation(other))).toEqual(["READING OPEN-01"]);
  });

  it("is none when nothing moved", () => {
    expect(causes(situation(claim()), situation(claim({ version: 1 })))).toEqual([]);
    expect(causes(situation(null), situation(null))).toEqual([]);
  });

  it("names a component that came or went with the grant's premiums", () => {
    const only = situation(claim({}, { premiums: "GUIDANCE" }));
    expect(named(situation(claim()), only)).toEqual(["GRANT components"]);
  });

  it("always adds up to the whole difference", () => {
    const attest = fc.option(
      fc.record({
        status: fc.constantFrom(0 as const, 1 as const, 3 as const),
        grossCents: fc.integer({ min: 0, max: 3_000_000 }),
        contributionCents: fc.integer({ min: 0, max: 500_000 }),
        contractualFraction: fc.integer({ min: 1, max: 10_000 }),
        performedFraction: fc.option(fc.integer({ min: 0, max: 10_000 })),
      }),
    );
    const position = fc.option(
      fc.record({
        package: fc.constantFrom("P5" as const, "P5_PLUS" as const, "T2" as const),
        guidanceNeed: fc.constantFrom("LOW" as const, "HIGH" as const),
        collectivePercentage: fc.option(fc.constantFrom(40, 55)),
        startQuarter: fc.integer({ min: -7, max: 0 }).map((back) => quarterIndexNumber(addQuarters(Q, back))),
        validTo: fc.option(fc.integer({ min: 1, max: 91 }).map((days) => addDays(firstDay(Q), days))),
      }),
    );
    const facts = fc.tuple(position, attest);
    const made = ([p, a]: [Partial<Position> | null, Partial<Attest> | null]) =>
      situation(p === null ? null : claim(a, p as Partial<Position>));
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        expect(total(made(before), made(after)) + 0).toBe(difference(made(before), made(after)) + 0);
      }),
      { numRuns: 200 },
    );
  });
});
