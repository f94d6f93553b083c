// A letter or statement as data, before any layout: one model feeds the PDF and the web page, so that both say the same.
import type { Instant, Language, PlainDate } from "../../kernel/index.ts";

/** A cell is ready text: amounts and dates are formatted by whoever builds the document, in the document's language. */
export interface Column {
  readonly title: string;
  readonly align: "start" | "end";
}

export type Block =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly string[] }
  | { readonly type: "facts"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      /** A last row that sums; null when the table has none. */
      readonly total: readonly string[] | null;
    }
  | { readonly type: "notice"; readonly title: string; readonly text: string }
  /** A drawing; `text` says in words what it shows, for whoever does not see it. Its numbers stand in a table beside it. */
  | { readonly type: "chart"; readonly title: string; readonly text: string; readonly svg: string };

export interface Party {
  readonly name: string;
  readonly lines: readonly string[];
}

export interface LetterDocument {
  readonly kind: string;
  readonly language: Language;
  readonly reference: string;
  readonly date: PlainDate;
  readonly createdAt: Instant;
  readonly from: Party;
  readonly to: Party;
  readonly title: string;
  /** The letter in a few plain sentences, before anything legal. */
  readonly summary: readonly string[];
  readonly blocks: readonly Block[];
  /** Marks every page of a document made from demonstration data. */
  readonly synthetic: boolean;
}
