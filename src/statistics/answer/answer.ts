// The shape of a computed answer: plain data that goes through canonical JSON, so that the same records give the same bytes.
import type { Instant, Localized, PlainDate } from "../../kernel/index.ts";
import type { Channel, GateReport } from "../disclosure/index.ts";
import type { Breach } from "../double-ticket/index.ts";
import type { Caveat, Figure, Outcome } from "../figure/index.ts";
import type { QuestionFile } from "./source.ts";

/** published: printed in the document. asked: what the question asks and the document does not give. context: helps to read. */
export type FigureRole = "published" | "asked" | "context";

export interface Comparison {
  readonly id: string;
  readonly key: readonly (string | null)[];
  readonly published: number;
  readonly computed: number | string | null;
  readonly equal: boolean;
}

export interface AnswerFigure extends Figure {
  /** What the disclosure gate did to it. */
  readonly gate: GateReport;
  readonly role: FigureRole;
  /** Beside the document's own numbers; only when the answer is asked for the document's reference date. */
  readonly comparisons: readonly Comparison[];
}

export interface Statement {
  readonly text: Localized;
  readonly ids: readonly string[];
}

export interface Derived {
  readonly title: Localized;
  readonly unit: string;
  /** A whole number, or percent with one decimal. */
  readonly value: number | string | null;
}

/** One row of the comparison of the two advices: what each asks, with where the law says so. */
export interface CriterionRow {
  readonly id: string;
  readonly title: Localized;
  readonly collective: Localized;
  readonly individual: Localized;
  readonly ids: readonly string[];
}

export interface AnswerQuestion {
  readonly number: number;
  readonly title: Localized;
  readonly asked: Localized;
  /** How the document answered. */
  readonly document: Outcome;
  /** What stands here that the document does not say. */
  readonly adds: Localized;
  readonly statements: Readonly<Record<string, Statement>>;
  readonly figures: Readonly<Record<string, AnswerFigure>>;
  readonly derived: Readonly<Record<string, Derived>>;
  readonly criteria?: readonly CriterionRow[];
  readonly doubleTicketBreaches?: {
    readonly title: Localized;
    readonly ids: readonly string[];
    /** Collective tickets applied for since the double ticket began, up to the reference date; null where withheld. */
    readonly checked: number | null;
    /** Null where the channel withholds a small count. */
    readonly count: number | null;
    /** Null where the channel shows no single cases. */
    readonly list: readonly Breach[] | null;
  };
  readonly caveats: readonly Caveat[];
}

export interface BoundRow {
  readonly id: string;
  readonly title: Localized;
  readonly min: number;
  readonly max: number | null;
  /** What the records hold; null where the channel withholds it. */
  readonly actual: number | null;
}

export interface AnswerBounds {
  readonly title: Localized;
  readonly assumptions: readonly Localized[];
  readonly cells: Readonly<Record<string, BoundRow>>;
  readonly derived: Readonly<Record<string, BoundRow>>;
  readonly solutions: string | null;
  readonly contradiction: Localized | null;
}

export interface Answer {
  readonly schema: "maatwerk.answer/1";
  readonly id: string;
  readonly header: QuestionFile["header"];
  readonly reference: PlainDate;
  readonly knownAt: Instant;
  /** For whom it was made: what the gate lets through differs. */
  readonly channel: Channel;
  readonly law: { readonly version: string; readonly parameters: string };
  /** Open points of the law that the answer leans on. */
  readonly openPoints: readonly string[];
  readonly statements: Readonly<Record<string, Statement>>;
  readonly questions: Readonly<Record<string, AnswerQuestion>>;
  /** Null for an answer that solves nothing from its figures. */
  readonly bounds: AnswerBounds | null;
  readonly caveats: readonly Caveat[];
}
