// What every page is drawn with: its language and address, and the few facts about the system that the frame shows.
import type { Language } from "../kernel/index.ts";

export interface Page {
  readonly language: Language;
  /** The address without language prefix and query, for example "/simulator". */
  readonly path: string;
  /** The query as it came, with its question mark, or empty: kept when the reader changes language. */
  readonly query: string;
  /** True when the records are synthetic. */
  readonly demo: boolean;
  /** Another of our languages that the browser prefers, or null. */
  readonly offered: Language | null;
  /** Address of the stylesheet. */
  readonly stylesheet: string;
  readonly law: { readonly version: string; readonly stateOfKnowledge: string };
}
