// In which part of each dimension every grant of a day falls: the rows that the same question would count, before they are counted.
import type { PlainDate } from "../../kernel/index.ts";
import type { RunContext } from "../context.ts";
import type { Definition } from "../definition/index.ts";
import type { Records } from "../port.ts";
import { partsStatement } from "../sql/index.ts";

/** The codes of each grant, in the order of `by`, under its reference. Names somebody: for who computes, not for who looks. */
export async function partsOfGrants(
  records: Records,
  by: readonly string[],
  day: PlainDate,
  context: RunContext,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (by.length === 0) return new Map();
  const definition: Definition = { ...standingGrants, at: [{ kind: "day", on: day }], by };
  const { text, parameters } = partsStatement(definition, definition.at[0]!, context);
  const rows = await records.query(text, parameters);
  return new Map(rows.map((row) => [String(row.k), by.map((_, index) => String(row[`d${index}`]))]));
}

const standingGrants: Definition = {
  id: "grants",
  title: null,
  unit: "grant",
  measure: { kind: "stock", subject: "grant" },
  at: [],
  knownAt: null,
  population: [],
  by: [],
  totals: false,
  zeros: false,
  value: null,
  amaPerimeter: "SOCIAL_ECONOMY",
  share: false,
  growth: false,
  outcome: { type: "answered" },
};
