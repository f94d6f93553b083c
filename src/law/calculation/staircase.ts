// All quarters of a term, one after the other, as the simulator shows them.
import { addQuarters, type Cents, cents, type Quarter } from "../../kernel/index.ts";
import { explain, type Facts, type Law, plainValue } from "../engine/index.ts";
import { type CalculationOptions, calculate, employerRules, selfEmployedRules } from "./calculate.ts";
import type { CalculationInput } from "./input.ts";
import type { CalculationOutput, NoResult } from "./output.ts";

export interface QuarterOfTerm {
  readonly quarter: Quarter;
  readonly output: CalculationOutput;
}

export type Staircase =
  | { readonly outcome: "value"; readonly quarters: readonly QuarterOfTerm[] }
  | { readonly outcome: "stopped"; readonly at: Quarter | null; readonly answer: NoResult };

/**
 * The same facts in every quarter of the term: 20 for a lasting need, 8 for a temporary one. `quarter` and the days of service are left
 * aside: each quarter is full. Stops at the first quarter without an amount.
 */
export function staircase(law: Law, input: CalculationInput, options: CalculationOptions = {}): Staircase {
  const start = input.startQuarter;
  const first = calculate(law, inQuarter(input, start ?? null), options);
  if (first.outcome !== "value" || start === null || start === undefined) {
    return { outcome: "stopped", at: start ?? null, answer: first as NoResult };
  }
  const quarters: QuarterOfTerm[] = [{ quarter: start, output: first }];
  for (let index = 1; index < termQuarters(law, input, start); index += 1) {
    const quarter = addQuarters(start, index);
    const output = calculate(law, inQuarter(input, quarter), options);
    if (output.outcome !== "value") return { outcome: "stopped", at: quarter, answer: output };
    quarters.push({ quarter, output });
  }
  return { outcome: "value", quarters };
}

/**
 * What all quarters of the term give together, in cents; null when any of them gives no amount. The same as adding up the staircase, without
 * writing what nobody reads: for comparing many terms.
 */
export function termTotal(law: Law, input: CalculationInput): Cents | null {
  const start = input.startQuarter;
  if (start === null || start === undefined) return null;
  // The first quarter is asked in full: what is wrong with the case is wrong in every quarter.
  if (calculate(law, inQuarter(input, start)).outcome !== "value") return null;
  const rules = input.scheme === "employer" ? employerRules : selfEmployedRules;
  const { switches } = input;
  let total = 0;
  const length = termQuarters(law, input, start);
  for (let index = 0; index < length; index += 1) {
    const quarter = addQuarters(start, index);
    const facts = inQuarter(input, quarter) as unknown as Facts;
    const found = explain(law, { rules, facts, quarter, ...(switches === undefined ? {} : { switches }), steps: false });
    if (found.outcome !== "value") return null;
    total += plainValue(found.values.get(rules[0]!)!, "cents/quarter") as number;
  }
  return cents(total);
}

function inQuarter(input: CalculationInput, quarter: Quarter | null): CalculationInput {
  return { ...input, quarter, ...(input.scheme === "employer" ? { inServiceFrom: null, inServiceUntil: null } : {}) };
}

const termRules: readonly string[] = Object.freeze(["termLength"]);

function termQuarters(law: Law, input: CalculationInput, quarter: Quarter): number {
  const { switches } = input;
  const length = explain(law, {
    rules: termRules,
    facts: input as unknown as Facts,
    quarter,
    ...(switches === undefined ? {} : { switches }),
    steps: false,
  });
  return Number(plainValue(length.values.get("termLength")!, "quarters"));
}
