// Tells a database that is away for a moment from a mistake of ours, by what its errors say of themselves.

/** The records cannot be reached just now. */
export class Outage extends Error {
  override readonly name = "Outage";
}

/**
 * No connection, a server that goes down or comes up, one that only reads, one without room on its disk or in its memory: classes 08, 57P
 * and 53, and 25006 and 58030 of PostgreSQL, and the network's own.
 */
const codes = /^(08\w{3}|57P\d\d|25006|53[1-3]00|58030|ECONN\w*|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)$/;
/** The driver gives these without a code. */
const messages = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** True when the same request may go well later, unchanged. What was under way may have been recorded or not. */
export function isOutage(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth += 1) {
    const { code } = one as { code?: unknown };
    if (one instanceof Outage || (typeof code === "string" && codes.test(code)) || messages.test(one.message)) return true;
    // Several addresses of one name were tried.
    if (one instanceof AggregateError && one.errors.some((inner) => isOutage(inner))) return true;
  }
  return false;
}
