// A review of a VDAB decision: asked in time, advised by the committee, decided by the board (PROC-30, PROC-31, OPEN-20).
import {
  type FileState,
  GUIDANCE_NEEDS,
  type GuidanceNeed,
  LawReading,
  lastRequestDay,
  NEED_CLASSES,
  NEED_DURATIONS,
  type NeedClass,
  type NeedDuration,
  noticeThatCounts,
  type PersonState,
  REVIEW_OUTCOMES,
  type Reason,
  type Review,
  type ReviewCommand,
  type ReviewOutcome,
  type ReviewSubject,
} from "../../dossier/index.ts";
import {
  asRef,
  type FileRef,
  fail,
  newRef,
  ok,
  type PersonRef,
  type PlainDate,
  parsePercent,
  parsePlainDate,
  Refusal,
  type Result,
  type ReviewRef,
  type SealedRef,
  type TicketRef,
} from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Acting } from "../ports.ts";
import { asObject, type Json, Reader } from "../reader.ts";
import { actOnFile, actOnPerson } from "./act.ts";
import { openFileOfGrant, type VdabFile } from "./file.ts";
import { ADVISABLE_PACKAGES, REASON_LENGTH } from "./finding-input.ts";
import type { Meta } from "./indicate.ts";
import { type OpenedPerson, openPerson, VDAB_NOTE } from "./person-file.ts";
import type { VdabPorts } from "./ports.ts";

type Ports = Pick<VdabPorts, "law" | "clock" | "events" | "vault">;
type AskingPorts = Ports & Pick<VdabPorts, "letters">;

/** Where a review lies: with a person's indication, or with a file's evaluation. */
export type ReviewPlace = { readonly person: OpenedPerson } | { readonly file: VdabFile };

/** Null when there is no such stream. */
export async function openReviewPlace(ports: Ports, acting: Acting, streamRef: string): Promise<ReviewPlace | null> {
  const first = (await ports.events.read(streamRef))[0];
  if (first?.envelope.streamKind === "person") {
    const person = await openPerson(ports, acting, asRef<PersonRef>(streamRef), "REVIEW");
    return person === null ? null : { person };
  }
  if (first?.envelope.streamKind !== "file") return null;
  const file = await openFileOfGrant(ports, acting, asRef<FileRef>(streamRef), "REVIEW");
  return file === null ? null : { file };
}

export const versionOf = (place: ReviewPlace): number => ("person" in place ? place.person.version : place.file.version);
export const reviewsOf = (place: ReviewPlace): PersonState["reviews"] | FileState["reviews"] =>
  "person" in place ? place.person.state.reviews : place.file.state.reviews;
export const personOf = (place: ReviewPlace): PersonRef => ("person" in place ? place.person.personRef : place.file.personRef);

/** Last day on which a review can be asked of a decision of which notice was taken on the day; null where the law gives none. */
export function lastDayToAsk(law: Law, noticeOn: PlainDate): PlainDate | null {
  try {
    return lastRequestDay(new LawReading(law, noticeOn), noticeOn);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export interface ReviewRequestInput {
  readonly noticeOn: PlainDate;
  readonly requestedOn: PlainDate;
  readonly reason: string;
}

export function parseReviewRequest(json: unknown, today: PlainDate): Result<ReviewRequestInput, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const noticeOn = read.parsed(read.needed(from, "noticeOn", "noticeOn"), "noticeOn", parsePlainDate);
  const day = read.text(from, "requestedOn", "requestedOn");
  const requestedOn = day === null ? today : read.parsed(day, "requestedOn", parsePlainDate);
  const reason = read.needed(from, "reason", "reason", REASON_LENGTH);
  if (read.found.length > 0 || noticeOn === null || requestedOn === null || reason === null) return fail(read.found);
  return ok({ noticeOn, requestedOn, reason });
}

/** The term runs from the notice on record when there is one; else from the day that is said. */
export async function requestReview(
  ports: AskingPorts,
  acting: Acting,
  place: ReviewPlace,
  subjectRef: string,
  { noticeOn, requestedOn, reason }: ReviewRequestInput,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  const subject: ReviewSubject = "person" in place ? "INDICATION" : "EVALUATION";
  const counts = noticeThatCounts(noticeOn, await ports.letters.noticeOf(subjectRef));
  const asked = { subjectRef, noticeOn, requestedOn, reason };
  return act(ports, acting, place, meta, asked, (seal) => ({
    type: "RequestReview",
    reviewRef: newRef<ReviewRef>(),
    subject,
    subjectRef,
    noticeOn: counts,
    on: requestedOn,
    reason: seal(reason),
  }));
}

export interface AdviceInput {
  readonly on: PlainDate;
  readonly advice: string;
}

export function parseReviewAdvice(json: unknown): Result<AdviceInput, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const on = read.parsed(read.needed(from, "on", "on"), "on", parsePlainDate);
  const advice = read.needed(from, "advice", "advice", REASON_LENGTH);
  return read.found.length > 0 || on === null || advice === null ? fail(read.found) : ok({ on, advice });
}

export function adviseReview(
  ports: Ports,
  acting: Acting,
  place: ReviewPlace,
  reviewRef: ReviewRef,
  { on, advice }: AdviceInput,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  return act(ports, acting, place, meta, { reviewRef, on, advice }, (seal) => ({
    type: "AdviseReview",
    reviewRef,
    on,
    advice: seal(advice),
  }));
}

/** What the board's decision brings in place of the one under review. */
export interface ReviewChange {
  readonly package: (typeof ADVISABLE_PACKAGES)[number] | null;
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
  readonly needClass: NeedClass | null;
  readonly needDuration: NeedDuration | null;
  readonly validFrom: PlainDate | null;
  readonly validUntil: PlainDate | null;
}

export interface ReviewDecisionInput {
  readonly on: PlainDate;
  readonly outcome: ReviewOutcome;
  readonly reason: string;
  readonly change: ReviewChange | null;
}

export function parseReviewDecision(json: unknown, subject: ReviewSubject): Result<ReviewDecisionInput, readonly Reason[]> {
  const from = asObject(json);
  const read = new Reader();
  const on = read.parsed(read.needed(from, "on", "on"), "on", parsePlainDate);
  const outcome = read.choice(from, "outcome", "outcome", REVIEW_OUTCOMES);
  const reason = read.needed(from, "reason", "reason", REASON_LENGTH);
  const change = outcome === "CHANGED" ? readChange(read, asObject(from.change), subject) : null;
  if (read.found.length > 0 || on === null || outcome === null || reason === null) return fail(read.found);
  return ok({ on, outcome, reason, change });
}

function readChange(read: Reader, from: Json, subject: ReviewSubject): ReviewChange | null {
  const at = (name: string) => `change.${name}`;
  const guidanceNeed = read.choice(from, "guidanceNeed", at("guidanceNeed"), GUIDANCE_NEEDS);
  if (subject === "EVALUATION") {
    const share = read.parsed(read.needed(from, "percentage", at("percentage")), at("percentage"), parsePercent);
    if (share === null || guidanceNeed === null) return null;
    const none = { package: null, needClass: null, needDuration: null, validFrom: null, validUntil: null };
    return { ...none, percentage: share / 100, guidanceNeed };
  }
  const day = (name: string) => read.parsed(read.needed(from, name, at(name)), at(name), parsePlainDate);
  const given = read.choice(from, "package", at("package"), ADVISABLE_PACKAGES);
  const needClass = read.choice(from, "needClass", at("needClass"), NEED_CLASSES);
  const needDuration = read.choice(from, "needDuration", at("needDuration"), NEED_DURATIONS);
  const validFrom = day("validFrom");
  const validUntil = day("validUntil");
  if (guidanceNeed === null) return null;
  return { package: given, percentage: null, guidanceNeed, needClass, needDuration, validFrom, validUntil };
}

export function decideReviewOf(
  ports: Ports,
  acting: Acting,
  place: ReviewPlace,
  review: Review,
  input: ReviewDecisionInput,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  const { on, outcome, reason, change } = input;
  const asked = { reviewRef: review.reviewRef, input: JSON.stringify(input) };
  return act(ports, acting, place, meta, asked, (seal) => {
    const motivation = seal(reason);
    const decided = { type: "DecideReview" as const, reviewRef: review.reviewRef, on, outcome, motivation };
    if (change === null) return decided;
    if ("file" in place) {
      return { ...decided, evaluation: { percentage: change.percentage ?? 0, guidanceNeed: change.guidanceNeed } };
    }
    const indication = place.person.state.indications[review.subjectRef];
    const ticket = {
      ticketRef: newRef<TicketRef>(),
      type: "INDIVIDUAL" as const,
      appliedOn: indication?.requestedOn ?? review.requestedOn,
      package: change.package,
      percentage: null,
      guidanceNeed: change.guidanceNeed,
      needClass: change.needClass,
      needDuration: change.needDuration,
      validFrom: change.validFrom ?? on,
      validUntil: change.validUntil ?? on,
      motivation,
    };
    return { ...decided, ticket, doubleTicketRef: newRef<TicketRef>() };
  });
}

type Part<C> = C extends ReviewCommand ? Omit<C, "personRef" | "fileRef"> : never;

function act(
  ports: Ports,
  acting: Acting,
  place: ReviewPlace,
  meta: Meta,
  asked: unknown,
  command: (seal: (text: string) => SealedRef) => Part<ReviewCommand>,
): Promise<Result<number, readonly Reason[]>> {
  const subject = personOf(place);
  if ("person" in place) {
    const { personRef } = place.person;
    return actOnPerson(ports, acting, place.person, {
      ...meta,
      asked,
      commands: (sealing) => [{ ...command((text) => sealing.seal(subject, VDAB_NOTE, { text })), personRef }],
    });
  }
  const { fileRef } = place.file;
  return actOnFile(ports, acting, place.file, {
    ...meta,
    asked,
    commands: (sealing) => [{ ...command((text) => sealing.seal(subject, VDAB_NOTE, { text, fileRef })), fileRef }],
  });
}
