// Guide, coach and support plan of a file, folded from its events.
import type { PlainDate, SealedRef } from "../../kernel/index.ts";
import type { GuidanceEvent, GuideQualification } from "./events.ts";

export interface Guidance {
  readonly guide: {
    readonly guide: SealedRef;
    readonly qualification: GuideQualification;
    readonly coach: SealedRef;
    readonly since: PlainDate;
    readonly trainingStartBy: PlainDate | null;
  } | null;
  readonly plan: { readonly edition: number; readonly drawnUpOn: PlainDate; readonly plan: SealedRef } | null;
}

export const NO_GUIDANCE: Guidance = { guide: null, plan: null };

export function evolveGuidance(state: Guidance, event: GuidanceEvent): Guidance {
  switch (event.type) {
    case "GuideDesignated": {
      const { guide, qualification, coach, trainingStartBy } = event.payload;
      return { ...state, guide: { guide, qualification, coach, trainingStartBy, since: event.effectiveOn } };
    }
    case "SupportPlanDrawnUp":
      return { ...state, plan: event.payload };
  }
}
