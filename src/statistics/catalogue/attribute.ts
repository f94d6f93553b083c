// What an attribute of the catalogue is: its meaning, its owner, where it is read, and whether its values exclude each other.
import type { Localized } from "../../kernel/index.ts";
import type { SubjectId } from "./subjects.ts";
import type { Unit } from "./units.ts";

/** Who is answerable for the values. LINKAGE: the yearly linkage of DATA-07. */
export type Owner = "VDAB" | "DEPARTMENT" | "NATIONAL_REGISTER" | "COMPANY_REGISTER" | "RSZ" | "RVA" | "LINKAGE";

/**
 * Where an attribute is read. `row`: in the counted thing itself. `person`, `status`, `employer`: what held for its person or
 * employer at the reference date; of a self-employed person `employer` is the own enterprise, as it was at the application. `file`: in
 * the application that the thing followed from. `holder`: all tickets of the person at the reference date. `wage`: the declarations of the
 * relation for the quarter of the reference date. `window`: the place of the event in time, or its outcome afterwards.
 */
export type Path = "row" | "file" | "person" | "status" | "employer" | "holder" | "wage" | "window";

export type Domain =
  /** `rare`: shown only where somebody has it, also when values that nobody has are shown as zero. */
  | { readonly kind: "codes"; readonly values: readonly string[]; readonly rare?: readonly string[] }
  /** An open list of codes kept elsewhere, such as municipalities. */
  | { readonly kind: "text" }
  | { readonly kind: "number"; readonly unit: Unit; readonly additive: boolean }
  | { readonly kind: "date" };

export interface Attribute {
  readonly id: string;
  readonly title: Localized;
  readonly meaning: Localized;
  readonly owner: Owner;
  readonly path: Path;
  readonly domain: Domain;
  readonly subjects: readonly SubjectId[];
  /** Can the value of one and the same thing differ from one day to the next? */
  readonly changes: boolean;
  /** Over a period it is measured once, on the last day, and so does not change inside it. */
  readonly atPeriodEnd: boolean;
  /** Can one row have several values at once? */
  readonly several: boolean;
  /** For these subjects the value comes only with the yearly linkage (DATA-07). */
  readonly linkedFor: readonly SubjectId[];
  /** Rulebook ids. */
  readonly ids: readonly string[];
}

/** Written in the place of a value that is not recorded. */
export const UNKNOWN = "UNKNOWN";

/** Written in the place of a value in a row that adds up all values of a dimension. */
export const TOTAL = null;
