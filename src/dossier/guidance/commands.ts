// Commands on guidance on the workfloor (GP-10, GP-11).
import type { FileRef, PlainDate, SealedRef } from "../../kernel/index.ts";
import type { GuideQualification } from "./events.ts";

interface OfFile {
  readonly fileRef: FileRef;
  readonly on: PlainDate;
}

export type GuidanceCommand =
  | (OfFile & {
      readonly type: "DesignateGuide";
      readonly guide: SealedRef;
      readonly qualification: GuideQualification;
      readonly experienceYears: number | null;
      readonly coach: SealedRef;
      readonly samePerson: boolean;
      readonly reason: SealedRef | null;
    })
  | (OfFile & { readonly type: "DrawUpSupportPlan"; readonly plan: SealedRef });
