// What one event changes in a read table, said without knowing what is in it; `supersede` turns it into closed and new rows.
import type { PlainDate } from "../../kernel/index.ts";
import type { ReadRows, ReadTableName } from "./read-tables.ts";

interface ChangeOf<Name extends ReadTableName> {
  readonly table: Name;
  /** Value of the table's key column. */
  readonly key: string;
  /** First day; null: since always (tables without a valid period). */
  readonly validFrom: PlainDate | null;
  /** First day after; null: for ever. */
  readonly validTo: PlainDate | null;
}

/** From now on we know that `row` holds on the period, whatever was known of that period before. */
export interface OpenRow<Name extends ReadTableName> extends ChangeOf<Name> {
  readonly op: "open";
  readonly row: ReadRows[Name];
}

/** From now on we know that the named columns have these values on the period, in each row that is known there. */
export interface ReplaceColumns<Name extends ReadTableName> extends ChangeOf<Name> {
  readonly op: "replace";
  readonly row: Partial<ReadRows[Name]>;
}

/** From now on we know that nothing holds on the period. */
export interface CloseRow<Name extends ReadTableName> extends ChangeOf<Name> {
  readonly op: "close";
}

export type RowChangeFor<Name extends ReadTableName> = OpenRow<Name> | ReplaceColumns<Name> | CloseRow<Name>;
export type RowChange = { [Name in ReadTableName]: RowChangeFor<Name> }[ReadTableName];
