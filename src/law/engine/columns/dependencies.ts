// What of the law a node's value rests on, so that a table of it that was made before can be found again.

import { Exact } from "../exact.ts";
import type { Frame } from "../frame.ts";
import { kindOf } from "../kinds/index.ts";
import type { Parameter } from "../kinds/parameter.ts";
import type { Switch } from "../kinds/switch.ts";
import type { Expression } from "../node.ts";
import type { Linker } from "../program.ts";
import type { Value } from "../value.ts";
import { NoValue } from "../value.ts";

interface Dependencies {
  readonly parameters: readonly Parameter[];
  readonly switches: readonly Switch[];
  /** True when a parameter is read on a day of the case: its values cannot be listed beforehand. */
  readonly dated: boolean;
}

const known = new WeakMap<Expression, Dependencies>();

export function dependenciesOf(node: Expression): Dependencies {
  const found = known.get(node);
  if (found !== undefined) return found;
  const parameters = new Map<string, Parameter>();
  const switches = new Map<string, Switch>();
  const seen = new Set<Expression>();
  let dated = false;
  const walk = (part: Expression): void => {
    if (seen.has(part)) return;
    seen.add(part);
    if (part.kind === "parameter") {
      const parameter = part as Parameter;
      if (parameter.at === "day") dated = true;
      parameters.set(`${parameter.id} ${parameter.unit} ${parameter.at}`, parameter);
    }
    if (part.kind === "switch") switches.set((part as Switch).openPoint, part as Switch);
    for (const operand of kindOf(part).operands(part)) walk(operand);
  };
  walk(node);
  const made = { parameters: [...parameters.values()], switches: [...switches.values()], dated };
  known.set(node, made);
  return made;
}

/** A text that is the same whenever every value that the node can read is the same; null when they cannot be listed. */
export function dependencyKey(node: Expression, frame: Frame, slot: Linker["parameter"], month: number): string | null {
  const { parameters, switches, dated } = dependenciesOf(node);
  if (dated) return null;
  const months = month < 0 ? [0, 1, 2] : [month];
  const read = (parameter: Parameter): string => {
    const at = slot(parameter.id, parameter.unit);
    const cells = parameter.at === "month" ? months.map((one) => frame.cell(at, one)) : [frame.cell(at, -1)];
    return cells.map(({ value, openPoints }) => `${textOf(value)} ${openPoints.join(" ")}`).join(";");
  };
  const option = ({ openPoint }: Switch) => {
    const chosen = frame.option(openPoint);
    return chosen instanceof NoValue ? "none" : chosen;
  };
  return [frame.quarter, month, ...parameters.map(read), ...switches.map(option)].join("|");
}

function textOf(value: Value | NoValue): string {
  if (value instanceof NoValue) return `none ${value.refused.length} ${value.missing.length} ${value.judgements.length}`;
  if (value instanceof Exact) return `${value.num}/${value.den}`;
  return Array.isArray(value) ? value.map(textOf).join(",") : String(value);
}
