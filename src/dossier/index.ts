// Public face of the dossier: events, commands and decisions of persons, employers, files and older rights.
export * from "./advice/index.ts";
export * from "./application/index.ts";
export * from "./change/index.ts";
export type { Context, Decision, RecordedNotice } from "./deciding.ts";
export * from "./evaluation/index.ts";
export type { Actor, Envelope, EventOf, SealedEnvelope, StreamKind } from "./event.ts";

export type { DossierEvent, DossierEventType, EmployerEvent, FileEvent, PersonEvent, RightEvent, StoredEvent } from "./events.ts";
export { EVENT_STREAMS } from "./events.ts";
export * from "./file.ts";
export * from "./grant/index.ts";
export * from "./guidance/index.ts";
export * from "./handling/index.ts";
export * from "./indication/index.ts";
export { LawReading } from "./law-reading.ts";
export * from "./person.ts";
export type * from "./ports.ts";
export * from "./projections/index.ts";
export type * from "./queries.ts";
export type * from "./read-rows.ts";
export { notNow, type Reason, reason } from "./reason.ts";
export type * from "./registers.ts";
export * from "./registration/index.ts";
export * from "./review/index.ts";
export * from "./service/index.ts";
export * from "./timeline.ts";
export * from "./transition/index.ts";
export * from "./vocabulary.ts";
