// Commands of an application, from filing to the ends that are not a grant.
import type { EmploymentFraction, FileRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { Premiums } from "../vocabulary.ts";
import type { ApplicationFacts, Contract, SelfEmployment } from "./events.ts";

interface OfFile {
  readonly fileRef: FileRef;
}

export interface Completion {
  readonly supplied: readonly string[];
  readonly contract?: Contract;
  readonly employmentFraction?: EmploymentFraction;
  readonly premiums?: Premiums;
  readonly selfEmployment?: SelfEmployment;
  readonly evidence: readonly SealedRef[];
}

export type ApplicationCommand =
  | (OfFile & { readonly type: "FileApplication"; readonly application: ApplicationFacts })
  | (OfFile & {
      readonly type: "RequestCompletion";
      readonly on: PlainDate;
      readonly missing: readonly string[];
      readonly note: SealedRef | null;
      /** Day by which the department asks the answer; no term of law is known (OPEN-18). */
      readonly answerBy?: PlainDate;
    })
  | (OfFile & { readonly type: "CompleteApplication"; readonly on: PlainDate; readonly completion: Completion })
  | (OfFile & { readonly type: "WithdrawApplication"; readonly on: PlainDate })
  | (OfFile & {
      readonly type: "DeclareInadmissible";
      readonly on: PlainDate;
      readonly grounds: readonly string[];
      readonly motivation?: SealedRef;
    })
  /** Grounds left out: every ground that the assessment finds. */
  | (OfFile & {
      readonly type: "RefuseApplication";
      readonly on: PlainDate;
      readonly grounds?: readonly string[];
      readonly motivation?: SealedRef;
    });
