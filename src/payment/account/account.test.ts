import { describe, expect, it } from "vitest";
import { quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { anAttest, aPosition, at } from "../fixtures.ts";
import { accountLines } from "./accounts.ts";
import { articleOf, type BudgetRow, checkRow, type StoredBudgetRow } from "./budget.ts";
import { type CommitInput, commit, termsHashOf } from "./commitment.ts";
import { budgetGate } from "./gate.ts";

const law = openLaw();
const actor = { role: "paymentOfficer", ref: "anna" };
const row = (more: Partial<BudgetRow> = {}): BudgetRow => ({
  article: "TEST-1",
  year: 2025,
  title: "Testartikel",
  components: ["WAGE"],
  creditCents: 100_000,
  ...more,
});
const stored = (seq: number, more: Partial<BudgetRow> = {}): StoredBudgetRow => ({
  ...row(more),
  seq,
  at: at("2025-01-01"),
  actor,
});
const wrong = (more: Partial<BudgetRow>, rows: readonly StoredBudgetRow[] = []) => {
  const checked = checkRow(row(more), rows);
  return checked.ok ? [] : checked.error.map((one) => one.field);
};

describe("budget articles", () => {
  it("are checked before they are recorded, all mistakes at once", () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ article: "a b", year: 1999, title: " ", creditCents: -1 })).toEqual(["article", "year", "title", "credit"]);
    expect([wrong({ year: 2000 }), wrong({ year: 2100 }), wrong({ year: 2101 })]).toEqual([[], [], ["year"]]);
    expect(wrong({ creditCents: 0 })).toEqual([]);
  });

  it("carry a component in one article a year", () => {
    const rows = [stored(1)];
    expect(wrong({ article: "TEST-2" }, rows)).toEqual(["components"]);
    expect(wrong({ article: "TEST-2", year: 2026 }, rows)).toEqual([]);
    expect(wrong({ article: "TEST-2" }, [...rows, stored(2, { components: [] })])).toEqual([]);
  });

  it("are read in their last row", () => {
    const rows = [stored(1), stored(2, { creditCents: 5 })];
    expect(articleOf(rows, 2025, "WAGE")?.creditCents).toBe(5);
    expect(articleOf(rows, 2025, "GUIDANCE")).toBeNull();
  });

  it("stand beside what was engaged and paid, and what no article carries stands apart", () => {
    const sum = (component: "WAGE" | "SUPPORT", cents: number) => ({ year: 2025, component, cents, entries: 1 });
    expect(
      accountLines([stored(1)], {
        committed: [sum("WAGE", 70)],
        settled: [sum("WAGE", 40)],
        paid: [sum("WAGE", 30), sum("SUPPORT", 9)],
      }),
    ).toMatchObject([
      { article: "TEST-1", creditCents: 100_000, committedCents: 70, paidCents: 30 },
      { article: null, components: ["SUPPORT"], committedCents: 0, paidCents: 9 },
    ]);
  });
});

describe("the budget gate", () => {
  const room = { article: "TEST-1", creditCents: 1_000, committedCents: 900 };

  it("stops nothing by default, and says how far a grant goes over (OPEN-33)", () => {
    expect(budgetGate(law, room, 100)).toEqual({ ok: true, value: { overCents: null } });
    expect(budgetGate(law, room, 101)).toEqual({ ok: true, value: { overCents: 1 } });
    expect(budgetGate(law, null, 101)).toEqual({ ok: true, value: { overCents: null } });
  });

  it("refuses what goes over the credit, or has none, under the other reading", () => {
    const gated = { ...law, switchValue: () => ({ ok: true as const, value: "BUDGET_GATE" }) } as typeof law;
    const outcome = (of: typeof room | null, cents: number) => {
      const answer = budgetGate(gated, of, cents);
      return answer.ok ? "open" : answer.error[0]?.id;
    };
    expect([outcome(room, 100), outcome(room, 101), outcome(null, 1)]).toEqual(["open", "budget.usedUp", "budget.noCredit"]);
  });
});

describe("a commitment", () => {
  const position = aPosition({ premiums: "WAGE", guidanceNeed: "NONE" });
  const grant = { grantRef: position.grantRef, decidedOn: "2024-02-01", positions: [position] };
  const average = { WAGE: 100_000, GUIDANCE: 0, SUPPORT: 0, VOP: 0, COMPENSATION: 0 };
  const input = (more: Partial<CommitInput> = {}): CommitInput => ({
    grants: [grant],
    attests: [anAttest()],
    committed: [],
    yearNow: 2025,
    at: at("2025-06-01"),
    average,
    ...more,
  });

  it("engages the whole term in the year of the decision, on the wage that is known", () => {
    const [first, ...more] = commit(law, input());
    expect(more).toEqual([]);
    expect(first).toMatchObject({ component: "WAGE", seq: 0, year: 2024 });
    expect(first?.cents).toBeGreaterThan(1_000_000);
  });

  it("takes the average where no wage was declared: twenty quarters of it", () => {
    expect(commit(law, input({ attests: [] }))[0]?.cents).toBe(20 * average.WAGE);
  });

  it("engages nothing again for the same terms, and the difference in the year of a change", () => {
    const [first] = commit(law, input());
    const committed = [{ ...first!, nextSeq: 1 }];
    expect(commit(law, input({ committed }))).toEqual([]);
    const shorter = { ...position, endQuarter: quarterIndexNumber(quarter("2025-Q4")), validTo: "2026-01-01" as never };
    const [change] = commit(law, input({ committed, grants: [{ ...grant, positions: [shorter] }] }));
    expect(change).toMatchObject({ seq: 1, year: 2025, termsHash: termsHashOf([shorter]) });
    expect(change?.cents).toBeLessThan(0);
    const [whole] = commit(law, input({ grants: [{ ...grant, positions: [shorter] }] }));
    expect((first?.cents ?? 0) + (change?.cents ?? 0)).toBe(whole?.cents);
  });
});
