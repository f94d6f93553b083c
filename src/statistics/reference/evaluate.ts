// One question at one window over plain rows: gather, look up, keep, group, count. Shares no code with the SQL way.
import { attributeOf, UNKNOWN, type Unit } from "../catalogue/index.ts";
import type { RunContext } from "../context.ts";
import { type Condition, type Definition, type Statistic, subjectOfMeasure, type Window } from "../definition/index.ts";
import { type RawCell, sortCells } from "../figure/raw-cell.ts";
import { gather } from "./gather.ts";
import { knownAt } from "./known.ts";
import type { Tables } from "./tables.ts";
import { isTicket, readAttribute, type Surroundings } from "./values.ts";
import { type View, viewsOf } from "./views.ts";

export function cellsInMemory(tables: Tables, definition: Definition, window: Window, context: RunContext): readonly RawCell[] {
  const known = knownAt(tables, context.knownAt);
  const around: Surroundings = { context, amaPerimeter: definition.amaPerimeter, subject: subjectOfMeasure(definition.measure) };
  const views = viewsOf(definition, window, gather(definition, window, known), known).filter((view) =>
    definition.population.every((condition) => meets(view, condition, around)),
  );
  const groups = new Map<string, { key: (string | null)[]; views: View[] }>();
  const put = (key: (string | null)[], view: View): void => {
    const name = key.map((part) => part ?? "\u0001").join("\u0000");
    const group = groups.get(name) ?? { key, views: [] };
    group.views.push(view);
    groups.set(name, group);
  };
  const unit = definition.value?.per ?? definition.unit;
  for (const view of views) {
    const values = definition.by.map((attribute) => String(readAttribute(attribute, view, around) ?? UNKNOWN));
    for (const key of definition.totals ? withTotals(values) : [values]) put(key, view);
  }
  const grand = definition.by.map(() => null);
  // The grand total is there even when nobody is counted.
  if (definition.totals || definition.by.length === 0) {
    if (![...groups.values()].some(({ key }) => key.every((part) => part === null))) groups.set("", { key: grand, views: [] });
  }
  const cells = [...groups.values()].map((group) => ({ key: group.key, ...measured(group.views, unit, definition, around) }));
  // A statistic has rows only where something was measured; a count has rows for all that were kept.
  return sortCells(
    definition.value === null ? cells : cells.filter((cell) => cell.count > 0 || cell.key.every((part) => part === null)),
  );
}

function measured(
  views: readonly View[],
  unit: Unit,
  definition: Definition,
  around: Surroundings,
): { count: number; value: string | null } {
  const perUnit = new Map<string, number>();
  const heads = new Set<string>();
  for (const view of views) {
    const head = headOf(unit, view, around.subject);
    if (head === null) continue;
    heads.add(head);
    if (definition.value === null) continue;
    const amount = readAttribute(definition.value.attribute, view, around);
    if (amount === null) continue;
    const domain = attributeOf(definition.value.attribute).domain;
    const held = perUnit.get(head);
    const adds = domain.kind === "number" && domain.additive;
    perUnit.set(head, held === undefined ? Number(amount) : adds ? held + Number(amount) : Math.max(held, Number(amount)));
  }
  if (definition.value === null) return { count: heads.size, value: null };
  return { count: perUnit.size, value: statisticOf(definition.value.statistic, [...perUnit.values()]) };
}

function statisticOf(statistic: Statistic, values: readonly number[]): string | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (percent: number): string => String(sorted[Math.max(0, Math.ceil((percent * sorted.length) / 100) - 1)]);
  switch (statistic) {
    case "sum":
    case "mean":
      return String(values.reduce((sum, value) => sum + value, 0));
    case "min":
      return String(sorted[0]);
    case "max":
      return String(sorted[sorted.length - 1]);
    case "median":
      return at(50);
    default:
      return at(Number(statistic.slice(1)));
  }
}

function meets(view: View, condition: Condition, around: Surroundings): boolean {
  if (condition.kind === "tickets") {
    const holdsOne = (name: string): boolean => view.tickets.some((type) => isTicket(type, name, around.amaPerimeter));
    return condition.has.every(holdsOne) && !condition.hasNot.some(holdsOne);
  }
  const value = readAttribute(condition.attribute, view, around);
  if (condition.kind === "values") return condition.values.includes(String(value ?? UNKNOWN)) !== condition.negated;
  if (value === null) return false;
  const numeric = typeof value === "number";
  const below = condition.from !== null && (numeric ? value < Number(condition.from) : value < condition.from);
  const above = condition.until !== null && (numeric ? value > Number(condition.until) : value > condition.until);
  return !below && !above;
}

/** Every way to add up some of the dimensions. */
function withTotals(values: readonly string[]): (string | null)[][] {
  let keys: (string | null)[][] = [[]];
  for (const value of values)
    keys = keys.flatMap((key) => [
      [...key, value],
      [...key, null],
    ]);
  return keys;
}

/** The name under which the view counts once; null when it has none (no employer, no person). */
function headOf(unit: Unit, view: View, subject: string): string | null {
  const part = (column: string): string | null => (view.row[column] as string | null | undefined) ?? null;
  switch (unit) {
    case "person":
      return part("person_ref");
    case "employer":
      return part("employer_ref");
    case "establishment":
      return view.filed?.establishment_ref ?? null;
    case "relation":
    case "paidAtLeastOnce":
      return part("person_ref") === null ? null : `${part("employer_ref") ?? "self"}/${part("person_ref")}`;
    case "ticket":
      return part("ticket_ref");
    case "indication":
      return part("indication_ref");
    case "application":
      return part("file_ref");
    case "file":
      return part(subject === "oldRight" ? "right_ref" : "file_ref");
    case "grant":
      return part("grant_ref");
    case "decision":
      if (subject === "application") return `${part("file_ref")}/${part("state_on")}`;
      return part(subject === "grant" ? "grant_ref" : "indication_ref");
    case "component":
      if (subject === "payment") return `${part("grant_ref")}/${view.row.quarter}/${part("component")}`;
      return `${part("grant_ref")}/${view.component ?? part("component")}`;
    case "transfer":
      return `${part("payment_ref")}/${view.row.attempt}`;
    case "paidQuarter":
      return `${part("grant_ref")}/${view.row.quarter}`;
    default:
      throw new Error(`"${unit}" is not counted in heads`);
  }
}
