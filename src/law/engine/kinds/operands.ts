// Checks on the units of operands that several kinds share.
import type { Expression } from "../node.ts";

/** Null when there is at least one operand and all have the node's own unit, which must be allowed. */
export function sameUnits(node: Expression, operands: readonly Expression[], allowed: (unit: string) => boolean): string | null {
  if (operands.length === 0) return `“${node.kind}” has no operand`;
  if (!allowed(node.unit)) return `“${node.kind}” does not work on ${node.unit}`;
  const other = operands.find((operand) => operand.unit !== node.unit);
  return other === undefined ? null : `“${node.kind}” mixes ${node.unit} and ${other.unit}`;
}

/** Null when an operand has the expected unit. */
export function hasUnit(node: Expression, operand: Expression, ...units: string[]): string | null {
  return units.includes(operand.unit) ? null : `“${node.kind}” expects ${units.join(" or ")}, not ${operand.unit}`;
}

/** The first complaint, or null. */
export function firstOf(...complaints: (string | null)[]): string | null {
  return complaints.find((complaint) => complaint !== null) ?? null;
}
