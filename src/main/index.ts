// Public face of the wiring: settings, the system, and the pages and API on a port.

export type { Erasure, Seal } from "../store/index.ts";
export type { AnswerRequest, Answers } from "./answers.ts";
export { type AppOptions, createApp, type Fetch } from "./app.ts";
export { bringRecords, type FillProgress, portsOf } from "./flanders.ts";
export { createLab } from "./lab.ts";
export { type LetterVerification, paperLetters, verifyLetters } from "./letter-checks.ts";
export { operator } from "./operations.ts";
export { createPayment, type Payment } from "./payment.ts";
export { createPaymentCounter } from "./payment-counter.ts";
export { billOfInstalled, licencesOf, makeKeys, signRelease, verifyRelease } from "./release/index.ts";
export { applyRetention, retentionOf } from "./retention.ts";
export { type SampleOptions, sampleImport } from "./sample-import.ts";
export { type Served, serve } from "./serve.ts";
export { type Overrides, PACKAGE_FOLDER, readSettings, type Settings } from "./settings.ts";
export { syntheticDeclarations } from "./synthetic-declarations.ts";
export { createSystem, type System, type SystemOptions } from "./system.ts";
export { createConversions, createTransition, type Transition } from "./transition.ts";
export type { Alert } from "./watch/alert-rules.ts";
export type { SystemStatus, Watch } from "./watch/watch.ts";
export { work } from "./work.ts";
