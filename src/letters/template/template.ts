// A letter's template as data: sentences with named slots, and the places where computed parts are inserted.

/** Where a piece of a template stands, so that a mistake can be named. */
export interface Placed {
  readonly file: string;
  readonly line: number;
}

/** A sentence with slots: "U krijgt een {premiums}." */
export interface SlotText extends Placed {
  readonly text: string;
  readonly slots: readonly string[];
}

/** Shown only when the flag is as said; null: always. */
export interface Condition {
  readonly flag: string;
  readonly is: boolean;
}

export interface Conditional {
  readonly condition: Condition | null;
}

export type TemplateItem =
  | (Conditional & { readonly type: "heading" | "paragraph"; readonly text: SlotText })
  | (Conditional & { readonly type: "list"; readonly items: readonly SlotText[] })
  | (Conditional & { readonly type: "notice"; readonly title: SlotText; readonly text: SlotText })
  | (Conditional & Placed & { readonly type: "insert"; readonly name: string });

export interface Template {
  readonly kind: string;
  readonly file: string;
  readonly title: SlotText;
  readonly summary: readonly (Conditional & { readonly text: SlotText })[];
  readonly body: readonly TemplateItem[];
}

/** Something is wrong with a template: each line names the file and the line, and what to do. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  readonly flaws: readonly string[];

  constructor(flaws: readonly string[]) {
    super(flaws.join("\n"));
    this.flaws = flaws;
  }
}
