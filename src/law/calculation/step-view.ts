// The steps behind one amount, ready to be shown: only those it used, the months of one rule together, each with its sources.
import type { Law } from "../engine/index.ts";
import type { Confidence } from "../model.ts";
import type { RulebookEntry, Source } from "../register.ts";
import type { ParameterLine, StepLine } from "./output.ts";

export interface SourceView {
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
}

export interface ParameterView {
  readonly line: ParameterLine;
  readonly confidence: Confidence;
  readonly sources: readonly SourceView[];
}

export interface StepView {
  readonly key: string;
  readonly step: StepLine;
  /** Null when there is none, or when the months differ. */
  readonly value: string | null;
  /** Rulebook ids of the step and of the steps that only handed its value on. */
  readonly ids: readonly string[];
  /** One per month for a rule about months, else one. */
  readonly sentences: readonly StepLine["sentence"][];
  readonly entries: readonly RulebookEntry[];
  readonly ruleSources: readonly SourceView[];
  readonly parameters: readonly ParameterView[];
  /** True for the amount itself. */
  readonly result: boolean;
}

/** Everything that `rule` used, directly or through another step, in the order of calculation; `rule` last. */
export function stepsBehind(steps: readonly StepLine[], rule: string): StepLine[] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const wanted = new Set<string>();
  const visit = (key: string) => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const used of byKey.get(key)?.from ?? []) visit(used);
  };
  visit(rule);
  return steps.filter((step) => wanted.has(step.key));
}

/** True for a step that only gives the value of one other step again: its ids join that step's, so that nothing is said twice. */
function handsOn(step: StepLine, steps: readonly StepLine[]): boolean {
  const [only] = step.from;
  if (step.from.length !== 1 || step.parameters.length > 0 || Object.keys(step.switches).length > 0) return false;
  const before = steps.find((one) => one.key === only);
  return before !== undefined && before.value === step.value && before.unit === step.unit;
}

/** Steps of one rule that differ only by month, as one. */
function months(steps: readonly StepLine[]): StepLine[][] {
  const groups: StepLine[][] = [];
  for (const step of steps) {
    const before = groups.at(-1);
    const first = before?.[0];
    if (before !== undefined && first !== undefined && first.rule === step.rule && step.key.includes("@")) before.push(step);
    else groups.push([step]);
  }
  return groups;
}

function sourceViews(law: Law, keys: readonly string[]): SourceView[] {
  return keys.map((key) => {
    const source: Source | undefined = law.sources.get(key);
    return { key, title: source?.title ?? key, url: source?.urls[0] ?? null };
  });
}

export function stepViews(law: Law, steps: readonly StepLine[], rule: string): StepView[] {
  const behind = stepsBehind(steps, rule);
  const handing = new Map(
    behind.flatMap((step) => (step.rule !== rule && handsOn(step, behind) ? [[step.from[0], step] as const] : [])),
  );
  const shown = behind.filter((step) => ![...handing.values()].includes(step));
  return months(shown).map((group) => {
    const [step] = group as [StepLine];
    const handedOn: StepLine[] = [];
    for (let next = handing.get(step.key); next !== undefined; next = handing.get(next.key)) handedOn.push(next);
    const ids = [...new Set([...step.ids, ...handedOn.flatMap((one) => one.ids)])];
    const entries = ids.flatMap((id) => law.rulebook.entries.get(id) ?? []);
    const parameters = new Map(group.flatMap((one) => one.parameters.map((line) => [`${line.id} ${line.since}`, line] as const)));
    return {
      key: step.key,
      step,
      value: group.every((one) => one.value === step.value) ? step.value : null,
      ids,
      sentences: group.map((one) => one.sentence),
      entries,
      ruleSources: sourceViews(law, [...new Set(entries.flatMap((entry) => entry.sources))]),
      parameters: [...parameters.values()].map((line) => ({
        line,
        confidence: line.confidence,
        sources: sourceViews(law, line.sources),
      })),
      result: step.rule === rule,
    };
  });
}
