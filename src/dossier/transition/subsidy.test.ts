import { describe, expect, it } from "vitest";
import { type Cents, newRef, quarter, type RightRef } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import type { EnteredSubsidy } from "../deciding.ts";
import { LawReading } from "../law-reading.ts";
import { d, EMPLOYER } from "../testing/builders.ts";
import type { OldRightAmount } from "./events.ts";
import { evolveOldRight, type OldRight } from "./state.ts";
import { againstSubsidy } from "./subsidy.ts";

const law = new LawReading(openLaw(), d("2026-11-23"));
const total = law.law.timeline("ald.totalBudget")[0]?.value as number;
const rightRef = newRef<RightRef>();
const right: OldRight = evolveOldRight(null, {
  type: "OldRightRecorded",
  effectiveOn: d("2023-06-01"),
  payload: {
    measure: "ALD",
    personRef: null,
    employerRef: EMPLOYER,
    startedOn: d("2023-06-01"),
    startQuarter: quarter("2023-Q2"),
    quarters: null,
    schedule: [],
    endsOn: d("2025-12-31"),
    source: "ald-2023",
  },
});
const other = (from: string, until: string | null, cents: number, ref = "other"): EnteredSubsidy => ({
  rightRef: ref,
  from: d(from),
  until: until === null ? null : d(until),
  cents,
});
const against = (cents: number, entered: readonly EnteredSubsidy[], from = "2024-Q1", through: string | null = null) => {
  const amount: OldRightAmount = {
    cents: cents as Cents,
    per: "YEAR",
    fromQuarter: quarter(from),
    throughQuarter: through === null ? null : quarter(through),
    source: { list: "ald-2023" },
  };
  return againstSubsidy(law, { rightRef, right, amount, entered }).map((one) => `${one.id} ${one.expected ?? ""}`.trim());
};

describe("the total that all local governments share (TRANS-50)", () => {
  it("leaves room up to the last cent beside what another has, and says how much", () => {
    const half = [other("2024-01-01", null, total - 100)];
    expect(against(99, half)).toEqual([]);
    expect(against(100, half)).toEqual([]);
    expect(against(101, half)).toEqual(["subsidy.noRoom <= 1.00 (2024)"]);
  });

  it("counts each year by itself, every year that the amount is for", () => {
    const last = [other("2025-01-01", "2025-12-31", total)];
    expect(against(1, last)).toEqual(["subsidy.noRoom <= 0.00 (2025)"]);
    expect(against(1, last, "2024-Q1", "2024-Q4")).toEqual([]);
  });

  it("counts the later of two amounts of one right in a year, and never the right itself", () => {
    const changed = [other("2023-07-01", "2024-06-30", total), other("2024-07-01", null, 40)];
    expect(against(total - 40, changed)).toEqual([]);
    expect(against(total, [other("2024-01-01", null, total, rightRef)])).toEqual([]);
  });

  it("holds one amount against the total first, in the words of the law", () => {
    expect(against(total + 1, [])).toEqual(["law.TRANS-50"]);
  });
});
