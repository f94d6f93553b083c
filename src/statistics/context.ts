// What a question is run with besides the records: what was known, and the dates and packages that the law gives.
import type { Instant, PlainDate } from "../kernel/index.ts";

/** Values read from the law; no figure carries a legal date of its own. */
export interface LegalFacts {
  /** Day the scheme came into force. */
  readonly schemeFrom: PlainDate;
  /** First application day of the double ticket (IND-14). */
  readonly doubleTicketFrom: PlainDate;
  /** Package and guidance need of the individual advice inside a double ticket. */
  readonly doubleTicketPackage: string;
  readonly doubleTicketGuidanceNeed: string;
}

export interface RunContext {
  /** Only what the records held at this moment counts. */
  readonly knownAt: Instant;
  readonly law: LegalFacts;
}
