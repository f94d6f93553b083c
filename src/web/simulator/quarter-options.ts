// The quarters that a form offers as start: from the first of the scheme to a year after this one.
import {
  addQuarters,
  formatQuarter,
  type Language,
  type PlainDate,
  type Quarter,
  quarterOf,
  quartersBetween,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { firstQuarter } from "./packages.ts";

/** @param also - A quarter that must be among them, because somebody gave it in an address. */
export function startQuarterOptions(law: LawData, today: PlainDate, language: Language, also: Quarter | null) {
  const first = firstQuarter(law);
  const quarters = Array.from({ length: quartersBetween(first, quarterOf(today)) + 5 }, (_, index) => addQuarters(first, index));
  if (also !== null && !quarters.includes(also)) quarters.push(also);
  return quarters.reverse().map((value) => ({ value, label: formatQuarter(value, language) }));
}
