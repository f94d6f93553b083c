// What the page of one file is made of.
import type { Colleague, DeskAssessment, GrantQuarter, LetterLine, Preview } from "../../../counter/index.ts";
import type { PlainDate, Quarter } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import type { deadlineWords } from "../../text/department.ts";
import type { InFile } from "./within.tsx";

export interface FilePageProps extends InFile {
  readonly law: Law;
  readonly today: PlainDate;
  readonly assessment: DeskAssessment | null;
  /** What a decision today would pay; null when there is nothing to decide or no outcome yet. */
  readonly preview: Preview | null;
  readonly deadline: { readonly on: PlainDate; readonly why: keyof typeof deadlineWords } | null;
  /** Of a grant. */
  readonly quarters: readonly GrantQuarter[];
  readonly open: Quarter | null;
  readonly staff: readonly Colleague[];
  readonly documents: readonly LetterLine[];
  /** What just succeeded, or what changed meanwhile. */
  readonly message: { readonly kind: "success" | "warning"; readonly title: string; readonly text?: string } | null;
}
