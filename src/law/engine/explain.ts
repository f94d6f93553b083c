// Runs rules for one case, exactly: with every step, or without when only the result is wanted.
import { fromEpochDay, plainDate, type Quarter, quarter, quarterIndexNumber, toEpochDay } from "../../kernel/index.ts";
import type { SwitchChoice } from "../model.ts";
import { type Exact, scaled, toNumber, whole } from "./exact.ts";
import { type ParameterCell, quarterFromValue } from "./frame.ts";
import type { Law } from "./law.ts";
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
  /** Parameters of which the last known value was used for a day past what is known. */
  readonly carried: readonly ParameterCell[];
};

/** Computes rules for one case. A refusal, a missing fact and a question to a person are outcomes; only a misuse throws. */
export function explain(law: Law, question: Question): Explanation {
  const { program } = law;
  const facts: Fact[] = new Array(program.inputs.size);
  for (const slot of program.inputs.values()) {
    const fact = question.facts[slot.name];
    if (fact !== undefined && fact !== null) facts[slot.index] = factValue(fact, slot.unit);
  }
  const frame = law.frame(question.quarter ?? null, question.switches ?? noSwitches);
  const trace = question.steps === false ? null : new Trace();
  const run = new Run(frame, facts, program.ruleCount, trace);

  const values = new Map<string, Value>();
  let absent: NoValue | null = null;
  for (const id of question.rules) {
    const value = program.evaluator(id)(run);
    if (value instanceof NoValue) absent = absent === null ? value : both(absent, value);
    else values.set(id, value);
  }
  const openPoints = run.openPoints.length > 1 ? run.openPoints.sort() : run.openPoints;
  const rest = { values, steps: trace === null ? noSteps : trace.steps, openPoints, carried: run.carried };
  if (absent === null) return { outcome: "value", ...rest };
  // A refusal stands whatever is still missing; a person is asked only when all facts are there.
  if (absent.refused.length > 0) return { outcome: "refused", reasons: absent.refused, ...rest };
  if (absent.missing.length > 0) return { outcome: "incomplete", missing: absent.missing, ...rest };
  return { outcome: "judgement", judgements: absent.judgements, ...rest };
}

const noSteps: readonly Step[] = [];
const noSwitches: SwitchChoice = {};

export function factValue(fact: PlainFact, unit: AnyUnit): Value {
  if (typeof fact === "boolean") return fact;
  if (typeof fact === "number") return scaled(fact, scaleOf(unit));
  if (unit === "date") return whole(toEpochDay(plainDate(fact)));
  if (unit === "quarter") return whole(quarterIndexNumber(quarter(fact)));
  return fact;
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
