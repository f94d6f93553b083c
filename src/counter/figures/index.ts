// Public face of the counter of figures: ask, keep, draft, release, verify.
export { type Asking, ask } from "./ask.ts";
export { draftRelease, overridePolicy } from "./draft.ts";
export type { FiguresActor, FiguresPorts } from "./ports.ts";
export { saveQuestion } from "./questions.ts";
export { rejectDraft, releaseDraft } from "./release.ts";
export { isSound, type Verified, verifyReleases } from "./verify.ts";
