// Where the store tells what it asks the database, and learns to which trace a job belongs. One per process; nobody listens by default.
import type pg from "pg";

export interface Tracing {
  /** For a job that is put in a queue here; null outside of a trace. */
  traceparent(): string | null;
  /** Told of a statement as it begins; called again when it is over. Null: nobody wants to know. */
  question(text: string): ((failed: boolean) => void) | null;
}

let tracing: Tracing | null = null;

export function traceWith(listener: Tracing | null): void {
  tracing = listener;
}

export const traceparentNow = (): string | null => tracing?.traceparent() ?? null;

/** Tells of every statement of this connection. A stream to or from the server is not one statement, and is not told. */
export function tellOfStatements(client: pg.ClientBase): void {
  const query = client.query.bind(client) as (...args: readonly unknown[]) => unknown;
  const told = (...args: readonly unknown[]): unknown => {
    const [first] = args;
    const text = tracing === null ? null : textOf(first);
    const over = text === null ? null : (tracing?.question(text) ?? null);
    if (over === null) return query(...args);
    const last = args.at(-1);
    if (typeof last === "function")
      return query(...args.slice(0, -1), (error: unknown, result: unknown) => {
        over(error !== null && error !== undefined);
        last(error, result);
      });
    const asked = query(...args) as Promise<unknown>;
    asked.then(
      () => over(false),
      () => over(true),
    );
    return asked;
  };
  client.query = told as typeof client.query;
}

function textOf(first: unknown): string | null {
  if (typeof first === "string") return first;
  const { text, submit } = (first ?? {}) as { readonly text?: unknown; readonly submit?: unknown };
  return typeof text === "string" && submit === undefined ? text : null;
}
