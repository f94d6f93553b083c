// Asks the law for the premiums of a case, to the cent: one by one with its steps, or many at once in columns.
import {
  type ColumnKernel,
  columns,
  type Explanation,
  explain,
  NotInColumns,
  numberOfFact,
  plainValue,
  type SwitchChoice,
} from "../../law/index.ts";
import type { Component } from "../ports.ts";
import type { PremiumCase } from "./premium-case.ts";
import type { QuarterFrame } from "./quarter-frame.ts";

/** What the law gives for a case, or why it gives nothing. */
export type Premiums =
  | {
      readonly outcome: "value";
      readonly cents: Readonly<Partial<Record<Component, number>>>;
      readonly openPoints: readonly string[];
    }
  | { readonly outcome: "none"; readonly explanation: Explanation };

type Scheme = PremiumCase["scheme"];
const RULES = {
  employer: ["wagePremium", "guidancePremium"],
  selfEmployed: ["supportPremium"],
  vop: ["vopPremium"],
  vopSelf: ["vopSelfPremium"],
  compensation: ["ldeCompensation"],
} as const;
const COMPONENT_OF = {
  wagePremium: "WAGE",
  guidancePremium: "GUIDANCE",
  supportPremium: "SUPPORT",
  vopPremium: "VOP",
  vopSelfPremium: "VOP",
  ldeCompensation: "COMPENSATION",
} as const;
const SCHEMES = Object.keys(RULES) as readonly Scheme[];

/** Every rule that gives an amount to pay. */
export const PAID_RULES: readonly string[] = SCHEMES.flatMap((scheme) => RULES[scheme]);

/** The rule that gives a component of a case. */
export function ruleOf(component: Component, scheme: Scheme): string {
  return RULES[scheme].find((rule) => COMPONENT_OF[rule] === component) ?? "";
}

/** With every step, for the screen and the letter; without, when only the amounts are wanted. */
export function explainCase(frame: QuarterFrame, one: PremiumCase, steps = true): Explanation {
  return explain(frame.law, {
    rules: RULES[one.scheme],
    facts: one.facts,
    quarter: frame.quarter,
    switches: one.switches,
    steps,
  });
}

export function computePremiums(frame: QuarterFrame, one: PremiumCase): Premiums {
  const explanation = explainCase(frame, one, false);
  if (explanation.outcome !== "value") return { outcome: "none", explanation };
  const cents: Partial<Record<Component, number>> = {};
  for (const rule of RULES[one.scheme]) {
    cents[COMPONENT_OF[rule]] = plainValue(explanation.values.get(rule)!, "cents/quarter") as number;
  }
  return { outcome: "value", cents, openPoints: merged(explanation.openPoints, one.openPoints) };
}

/** Rows computed together: enough to fill the processor's caches, few enough to stay in them. */
const CHUNK = 4096;
/** Below this it is quicker to ask case by case than to make the columns. */
const FEW = 32;

/** The premiums of many cases of one quarter, in their order; the same cents as one by one. Null stands for a case that is null. */
export function computeAll(frame: QuarterFrame, cases: readonly (PremiumCase | null)[]): (Premiums | null)[] {
  const results: (Premiums | null)[] = new Array(cases.length).fill(null);
  const groups = new Map<SwitchChoice, Map<Scheme, number[]>>();
  cases.forEach((one, at) => {
    if (one === null) return;
    const group = groups.get(one.switches) ?? new Map<Scheme, number[]>();
    groups.set(one.switches, group);
    const rows = group.get(one.scheme);
    if (rows === undefined) group.set(one.scheme, [at]);
    else rows.push(at);
  });
  for (const [switches, group] of groups) {
    for (const scheme of SCHEMES) computeGroup(frame, cases, group.get(scheme) ?? [], scheme, switches, results);
  }
  return results;
}

function computeGroup(
  frame: QuarterFrame,
  cases: readonly (PremiumCase | null)[],
  rows: readonly number[],
  scheme: Scheme,
  switches: SwitchChoice,
  results: (Premiums | null)[],
): void {
  if (rows.length === 0) return;
  const kernel = rows.length < FEW ? null : kernelOf(frame, scheme, switches);
  if (kernel === null) {
    for (const row of rows) results[row] = computePremiums(frame, cases[row]!);
    return;
  }
  const size = Math.min(CHUNK, rows.length);
  const input = kernel.makeInput(size);
  const output = kernel.makeOutput(size);
  for (let start = 0; start < rows.length; start += size) {
    const count = Math.min(size, rows.length - start);
    const whole = fill(kernel, input, cases, rows, start, count);
    kernel.run(input, count, output);
    for (let i = 0; i < count; i += 1) {
      const row = rows[start + i]!;
      const one = cases[row]!;
      // A row that the columns cannot hold, or that the law refuses, is asked by itself: that gives its reasons too.
      if (whole[i] === 0 || output.status[i] !== 0) results[row] = computePremiums(frame, one);
      else
        results[row] = {
          outcome: "value",
          cents: centsOf(scheme, output.values, i),
          openPoints: merged(kernel.openPoints, one.openPoints),
        };
    }
  }
}

/** Fills the columns and tells which rows they hold whole. */
function fill(
  kernel: ColumnKernel,
  input: ReturnType<ColumnKernel["makeInput"]>,
  cases: readonly (PremiumCase | null)[],
  rows: readonly number[],
  start: number,
  count: number,
): Uint8Array {
  const whole = new Uint8Array(count).fill(1);
  for (const column of kernel.inputs) {
    const array = input[column.name]!;
    const { name } = column;
    for (let i = 0; i < count; i += 1) {
      const number = numberOfFact(column, cases[rows[start + i]!]!.facts[name]);
      if (Number.isNaN(number)) whole[i] = 0;
      else array[i] = number;
    }
  }
  return whole;
}

function centsOf(
  scheme: Scheme,
  values: ReturnType<ColumnKernel["run"]>["values"],
  row: number,
): Partial<Record<Component, number>> {
  const cents: Partial<Record<Component, number>> = {};
  for (const rule of RULES[scheme]) cents[COMPONENT_OF[rule]] = values[rule]![row]!;
  return cents;
}

/** Null when the law under these readings is not computed exactly in columns. */
function kernelOf(frame: QuarterFrame, scheme: Scheme, switches: SwitchChoice): ColumnKernel | null {
  const key = `${scheme} ${JSON.stringify(switches)}`;
  const held = frame.kernels.get(key);
  if (held !== undefined) return held;
  const made = makeKernel(frame, scheme, switches);
  frame.kernels.set(key, made);
  return made;
}

function makeKernel(frame: QuarterFrame, scheme: Scheme, switches: SwitchChoice): ColumnKernel | null {
  try {
    const kernel = columns(frame.law, frame.quarter, { rules: RULES[scheme], switches });
    return kernel.outputs.every((output) => output.den === 1) ? kernel : null;
  } catch (error) {
    if (error instanceof NotInColumns) return null;
    throw error;
  }
}

function merged(ofLaw: readonly string[], ofCase: readonly string[]): readonly string[] {
  return ofCase.length === 0 ? ofLaw : [...new Set([...ofLaw, ...ofCase])].sort();
}
