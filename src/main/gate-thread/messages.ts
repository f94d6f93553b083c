// What the server says to the thread that judges tables.
import type { DisclosurePolicy, Earlier, Figure } from "../../statistics/index.ts";

export type ToGate =
  /** Some of the earlier tables of the job that follows: all at once would hold up the one who sends. */
  | { readonly kind: "earlier"; readonly tables: readonly Earlier[] }
  | {
      readonly kind: "judge";
      readonly figure: Figure;
      readonly policy: DisclosurePolicy;
      /** Steps that the table may take; the usual number when left out. */
      readonly work: number | undefined;
    };
