// Two calculations side by side: which facts, parameters, readings and steps moved, and what each cause does to the amount.
import type { Problem, Result } from "../../kernel/index.ts";
import { fail, ok } from "../../kernel/index.ts";
import {
  type Cause,
  causesOf,
  compareExplanations,
  type ExplanationDifference,
  explain,
  type Facts,
  type Law,
  type Moved,
} from "../engine/index.ts";
import type { SwitchChoice } from "../model.ts";
import { calculateJson, employerRules, selfEmployedRules } from "./calculate.ts";
import type { CalculationInput } from "./input.ts";
import type { CalculationOutput } from "./output.ts";
import { parseCalculation } from "./parse.ts";

export interface CalculationDifference {
  readonly before: CalculationOutput;
  readonly after: CalculationOutput;
  /** The total on both sides and the difference in euro; null when nothing moved or a side has no amount. */
  readonly total: Moved | null;
  /** What moves the total, each with its share, in the order in which they are taken over; null when a side has no amount. */
  readonly causes: readonly Cause[] | null;
  readonly difference: ExplanationDifference;
}

export interface CompareOptions {
  /** The law of the second side, for example as known on another day; left out: the same. */
  readonly lawAfter?: Law;
}

/** Both cases as `maatwerk calculate` takes them, of one scheme. Every mistake of either is named, fields with `before.` or `after.`. */
export function compareCalculations(
  law: Law,
  before: unknown,
  after: unknown,
  options: CompareOptions = {},
): Result<CalculationDifference, readonly Problem[]> {
  const lawAfter = options.lawAfter ?? law;
  const [first, second] = [parseCalculation(before), parseCalculation(after)];
  const problems = [...placed("before", first), ...placed("after", second)];
  if (!first.ok || !second.ok) return fail(problems);
  if (first.value.scheme !== second.value.scheme) return fail([otherScheme]);
  const answers = { before: calculateJson(law, before), after: calculateJson(lawAfter, after) };
  for (const [side, answer] of Object.entries(answers)) {
    if (answer.outcome === "invalid" || answer.outcome === "incomplete") {
      problems.push(
        ...answer.reasons.map((reason) => ({
          id: reason.id,
          message: reason.message,
          ...(reason.field === undefined ? {} : { field: `${side}.${reason.field}` }),
        })),
      );
    }
  }
  if (problems.length > 0) return fail(problems);
  const rules = first.value.scheme === "employer" ? employerRules : selfEmployedRules;
  const [a, b] = [caseOf(law, first.value), caseOf(lawAfter, second.value)];
  const difference = compareExplanations(explain(a.law, { ...a, rules }), explain(b.law, { ...b, rules }));
  const total = difference.results.find((moved) => moved.name === rules[0]) ?? null;
  return ok({ ...answers, total, causes: causesOf(rules[0]!, a, b), difference });
}

/** The same case under other readings of open points. */
export function compareReadings(
  law: Law,
  calculation: unknown,
  switches: SwitchChoice,
): Result<CalculationDifference, readonly Problem[]> {
  const own = typeof calculation === "object" && calculation !== null ? calculation : {};
  const chosen = (own as { readonly switches?: SwitchChoice | null }).switches ?? {};
  return compareCalculations(law, calculation, { ...own, switches: { ...chosen, ...switches } });
}

function caseOf(law: Law, input: CalculationInput) {
  const { quarter, switches, ...facts } = input;
  return { law, facts: facts as unknown as Facts, quarter: quarter!, ...(switches === undefined ? {} : { switches }) };
}

function placed(side: string, parsed: Result<unknown, readonly Problem[]>): Problem[] {
  if (parsed.ok) return [];
  return parsed.error.map((one) => (one.field === undefined ? one : { ...one, field: `${side}.${one.field}` }));
}

const otherScheme: Problem = {
  id: "compare.scheme",
  field: "after.scheme",
  expected: "the scheme of the first case",
  message: {
    nl: "De twee gevallen zijn van een verschillende regeling. Vergelijk twee werkgevers of twee zelfstandigen.",
    en: "The two cases are of different schemes. Compare two employers or two self-employed persons.",
    fr: "Les deux cas relèvent de régimes différents. Comparez deux employeurs ou deux indépendants.",
  },
};
