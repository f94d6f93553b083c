// What an evaluation did, step by step: one step per rule (per month for rules about a month), each linked to the steps it used.
import type { Frame, ParameterCell } from "./frame.ts";
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

export class Step {
  /** The rule's id, followed by `@YYYY-MM` for a rule about one month. */
  readonly key: string;
  readonly rule: AnyRule;
  readonly month: string | null;
  /** Keys of the steps it used, in order of use. */
  readonly from: string[] = [];
  readonly facts: FactRead[] = [];
  readonly parameters: ParameterCell[] = [];
  readonly switches: SwitchRead[] = [];
  /** OPEN ids that this step itself leaned on. */
  readonly openPoints: string[] = [];
  value: Value | NoValue | undefined = undefined;

  constructor(key: string, rule: AnyRule, month: string | null) {
    this.key = key;
    this.rule = rule;
    this.month = month;
  }
}

export class Trace {
  /** In the order in which they were finished: what a step uses stands before it. */
  readonly steps: Step[] = [];
  private current: Step | null = null;

  open(rule: AnyRule, frame: Frame, month: number): Step | null {
    const parent = this.current;
    const name = month < 0 ? null : frame.monthName(month);
    const step = new Step(name === null ? rule.id : `${rule.id}@${name}`, rule, name);
    if (parent !== null) parent.from.push(step.key);
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
  link(rule: AnyRule, frame: Frame, month: number): void {
    if (this.current === null) return;
    const key = month < 0 ? rule.id : `${rule.id}@${frame.monthName(month)}`;
    if (!this.current.from.includes(key)) this.current.from.push(key);
  }

  fact(name: string, unit: AnyUnit, value: Value | undefined): void {
    const facts = this.current?.facts;
    if (facts !== undefined && !facts.some((fact) => fact.name === name)) facts.push({ name, unit, value });
  }

  parameter(cell: ParameterCell): void {
    const step = this.current;
    if (step === null || step.parameters.includes(cell)) return;
    step.parameters.push(cell);
    for (const openPoint of cell.openPoints) this.lean(openPoint);
  }

  switch(openPoint: string, option: string): void {
    const step = this.current;
    if (step !== null && !step.switches.some((read) => read.openPoint === openPoint)) step.switches.push({ openPoint, option });
  }

  lean(openPoint: string): void {
    const step = this.current;
    if (step !== null && !step.openPoints.includes(openPoint)) step.openPoints.push(openPoint);
  }
}
