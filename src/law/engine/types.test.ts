// The compiler itself refuses rules whose units do not fit. Each line marked `@ts-expect-error` must fail to compile.
import { describe, expect, it } from "vitest";
import {
  add,
  atLeast,
  code,
  codeTable,
  constant,
  divide,
  input,
  isOneOf,
  itemOf,
  minimum,
  monthlyParameter,
  none,
  parameter,
  perMonth,
  phaseOf,
  quartersSince,
  ratioOf,
  referenceQuarter,
  roundHalfUp,
  select,
  subtract,
  sumOverMonths,
  times,
} from "./build.ts";
import type { Expression } from "./node.ts";

const cents = parameter("guidancePremium.fixed.high", "cents/quarter");
const monthly = monthlyParameter("ggmmi", "cents/month");
const percent = parameter("wagePremium.minPct", "basisPoints");
const percentages = parameter("wagePremium.package.P5", "basisPoints[]");
const days = input("days", "days");
const start = input("startQuarter", "quarter");
const index = quartersSince(start, referenceQuarter);

// Never called: only compiled.
function refused(): unknown[] {
  return [
    // @ts-expect-error cents plus percent
    add(cents, percent),
    // @ts-expect-error an amount per quarter plus one per month
    add(cents, monthly),
    // @ts-expect-error cents less days
    subtract(cents, days),
    // @ts-expect-error cents times cents
    times(cents, cents),
    // @ts-expect-error cents times days
    times(cents, days),
    // @ts-expect-error the smaller of cents and percent
    minimum(cents, percent),
    // @ts-expect-error cents compared with percent
    atLeast(cents, percent),
    // @ts-expect-error a choice between cents and percent
    select(constant("flag", true), cents, percent),
    // @ts-expect-error a condition that is an amount
    select(cents, cents, cents),
    // @ts-expect-error summing over months what is per quarter
    sumOverMonths(cents),
    // @ts-expect-error spreading over months what is per month
    perMonth(monthly),
    // @ts-expect-error rounding a percentage to cents
    roundHalfUp(percent),
    // @ts-expect-error two quarters added
    add(start, start),
    // @ts-expect-error a phase from an amount
    phaseOf(cents, parameter("wagePremium.phaseLastQuarters", "quarterIndex[]")),
    // @ts-expect-error picking by quarter index instead of by phase
    itemOf(percentages, index),
    // @ts-expect-error days over cents
    ratioOf(days, cents),
    // @ts-expect-error dividing by an amount
    divide(cents, cents),
    // @ts-expect-error asking whether an amount is a code
    isOneOf(cents, "P5"),
    // @ts-expect-error one table with cents and percent
    codeTable(code("P5"), { P5: cents, T2: percent }),
    // @ts-expect-error a unit that does not exist
    none("euro"),
  ];
}

describe("units in the types of rules", () => {
  it("let sound formulas through", () => {
    const premium: Expression<"cents/quarter"> = roundHalfUp(times(minimum(cents, sumOverMonths(monthly)), percent));
    const share: Expression<"ratio"> = ratioOf(days, days);
    const picked: Expression<"basisPoints"> = itemOf(
      percentages,
      phaseOf(index, parameter("wagePremium.phaseLastQuarters", "quarterIndex[]")),
    );
    expect([premium.unit, share.unit, picked.unit]).toEqual(["cents/quarter", "ratio", "basisPoints"]);
  });

  it("are checked by the compiler on the refused ones", () => {
    expect(typeof refused).toBe("function");
  });
});
