// A result as CSV: every figure on its own line, adding up to what the result says, and nothing that is withheld.
import { describe, expect, it } from "vitest";
import { localized, plainDate, quarter } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { applyReform, emptyReform, resultCsv, runLab, syntheticPopulation } from "./index.ts";

const law = openLaw();
const population = syntheticPopulation(law, { grants: 500, base: quarter("2025-Q4"), horizon: 3 });
const parameters = [
  { id: "referenceWage.capMultiplier", value: "2.2", from: plainDate("2026-01-01"), to: null, file: "cap.yaml", line: 4 },
];
const applied = applyReform(law, { ...emptyReform("cap", localized("p", "p", "p")), parameters });
if (!applied.ok) throw new Error("The reform is refused");
const result = runLab(applied.value, population, { quarters: 3, loss: 4000, employerShare: true });
const linesOf = (text: string) => {
  const [head, ...lines] = text.trimEnd().split("\r\n");
  const names = head!.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((value, index) => [names[index]!, value])));
};

describe("a result as CSV", () => {
  const lines = linesOf(resultCsv(result));
  const sum = (table: string, group: string, of: string) =>
    lines.filter((one) => one.table === table && one.group === group).reduce((total, one) => total + Number(one[of]), 0);

  it("adds up to what the result says", () => {
    expect(sum("spending", "total", "before")).toBe(result.before);
    expect(sum("spending", "total", "change")).toBe(result.change);
    const sex = lines.filter((one) => one.group === "sex" && one.measure === "change");
    expect(sex.reduce((total, one) => total + Number(one.change), 0)).toBe(result.change);
  });

  it("has the break-even wage of each kind, and what employers bear", () => {
    const limit = lines.find(
      (one) => one.group === "P5 q1-5" && one.part === "wagePremium NONE" && one.measure!.startsWith("break"),
    );
    const kind = result.breakEven!.kinds.find(({ package: name }) => name === "P5")!;
    expect(Number(limit!.before)).toBe(kind.limits[0]!.before.breakEven);
    expect(Number(limit!.after)).toBe(kind.limits[0]!.after.breakEven);
    expect(lines.filter(({ table }) => table === "employerShare")).toHaveLength(6);
  });

  it("says what is withheld, and gives no number for it", () => {
    const groups = [{ code: "F", people: null, winners: 4, losers: null, same: 9, change: null }];
    const breakEven = { ...result.breakEven!, covered: null };
    const text = resultCsv({ ...result, breakEven, breakdowns: [{ trait: "sex", groups }] });
    const people = linesOf(text).filter(({ group }) => group === "sex");
    expect(people.map(({ measure, change, status }) => `${measure} ${change} ${status}`)).toEqual([
      "grants  withheld",
      "winners 4 ",
      "losers  withheld",
      "same 9 ",
      "change  withheld",
    ]);
    expect(text).toMatch(/covered,2026-Q1,total,,grants loss 40 %,grants,,,,withheld/);
  });

  it("does not become a formula in a spreadsheet", () => {
    const quarters = result.quarters.map((one) => ({ ...one, components: [{ rule: "=1+1", before: 0, after: 0 }] }));
    expect(resultCsv({ ...result, quarters })).toContain(",'=1+1,");
  });
});
