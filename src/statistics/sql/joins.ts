// The joins that the attributes of a question need: facts of the person and the employer at the reference date, tickets, wages.
import { type Attribute, attributeOf } from "../catalogue/index.ts";
import type { RunContext } from "../context.ts";
import { type Definition, firstDayOf, lastDayOf, subjectOfMeasure, type Window } from "../definition/index.ts";
import { type Base, ticketMask } from "./base.ts";
import type { ColumnContext } from "./columns.ts";
import type { Parameters } from "./statement.ts";

export interface Joined {
  readonly joins: readonly string[];
  readonly columns: ColumnContext;
}

export function joinsOf(definition: Definition, window: Window, base: Base, context: RunContext, p: Parameters): Joined {
  const subject = subjectOfMeasure(definition.measure);
  const used = usedAttributes(definition);
  const needs = (test: (attribute: Attribute) => boolean): boolean => used.some(test);
  const known = p.place(context.knownAt, "timestamptz");
  const windowEnd = p.place(lastDayOf(window), "date");
  const joins: string[] = [];
  // Facts are those of the reference date; over a period, those of any day on which the row itself held.
  let overlap = base.range;
  const fact = (table: string, alias: string, key: string): void => {
    const when = overlap === null ? `${alias}.valid @> ${base.ref}` : `${alias}.valid && ${overlap}`;
    joins.push(`left join ${table} ${alias} on ${alias}.${key} = b.${key} and ${alias}.known @> ${known} and ${when}`);
    if (overlap !== null) overlap = `coalesce(${overlap} * ${alias}.valid, ${overlap})`;
  };

  const personIsBase = subject === "person";
  if (!personIsBase && needs((attribute) => attribute.path === "person")) fact("read.person_fact", "pf", "person_ref");
  if (needs((attribute) => attribute.path === "status")) fact("read.work_status", "ws", "person_ref");
  const employerIsBase = subject === "employer";
  if (!employerIsBase && needs((attribute) => attribute.path === "employer")) fact("read.employer_fact", "ef", "employer_ref");

  const tickets = definition.population.filter((condition) => condition.kind === "tickets");
  const maskIsBase = subject === "ticketHolder" && definition.measure.kind === "stock";
  if (!maskIsBase && (tickets.length > 0 || needs((attribute) => attribute.path === "holder"))) {
    const holder = (on: string, more: string): string =>
      `(select ${more}${ticketMask} as mask from read.ticket t where t.known @> ${known} and t.valid @> ${on}`;
    const mustHold = tickets.some((condition) => condition.has.length > 0);
    joins.push(
      base.refIsConstant
        ? `${mustHold ? "" : "left "}join ${holder(base.ref, "t.person_ref, ")} group by t.person_ref) h on h.person_ref = b.person_ref`
        : `left join lateral ${holder(base.ref, "")} and t.person_ref = b.person_ref) h on true`,
    );
  }
  if (needs((attribute) => attribute.path === "wage")) joins.push(wages(window, known, p));
  if (needs((attribute) => attribute.id === "stateAtEnd")) {
    joins.push(`left join read.application se on se.file_ref = b.file_ref and se.known @> ${known} and se.valid @> ${windowEnd}`);
  }
  const placed = ["nace", "employerProvince", "employerMunicipality"];
  const asksPlace =
    needs((attribute) => placed.includes(attribute.id)) || (definition.value?.per ?? definition.unit) === "establishment";
  if (subject === "grant" && (asksPlace || needs((attribute) => attribute.path === "file"))) joins.push(firstFiled(known));
  if (needs((attribute) => attribute.id === "refusalGround"))
    joins.push("left join lateral unnest(b.grounds) as rg(ground) on true");
  if (subject === "grant" && (definition.unit === "component" || needs((attribute) => attribute.id === "component"))) {
    joins.push(
      "cross join lateral unnest(case when b.premiums = 'WAGE_AND_GUIDANCE' then array['WAGE', 'GUIDANCE'] else array[b.premiums] end) as cp(component)",
    );
  }
  for (const attribute of used) if (attribute.linkedFor.includes(subject)) joins.push(linked(attribute.id, known, windowEnd));
  if (definition.measure.kind === "cohort") joins.push(outcome(definition.measure.until, known));

  return {
    joins,
    columns: {
      ref: base.ref,
      doubleTicketFrom: p.place(context.law.doubleTicketFrom, "date"),
      person: personIsBase ? "b" : "pf",
      employer: employerIsBase ? "b" : "ef",
      file: subject === "application" ? "b" : subject === "grant" ? "fa" : null,
      mask: maskIsBase ? "b.mask" : "coalesce(h.mask, 0)",
      amaPerimeter: definition.amaPerimeter,
      subject,
      windowEnd,
    },
  };
}

export function usedAttributes(definition: Definition): readonly Attribute[] {
  const ids = new Set([
    ...definition.by,
    ...definition.population.flatMap((condition) => (condition.kind === "tickets" ? [] : [condition.attribute])),
    ...(definition.value === null ? [] : [definition.value.attribute]),
  ]);
  return [...ids].map(attributeOf);
}

/** The application of each file as it was first: what is asked of it does not change. */
function firstFiled(known: string): string {
  return `left join (select distinct on (a.file_ref) a.file_ref, a.situation, a.channel, a.establishment_ref, a.establishment_municipality,
    a.establishment_province, a.establishment_nace from read.application a where a.known @> ${known}
    order by a.file_ref, lower(a.valid) nulls first) fa on fa.file_ref = b.file_ref`;
}

/** Declarations of the quarter by relation: the last version of each that had been received, unless cancelled (status 3). */
function wages(window: Window, known: string, p: Parameters): string {
  const [from, until] = [firstDayOf(window), lastDayOf(window)].map(
    (day) => Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3),
  );
  const latest = `select distinct on (a.attest_no) a.* from read.attest a
    where a.quarter between ${p.place(from!, "int")} and ${p.place(until!, "int")} and a.received_at <= ${known} order by a.attest_no, a.version desc`;
  return `left join (select a.person_ref, a.employer_ref, bool_or(a.gross_cents > 0) as paid, sum(a.contractual_fraction) as fraction
    from (${latest}) a where a.status <> 3 group by a.person_ref, a.employer_ref) w on w.person_ref = b.person_ref and w.employer_ref = b.employer_ref`;
}

/** The value of the earliest linkage that covers the window's last day; of two such, the one that came last. */
function linked(dimension: string, known: string, windowEnd: string): string {
  return `left join (select distinct on (l.person_ref) l.person_ref, l.value from read.linked_fact l
    where l.dimension = '${dimension}' and l.available_from <= ${known} and l.covers_until >= ${windowEnd}
    order by l.person_ref, l.covers_until, l.available_from desc) l_${dimension} on l_${dimension}.person_ref = b.person_ref`;
}

const awaited: Readonly<Record<string, string>> = {
  "application.decided": "x.state in ('GRANTED', 'REFUSED', 'INADMISSIBLE')",
  "application.granted": "x.state = 'GRANTED'",
  "application.refused": "x.state = 'REFUSED'",
  "application.withdrawn": "x.state = 'WITHDRAWN'",
  "application.inadmissible": "x.state = 'INADMISSIBLE'",
  "indication.decided": "true",
  "indication.issued": "x.outcome = 'ISSUED'",
  "indication.refused": "x.outcome = 'REFUSED'",
};

/** The first day, on or after the event, on which the awaited event happened. */
function outcome(until: string, known: string): string {
  const ofApplication = until.startsWith("application.");
  const [table, key, on] = ofApplication
    ? ["read.application", "file_ref", "state_on"]
    : ["read.indication", "indication_ref", "decided_on"];
  return `left join lateral (select min(x.${on}) as reached_on from ${table} x
    where x.${key} = b.${key} and x.known @> ${known} and x.${on} >= b.ref and ${awaited[until]!}) o on true`;
}
