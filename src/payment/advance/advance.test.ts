import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  assertOk,
  plainDate as d,
  newRef,
  type PlainDate,
  quarter,
  quarterIndexNumber,
  quarterOf,
} from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { aPosition, at } from "../fixtures.ts";
import { type AdvanceCommand, type AdvanceContext, decideAdvance } from "./decide.ts";
import { type Advance, evolveAdvance, excessCents, openAdvanceCents } from "./state.ts";

const law = openLaw();
/** A law as it would be with a reference amount: made up, for these tests only. */
const withAmount = assertOk(law.withParameters([{ id: "advance.reference", value: "500.00" }]));
const actor = { role: "paymentOfficer", ref: "anna" };
const context = (more: Partial<AdvanceContext> = {}): AdvanceContext => ({
  today: d("2024-07-10"),
  position: aPosition(),
  hasOther: false,
  ...more,
});
const request: AdvanceCommand = { type: "REQUEST", grantRef: newRef(), fromMonth: d("2024-08-01") };
const refusal = (advance: Advance | null, command: AdvanceCommand, of = withAmount, around = context()) => {
  const decided = decideAdvance(of, advance, command, around);
  return decided.ok ? [] : decided.error.map((one) => one.id);
};
const after = (advance: Advance | null, command: AdvanceCommand, around = context()): Advance => {
  const decided = decideAdvance(withAmount, advance, command, around);
  if (!decided.ok) throw new Error(decided.error.map((one) => one.id).join());
  return decided.value.reduce<Advance | null>(
    (held, step) => evolveAdvance(held, { advanceRef: "a", seq: (held?.seq ?? 0) + 1, at: at("2024-07-10"), actor, step }),
    advance,
  ) as Advance;
};
const running = (): Advance => after(after(null, request), { type: "GRANT" });
const pay = (advance: Advance, month: string): Advance =>
  after(advance, { type: "PAY", month: d(month), batchRef: "b" }, context({ today: d(`${month.slice(0, 8)}15`) }));
const settle = (advance: Advance, of: string, cents: number): Advance =>
  after(advance, { type: "SETTLE", quarter: quarterIndexNumber(quarter(of)), cents, runRef: newRef() });

describe("advances", () => {
  it("are off while the law gives no reference amount, and say so with the open point", () => {
    expect(refusal(null, request, law)).toEqual(["advance.off"]);
    const decided = decideAdvance(law, null, request, context());
    expect(decided).toMatchObject({ ok: false, error: [{ rule: "OPEN-27" }] });
    expect(refusal(running(), { type: "GRANT" }, law)).toEqual(["action.notAllowed"]);
    expect(refusal(after(null, request), { type: "GRANT" }, law)).toEqual(["advance.off"]);
  });

  it("are asked for a running grant with a wage premium, once, from this month on", () => {
    expect(refusal(null, request)).toEqual([]);
    expect(refusal(null, request, withAmount, context({ position: null }))).toEqual(["advance.grant"]);
    expect(refusal(null, request, withAmount, context({ position: aPosition({ premiums: "GUIDANCE" }) }))).toEqual([
      "advance.noWagePremium",
    ]);
    expect(refusal(null, request, withAmount, context({ hasOther: true }))).toEqual(["advance.already"]);
    const from = (month: string): AdvanceCommand => ({ ...request, fromMonth: d(month) }) as AdvanceCommand;
    expect([refusal(null, from("2024-06-30")), refusal(null, from("2024-07-01"))]).toEqual([["advance.month"], []]);
  });

  it("are granted at the amount of the law, and each month is paid once", () => {
    const granted = running();
    expect(granted.monthlyCents).toBe(50_000);
    const paid = pay(pay(granted, "2024-08-01"), "2024-08-20");
    expect(paid.paid).toEqual([{ month: "2024-08-01", cents: 50_000, withheldCents: 0 }]);
    expect(refusal(granted, { type: "PAY", month: d("2024-07-01"), batchRef: "b" })).toEqual(["advance.month"]);
    expect(refusal(granted, { type: "PAY", month: d("2024-09-01"), batchRef: "b" })).toEqual(["advance.month"]);
  });

  it("are settled against the quarter: no more than what was advanced up to its end", () => {
    const paid = pay(pay(pay(running(), "2024-08-01"), "2024-09-01"), "2024-10-01");
    const q3 = quarterIndexNumber(quarter("2024-Q3"));
    expect(openAdvanceCents(paid, q3)).toBe(100_000);
    const over: AdvanceCommand = { type: "SETTLE", quarter: q3, cents: 100_001, runRef: "r" };
    expect(refusal(paid, over)).toEqual(["advance.amount"]);
    expect(openAdvanceCents(settle(paid, "2024-Q3", 100_000), q3 + 1)).toBe(50_000);
  });

  it("withhold from the next month what a quarter did not earn (PAY-04)", () => {
    const paid = pay(pay(running(), "2024-08-01"), "2024-09-01");
    const settled = settle(paid, "2024-Q3", 30_000);
    expect(excessCents(settled)).toBe(70_000);
    const next = pay(pay(settled, "2024-11-01"), "2024-12-01");
    expect(next.paid.slice(-2)).toEqual([
      { month: "2024-11-01", cents: 0, withheldCents: 50_000 },
      { month: "2024-12-01", cents: 30_000, withheldCents: 20_000 },
    ]);
    expect(excessCents(next)).toBe(0);
  });

  it("pays in the end what the premiums come to, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1, maxLength: 8 }), (premiums) => {
        let advance = running();
        let month = d("2024-08-01");
        let paidByRuns = 0;
        for (const premium of premiums) {
          const of = quarterOf(month);
          while (quarterOf(month) === of) {
            advance = pay(advance, month);
            month = addMonths(month, 1) as PlainDate;
          }
          const taken = Math.min(premium, openAdvanceCents(advance, quarterIndexNumber(of)));
          advance = settle(advance, of, taken);
          paidByRuns += premium - taken;
        }
        const advanced = advance.paid.reduce((sum, one) => sum + one.cents, 0);
        const due = premiums.reduce((sum, one) => sum + one, 0);
        expect(advanced + paidByRuns - excessCents(advance)).toBe(due);
      }),
    );
  });
});
