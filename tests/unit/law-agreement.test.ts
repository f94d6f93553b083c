// One law, three ways: the explaining evaluator, the generated columns and a hand-written oracle agree to the cent.
import { describe, expect, it } from "vitest";
import { quarter } from "../../src/kernel/index.ts";
import { columns, explain, type Law, numberOfFact, plainValue, type SwitchChoice } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { factsOfCase } from "../support/facts-of-case.ts";
import { type OracleAnswer, oracle } from "../support/law-oracle.ts";
import { randomCase, randomNumbers } from "../support/random-cases.ts";

const law = openLaw();
const seed = 20231215;
// Fewer when the engine itself is being mutated, thousands of times over.
const cases = Number(process.env.AGREEMENT_CASES ?? 100_000);

/** Every reading that has a formula, alone and in some company. */
const readings: readonly SwitchChoice[] = [
  {},
  {},
  {},
  { "OPEN-01": "5/4/11" },
  { "OPEN-06": "CONTRACTUAL" },
  { "OPEN-08": "1955.04", "OPEN-09": "2154.81" },
  { "OPEN-10": "FIRST_MONTH" },
  { "OPEN-10": "LAST_MONTH", "OPEN-25": "TRUNCATE" },
  { "OPEN-11": "PER_YEAR" },
  { "OPEN-13": "PRORATED" },
  { "OPEN-13": "ALWAYS_DUE", "OPEN-06": "CONTRACTUAL" },
  { "OPEN-25": "TRUNCATE" },
  { "OPEN-25": "MONTHLY_X3" },
  { "OPEN-25": "MONTHLY_X3", "OPEN-10": "FIRST_MONTH", "OPEN-26": "PERFORMED" },
  { "OPEN-26": "PERFORMED" },
];

const every = Number(process.env.AGREEMENT_QUARTERS ?? 1);
const quarters = [2023, 2024, 2025, 2026, 2027]
  .flatMap((year) => [1, 2, 3, 4].map((n) => [year, n] as const))
  .slice(2, 18)
  .filter((_, index) => index % every === 1 % every);

/** What the three say of one case: cents per component, or that there is no amount. */
type Amounts = { readonly wage: string; readonly guidance: string; readonly support: string };

function fromOracle(answer: OracleAnswer): Amounts {
  if (typeof answer === "string") return { wage: "none", guidance: "none", support: "none" };
  return { wage: String(answer.wage), guidance: String(answer.guidance), support: String(answer.support ?? "none") };
}

function compareBatch(view: Law, year: number, n: number, switches: SwitchChoice, count: number, start: number): string[] {
  const random = randomNumbers(start);
  const reference = quarter(`${year}-Q${n}`);
  const employer = columns(view, reference, { rules: ["wagePremium", "guidancePremium", "employerTotal"], switches });
  const selfEmployed = columns(view, reference, { rules: ["supportPremium"], switches });
  const all = Array.from({ length: count }, () => {
    const one = randomCase(year, n, random);
    return { one, facts: factsOfCase(one) };
  });
  const input = { ...selfEmployed.makeInput(count), ...employer.makeInput(count) };
  for (const column of [...employer.inputs, ...selfEmployed.inputs]) {
    all.forEach(({ facts }, row) => {
      input[column.name]![row] = numberOfFact(column, facts[column.name]);
    });
  }
  const paid = employer.run(input, count);
  const supported = selfEmployed.run(input, count);

  const wrong: string[] = [];
  all.forEach(({ one, facts }, row) => {
    const byOracle = oracle(view, one, switches);
    const expected = fromOracle(byOracle);
    const explained = explain(view, {
      rules: ["wagePremium", "guidancePremium", "employerTotal"],
      facts,
      quarter: reference,
      switches,
      steps: false,
    });
    // A self-employed person has no wage that could be negative and no collective advice.
    const self = explain(view, { rules: ["supportPremium"], facts, quarter: reference, switches, steps: false });
    const cents = (rule: string) => String(plainValue(explained.values.get(rule)!, "cents/quarter"));
    const byEngine: Amounts =
      explained.outcome === "value"
        ? { wage: cents("wagePremium"), guidance: cents("guidancePremium"), support: expected.support }
        : { wage: "none", guidance: "none", support: expected.support };
    const supportByEngine =
      self.outcome === "value" ? String(plainValue(self.values.get("supportPremium")!, "cents/quarter")) : "none";
    const byColumns: Amounts =
      paid.status[row] === 0
        ? {
            wage: String(paid.values.wagePremium![row]),
            guidance: String(paid.values.guidancePremium![row]),
            support: expected.support,
          }
        : { wage: "none", guidance: "none", support: expected.support };
    const supportByColumns = supported.status[row] === 0 ? String(supported.values.supportPremium![row]) : "none";

    const agree =
      JSON.stringify(byEngine) === JSON.stringify(expected) &&
      JSON.stringify(byColumns) === JSON.stringify(expected) &&
      supportByEngine === supportByColumns &&
      (typeof byOracle === "string" || supportByEngine === expected.support) &&
      (paid.status[row] !== 0 || paid.values.employerTotal![row] === Number(expected.wage) + Number(expected.guidance));
    if (!agree) {
      wrong.push(JSON.stringify({ year, n, switches, one, expected, byEngine, byColumns, supportByEngine, supportByColumns }));
    }
  });
  return wrong;
}

describe("explain, columns and oracle", () => {
  it(`agree to the cent on ${cases} random cases (seed ${seed})`, () => {
    const batches = quarters.flatMap(([year, n]) => readings.map((switches) => ({ year, n, switches })));
    const each = Math.ceil(cases / batches.length);
    const wrong = batches.flatMap(({ year, n, switches }, i) => compareBatch(law, year, n, switches, each, seed + i));
    expect(each * batches.length).toBeGreaterThanOrEqual(cases);
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it("see a changed parameter", () => {
    const changed = law.withParameters([{ id: "ggmmi", value: "2000.01" }]);
    if (!changed.ok) throw new Error("the law refused the change");
    expect(compareBatch(changed.value, 2025, 2, {}, 500, seed)).toEqual([]);
    const facts = factsOfCase({
      ...randomCase(2025, 2, randomNumbers(1)),
      package: "P5",
      startYear: 2025,
      startQuarterOfYear: 1,
    });
    const premium = (view: Law) => explain(view, { rules: ["supportPremium"], facts, quarter: quarter("2025-Q2") }).values;
    expect(premium(law)).not.toEqual(premium(changed.value));
  });
});
