// What the counter of VDAB and the person's page ask of the outside, beside the dossier's own ports.

import type { EventStore, Measure, RegisterAnswer, RegisterPorts, TransitionMeasure, Vault } from "../../dossier/index.ts";
import type { AdviceRef, Clock, FileRef, Instant, Insz, PersonRef, PlainDate, RightRef, TicketRef } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { LetterStore } from "../letters/ports.ts";
import type { DraftStore } from "../ports.ts";

/** Kinds of work of VDAB. Dutch: aanvraag, evaluatie, heroverweging, ticket dat vervalt, ICF-advies. */
export const VDAB_WORK_KINDS = ["INDICATION", "EVALUATION", "REVIEW", "EXPIRY", "ADVICE"] as const;
export type VdabWorkKind = (typeof VDAB_WORK_KINDS)[number];

export interface VdabWorkLine {
  readonly kind: VdabWorkKind;
  /** The indication, evaluation, review, ticket or advice. */
  readonly workRef: string;
  readonly personRef: PersonRef;
  /** The person's stream, or the file's for an evaluation and its review. */
  readonly streamRef: string;
  readonly since: PlainDate;
  /** Null where the law gives none (OPEN-21). */
  readonly deadline: PlainDate | null;
  /** Measure, purpose, stage or type of ticket. */
  readonly detail: string;
  readonly assigneeRef: string | null;
}

export interface WorkQuery {
  readonly kind: VdabWorkKind | null;
  /** Only work with a deadline on or before the day. */
  readonly until: PlainDate | null;
  /** Only what this actor took up, or what nobody did. */
  readonly assignee: { readonly ref: string } | "NOBODY" | null;
  readonly after: VdabWorkCursor | null;
  readonly limit: number;
  /** The day of the question, and the last end of a ticket that counts as near. */
  readonly today: PlainDate;
  readonly expiryUntil: PlainDate;
}

/** Place in the list: by deadline, then by how long it waits. */
export interface VdabWorkCursor {
  readonly deadline: PlainDate | null;
  readonly since: PlainDate;
  readonly workRef: string;
}

export interface WorkQueries {
  list(query: WorkQuery): Promise<readonly VdabWorkLine[]>;
  /** How much there is of each kind, and how much of it is past its deadline. */
  counts(today: PlainDate, expiryUntil: PlainDate): Promise<readonly WorkCount[]>;
  /** Those of the references that are persons. */
  personsAmong(refs: readonly string[]): Promise<readonly PersonRef[]>;
  /** Whether the person is at work on the day, as known now; null when unknown. */
  workStatusOn(personRef: PersonRef, on: PlainDate): Promise<string | null>;
  /** Files of the person whose grant was decided, newest first. */
  filesOfPerson(personRef: PersonRef): Promise<readonly PersonFile[]>;
  /** Older rights of the person, as known now. */
  rightsOfPerson(personRef: PersonRef): Promise<readonly PersonRight[]>;
  /** Persons with a right to VOP or temporary VOP that runs on the day and no individual ticket (IND-17), in the order of their reference. */
  vopCandidates(on: PlainDate, after: PersonRef | null, limit: number): Promise<readonly VopCandidate[]>;
  countVopCandidates(on: PlainDate): Promise<number>;
  countCatchUpCandidates(on: PlainDate): Promise<number>;
  /** Advices of one partner, newest first. */
  advicesOf(organisation: string, limit: number): Promise<readonly PartnerAdvice[]>;
}

export interface WorkCount {
  readonly kind: VdabWorkKind;
  readonly open: number;
  readonly late: number;
}

export interface PersonFile {
  readonly fileRef: FileRef;
  readonly state: string;
  readonly filedOn: PlainDate;
}

export interface PersonRight {
  readonly rightRef: RightRef;
  readonly measure: TransitionMeasure;
  readonly validFrom: PlainDate;
  /** First day after; null when indefinite. */
  readonly validTo: PlainDate | null;
}

export interface VopCandidate {
  readonly personRef: PersonRef;
  readonly rightRef: RightRef;
  readonly validTo: PlainDate | null;
}

export interface PartnerAdvice {
  readonly personRef: PersonRef;
  readonly adviceRef: AdviceRef;
  readonly advisedOn: PlainDate;
}

export interface AssignmentStore {
  assign(workRef: string, assigneeRef: string): Promise<void>;
  release(workRef: string): Promise<void>;
  assigneeOf(workRef: string): Promise<string | null>;
}

export type BatchOutcome = "GIVEN" | "ONE_BY_ONE" | "SKIPPED";

/** What a supervised batch did with one person. */
export interface BatchLine {
  readonly personRef: PersonRef;
  readonly outcome: BatchOutcome;
  /** Ids of the reasons. */
  readonly reasons: readonly string[];
}

export interface VdabBatch {
  readonly batchRef: string;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly counts: Readonly<Record<BatchOutcome, number>>;
}

/** Supervised batches of one kind: each keeps what it did with whom. */
export interface BatchStore<Candidate> {
  start(batchRef: string, startedBy: string): Promise<void>;
  /** Lines of persons that the batch has already are left as they are. */
  note(batchRef: string, lines: readonly BatchLine[]): Promise<void>;
  read(batchRef: string): Promise<VdabBatch | null>;
  list(limit: number): Promise<readonly VdabBatch[]>;
  lines(batchRef: string, limit: number): Promise<readonly BatchLine[]>;
  /** Who waits on the day and is not in the batch yet. */
  candidates(batchRef: string, on: PlainDate, limit: number): Promise<readonly Candidate[]>;
}

/** The catch-up (IND-15): persons with a collective ticket and no individual one. */
export type CatchUpStore = BatchStore<CatchUpCandidate>;
/** The conversion of earlier rights to VOP (IND-17): persons whose right runs and who have no individual ticket. */
export type ConversionStore = BatchStore<ConversionCandidate>;

export interface ConversionCandidate {
  readonly personRef: PersonRef;
  readonly rightRef: RightRef;
  readonly measure: TransitionMeasure;
  /** An evaluation of the right was asked and not decided. */
  readonly evaluated: boolean;
}

export interface CatchUpCandidate {
  readonly personRef: PersonRef;
  readonly ticketRef: TicketRef;
  readonly working: boolean;
}

/** One line of who looked, as the person may read it. */
export interface AccessLine {
  readonly accessedAt: Instant;
  readonly actorRole: string;
  readonly actorRef: string;
  readonly organisation: string;
  readonly purpose: string;
  readonly kinds: readonly string[];
}

export interface AccessQueries {
  /** Latest first; only lines before the moment when one is given. */
  of(personRef: PersonRef, query: { readonly before: Instant | null; readonly limit: number }): Promise<readonly AccessLine[]>;
}

/** A person for whom a guardian acts. Dutch: bewindvoering. */
export interface Guardianship {
  readonly insz: Insz;
  readonly from: PlainDate;
  /** Last day, included; null: without end. */
  readonly until: PlainDate | null;
}

export interface GuardianRegister {
  /** Every guardianship of somebody, ended ones too. */
  of(guardian: Insz): Promise<RegisterAnswer<readonly Guardianship[]>>;
}

export interface VdabPorts {
  readonly law: Law;
  readonly clock: Clock;
  readonly events: EventStore;
  readonly vault: Vault;
  readonly work: WorkQueries;
  readonly assignments: AssignmentStore;
  readonly catchUps: CatchUpStore;
  readonly conversions: ConversionStore;
  readonly accesses: AccessQueries;
  readonly drafts: DraftStore;
  /** Letters to a person, and the notice that was given of a decision. */
  readonly letters: Pick<LetterStore, "list" | "noticeOf">;
  readonly registers: Pick<RegisterPorts, "residences">;
  readonly guardianships: GuardianRegister;
  /** Name of an enterprise by its number, for people to read; null when it is not known. */
  readonly nameOfEnterprise: (number: string) => Promise<string | null>;
}

/** Measures that a request can be for. Work-oriented activities have a road of their own (AMA-02). */
export const ASKABLE_MEASURES = ["INDIVIDUAL", "COLLECTIVE"] as const satisfies readonly Measure[];
export type AskableMeasure = (typeof ASKABLE_MEASURES)[number];
