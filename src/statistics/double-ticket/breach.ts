// A collective ticket that came without the individual one that the law gives at once with it (IND-14).

/**
 * MISSING: no individual ticket then or later. LATE: one came later. OTHER_PACKAGE: one was held, with another package or
 * guidance need than the law gives.
 */
export type BreachKind = "MISSING" | "LATE" | "OTHER_PACKAGE";

/** Names no person: references are random. */
export interface Breach {
  readonly ticketRef: string;
  readonly personRef: string;
  readonly appliedOn: string;
  readonly grantedOn: string;
  readonly kind: BreachKind;
  /** Day of the later individual ticket; only with LATE. */
  readonly individualGrantedOn: string | null;
}
