// What a booked run comes to per beneficiary: above zero is paid, below zero is proposed for recovery, zero is neither.
import type { LedgerLine } from "../ports.ts";
import type { Beneficiary } from "./steps.ts";

export interface Net {
  readonly beneficiary: Beneficiary;
  readonly cents: number;
}

/** @param personOf - The self-employed person of a grant without employer. */
export function netPerBeneficiary(lines: Iterable<LedgerLine>, personOf: (grantRef: string) => string): readonly Net[] {
  const nets = new Map<string, { beneficiary: Beneficiary; cents: number }>();
  for (const line of lines) {
    const kind = line.employerRef === null ? "PERSON" : "EMPLOYER";
    const ref = line.employerRef ?? personOf(line.grantRef);
    const held = nets.get(`${kind} ${ref}`) ?? { beneficiary: { kind, ref }, cents: 0 };
    held.cents += line.cents;
    nets.set(`${kind} ${ref}`, held);
  }
  return [...nets.values()];
}
