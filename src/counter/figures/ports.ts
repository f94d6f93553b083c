// What publishing figures asks of the outside: the records to count, the store of releases, the law, and answers that ship as folders.
import type { Clock, Result } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type {
  AnswerTexts,
  Judge,
  Linkage,
  LinkageStore,
  PlacedIssue,
  PublicationStore,
  RecordsPort,
} from "../../statistics/index.ts";

export interface FiguresPorts {
  readonly law: Law;
  readonly clock: Clock;
  readonly records: RecordsPort;
  readonly publications: PublicationStore;
  /** The same where the answer may be seconds old: for what was released long ago, and for questions that nothing is frozen of. */
  readonly mayLag: {
    readonly records: RecordsPort;
    readonly publications: Pick<PublicationStore, "all" | "steps" | "file">;
  };
  /** Judges what may be shown of a table. */
  readonly judge: Judge;
  readonly linkage: LinkageStore;
  /** Version of the program, frozen with each release. */
  readonly code: string;
  /** True when the records are synthetic: every file says so. */
  readonly synthetic: boolean;
  /** Yearly linkages that have arrived. */
  linkages(): Promise<readonly Linkage[]>;
  /** Sheets for kinds of questions that come back. */
  templates(): readonly Template[];
  /** Names of the folders of answers, also of those that cannot be read. */
  answerFolders(): readonly string[];
  /** The texts of an answer's folder, or why they cannot be read; null when there is none of this name. */
  answerTexts(id: string): Result<AnswerTexts, readonly PlacedIssue[]> | null;
}

/** A sheet to begin with, for a kind of question that comes back. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface FiguresActor {
  readonly role: string;
  readonly ref: string;
}
