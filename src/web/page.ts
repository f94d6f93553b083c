// What every page is drawn with: its language and address, and the few facts about the system that the frame shows.
import type { Role } from "../access/index.ts";
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
  /** Null where nobody can log in. `visitor` is null for who has not logged in. */
  readonly login: { readonly visitor: PageVisitor | null } | null;
  readonly law: { readonly version: string; readonly stateOfKnowledge: string };
}

/** What the frame says of who is logged in. */
export interface PageVisitor {
  readonly name: string;
  readonly role: Role;
  /** The organisation that the role holds for, or null. */
  readonly organisation: string | null;
  /** Goes back with every form. */
  readonly formKey: string;
  /** Whether there are other roles to choose from. */
  readonly manyRoles: boolean;
}
