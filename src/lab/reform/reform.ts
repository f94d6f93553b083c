// A reform as data: what it changes in the law, and from when. It holds no law itself, so one reform can be tried on any version.
import type { Localized, PlainDate, Quarter } from "../../kernel/index.ts";

/** Where a part of a reform is written, for errors. */
export interface Placed {
  readonly file: string;
  readonly line: number;
}

/** A value as parameter files write it ("2.2", "55, 50, 40"). `to` is the last day, included; null: for good. */
export interface ParameterChange extends Placed {
  readonly id: string;
  readonly value: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Another reading of an open point. */
export interface SwitchChange extends Placed {
  readonly id: string;
  readonly option: string;
  readonly from: Quarter;
}

/** Another formula for a rule that the law has. */
export interface RuleChange extends Placed {
  readonly id: string;
  readonly formula: string;
  readonly from: Quarter;
}

/** A new amount that comes on top of what an employer receives. */
export interface AddedComponent extends Placed {
  readonly id: string;
  readonly title: Localized;
  readonly formula: string;
  readonly from: Quarter;
}

export interface Reform {
  readonly id: string;
  readonly title: Localized;
  readonly parameters: readonly ParameterChange[];
  readonly switches: readonly SwitchChange[];
  readonly rules: readonly RuleChange[];
  readonly components: readonly AddedComponent[];
}

export function emptyReform(id: string, title: Localized): Reform {
  return { id, title, parameters: [], switches: [], rules: [], components: [] };
}

/** Several reforms as one, in order: where two change the same thing, the later one counts. */
export function composed(id: string, title: Localized, reforms: readonly Reform[]): Reform {
  return {
    id,
    title,
    parameters: reforms.flatMap((one) => one.parameters),
    switches: reforms.flatMap((one) => one.switches),
    rules: reforms.flatMap((one) => one.rules),
    components: reforms.flatMap((one) => one.components),
  };
}
