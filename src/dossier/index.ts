// Public face of the dossier: events, commands and decisions of persons, employers, files and older rights.

export type * from "./application/events.ts";
export type * from "./change/events.ts";
export * from "./evaluation/events.ts";
export type { Actor, Envelope, EventOf, SealedEnvelope, StreamKind } from "./event.ts";
export { STREAM_KINDS } from "./event.ts";
export type { DossierEvent, DossierEventType, EmployerEvent, FileEvent, PersonEvent, RightEvent, StoredEvent } from "./events.ts";
export { EVENT_STREAMS, EVENT_TYPES } from "./events.ts";
export * from "./grant/events.ts";
export * from "./guidance/events.ts";
export type * from "./indication/events.ts";
export type * from "./ports.ts";
export * from "./projections/index.ts";
export type * from "./queries.ts";
export type * from "./read-rows.ts";
export type * from "./registers.ts";
export type * from "./registration/events.ts";
export * from "./review/events.ts";
export * from "./transition/events.ts";
export * from "./vocabulary.ts";
