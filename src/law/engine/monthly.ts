// Which nodes are about one month of the quarter: those that read a parameter of the month outside a loop over months of their own.
import { kindOf } from "./kinds/index.ts";
import type { Parameter } from "./kinds/parameter.ts";
import type { Expression } from "./node.ts";

const known = new WeakMap<Expression, boolean>();

export function isMonthly(node: Expression): boolean {
  const answer = known.get(node);
  if (answer !== undefined) return answer;
  const found = look(node);
  known.set(node, found);
  return found;
}

function look(node: Expression): boolean {
  if (node.kind === "sumOverMonths" || node.kind === "perMonth") return false;
  if (node.kind === "parameter") return (node as Parameter).at === "month";
  return kindOf(node).operands(node).some(isMonthly);
}
