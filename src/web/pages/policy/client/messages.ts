// What the page and its worker say to each other.
import type { Language } from "../../../../kernel/index.ts";

export interface Ask {
  readonly id: number;
  readonly language: Language;
  /** Quarters to compute: one while a lever moves, all when it rests. */
  readonly quarters: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface Start {
  readonly grants: number;
  readonly from: string;
  readonly horizon: number;
}

export interface Told {
  readonly id: number;
  readonly html: string;
  /** By lever: what it reads, and the rule it breaks. */
  readonly levers: Readonly<Record<string, { readonly text: string; readonly broken: string }>>;
  readonly query: string;
  readonly milliseconds: number;
}
