// Runs worked cases against a law. A case that fails shows both values and the step at which they part.
import {
  assertOk,
  parseEuro,
  parseFractionOrZero,
  parsePercent,
  type Quarter,
  quarter as quarterOfText,
  type Result,
} from "../../kernel/index.ts";
import { calculateJson, parseCalculation, type StepLine, staircase } from "../calculation/index.ts";
import { stepLines } from "../calculation/steps.ts";
import { sum, whole } from "../engine/exact.ts";
import { type Exact, type Explanation, explain, type Law, type PlainFact, plainValue, valueText } from "../engine/index.ts";
import { parseValue } from "../loader/index.ts";
import type { SwitchChoice } from "../model.ts";
import type { Ask, FactsOfCase, LawCase } from "./law-case.ts";

/** One value that is not what the case expects. */
export interface Difference {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
}

export interface CaseResult {
  readonly case: LawCase;
  readonly passed: boolean;
  readonly differences: readonly Difference[];
  /** The first step whose value is not the expected one, or the step that gives the wrong result. */
  readonly partsAt: string | null;
}

/** In the order of the cases. */
export function runCases(law: Law, cases: readonly LawCase[]): readonly CaseResult[] {
  return cases.map((one) => runCase(law, one));
}

export function runCase(law: Law, one: LawCase): CaseResult {
  const changed = one.parameters.length === 0 ? law : assertOk(law.withParameters(one.parameters));
  // Steps cost several times more than the answer: they are worked out only where a case names some, or where it fails.
  if (Object.keys(one.steps).length === 0) {
    const { answer } = answerTo(changed, one, false);
    const wrong = differences(one.expected, (name) => answer[name] ?? "nothing");
    if (wrong.length === 0) return { case: one, passed: true, differences: [], partsAt: null };
  }
  const { answer, steps } = answerTo(changed, one, true);
  const stepDifferences = differences(one.steps, (key) => stepValue(steps, key));
  const resultDifferences = differences(one.expected, (name) => answer[name] ?? "nothing");
  const all = [...resultDifferences, ...stepDifferences];
  return {
    case: one,
    passed: all.length === 0,
    differences: all,
    partsAt: partingStep(steps, stepDifferences, resultDifferences),
  };
}

/** For people: which case, both values, and where they part. */
export function describeFailure(result: CaseResult): string {
  const { case: one, differences: found, partsAt } = result;
  const lines = found.map((d) => `  ${d.name}: expected ${d.expected}, found ${d.found}`);
  const where = partsAt === null ? [] : [`  they part at step ${partsAt}`];
  return [`${one.id} (${one.file}:${one.line}) ${one.intent.en}`, ...lines, ...where].join("\n");
}

interface Answer {
  readonly answer: Readonly<Record<string, string>>;
  readonly steps: readonly StepLine[];
}

function answerTo(law: Law, one: LawCase, steps: boolean): Answer {
  if (one.ask.kind === "calculation") return calculationAnswer(law, one.ask.input, steps);
  if (one.ask.kind === "term") return termAnswer(law, one.ask.input, Object.keys(one.expected));
  return ruleAnswer(law, one.ask, Object.keys(one.expected), steps);
}

/** Every step that a case goes through, with its sentences; of a whole term those of its first quarter. */
export function stepsOfCase(law: Law, one: LawCase): readonly StepLine[] {
  const changed = one.parameters.length === 0 ? law : assertOk(law.withParameters(one.parameters));
  if (one.ask.kind !== "term") return answerTo(changed, one, true).steps;
  return calculationAnswer(changed, { ...one.ask.input, quarter: one.ask.input.startQuarter! }, true).steps;
}

/** The ids of the rules that a case goes through, with the readings and values that it names. */
export function rulesOfCase(law: Law, one: LawCase): ReadonlySet<string> {
  const changed = one.parameters.length === 0 ? law : assertOk(law.withParameters(one.parameters));
  if (one.ask.kind !== "term") return new Set(answerTo(changed, one, true).steps.map((step) => step.rule));
  const input = { ...one.ask.input, quarter: one.ask.input.startQuarter! };
  const first = new Set(calculationAnswer(changed, input, true).steps.map((step) => step.rule));
  return new Set([...first, ...Object.keys(one.expected).filter((name) => law.graph.rules.has(name))]);
}

/** Fields of the output as text; `reasons`, `fields` and `notes` as their ids in a row. */
function calculationAnswer(law: Law, input: FactsOfCase, withSteps: boolean): Answer {
  const output = calculateJson(law, input, { steps: withSteps });
  const answer: Record<string, string> = {};
  for (const [name, value] of Object.entries(output)) {
    if (typeof value === "string" || typeof value === "number") answer[name] = String(value);
  }
  if (output.outcome === "value") {
    answer.openPoints = row(output.openPoints);
    answer.notes = row((output.notes ?? []).map((note) => note.id));
  } else {
    answer.reasons = output.reasons.map((reason) => reason.id).join(" ");
    answer.fields = output.reasons.map((reason) => reason.field ?? "none").join(" ");
  }
  return { answer, steps: output.steps ?? [] };
}

/** The sum of each rule asked for over the quarters of the term, and `quarters`, their number. */
function termAnswer(law: Law, input: FactsOfCase, names: readonly string[]): Answer {
  const parsed = parseCalculation(input);
  if (!parsed.ok) return { answer: { outcome: "invalid", reasons: parsed.error.map(({ id }) => id).join(" ") }, steps: [] };
  const stairs = staircase(law, parsed.value);
  if (stairs.outcome !== "value") return { answer: { outcome: stairs.answer.outcome }, steps: [] };
  const answer: Record<string, string> = { outcome: "value", quarters: String(stairs.quarters.length) };
  for (const name of names) {
    const rule = law.graph.rules.get(name);
    if (rule === undefined) continue;
    let total = whole(0);
    for (const { quarter } of stairs.quarters) {
      const { switches = {} } = parsed.value;
      const explanation = explain(law, { rules: [name], facts: parsed.value as never, quarter, switches, steps: false });
      total = sum(total, explanation.values.get(name) as Exact);
    }
    answer[name] = valueText(total, rule.unit);
  }
  return { answer, steps: [] };
}

function ruleAnswer(law: Law, ask: Extract<Ask, { kind: "rules" }>, names: readonly string[], withSteps: boolean): Answer {
  const { quarter, switches, ...rest } = ask.facts;
  const facts: Record<string, PlainFact> = {};
  for (const [name, text] of Object.entries(rest)) facts[name] = factOf(law, name, text as string);
  const about = {
    ...(quarter === undefined ? {} : { quarter: quarterOfText(quarter as string) as Quarter }),
    switches: (switches ?? {}) as SwitchChoice,
  };
  for (const [fact, rule] of [...Object.entries(ask.feeds ?? {}), ...(ask.when ?? []).map((rule) => [null, rule] as const)]) {
    const found = explain(law, { rules: [rule], facts, ...about, steps: withSteps });
    const value = found.values.get(rule);
    if (value === undefined || (fact === null && value !== true)) return answerOf(law, found, value === undefined ? null : rule);
    if (fact !== null) facts[fact] = plainValue(value, law.graph.rules.get(rule)!.unit);
  }
  const rules = names.filter((name) => law.graph.rules.has(name));
  return answerOf(law, explain(law, { rules, facts, ...about, steps: withSteps }), null);
}

/** `failed`: a rule that had to hold and does not. */
function answerOf(law: Law, explanation: Explanation, failed: string | null): Answer {
  const outcome = failed === null ? explanation.outcome : "refused";
  const answer: Record<string, string> = { outcome, openPoints: row(explanation.openPoints) };
  for (const [rule, value] of explanation.values) answer[rule] = valueText(value, law.graph.rules.get(rule)!.unit);
  if (failed !== null) answer.reasons = failed;
  if (explanation.outcome === "refused") answer.reasons = explanation.reasons.map(({ id }) => id).join(" ");
  if (explanation.outcome === "incomplete") answer.missing = explanation.missing.map(({ field }) => field).join(" ");
  if (explanation.outcome === "judgement") answer.judgement = explanation.judgements.map(({ id }) => id).join(" ");
  return { answer, steps: stepLines(law, explanation.steps) };
}

/** Several names in one text; `none` when there are none. */
function row(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(" ");
}

function factOf(law: Law, name: string, text: string): PlainFact {
  const unit = law.program.inputs.get(name)?.unit;
  if (unit === undefined) throw new TypeError(`The law asks for no fact “${name}”`);
  const read = (parse: (text: string) => Result<number>) => assertOk(parse(text));
  if (unit === "flag") return text === "true";
  if (unit === "code") return text;
  if (unit === "fte" || (unit === "ratio" && text.includes("."))) return read((one) => parseValue(one, unit) as Result<number>);
  if (unit === "basisPoints") return read(parsePercent);
  if (unit === "fraction") return read(parseFractionOrZero);
  if (unit.startsWith("cents")) return read(parseEuro);
  // Counts, and a ratio in ten-thousandths: whole numbers as they stand.
  if (/^-?\d+$/.test(text)) return Number(text);
  return text;
}

function differences(expected: Readonly<Record<string, string>>, find: (name: string) => string): Difference[] {
  return Object.entries(expected)
    .map(([name, value]) => ({ name, expected: value, found: find(name) }))
    .filter((d) => d.expected !== d.found);
}

function stepValue(steps: readonly StepLine[], key: string): string {
  return steps.find((step) => step.key === key)?.value ?? "no such step";
}

function partingStep(
  steps: readonly StepLine[],
  stepDifferences: readonly Difference[],
  resultDifferences: readonly Difference[],
): string | null {
  // Steps stand in order of computation: the first wrong one is where the two ways part.
  const first = steps.find((step) => stepDifferences.some((d) => d.name === step.key)) ?? null;
  const shown = first ?? steps.find((step) => resultDifferences.some((d) => d.name === step.rule)) ?? steps.at(-1) ?? null;
  if (shown === null || (stepDifferences.length === 0 && resultDifferences.length === 0)) return null;
  return `${shown.key} = ${shown.value ?? "none"} ${shown.unit} (${shown.ids.join(", ")}), from ${shown.from.join(", ") || "the facts"}`;
}
