// Two explanations side by side: which facts, parameters, readings and rules moved, and by how much each.
import { difference, type Exact } from "./exact.ts";
import type { Explanation } from "./explain.ts";
import type { ParameterCell } from "./frame.ts";
import { unitText, valueText } from "./text.ts";
import type { Step } from "./trace.ts";
import { type AnyUnit, isMoment, isNumeric } from "./units.ts";
import { NoValue, type Value } from "./value.ts";

/** Something whose value is not the same on both sides. Texts are those of files and API; null: not there on that side. */
export interface Moved {
  readonly name: string;
  readonly unit: string;
  readonly before: string | null;
  readonly after: string | null;
  /** After less before, for amounts, percentages and counts that are there on both sides. */
  readonly change: string | null;
}

export interface ExplanationDifference {
  /** The rules that were asked for. */
  readonly results: readonly Moved[];
  readonly facts: readonly Moved[];
  /** A parameter read on several days stands once per day on which it moved, as `id@YYYY-MM-DD`. */
  readonly parameters: readonly Moved[];
  /** Open points that are read another way. */
  readonly switches: readonly Moved[];
  /** Steps, in order of computation: what moved first stands first. */
  readonly rules: readonly Moved[];
}

/** What moved from one explanation to another. Both need their steps. */
export function compareExplanations(before: Explanation, after: Explanation): ExplanationDifference {
  const stepUnits = unitsOf(before.steps, after.steps);
  const resultNames = new Set([...before.values.keys(), ...after.values.keys()]);
  return {
    results: [...resultNames].flatMap((name) =>
      moved(name, stepUnits.get(name) ?? "ratio", before.values.get(name), after.values.get(name)),
    ),
    facts: compareReads(factsOf(before), factsOf(after)),
    parameters: compareReads(parametersOf(before), parametersOf(after)),
    switches: compareReads(switchesOf(before), switchesOf(after)),
    rules: compareReads(stepsOf(before), stepsOf(after)),
  };
}

/** True when nothing moved. */
export function sameExplanation(difference: ExplanationDifference): boolean {
  return Object.values(difference).every((moves: readonly Moved[]) => moves.length === 0);
}

type Reads = ReadonlyMap<string, { readonly unit: AnyUnit; readonly value: Value | undefined }>;

function compareReads(before: Reads, after: Reads): Moved[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [a, b] = [before.get(name), after.get(name)];
    return moved(name, (a ?? b)!.unit, a?.value, b?.value);
  });
}

function moved(name: string, unit: AnyUnit, before: Value | undefined, after: Value | undefined): Moved[] {
  const [a, b] = [before, after].map((value) => (value === undefined ? null : valueText(value, unit)));
  if (a === b) return [];
  const counted = before !== undefined && after !== undefined && isNumeric(unit) && !isMoment(unit);
  const change = counted ? valueText(difference(after as Exact, before as Exact), unit) : null;
  return [{ name, unit: unitText(unit), before: a ?? null, after: b ?? null, change }];
}

function factsOf(explanation: Explanation): Reads {
  return new Map(explanation.steps.flatMap((step) => step.facts.map((fact) => [fact.name, fact] as const)));
}

/** A parameter under its own name when it is read on one day only, so that two quarters can be compared. */
function parametersOf(explanation: Explanation): Reads {
  const cells = new Map<string, ParameterCell[]>();
  for (const cell of explanation.steps.flatMap((step) => step.parameters)) {
    const known = cells.get(cell.id) ?? [];
    if (!known.some((other) => other.on === cell.on)) cells.set(cell.id, [...known, cell]);
  }
  const reads = new Map<string, { unit: AnyUnit; value: Value | undefined }>();
  for (const [id, found] of cells) {
    for (const cell of found) {
      const value = cell.value instanceof NoValue ? undefined : cell.value;
      reads.set(found.length === 1 ? id : `${id}@${cell.on}`, { unit: cell.unit, value });
    }
  }
  return reads;
}

function switchesOf(explanation: Explanation): Reads {
  const reads = explanation.steps.flatMap((step) => step.switches);
  return new Map(reads.map(({ openPoint, option }) => [openPoint, { unit: "code", value: option }] as const));
}

function stepsOf(explanation: Explanation): Reads {
  const given = (step: Step) => (step.value instanceof NoValue ? undefined : step.value);
  return new Map(explanation.steps.map((step) => [step.key, { unit: step.rule.unit, value: given(step) }] as const));
}

function unitsOf(...lists: (readonly Step[])[]): ReadonlyMap<string, AnyUnit> {
  return new Map(lists.flat().map((step) => [step.rule.id, step.rule.unit] as const));
}
