// What the server and the lab's thread say to each other.
import type { Result } from "../../kernel/index.ts";
import type { LabComputed, LabJob, Records } from "../../lab/index.ts";
import type { LawError, PlainLaw } from "../../law/index.ts";

export interface ThreadLaw {
  readonly law: PlainLaw;
  /** Of the law that was sent: the thread works under the same parameters and rules or not at all. */
  readonly parametersHash: string;
  readonly graphHash: string;
}

export type ToThread =
  /** Some of the grants of the job that follows: all at once would hold up the one who sends. */
  { readonly kind: "grants"; readonly grants: Records["grants"] } | { readonly kind: "job"; readonly job: LabJob };

export type Computed = Result<LabComputed, readonly LawError[]>;
