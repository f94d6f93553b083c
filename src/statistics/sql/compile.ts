// One question at one window as one statement: gather rows, join what is needed, keep the population, count by the dimensions.
import { attributeOf, type Unit } from "../catalogue/index.ts";
import type { RunContext } from "../context.ts";
import { type Definition, type Statistic, subjectOfMeasure, type Window } from "../definition/index.ts";
import { baseOf } from "./base.ts";
import { columnOf, dimensionOf } from "./columns.ts";
import { conditionOf } from "./conditions.ts";
import { joinsOf } from "./joins.ts";
import { narrowed } from "./narrow.ts";
import { Parameters, type Statement } from "./statement.ts";

/**
 * Columns of the result: `d0`, `d1`, ... the values; `t0`, `t1`, ... 1 where the row adds up that dimension; `n` counted units;
 * and for money and time `v`, the statistic as text (`sum` for a mean: the caller divides by `n`).
 */
export function compile(asked: Definition, window: Window, context: RunContext): Statement {
  const p = new Parameters();
  const { rows, definition, unit } = rowsOf(asked, window, context, p);
  const text = definition.value === null ? counted(rows, definition, unit) : summed(rows, definition, definition.value.statistic);
  return p.finish(text);
}

/** The rows before they are counted: `k` the key of the counted thing as text, `d0`, `d1`, ... the values. */
export function partsStatement(asked: Definition, window: Window, context: RunContext): Statement {
  const p = new Parameters();
  const { rows, definition } = rowsOf(asked, window, context, p);
  const names = definition.by.map((_, index) => `d${index}`);
  return p.finish(`select ${["k::text as k", ...names].join(", ")} from (${rows}) r`);
}

function rowsOf(asked: Definition, window: Window, context: RunContext, p: Parameters) {
  const { within, rest: definition } = narrowed(asked, window, context, p);
  const base = baseOf(definition, window, context, p, within);
  const { joins, columns } = joinsOf(definition, window, base, context, p);
  const subject = subjectOfMeasure(definition.measure);
  const unit = definition.value?.per ?? definition.unit;
  const where = [...base.where, ...definition.population.map((condition) => conditionOf(condition, columns, p))];
  // Sorted by bytes: only equality counts here, and the order of a language costs more than the counting itself.
  const dimensions = definition.by.map((attribute, index) => `(${dimensionOf(attribute, columns)}) collate "C" as d${index}`);
  const amount = definition.value === null ? [] : [`${columnOf(definition.value.attribute, columns)} as v`];
  const key = keyOf(unit, subject);
  const rows = `select ${[`${key.includes("||") ? `(${key}) collate "C"` : key} as k`, ...dimensions, ...amount].join(", ")}
  from ${[base.from, ...joins].join("\n  ")}${where.length === 0 ? "" : `\n  where ${where.join(" and ")}`}`;
  return { rows, definition, unit };
}

function counted(rows: string, definition: Definition, unit: Unit): string {
  const names = definition.by.map((_, index) => `d${index}`);
  const count = rowsAreUnits(definition, unit) ? "count(*)" : "count(distinct k)";
  if (names.length === 0) return `select ${count}::int as n from (${rows}) r`;
  const flags = names.map((name, index) => `grouping(${name})::int as t${index}`);
  const sets = definition.totals ? `cube (${names.join(", ")})` : names.join(", ");
  return `select ${[...names, ...flags, `${count}::int as n`].join(", ")} from (${rows}) r group by ${sets}`;
}

function summed(rows: string, definition: Definition, statistic: Statistic): string {
  const names = definition.by.map((_, index) => `d${index}`);
  const domain = attributeOf(definition.value!.attribute).domain;
  const perUnit = domain.kind === "number" && domain.additive ? "sum" : "max";
  const subsets = definition.totals ? powerSet(names) : [names];
  const parts = subsets.map((kept) => {
    const shown = names.map((name) => (kept.includes(name) ? name : `null::text as ${name}`));
    const flags = names.map((name, index) => `${kept.includes(name) ? 0 : 1} as t${index}`);
    const list = [...kept, "k"].join(", ");
    const group = kept.length === 0 ? "" : ` group by ${kept.join(", ")}`;
    return `select ${[...shown, ...flags, "count(*)::int as n", `${overUnits(statistic)} as v`].join(", ")}
from (select ${list}, ${perUnit}(v) as v from r where v is not null and k is not null group by ${list}) x${group}`;
  });
  return `with r as (${rows})\n${parts.join("\nunion all\n")}`;
}

function overUnits(statistic: Statistic): string {
  switch (statistic) {
    case "sum":
    case "mean":
      return "sum(v)::text";
    case "min":
    case "max":
      return `${statistic}(v)::text`;
    default:
      return `percentile_disc(${percentiles[statistic]}) within group (order by v)::text`;
  }
}

const percentiles = { median: "0.5", p10: "0.1", p25: "0.25", p75: "0.75", p90: "0.9" } as const;

const relationKey = "coalesce(b.employer_ref::text, 'SELF') || ' ' || b.person_ref::text";

/** What makes one counted unit of a row. */
function keyOf(unit: Unit, subject: string): string {
  switch (unit) {
    case "person":
      return "b.person_ref";
    case "employer":
      return "b.employer_ref";
    case "establishment":
      return subject === "grant" ? "fa.establishment_ref" : "b.establishment_ref";
    case "relation":
    case "paidAtLeastOnce":
      return relationKey;
    case "ticket":
      return "b.ticket_ref";
    case "grant":
      return "b.grant_ref";
    case "application":
      return "b.file_ref";
    case "file":
      return subject === "oldRight" ? "b.right_ref" : "b.file_ref";
    case "indication":
      return "b.indication_ref";
    case "decision":
      if (subject === "application") return "b.file_ref::text || ' ' || b.state_on::text";
      return subject === "grant" ? "b.grant_ref" : "b.indication_ref";
    case "component":
      if (subject === "payment") return "b.grant_ref::text || ' ' || b.quarter::text || ' ' || b.component";
      return `b.grant_ref::text || ' ' || ${subject === "grant" ? "cp" : "b"}.component`;
    case "transfer":
      return "b.payment_ref::text || ' ' || b.attempt::text";
    case "paidQuarter":
      return "b.grant_ref::text || ' ' || b.quarter::text";
    default:
      throw new Error(`"${unit}" is not counted in heads`);
  }
}

/** True when each gathered row is exactly one unit, so that nothing needs to be made distinct. */
function rowsAreUnits(definition: Definition, unit: Unit): boolean {
  const { measure } = definition;
  const uses = (id: string): boolean =>
    definition.by.includes(id) ||
    definition.population.some((condition) => condition.kind === "values" && condition.attribute === id);
  if (measure.kind !== "stock" || uses("refusalGround") || uses("component")) return false;
  const units: Readonly<Record<string, readonly Unit[]>> = {
    person: ["person"],
    ticketHolder: ["person"],
    ticket: ["ticket"],
    indication: ["indication"],
    application: ["application", "file"],
    grant: ["grant"],
    oldRight: ["file"],
    employer: ["employer"],
  };
  return units[measure.subject]?.includes(unit) ?? false;
}

function powerSet(names: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const name of names) sets.push(...sets.map((set) => [...set, name]));
  return sets;
}
