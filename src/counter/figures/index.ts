// Public face of the counter of figures: ask, keep, draft, release, verify, compare.
export { type Asking, ask } from "./ask.ts";
export { compareWith } from "./compare.ts";
export type { Computed, NotComputed } from "./compute.ts";
export { computeDraft, draftRelease, overridePolicy, seenOf } from "./draft.ts";
export { coverageOf, linkageCalendar, requestLinkage, takeLinkage } from "./linkage.ts";
export { type CatalogueAddresses, openDataCatalogue } from "./open-data.ts";
export type { FiguresActor, FiguresPorts, Template } from "./ports.ts";
export { saveQuestion } from "./questions.ts";
export { rejectDraft, releaseDraft } from "./release.ts";
export { foldRelease, foldReleases, lastRevision, type ReleaseState } from "./release-state.ts";
export { releasedAnswers, releasedFor } from "./released-answers.ts";
export { isSound, type Verified, verifyReleases } from "./verify.ts";
