// What a decision asks across streams; answered from the read tables.
import type { EmployerRef, FileRef, PersonRef, PlainDate, RightRef } from "../kernel/index.ts";
import type { EnteredSubsidy } from "./deciding.ts";
import type { ApplicationState, TransitionMeasure } from "./vocabulary.ts";

/** A relation is one employer and one person, or one self-employed person (then `employerRef` is null) (STAT-05). */
export interface Relation {
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
}

export interface RelationFile {
  readonly fileRef: FileRef;
  readonly state: ApplicationState;
  readonly filedOn: PlainDate;
}

export interface RunningRight {
  readonly rightRef: RightRef;
  readonly measure: TransitionMeasure;
  readonly validFrom: PlainDate;
  /** First day after; null when indefinite. */
  readonly validTo: PlainDate | null;
}

export interface DossierQueries {
  /** All files of a relation, oldest first. */
  filesOfRelation(relation: Relation): Promise<readonly RelationFile[]>;
  /** The file whose grant runs for the relation on the day, or null. */
  runningGrantOf(relation: Relation, on: PlainDate): Promise<FileRef | null>;
  /** Older rights of the relation that run on the day (cumulation and transition checks). */
  rightsOfRelation(relation: Relation, on: PlainDate): Promise<readonly RunningRight[]>;
  /** Older rights of the relation that had begun by the day, those that are over too: what a grant can follow on. */
  rightsUpTo(relation: Relation, on: PlainDate): Promise<readonly RunningRight[]>;
  /** What is entered for every local government, for the days on which it holds (TRANS-50). */
  enteredSubsidies(): Promise<readonly EnteredSubsidy[]>;
  /** Persons who hold a collective ticket on the day and no individual one: the catch-up's work list (IND-15). */
  catchUpCandidates(on: PlainDate, limit: number): Promise<readonly PersonRef[]>;
}
