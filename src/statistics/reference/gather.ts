// Which rows a measure sees, row by row and in plain loops: the second, independent way to the same figures.
import { addDays, addMonths, brusselsDate, type Instant, makeDate, type PlainDate } from "../../kernel/index.ts";
import type { EventId, SubjectId } from "../catalogue/index.ts";
import { type Definition, firstDayOf, lastDayOf, subjectOfMeasure, type Window } from "../definition/index.ts";
import { groupBy, type KnownTables } from "./known.ts";
import { common, holds } from "./ranges.ts";
import type { GrantRow, LedgerRow, TextRange } from "./tables.ts";

/** A gathered row under the names of its columns, with its reference date. */
export interface Gathered {
  readonly row: Readonly<Record<string, unknown>>;
  readonly ref: PlainDate;
  /** Over a period: the days of it in which the row held. */
  readonly range: TextRange | null;
}

type Row = Readonly<Record<string, unknown>>;

export function gather(definition: Definition, window: Window, tables: KnownTables): Gathered[] {
  const { measure } = definition;
  const [first, last] = [firstDayOf(window), lastDayOf(window)];
  if (measure.kind === "stock") {
    return rowsOf(measure.subject, tables, last)
      .filter(({ valid }) => holds(valid, last))
      .map(({ row }) => ({ row, ref: last, range: null }));
  }
  if (measure.kind === "ever") {
    const period = { from: first, until: addDays(last, 1) };
    return rowsOf(measure.subject, tables, null).flatMap(({ row, valid }) => {
      const range = common(valid, period);
      return range === null ? [] : [{ row, ref: last, range }];
    });
  }
  if (subjectOfMeasure(measure) === "payment") return payments(measure.event, definition, first, last, tables);
  if (subjectOfMeasure(measure) === "commitment") return committed(first, last, tables);
  if (subjectOfMeasure(measure) === "transfer") return transferred(measure.event, first, last, tables);
  return happened(measure.event, tables)
    .filter(({ ref }) => ref >= first && ref <= last)
    .map(({ row, ref }) => ({ row, ref, range: null }));
}

/** Rows with the days in which they hold. A ticket holder at a date is one row per person; over a period each ticket counts. */
function rowsOf(subject: SubjectId, tables: KnownTables, day: PlainDate | null): { row: Row; valid: TextRange }[] {
  const plain = (rows: readonly object[]): { row: Row; valid: TextRange }[] =>
    rows.map((row) => ({ row: row as Row, valid: (row as { valid: TextRange }).valid }));
  switch (subject) {
    case "person":
      return plain(tables.personFacts);
    case "ticket":
      return plain(tables.tickets);
    case "ticketHolder": {
      if (day === null) return plain(tables.tickets);
      return [...tables.ticketsOf].flatMap(([person, tickets]) => {
        const held = tickets.filter((ticket) => holds(ticket.valid, day));
        return held.length === 0 ? [] : [{ row: { person_ref: person }, valid: { from: null, until: null } }];
      });
    }
    case "indication":
      return tables.indications.flatMap((row) => {
        if (row.decided_on !== null && row.decided_on <= row.requested_on) return [];
        return [{ row: row as unknown as Row, valid: { from: row.requested_on, until: row.decided_on } }];
      });
    case "application":
      return plain(tables.applications);
    case "grant":
      return plain(tables.grants);
    case "oldRight":
      return plain(tables.oldRights);
    case "employer":
      return plain(tables.employerFacts);
    case "payment":
    case "commitment":
    case "transfer":
      throw new Error(`A ${subject} does not stand at a date`);
  }
}

interface Happened {
  readonly row: Row;
  readonly ref: PlainDate;
}

/** Every event of the kind: a thing and a day. Of a thing with several versions: the one that held that day, else the first. */
function happened(event: EventId, tables: KnownTables): Happened[] {
  const at = (rows: readonly object[], key: string, on: string, keep: (row: Row) => boolean = () => true): Happened[] => {
    const dated = (rows as readonly Row[]).filter((row) => row[on] !== null && keep(row));
    const groups = groupBy(dated, (row) => `${row[key]} ${row[on]}`);
    return [...groups.values()].map((versions) => {
      const ref = versions[0]![on] as PlainDate;
      return { row: versionAt(versions, ref), ref };
    });
  };
  const inState =
    (...states: string[]) =>
    (row: Row): boolean =>
      states.includes(row.state as string);
  switch (event) {
    case "ticket.applied":
      return at(tables.tickets, "ticket_ref", "applied_on");
    case "ticket.issued":
      return at(tables.tickets, "ticket_ref", "granted_on");
    case "ticket.ended":
      return ended(tables.tickets, "ticket_ref");
    case "indication.requested":
      return at(tables.indications, "indication_ref", "requested_on");
    case "indication.decided":
      return at(tables.indications, "indication_ref", "decided_on");
    case "indication.issued":
      return at(tables.indications, "indication_ref", "decided_on", (row) => row.outcome === "ISSUED");
    case "indication.refused":
      return at(tables.indications, "indication_ref", "decided_on", (row) => row.outcome === "REFUSED");
    case "application.filed":
      return at(tables.applications, "file_ref", "filed_on");
    case "application.decided":
      return at(tables.applications, "file_ref", "state_on", inState("GRANTED", "REFUSED", "INADMISSIBLE"));
    case "application.granted":
      return at(tables.applications, "file_ref", "state_on", inState("GRANTED"));
    case "application.refused":
      return at(tables.applications, "file_ref", "state_on", inState("REFUSED"));
    case "application.withdrawn":
      return at(tables.applications, "file_ref", "state_on", inState("WITHDRAWN"));
    case "application.inadmissible":
      return at(tables.applications, "file_ref", "state_on", inState("INADMISSIBLE"));
    case "grant.decided":
      return at(tables.grants, "grant_ref", "decided_on");
    case "grant.started":
      return started(tables.grants, "grant_ref");
    case "grant.ended":
      return ended(tables.grants, "grant_ref");
    case "oldRight.started":
      return started(tables.oldRights, "right_ref");
    case "oldRight.ended":
      return ended(tables.oldRights, "right_ref");
    case "oldRight.evaluationRequested":
      return at(tables.oldRights, "right_ref", "evaluation_requested_on");
    case "oldRight.evaluationDecided":
      return at(tables.oldRights, "right_ref", "evaluation_decided_on");
    case "payment.booked":
    case "payment.due":
    case "commitment.booked":
    case "transfer.executed":
    case "transfer.returned":
      return [];
  }
}

/** The version that holds on the day; without one, the first. */
function versionAt(versions: readonly Row[], day: PlainDate): Row {
  const inOrder = [...versions].sort(byStart);
  return inOrder.find((row) => row.valid !== undefined && holds(row.valid as TextRange, day)) ?? inOrder[0]!;
}

function byStart(a: Row, b: Row): number {
  const [left, right] = [(a.valid as TextRange | undefined)?.from ?? "", (b.valid as TextRange | undefined)?.from ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}

function started(rows: readonly object[], key: string): Happened[] {
  return [...groupBy(rows as readonly Row[], (row) => String(row[key])).values()].flatMap((versions) => {
    const first = [...versions].sort(byStart)[0]!;
    const { from } = first.valid as TextRange;
    return from === null ? [] : [{ row: first, ref: from as PlainDate }];
  });
}

/** The last day of the last version; a thing without end has not ended. */
function ended(rows: readonly object[], key: string): Happened[] {
  const endOf = (row: Row): string => (row.valid as TextRange).until ?? "9999-99-99";
  return [...groupBy(rows as readonly Row[], (row) => String(row[key])).values()].flatMap((versions) => {
    const last = [...versions].sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))[0]!;
    const { until } = last.valid as TextRange;
    return until === null ? [] : [{ row: last, ref: addDays(until as PlainDate, -1) }];
  });
}

function payments(event: EventId, definition: Definition, first: PlainDate, last: PlainDate, tables: KnownTables): Gathered[] {
  const byOrigin = JSON.stringify([definition.by, definition.population]).includes('"bookingOrigin"');
  const inPeriod = tables.ledgerLines.filter((line) => {
    const day = event === "payment.booked" ? brusselsDate(line.booked_at as Instant) : lastDayOfQuarter(line.quarter);
    return day >= first && day <= last;
  });
  const groups = groupBy(inPeriod, (line: LedgerRow) =>
    JSON.stringify([line.grant_ref, line.quarter, line.component, line.employer_ref, byOrigin ? line.origin : ""]),
  );
  return [...groups.values()].flatMap((lines) => {
    const line = lines[0]!;
    let cents = 0;
    for (const each of lines) cents += each.cents;
    if (definition.unit !== "euro" && cents <= 0) return [];
    const ref = lastDayOfQuarter(line.quarter);
    const grant = grantAt(line.grant_ref, ref, tables);
    const row = {
      ...line,
      cents,
      person_ref: grant?.person_ref ?? null,
      applicant: grant?.applicant ?? null,
      premiums: grant?.premiums ?? null,
      package: grant?.package ?? null,
      guidance_need: grant?.guidance_need ?? null,
    };
    return [{ row, ref, range: null }];
  });
}

function committed(first: PlainDate, last: PlainDate, tables: KnownTables): Gathered[] {
  return tables.commitments.flatMap((line) => {
    const ref = brusselsDate(line.booked_at as Instant);
    if (ref < first || ref > last) return [];
    const grant = grantAt(line.grant_ref, ref, tables);
    const of = { person_ref: grant?.person_ref ?? null, employer_ref: grant?.employer_ref ?? null };
    const row = { ...line, ...of, applicant: grant?.applicant ?? null, premiums: grant?.premiums ?? null };
    return [{ row, ref, range: null }];
  });
}

function transferred(event: EventId, first: PlainDate, last: PlainDate, tables: KnownTables): Gathered[] {
  return tables.transfers.flatMap((line) => {
    const ref = brusselsDate(line.at as Instant);
    if (ref < first || ref > last || event !== `transfer.${line.step.toLowerCase()}`) return [];
    const row = { ...line, employer_ref: line.beneficiary_kind === "EMPLOYER" ? line.beneficiary_ref : null };
    return [{ row, ref, range: null }];
  });
}

/** The grant as it stood on the day, else as it began. */
function grantAt(grantRef: string, day: PlainDate, tables: KnownTables): GrantRow | undefined {
  const versions = [...(tables.grantsOf.get(grantRef) ?? [])].sort((a, b) => byStart(a as unknown as Row, b as unknown as Row));
  return versions.find((version) => holds(version.valid, day)) ?? versions[0];
}

function lastDayOfQuarter(quarter: number): PlainDate {
  return addDays(addMonths(makeDate(Math.floor(quarter / 4), (quarter % 4) * 3 + 1, 1), 3), -1);
}
