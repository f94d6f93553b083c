// What statistics asks of the outside: read-only SQL over the read tables, all of one answer inside one snapshot.

export type SqlValue = string | number | boolean | null | readonly string[];

/** A row as text or small integers: statements cast dates, instants and large numbers to text themselves. */
export type SqlRow = Readonly<Record<string, unknown>>;

export interface Records {
  /** Runs one reading statement with parameters $1, $2, ... */
  query(text: string, parameters: readonly SqlValue[]): Promise<readonly SqlRow[]>;
}

/** Implemented over PostgreSQL; the role behind it may read the schema `read` and nothing else. */
export interface RecordsPort {
  /** Everything inside `work` sees one and the same state of the records (read only, repeatable read). */
  snapshot<T>(work: (records: Records) => Promise<T>): Promise<T>;
}
