// What an attest said beside the sums that the law asks for: its lines of employment and its codes, as they came. Names nobody.
import type { DmfaAttest } from "./dmfa-attest.ts";

/** Kept per number and version; hours in hundredths, fractions in 1/10000, amounts in cents. */
export type AttestParts = Pick<DmfaAttest, "occupations" | "contributions" | "reductions">;

export function partsOf({ occupations, contributions, reductions }: DmfaAttest): AttestParts {
  return { occupations, contributions, reductions };
}
