// Bitemporal supersession, pure: which known rows a change closes and which rows it adds. Nothing is ever overwritten.
import type { PlainDate } from "../../kernel/index.ts";
import type { ReadRows, ReadTableName } from "./read-tables.ts";
import type { RowChangeFor } from "./row-change.ts";

/** A row that is known at present, with its half-open valid period. Null bounds: since always, for ever. */
export interface KnownRow<Name extends ReadTableName> {
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly row: ReadRows[Name];
}

export interface Supersession<Name extends ReadTableName, Known extends KnownRow<Name>> {
  /** Rows whose `known` range ends at the change's `recordedAt`. */
  readonly closed: readonly Known[];
  /** Rows whose `known` range starts there. */
  readonly added: readonly KnownRow<Name>[];
}

/**
 * Applies one change to the rows at present known under its key. `known` must hold all of them and no other.
 * An empty period changes nothing. The rows that stay are `known` without `closed`, plus `added`.
 */
export function supersede<Name extends ReadTableName, Known extends KnownRow<Name>>(
  known: readonly Known[],
  change: RowChangeFor<Name>,
): Supersession<Name, Known> {
  const { validFrom: from, validTo: to } = change;
  if (from !== null && to !== null && from >= to) return { closed: [], added: [] };
  const closed: Known[] = [];
  const added: KnownRow<Name>[] = [];
  for (const held of known) {
    if (!overlaps(held, from, to)) continue;
    closed.push(held);
    if (from !== null && startsBefore(held.validFrom, from))
      added.push({ validFrom: held.validFrom, validTo: from, row: held.row });
    if (change.op === "replace") {
      added.push({
        validFrom: later(held.validFrom, from),
        validTo: earlier(held.validTo, to),
        row: { ...held.row, ...change.row },
      });
    }
    if (to !== null && endsAfter(held.validTo, to)) added.push({ validFrom: to, validTo: held.validTo, row: held.row });
  }
  if (change.op === "open") added.push({ validFrom: from, validTo: to, row: change.row });
  return { closed, added };
}

function overlaps(
  held: { validFrom: PlainDate | null; validTo: PlainDate | null },
  from: PlainDate | null,
  to: PlainDate | null,
): boolean {
  const heldStartsInTime = to === null || held.validFrom === null || held.validFrom < to;
  const heldEndsInTime = from === null || held.validTo === null || held.validTo > from;
  return heldStartsInTime && heldEndsInTime;
}

const startsBefore = (start: PlainDate | null, day: PlainDate): boolean => start === null || start < day;
const endsAfter = (end: PlainDate | null, day: PlainDate): boolean => end === null || end > day;

function later(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return a > b ? a : b;
}

function earlier(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}
