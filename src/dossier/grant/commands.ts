// Commands of a grant: decide it, stop it.
import type { FileRef, GrantRef, PlainDate, RightRef, SealedRef } from "../../kernel/index.ts";
import type { GuidanceNeed, Package, PreviousMeasure } from "../vocabulary.ts";
import type { StopReason } from "./events.ts";

/** What a person enters where the law gives no rule (TEMP_VULNERABLE, OPEN-14) or a rule is departed from; always with a reason. */
export interface ManualTerms {
  readonly package?: Package;
  readonly percentage?: number;
  readonly guidanceNeed?: GuidanceNeed;
  readonly quarters?: number;
}

/** The older right that this grant follows on; it is ended where the grant starts. */
export interface FollowsOn {
  readonly measure: PreviousMeasure;
  /** Null when the right is not in the records, as for flow-through from collective customised work. */
  readonly rightRef: RightRef | null;
}

interface OfFile {
  readonly fileRef: FileRef;
}

export type GrantCommand =
  | (OfFile & {
      readonly type: "DecideGrant";
      readonly grantRef: GrantRef;
      readonly decidedOn: PlainDate;
      readonly followsOn?: FollowsOn;
      /** The stopped file of the employer before, when the undertaking was taken over: its counter is kept (OPEN-17). */
      readonly takesOver?: FileRef;
      /** Ids of checks that are left to a person and that this person accepts. */
      readonly confirmed?: readonly string[];
      readonly manual?: ManualTerms;
      readonly motivation?: SealedRef;
    })
  | (OfFile & {
      readonly type: "StopGrant";
      readonly on: PlainDate;
      /** Last day with support. */
      readonly lastDay: PlainDate;
      readonly reason: StopReason;
    });
