// What an evaluation did, step by step: one step per rule (per month for rules about a month), each linked to the steps it used.
import type { ParameterCell } from "./frame.ts";
import type { AnyRule } from "./kinds/rule.ts";
import type { AnyUnit } from "./units.ts";
import type { NoValue, Value } from "./value.ts";

/** A fact of the case as a step read it; `value` undefined: the case does not give it. */
export interface FactRead {
  readonly name: string;
  readonly unit: AnyUnit;
  readonly value: Value | undefined;
}

/** A reading of an open point that a step followed. */
export interface SwitchRead {
  readonly openPoint: string;
  readonly option: string;
}

/** Most steps have nothing in most lists: they share this one, and get a list of their own with the first thing in it. */
const nothing: readonly never[] = Object.freeze([]);

/** What all steps of one rule share, in one month where the rule is about months. */
export class StepPlace {
  /** The rule's id, followed by `@YYYY-MM` for a rule about one month. */
  readonly key: string;
  readonly rule: AnyRule;
  readonly month: string | null;
  /** What whoever writes steps keeps for all of them; the engine does not read it. */
  kept: unknown = null;

  constructor(rule: AnyRule, month: string | null) {
    this.key = month === null ? rule.id : `${rule.id}@${month}`;
    this.rule = rule;
    this.month = month;
  }
}

export class Step {
  readonly place: StepPlace;
  readonly key: string;
  readonly rule: AnyRule;
  readonly month: string | null;
  /** Keys of the steps it used, in order of use. */
  from: readonly string[] = nothing;
  facts: readonly FactRead[] = nothing;
  parameters: readonly ParameterCell[] = nothing;
  switches: readonly SwitchRead[] = nothing;
  /** OPEN ids that this step itself leaned on. */
  openPoints: readonly string[] = nothing;
  value: Value | NoValue | undefined = undefined;

  constructor(place: StepPlace) {
    this.place = place;
    this.key = place.key;
    this.rule = place.rule;
    this.month = place.month;
  }
}

export class Trace {
  /** In the order in which they were finished: what a step uses stands before it. */
  readonly steps: Step[] = [];
  private current: Step | null = null;

  open(place: StepPlace): Step | null {
    const parent = this.current;
    const step = new Step(place);
    if (parent !== null) parent.from = and(parent.from, step.key);
    this.current = step;
    return parent;
  }

  close(parent: Step | null, value: Value | NoValue): void {
    const step = this.current!;
    step.value = value;
    this.steps.push(step);
    this.current = parent;
  }

  /** A rule whose value was already there. */
  link({ key }: StepPlace): void {
    const step = this.current;
    if (step === null) return;
    if (!step.from.includes(key)) step.from = and(step.from, key);
  }

  fact(name: string, unit: AnyUnit, value: Value | undefined): void {
    const step = this.current;
    if (step === null) return;
    const { facts } = step;
    for (let i = 0; i < facts.length; i += 1) if (facts[i]!.name === name) return;
    step.facts = and(facts, { name, unit, value });
  }

  parameter(cell: ParameterCell): void {
    const step = this.current;
    if (step === null || step.parameters.includes(cell)) return;
    step.parameters = and(step.parameters, cell);
    for (const openPoint of cell.openPoints) this.lean(openPoint);
  }

  switch(read: SwitchRead): void {
    const step = this.current;
    if (step === null) return;
    const { switches } = step;
    for (let i = 0; i < switches.length; i += 1) if (switches[i]!.openPoint === read.openPoint) return;
    step.switches = and(switches, read);
  }

  lean(openPoint: string): void {
    const step = this.current;
    if (step !== null && !step.openPoints.includes(openPoint)) step.openPoints = and(step.openPoints, openPoint);
  }
}

/** The list with one thing more. The shortest are made anew, as long as they are: a list that grows takes room for many more. */
function and<T>(list: readonly T[], one: T): readonly T[] {
  if (list.length < 2) return [...list, one];
  (list as T[]).push(one);
  return list;
}
