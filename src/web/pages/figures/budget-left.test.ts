// What is left of a credit: per article of the year, after what was committed.
import { expect, it } from "vitest";
import { budgetLeft } from "./budget-left.tsx";

const line = { article: "A1", year: 2026, title: "Premies", components: [], creditCents: 1000, committedCents: 700 };
const booked = { ...line, settledCents: 400, paidCents: 300 };

it("is the credit less what was committed, also when that is too much", () => {
  const [row, over] = budgetLeft([booked, { ...booked, article: "A2", committedCents: 1200 }], 2026);
  expect(row).toMatchObject({ article: "A1", creditCents: 1000, settledCents: 400, paidCents: 300, leftCents: 300 });
  expect(over!.leftCents).toBe(-200);
});

it("leaves out other years, and what has no article or no credit", () => {
  expect(
    budgetLeft(
      [
        { ...booked, year: 2025 },
        { ...booked, article: null },
        { ...booked, creditCents: null },
      ],
      2026,
    ),
  ).toEqual([]);
});
