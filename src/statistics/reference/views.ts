// Each gathered row beside the facts that a question needs of it: one view per combination of facts that held with it.
import type { PlainDate } from "../../kernel/index.ts";
import { type Attribute, attributeOf } from "../catalogue/index.ts";
import { type Definition, firstDayOf, lastDayOf, subjectOfMeasure, type Window } from "../definition/index.ts";
import type { Gathered } from "./gather.ts";
import type { KnownTables } from "./known.ts";
import { common, holds } from "./ranges.ts";
import type { ApplicationRow, EmployerFactRow, PersonFactRow, TextRange, WorkStatusRow } from "./tables.ts";

export interface View {
  readonly row: Readonly<Record<string, unknown>>;
  readonly ref: PlainDate;
  readonly person: PersonFactRow | null;
  readonly status: WorkStatusRow | null;
  readonly employer: EmployerFactRow | null;
  /** The application itself, or the one that a grant followed from, as it was first. */
  readonly filed: ApplicationRow | null;
  /** Types of the tickets that the person holds at the reference date. */
  readonly tickets: readonly string[];
  readonly wage: { readonly paid: boolean; readonly fraction: number } | null;
  readonly stateAtEnd: string | null;
  readonly ground: string;
  readonly component: string | null;
  readonly reachedOn: PlainDate | null;
  /** Values of the yearly linkage, by dimension. */
  readonly linked: Readonly<Record<string, string>>;
}

export function viewsOf(definition: Definition, window: Window, gathered: readonly Gathered[], tables: KnownTables): View[] {
  const subject = subjectOfMeasure(definition.measure);
  const used = attributesUsed(definition);
  const uses = (path: Attribute["path"]): boolean => used.some((attribute) => attribute.path === path);
  const names = used.map((attribute) => attribute.id);
  const asksTickets = uses("holder") || definition.population.some((condition) => condition.kind === "tickets");
  const views: View[] = [];
  for (const { row, ref, range } of gathered) {
    const person = text(row.person_ref);
    const employer = text(row.employer_ref);
    for (const withPerson of choices(
      subject === "person" ? "self" : uses("person"),
      row,
      tables.factsOf.get(person),
      ref,
      range,
    )) {
      for (const withStatus of choices(uses("status"), row, tables.statusesOf.get(person), ref, withPerson.range)) {
        for (const withEmployer of choices(
          subject === "employer" ? "self" : uses("employer"),
          row,
          tables.employerFactsOf.get(employer),
          ref,
          withStatus.range,
        )) {
          const view: View = {
            row,
            ref,
            person: withPerson.fact as PersonFactRow | null,
            status: withStatus.fact as WorkStatusRow | null,
            employer: withEmployer.fact as EmployerFactRow | null,
            filed:
              subject === "application"
                ? (row as unknown as ApplicationRow)
                : subject === "grant"
                  ? firstFiled(text(row.file_ref), tables)
                  : null,
            tickets: asksTickets
              ? (tables.ticketsOf.get(person) ?? []).filter((ticket) => holds(ticket.valid, ref)).map((ticket) => ticket.type)
              : [],
            wage: uses("wage") ? wageOf(`${employer} ${person}`, window, tables) : null,
            stateAtEnd: names.includes("stateAtEnd") ? stateAtEnd(text(row.file_ref), lastDayOf(window), tables) : null,
            ground: "NONE",
            component: null,
            linked: linkedOf(text(row.person_ref), lastDayOf(window), names, tables),
            reachedOn: definition.measure.kind === "cohort" ? reachedOn(definition.measure.until, row, ref, tables) : null,
          };
          views.push(
            ...widened(
              view,
              names.includes("refusalGround"),
              subject === "grant" && (definition.unit === "component" || names.includes("component")),
            ),
          );
        }
      }
    }
  }
  return views;
}

export function attributesUsed(definition: Definition): readonly Attribute[] {
  const ids = new Set<string>(definition.by);
  for (const condition of definition.population) if (condition.kind !== "tickets") ids.add(condition.attribute);
  if (definition.value !== null) ids.add(definition.value.attribute);
  return [...ids].map(attributeOf);
}

interface Choice {
  readonly fact: unknown;
  readonly range: TextRange | null;
}

/** The facts that hold with the row: at its reference date, or on a day of its range. None recorded: one choice without fact. */
function choices(
  wanted: boolean | "self",
  row: Readonly<Record<string, unknown>>,
  facts: readonly { readonly valid: TextRange }[] | undefined,
  ref: PlainDate,
  range: TextRange | null,
): Choice[] {
  if (wanted === "self") return [{ fact: row, range }];
  if (!wanted || facts === undefined) return [{ fact: null, range }];
  const found = facts.flatMap((fact): Choice[] => {
    if (range === null) return holds(fact.valid, ref) ? [{ fact, range }] : [];
    const shared = common(fact.valid, range);
    return shared === null ? [] : [{ fact, range: shared }];
  });
  return found.length === 0 ? [{ fact: null, range }] : found;
}

function widened(view: View, byGround: boolean, byComponent: boolean): View[] {
  const grounds = view.row.grounds as readonly string[] | undefined;
  const withGrounds =
    byGround && grounds !== undefined && grounds.length > 0 ? grounds.map((ground) => ({ ...view, ground })) : [view];
  if (!byComponent) return withGrounds;
  const components = view.row.premiums === "WAGE_AND_GUIDANCE" ? ["WAGE", "GUIDANCE"] : [view.row.premiums as string];
  return withGrounds.flatMap((each) => components.map((component) => ({ ...each, component })));
}

function wageOf(relation: string, window: Window, tables: KnownTables): View["wage"] {
  const quarterOf = (day: string): number => Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1;
  const [from, until] = [quarterOf(firstDayOf(window)), quarterOf(lastDayOf(window))];
  const inQuarter = (tables.declarationsOf.get(relation) ?? []).filter((row) => row.quarter >= from && row.quarter <= until);
  if (inQuarter.length === 0) return null;
  return {
    paid: inQuarter.some((row) => row.gross_cents > 0),
    fraction: inQuarter.reduce((sum, row) => sum + row.contractual_fraction, 0),
  };
}

/** The value of the earliest linkage that covers the window's last day; of two such, the one that came last. */
function linkedOf(person: string, day: PlainDate, names: readonly string[], tables: KnownTables): View["linked"] {
  const found: Record<string, string> = {};
  for (const name of ["education", "origin"]) {
    if (!names.includes(name)) continue;
    const [first] = (tables.linkedOf.get(person) ?? [])
      .filter((row) => row.dimension === name && row.covers_until >= day)
      .sort((a, b) =>
        a.covers_until === b.covers_until
          ? b.available_from.localeCompare(a.available_from)
          : a.covers_until.localeCompare(b.covers_until),
      );
    if (first !== undefined) found[name] = first.value;
  }
  return found;
}

function firstFiled(file: string, tables: KnownTables): ApplicationRow | null {
  let first: ApplicationRow | null = null;
  for (const row of tables.applicationsOf.get(file) ?? [])
    if (first === null || (row.valid.from ?? "") < (first.valid.from ?? "")) first = row;
  return first;
}

function stateAtEnd(file: string, day: PlainDate, tables: KnownTables): string | null {
  return (tables.applicationsOf.get(file) ?? []).find((row) => holds(row.valid, day))?.state ?? null;
}

function reachedOn(
  until: string,
  row: Readonly<Record<string, unknown>>,
  start: PlainDate,
  tables: KnownTables,
): PlainDate | null {
  let first: string | null = null;
  const see = (day: string | null): void => {
    if (day !== null && day >= start && (first === null || day < first)) first = day;
  };
  if (until.startsWith("indication.")) {
    for (const each of tables.indications) {
      if (
        each.indication_ref === row.indication_ref &&
        (until === "indication.decided" || `indication.${each.outcome?.toLowerCase()}` === until)
      )
        see(each.decided_on);
    }
    return first;
  }
  const decided = ["GRANTED", "REFUSED", "INADMISSIBLE"];
  for (const each of tables.applicationsOf.get(text(row.file_ref)) ?? []) {
    const counts =
      until === "application.decided" ? decided.includes(each.state) : `application.${each.state.toLowerCase()}` === until;
    if (counts) see(each.state_on);
  }
  return first;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
