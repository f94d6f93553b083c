// A million random cases: generated columns and the hand-written oracle agree to the cent, with seeds of their own.
import { describe, expect, it } from "vitest";
import { quarter } from "../../src/kernel/index.ts";
import { columns, numberOfFact, type SwitchChoice } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { factsOfCase } from "../support/facts-of-case.ts";
import { type OracleCase, oracle } from "../support/law-oracle.ts";
import { randomCase, randomNumbers } from "../support/random-cases.ts";

const law = openLaw();
const cases = 1_000_000;
const seed = 19_870_701;
const readings: readonly SwitchChoice[] = [
  {},
  { "OPEN-01": "5/4/11" },
  { "OPEN-25": "MONTHLY_X3" },
  { "OPEN-10": "LAST_MONTH", "OPEN-06": "CONTRACTUAL" },
];
const quarters = [2023, 2024, 2025, 2026].flatMap((year) => [1, 2, 3, 4].map((n) => [year, n] as const)).slice(2);

function wrongCases(year: number, n: number, switches: SwitchChoice, count: number, start: number): string[] {
  const random = randomNumbers(start);
  const kernel = columns(law, quarter(`${year}-Q${n}`), { rules: ["wagePremium", "guidancePremium"], switches });
  const all: OracleCase[] = Array.from({ length: count }, () => randomCase(year, n, random));
  const input = kernel.makeInput(count);
  for (const [row, one] of all.entries()) {
    const facts = factsOfCase(one);
    for (const column of kernel.inputs) input[column.name]![row] = numberOfFact(column, facts[column.name]);
  }
  const output = kernel.run(input, count);
  const wrong: string[] = [];
  for (const [row, one] of all.entries()) {
    const expected = oracle(law, one, switches);
    const [wage, guidance] = [output.values.wagePremium![row], output.values.guidancePremium![row]];
    const agree =
      output.status[row] === 0
        ? typeof expected !== "string" && BigInt(wage!) === expected.wage && BigInt(guidance!) === expected.guidance
        : typeof expected === "string";
    if (!agree) wrong.push(JSON.stringify({ one, switches, wage, guidance, expected: String(expected) }));
  }
  return wrong;
}

describe("columns and oracle", () => {
  it(`agree to the cent on ${cases} random cases (seed ${seed})`, { timeout: 900_000 }, () => {
    const batches = quarters.flatMap(([year, n]) => readings.map((switches) => ({ year, n, switches })));
    const each = Math.ceil(cases / batches.length);
    const wrong = batches.flatMap(({ year, n, switches }, i) => wrongCases(year, n, switches, each, seed + i));
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
