// What every synthetic life shares: the employers to be hired by, and the dates of the law to live under.
import type { FirmPool } from "./firms.ts";
import type { LegalFacts } from "./legal-facts.ts";

export interface World {
  readonly law: LegalFacts;
  readonly firms: FirmPool;
}
