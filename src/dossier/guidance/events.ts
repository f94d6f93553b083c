// Events of guidance on the workfloor: who guides, who coaches, and the plan (GP-10, GP-11). Stream `file`.
import type { PlainDate, SealedRef } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";

/** How the core competences are proven (GP-14), or that training is planned (GP-15). */
export const GUIDE_QUALIFICATIONS = [
  "EXPERIENCE",
  "EXPERIENCE_CERTIFICATE",
  "TRAINING_CERTIFICATE",
  "DIPLOMA",
  "TRAINING_PLANNED",
] as const;
export type GuideQualification = (typeof GUIDE_QUALIFICATIONS)[number];

/** Dutch: aanwijzing van de gekwalificeerde begeleider en de collega-coach. */
export type GuideDesignated = EventOf<
  "GuideDesignated",
  {
    readonly guide: SealedRef;
    readonly qualification: GuideQualification;
    /** Whole years, with EXPERIENCE. */
    readonly experienceYears: number | null;
    /** With TRAINING_PLANNED: last day by which training must start, and last day of coaching after it. */
    readonly trainingStartBy: PlainDate | null;
    readonly coach: SealedRef;
    /** OPEN-29: one person for both, then with a reason. */
    readonly samePerson: boolean;
    readonly reason: SealedRef | null;
  }
>;

/** Dutch: ondersteuningsplan. `edition` counts from 1. */
export type SupportPlanDrawnUp = EventOf<
  "SupportPlanDrawnUp",
  { readonly edition: number; readonly drawnUpOn: PlainDate; readonly plan: SealedRef }
>;

export type GuidanceEvent = GuideDesignated | SupportPlanDrawnUp;
