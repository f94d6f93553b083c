// One quarter of one grant: what the law gives, or every reason why it gives nothing.
import { firstDay, localized, type PlainDate, type Problem, type Quarter } from "../../kernel/index.ts";
import { type Explanation, explain, type Facts, type Law, type Value, valueText } from "../engine/index.ts";
import { writeHead } from "./head-text.ts";
import type { CalculationInput } from "./input.ts";
import type { CalculationOutput, LawStamp, NoResult, Note, ReasonLine } from "./output.ts";
import { parseCalculation } from "./parse.ts";
import { stepLines } from "./steps.ts";
import { writeSteps } from "./steps-text.ts";
import type { TextSink } from "./text-sink.ts";

export interface CalculationOptions {
  /** Adds every step with its rule, parameters and open points. Default false. */
  readonly steps?: boolean;
}

/** Rules asked for an employer, the result first; the rest is printed beside it. */
export const employerRules: readonly string[] = Object.freeze([
  "employerTotal",
  "wagePremium",
  "guidancePremium",
  "quarterIndex",
  "wagePremiumPercentage",
  "referenceWage",
  "wageCap",
]);

export const selfEmployedRules: readonly string[] = Object.freeze([
  "supportPremium",
  "quarterIndex",
  "supportPercentage",
  "supportBase",
]);

const neededFromEmployer = [
  "package",
  "startQuarter",
  "quarter",
  "employmentFraction",
  "grossWage",
  "employerContributions",
  "contributionReductions",
] as const;
const neededFromSelfEmployed = ["package", "startQuarter", "quarter"] as const;

/** The law's answer to a parsed case. Never throws on input. */
export function calculate(law: Law, input: CalculationInput, options: CalculationOptions = {}): CalculationOutput {
  const early = beforeTheLaw(law, input);
  if (early !== null) return early;
  const explanation = explained(law, input, options.steps === true);
  const output = outputOf(law, input, explanation);
  return options.steps === true ? { ...output, steps: stepLines(law, explanation.steps) } : output;
}

/** The answer with every step, written as JSON: what `JSON.stringify` makes of `calculateJson` with steps, several times sooner. */
export function explainInto(law: Law, json: unknown, sink: TextSink): CalculationOutput {
  const input = parseCalculation(json);
  const early = input.ok ? beforeTheLaw(law, input.value) : invalidInput(input.error);
  if (early !== null || !input.ok) {
    sink.text(JSON.stringify(early));
    return early!;
  }
  const explanation = explained(law, input.value, true);
  const output = outputOf(law, input.value, explanation);
  writeHead(output, sink);
  writeSteps(law, explanation.steps, sink);
  sink.text("}");
  return output;
}

/** Why the law is not asked at all; null: it is. */
function beforeTheLaw(law: Law, input: CalculationInput): NoResult | null {
  const early = beforeTheScheme(law, input);
  const problems = input.switches === undefined ? early : [...early, ...law.checkSwitches(input.switches)];
  const wrong = problems.filter((problem) => problem.id !== "law.switch.noFormula");
  if (wrong.length > 0) return invalidInput(wrong);
  const missing = missingFields(input);
  if (missing.length > 0) return { outcome: "incomplete", reasons: missing.map(missingReason) };
  if (problems.length > 0) return { outcome: "refused", reasons: problems.map(reasonOfProblem), law: ofLaw(law).stamp };
  return null;
}

function explained(law: Law, input: CalculationInput, steps: boolean): Explanation {
  return explain(law, {
    rules: input.scheme === "employer" ? employerRules : selfEmployedRules,
    facts: input as unknown as Facts,
    quarter: input.quarter!,
    ...(input.switches === undefined ? {} : { switches: input.switches }),
    steps,
  });
}

/** The answer to one case as JSON text. */
export function calculateLine(law: Law, text: string, options: CalculationOptions = {}): CalculationOutput {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return invalidInput([notJson]);
  }
  return calculateJson(law, json, options);
}

/** The answer to one case as a JSON value. */
export function calculateJson(law: Law, json: unknown, options: CalculationOptions = {}): CalculationOutput {
  const input = parseCalculation(json);
  return input.ok ? calculate(law, input.value, options) : invalidInput(input.error);
}

function outputOf(law: Law, input: CalculationInput, explanation: Explanation): CalculationOutput {
  if (explanation.outcome !== "value") return { ...noResult(explanation), law: ofLaw(law).stamp };
  const { values, openPoints } = explanation;
  const money = (rule: string) => valueText(values.get(rule)!, "cents/quarter");
  const rest = { openPoints, ...notesOf(law, explanation), law: ofLaw(law).stamp };
  const quarterIndex = Number(valueText(values.get("quarterIndex")!, "quarterIndex"));
  const percent = (rule: string) => valueText(values.get(rule) as Value, "basisPoints");
  if (input.scheme === "employer") {
    return {
      outcome: "value",
      quarterIndex,
      percentage: percent("wagePremiumPercentage"),
      referenceWage: money("referenceWage"),
      wageCap: money("wageCap"),
      wagePremium: money("wagePremium"),
      guidancePremium: money("guidancePremium"),
      total: money("employerTotal"),
      ...rest,
    };
  }
  return {
    outcome: "value",
    quarterIndex,
    percentage: percent("supportPercentage"),
    supportBase: money("supportBase"),
    supportPremium: money("supportPremium"),
    total: money("supportPremium"),
    ...rest,
  };
}

function noResult(explanation: Exclude<Explanation, { outcome: "value" }>): NoResult {
  if (explanation.outcome === "incomplete") {
    return { outcome: "incomplete", reasons: explanation.missing.map(({ field }) => missingReason(field)) };
  }
  if (explanation.outcome === "judgement") {
    return { outcome: "judgement", reasons: explanation.judgements.map(({ id, question }) => ({ id, message: question })) };
  }
  const badInput = explanation.reasons.filter((reason) => reason.input);
  return {
    outcome: badInput.length > 0 ? "invalid" : "refused",
    reasons: explanation.reasons.map(({ id, field, message }) => ({ id, ...(field === null ? {} : { field }), message })),
  };
}

/** What is the same in every case under one law: which law it is, and the first day of the scheme (null: the law does not say). */
interface OfLaw {
  readonly stamp: LawStamp;
  readonly start: PlainDate | null;
}

const laws = new WeakMap<Law, OfLaw>();

function ofLaw(law: Law): OfLaw {
  let made = laws.get(law);
  if (made === undefined) {
    made = {
      stamp: Object.freeze({ version: law.version, parameters: law.parametersHash, rules: law.graph.hash }),
      start: law.timeline("scheme.inForce")[0]?.from ?? null,
    };
    laws.set(law, made);
  }
  return made;
}

function missingFields(input: CalculationInput): string[] {
  if (input.scheme !== "employer" && input.scheme !== "selfEmployed") return ["scheme"];
  const needed: readonly string[] = input.scheme === "employer" ? neededFromEmployer : neededFromSelfEmployed;
  const facts = input as unknown as Readonly<Record<string, unknown>>;
  const missing = needed.filter((field) => facts[field] === undefined || facts[field] === null);
  const { percentage } = input;
  if (input.package === "AFTER_EVALUATION" && (percentage === undefined || percentage === null)) missing.push("percentage");
  return missing;
}

function missingReason(field: string): ReasonLine {
  return {
    id: "calculation.missing",
    field,
    message: localized(
      `Het veld “${field}” ontbreekt. Vul het in.`,
      `The field “${field}” is missing. Fill it in.`,
      `Le champ « ${field} » manque. Complétez-le.`,
    ),
  };
}

/** Quarters that end before the scheme is in force. */
function beforeTheScheme(law: Law, input: CalculationInput): readonly Problem[] {
  const { start } = ofLaw(law);
  if (start === null) return [];
  const early = (quarter: Quarter | null | undefined) => quarter !== undefined && quarter !== null && firstDay(quarter) < start;
  return (["startQuarter", "quarter"] as const)
    .filter((field) => early(input[field]))
    .map((field) => ({
      id: "calculation.beforeScheme",
      field,
      expected: `>= ${start}`,
      message: localized(
        `Individueel maatwerk bestaat sinds ${start}. Kies een kwartaal vanaf die dag.`,
        `Individual customised work exists since ${start}. Choose a quarter from that day on.`,
        `Le travail adapté individuel existe depuis le ${start}. Choisissez un trimestre à partir de ce jour.`,
      ),
    }));
}

const notJson: Problem = {
  id: "calculation.json",
  expected: "{...}",
  message: localized(
    "Deze regel is geen geldige JSON. Schrijf één volledig object per regel.",
    "This line is not valid JSON. Write one complete object per line.",
    "Cette ligne n’est pas du JSON valide. Écrivez un objet complet par ligne.",
  ),
};

/** An answer to input that could not be read. */
export function invalidInput(problems: readonly Problem[]): NoResult {
  return { outcome: "invalid", reasons: problems.map(reasonOfProblem) };
}

function reasonOfProblem({ id, field, message }: Problem): ReasonLine {
  return { id, ...(field === undefined ? {} : { field }), message };
}

function notesOf(law: Law, explanation: Explanation): { readonly notes?: readonly Note[] } {
  if (explanation.carried.length === 0) return {};
  const byParameter = new Map(explanation.carried.map((cell) => [cell.id, cell]));
  return {
    notes: [...byParameter.values()].map((cell) => {
      const value = valueText(cell.value as Value, cell.unit);
      const since = cell.reading?.row.from ?? "";
      const { title } = law.parameters.get(cell.id)!;
      return {
        id: `${cell.id}.carriedForward`,
        message: localized(
          `Voor dit kwartaal is nog geen waarde bekend van “${title.nl}”. De laatste bekende waarde telt: ${value}, sinds ${since}.`,
          `No value of “${title.en}” is known yet for this quarter. The last known value counts: ${value}, since ${since}.`,
          `Aucune valeur de « ${title.fr} » n’est encore connue pour ce trimestre. La dernière valeur connue compte : ${value}, depuis le ${since}.`,
        ),
      };
    }),
  };
}
