// Whose tickets are looked at: of holders at a day, those whose facts meet the population, before their tickets are put together.
import { attributeOf, UNKNOWN } from "../catalogue/index.ts";
import type { RunContext } from "../context.ts";
import { type Condition, type Definition, lastDayOf, type TicketName, type Window } from "../definition/index.ts";
import { ticketTypes } from "./base.ts";
import type { ColumnContext } from "./columns.ts";
import { conditionOf } from "./conditions.ts";
import type { Parameters } from "./statement.ts";

export interface Narrowed {
  /** More conditions on `t`, the tickets that are put together; empty for any other question. */
  readonly within: string;
  /** The question without the conditions that are met so. */
  readonly rest: Definition;
}

const tables = { person: ["read.person_fact", "pf"], status: ["read.work_status", "ws"] } as const;

export function narrowed(definition: Definition, window: Window, context: RunContext, p: Parameters): Narrowed {
  const { measure } = definition;
  if (measure.kind !== "stock" || measure.subject !== "ticketHolder") return { within: "", rest: definition };
  const known = p.place(context.knownAt, "timestamptz");
  const day = p.place(lastDayOf(window), "date");
  const columns: ColumnContext = {
    ref: day,
    doubleTicketFrom: p.place(context.law.doubleTicketFrom, "date"),
    person: "pf",
    employer: "ef",
    file: null,
    mask: "0",
    amaPerimeter: definition.amaPerimeter,
    subject: "ticketHolder",
    windowEnd: day,
  };
  const pushed = definition.population.filter(isPlain);
  const within = pushed.map((condition) => {
    const [table, alias] = tables[pathOf(condition)];
    return ` and t.person_ref in (select ${alias}.person_ref from ${table} ${alias} where ${conditionOf(condition, columns, p)} and ${alias}.known @> ${known} and ${alias}.valid @> ${day})`;
  });
  const types = typesThatMatter(definition);
  if (types !== null) within.unshift(` and t.type = any(${p.place(types, "text[]")})`);
  return {
    within: within.join(""),
    rest: { ...definition, population: definition.population.filter((one) => !pushed.includes(one as Plain)) },
  };
}

type Plain = Extract<Condition, { kind: "values" }>;

const pathOf = (condition: Plain) => attributeOf(condition.attribute).path as keyof typeof tables;

/** A condition that only whoever has such a fact can meet. */
function isPlain(condition: Condition): condition is Plain {
  return (
    condition.kind === "values" &&
    !condition.negated &&
    !condition.values.includes(UNKNOWN) &&
    ["person", "status"].includes(attributeOf(condition.attribute).path)
  );
}

/** The types that decide whether somebody is counted; null where every ticket does. */
function typesThatMatter(definition: Definition): readonly string[] | null {
  const holders = definition.by.some((attribute) => attributeOf(attribute).path === "holder");
  const asked = definition.population.filter((condition) => condition.kind === "tickets");
  const filtered = definition.population.some(
    (condition) => condition.kind !== "tickets" && attributeOf(condition.attribute).path === "holder",
  );
  // Without a ticket that must be held, any ticket makes a holder.
  if (holders || filtered || !asked.some((condition) => condition.has.length > 0)) return null;
  const names = new Set(asked.flatMap((condition): TicketName[] => [...condition.has, ...condition.hasNot]));
  return [...names].flatMap((name) => (name === "AMA" ? ticketTypes.ama(definition.amaPerimeter) : [name]));
}
