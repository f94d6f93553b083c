// The conditions of a population as SQL.
import { attributeOf, UNKNOWN } from "../catalogue/index.ts";
import type { Condition, TicketName } from "../definition/index.ts";
import { ticketBits, ticketTypes } from "./base.ts";
import { amaBits, type ColumnContext, columnOf } from "./columns.ts";
import type { Parameters } from "./statement.ts";

export function conditionOf(condition: Condition, columns: ColumnContext, p: Parameters): string {
  switch (condition.kind) {
    case "tickets": {
      const test = (ticket: TicketName, held: boolean): string =>
        `${columns.mask} & ${bitsOf(ticket, columns)} ${held ? "<>" : "="} 0`;
      return (
        [...condition.has.map((ticket) => test(ticket, true)), ...condition.hasNot.map((ticket) => test(ticket, false))].join(
          " and ",
        ) || "true"
      );
    }
    case "values": {
      const types = condition.attribute === "ticketMeasure" ? typesOf(condition.values, columns) : null;
      // A test on the stored column is one that the planner can estimate.
      if (types !== null) return `b.type ${condition.negated ? "<> all" : "= any"}(${p.place(types, "text[]")})`;
      const column = columnOf(condition.attribute, columns);
      const values = p.place(condition.values, "text[]");
      // Without "unknown" the bare column does, and lets the planner turn the outer join into an inner one.
      if (!condition.negated && !condition.values.includes(UNKNOWN)) return `${column} = any(${values})`;
      const known = `coalesce(${column}, '${UNKNOWN}')`;
      return condition.negated ? `${known} <> all(${values})` : `${known} = any(${values})`;
    }
    case "range": {
      const column = columnOf(condition.attribute, columns);
      const type = attributeOf(condition.attribute).domain.kind === "date" ? "date" : "int";
      const end = (sign: string, value: string | null): string[] =>
        value === null ? [] : [`${column} ${sign} ${type === "date" ? p.place(value, "date") : p.place(Number(value), "int")}`];
      return [...end(">=", condition.from), ...end("<=", condition.until)].join(" and ");
    }
  }
}

/** The stored types behind measures of tickets; null when "unknown" is asked for too. */
function typesOf(measures: readonly string[], columns: ColumnContext): readonly string[] | null {
  if (measures.includes(UNKNOWN)) return null;
  return measures.flatMap((measure) => {
    if (measure === "AMA") return ticketTypes.ama(columns.amaPerimeter);
    return measure === "WELFARE" && columns.amaPerimeter === "ALL" ? [] : [measure];
  });
}

function bitsOf(ticket: TicketName, columns: ColumnContext): number {
  return ticket === "AMA" ? amaBits(columns.amaPerimeter) : ticketBits[ticket];
}
