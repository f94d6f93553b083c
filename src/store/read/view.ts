// What the read tables say of one stream: the rows that hold now, and the rows that held as known earlier.
import type { Envelope } from "../../dossier/event.ts";
import type { AnyEvent, Projection } from "../../dossier/ports.ts";
import type { ReadTableName, RowChange } from "../../dossier/read-rows.ts";
import { canonicalJson, type Instant } from "../../kernel/index.ts";
import { readTables } from "./tables.ts";

export type Row = Readonly<Record<string, unknown>>;

/** One row of a read table. Bounds are ISO texts; `null` is without end on that side; ranges include their start only. */
export interface Segment {
  readonly table: ReadTableName;
  readonly key: Readonly<Record<string, string>>;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly row: Row;
  readonly knownFrom: Instant;
}

/** A row that is no longer held to be so; it still answers what was known before `knownTo`. */
export interface Closed {
  readonly segment: Segment;
  readonly knownTo: Instant;
}

/** Follows one stream event by event. Rows that hold are in `current()`; `closed` grows with the rows that stopped holding. */
export class StreamView {
  readonly closed: Closed[] = [];
  readonly #segments = new Map<string, readonly Segment[]>();
  readonly #project: Projection;

  constructor(project: Projection) {
    this.#project = project;
  }

  apply(event: AnyEvent, envelope: Envelope): void {
    for (const change of this.#project(event, envelope)) this.#change(change, envelope.recordedAt);
  }

  current(): Segment[] {
    return [...this.#segments.values()].flat();
  }

  #change(change: RowChange, at: Instant): void {
    const key = change.key as Readonly<Record<string, string>>;
    const id = [change.table, ...Object.values(key)].join("|");
    const before = this.#segments.get(id) ?? [];
    const after = changed(before, change, key, at);
    for (const segment of before) {
      // Written and withdrawn at the same moment: it was never known.
      if (!after.includes(segment) && segment.knownFrom !== at) this.closed.push({ segment, knownTo: at });
    }
    this.#segments.set(id, after);
  }
}

interface Span {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

function changed(before: readonly Segment[], change: RowChange, key: Readonly<Record<string, string>>, at: Instant): Segment[] {
  const period: Span = change;
  if (period.validFrom !== null && period.validTo !== null && period.validFrom >= period.validTo) return [...before];
  const after = before.flatMap((segment) => (overlap(segment, period) ? rewritten(segment, change, at) : [segment]));
  if (change.change === "put") {
    const row = filled(change.table, change.row);
    const touched = before.filter((segment) => overlap(segment, period));
    for (const gap of gaps(touched, period)) after.push({ table: change.table, key, ...gap, row, knownFrom: at });
  }
  if (change.change === "extend") {
    const day = period.validFrom;
    const touched = before.filter((segment) => overlap(segment, period));
    const stands = before.find((one) => day !== null && startsBefore(one, day) && (one.validTo === null || one.validTo >= day));
    if (stands !== undefined) {
      for (const gap of gaps(touched, period)) {
        // Where it goes on at once it stays one row, for who counts rows.
        const longer = gap.validFrom === stands.validTo;
        if (longer) after.splice(after.indexOf(stands), 1);
        after.push({ ...stands, ...gap, ...(longer && { validFrom: stands.validFrom }), knownFrom: at });
      }
    }
  }
  return after.sort((a, b) => (a.validFrom === null || (b.validFrom !== null && a.validFrom < b.validFrom) ? -1 : 1));
}

/** What is left of a row that the change touches: what lies outside the period as it was, and inside it the row changed. */
function rewritten(segment: Segment, change: RowChange, at: Instant): Segment[] {
  if (change.change === "extend") return [segment];
  const row = change.change === "end" ? null : merged(segment.row, change.row);
  if (row === segment.row) return [segment];
  const { validFrom: from, validTo: to } = change;
  const pieces: Segment[] = [];
  const startsInside = from === null || (segment.validFrom !== null && segment.validFrom >= from);
  const endsInside = to === null || (segment.validTo !== null && segment.validTo <= to);
  if (!startsInside) pieces.push({ ...segment, validTo: from, knownFrom: at });
  if (row !== null) {
    const validFrom = startsInside ? segment.validFrom : from;
    pieces.push({ ...segment, validFrom, validTo: endsInside ? segment.validTo : to, row, knownFrom: at });
  }
  if (!endsInside) pieces.push({ ...segment, validFrom: to, knownFrom: at });
  return pieces;
}

/** The parts of the period that none of these rows covers; the rows are in order and all overlap it. */
function gaps(touched: readonly Segment[], period: Span): Span[] {
  const found: Span[] = [];
  let start = period.validFrom;
  for (const { validFrom, validTo } of touched) {
    if (validFrom !== null && (start === null || start < validFrom)) found.push({ validFrom: start, validTo: validFrom });
    if (validTo === null) return found;
    start = validTo;
  }
  if (start === null || period.validTo === null || start < period.validTo)
    found.push({ validFrom: start, validTo: period.validTo });
  return found;
}

function overlap(a: Span, b: Span): boolean {
  const startsBeforeEnd = (x: Span, y: Span): boolean => x.validFrom === null || y.validTo === null || x.validFrom < y.validTo;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

const startsBefore = (one: Span, day: string): boolean => one.validFrom === null || one.validFrom < day;

function filled(table: ReadTableName, row: Row): Row {
  const all: Record<string, unknown> = {};
  for (const [column] of readTables[table].columns) all[column] = row[column] ?? null;
  return all;
}

/** The same object when nothing changes, so that no row is written for it. */
function merged(old: Row, named: Row): Row {
  const differs = Object.keys(named).filter((column) => named[column] !== undefined && !same(old[column], named[column]));
  if (differs.length === 0) return old;
  const row: Record<string, unknown> = { ...old };
  for (const column of differs) row[column] = named[column];
  return row;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
}
