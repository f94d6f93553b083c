// Runs rules for one case, exactly: with every step, or without when only the result is wanted.
import { fromEpochDay, plainDate, type Quarter, quarter, quarterIndexNumber, toEpochDay } from "../../kernel/index.ts";
import type { SwitchChoice } from "../model.ts";
import { type Exact, scaled, toNumber, whole } from "./exact.ts";
import { type ParameterCell, quarterFromValue } from "./frame.ts";
import type { AnyRule } from "./kinds/rule.ts";
import type { Law } from "./law.ts";
import type { Evaluate } from "./node.ts";
import type { InputSlot, Program } from "./program.ts";
import { type Fact, Run } from "./run.ts";
import { type Step, Trace } from "./trace.ts";
import { type AnyUnit, scaleOf } from "./units.ts";
import { both, type Judgement, type Missing, NoValue, type Reason, type Value } from "./value.ts";

/** A fact as callers write it: an integer (cents, basis points, ten-thousandths), a date or quarter as text, a code, a flag. */
export type PlainFact = number | string | boolean;

/** The facts of a case by name. A fact that is undefined or null counts as left out. */
export type Facts = Readonly<Record<string, PlainFact | null | undefined>>;

export interface Question {
  /** Rules to compute; the first is the one whose value the outcome is. */
  readonly rules: readonly string[];
  readonly facts: Facts;
  /** Left out for rules that are about days only. */
  readonly quarter?: Quarter;
  readonly switches?: SwitchChoice;
  /** Default true. Without steps a case is several times cheaper. */
  readonly steps?: boolean;
}

export type Outcome =
  | { readonly outcome: "value" }
  | { readonly outcome: "refused"; readonly reasons: readonly Reason[] }
  | { readonly outcome: "incomplete"; readonly missing: readonly Missing[] }
  | { readonly outcome: "judgement"; readonly judgements: readonly Judgement[] };

export type Explanation = Outcome & {
  /** By rule id: the value of every rule that was asked for and has one. */
  readonly values: ReadonlyMap<string, Value>;
  /** Empty when no steps were asked for. What a step used stands before it. */
  readonly steps: readonly Step[];
  /** Every OPEN id of a switch or parameter that was read, sorted. */
  readonly openPoints: readonly string[];
  /** Every question that is left to a person, also when the outcome is a refusal or a missing fact. */
  readonly questions: readonly Judgement[];
  /** Parameters of which the last known value was used for a day past what is known. */
  readonly carried: readonly ParameterCell[];
};

/** Computes rules for one case. A refusal, a missing fact and a question to a person are outcomes; only a misuse throws. */
export function explain(law: Law, question: Question): Explanation {
  const { program } = law;
  const plan = planOf(program, question.rules);
  const { evaluators, inputs, facts } = plan;
  for (let i = 0; i < inputs.length; i += 1) {
    const { name, index, unit } = inputs[i]!;
    const fact = question.facts[name];
    facts[index] = fact === undefined || fact === null ? undefined : factValue(fact, unit);
  }
  const frame = law.frame(question.quarter ?? null, question.switches ?? noSwitches);
  const trace = question.steps === false ? null : new Trace();
  const run = new Run(frame, facts, program.memo, trace);

  const values = new Map<string, Value>();
  let absent: NoValue | null = null;
  for (let i = 0; i < evaluators.length; i += 1) {
    const value = evaluators[i]!(run);
    if (value instanceof NoValue) absent = absent === null ? value : both(absent, value);
    else values.set(question.rules[i]!, value);
  }
  const openPoints = sorted(plan, run.openPoints);
  const rest = {
    values,
    steps: trace === null ? noSteps : trace.steps,
    openPoints,
    carried: run.carried,
    questions: absent?.judgements ?? noQuestions,
  };
  if (absent === null) return { outcome: "value", ...rest };
  // A refusal stands whatever is still missing; a person is asked only when all facts are there.
  if (absent.refused.length > 0) return { outcome: "refused", reasons: absent.refused, ...rest };
  if (absent.missing.length > 0) return { outcome: "incomplete", missing: absent.missing, ...rest };
  return { outcome: "judgement", judgements: absent.judgements, ...rest };
}

/** What a list of rules needs, found once per list. */
interface Plan {
  readonly program: Program;
  readonly evaluators: readonly Evaluate[];
  readonly inputs: readonly InputSlot[];
  /** By place; only the places of `inputs` are ever read, and each case writes all of them. */
  readonly facts: Fact[];
  /** Open points of cases before, as they read them and sorted: cases of one list read one of a few lists. */
  readonly read: OpenPointsRead[];
}

interface OpenPointsRead {
  /** In order of reading. */
  readonly read: readonly string[];
  readonly sorted: readonly string[];
}

const MOST_LISTS = 16;

/** The same frozen list for the same open points, whatever case read them. */
function sorted({ read }: Plan, openPoints: readonly string[]): readonly string[] {
  const known = read.find(
    ({ read: before }) => before.length === openPoints.length && before.every((one, i) => one === openPoints[i]),
  );
  if (known !== undefined) return known.sorted;
  if (read.length >= MOST_LISTS) read.length = 0;
  const made = { read: openPoints, sorted: Object.freeze([...openPoints].sort()) };
  read.push(made);
  return made.sorted;
}

const plans = new WeakMap<readonly string[], Plan>();

function planOf(program: Program, rules: readonly string[]): Plan {
  const known = plans.get(rules);
  if (known !== undefined && known.program === program && known.evaluators.length === rules.length) return known;
  const needed = new Set(rules.flatMap((id) => program.inputsOf(ruleOf(program, id)).map(({ name }) => name)));
  const plan: Plan = {
    program,
    evaluators: rules.map((id) => program.evaluator(id)),
    inputs: [...program.inputs.values()].filter(({ name }) => needed.has(name)),
    facts: new Array(program.inputs.size).fill(undefined),
    read: [],
  };
  // Only a list that cannot change may be remembered.
  if (Object.isFrozen(rules)) plans.set(rules, plan);
  return plan;
}

function ruleOf(program: Program, id: string): AnyRule {
  const rule = program.graph.rules.get(id);
  if (rule === undefined) throw new TypeError(`The graph has no rule “${id}”`);
  return rule;
}

const noSteps: readonly Step[] = [];
const noQuestions: readonly Judgement[] = [];
const noSwitches: SwitchChoice = {};

export function factValue(fact: PlainFact, unit: AnyUnit): Value {
  if (typeof fact === "boolean") return fact;
  if (typeof fact === "number") return scaled(fact, scaleOf(unit));
  if (unit === "date") return whole(toEpochDay(plainDate(fact)));
  if (unit === "quarter") return quarterValue(fact);
  return fact;
}

const quarters = new Map<string, Exact>();

function quarterValue(text: string): Exact {
  const known = quarters.get(text);
  if (known !== undefined) return known;
  const value = whole(quarterIndexNumber(quarter(text)));
  if (quarters.size < 400) quarters.set(text, value);
  return value;
}

/** A value in the form of facts: the reverse of `factValue`. Throws when it is not a whole number of its stored unit. */
export function plainValue(value: Value, unit: AnyUnit): PlainFact {
  if (typeof value === "boolean" || typeof value === "string") return value;
  const number = value as Exact;
  if (unit === "date") return fromEpochDay(toNumber(number));
  if (unit === "quarter") return quarterFromValue(number);
  const scale = scaleOf(unit);
  return scale === 1 ? toNumber(number) : Number((number.num * BigInt(scale)) / number.den);
}
