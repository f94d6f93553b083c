// The term of a grant, asked of the law: which quarter is q1, and how many there are (PROC-10, PROC-11, OPEN-03).
import { addQuarters, type PlainDate, type Quarter, quarterOf } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { NeedDuration, Package } from "../vocabulary.ts";

export interface Term {
  readonly startQuarter: Quarter;
  readonly quarters: number;
  readonly endQuarter: Quarter;
}

export function termOf(law: LawReading, decidedOn: PlainDate, appliedOn: PlainDate, quarters: number): Term {
  const startQuarter = law.rule("termStart", { decidedOn, appliedOn }) as Quarter;
  return { startQuarter, quarters, endQuarter: addQuarters(startQuarter, quarters - 1) };
}

/** PROC-10; a package whose length is not known (OPEN-14) has none here and is entered by hand. */
export function quartersOf(law: LawReading, given: Package, duration: NeedDuration | null): number | null {
  if (given === "TEMP_VULNERABLE") return null;
  const asked = duration === "TEMPORARY" ? "T2" : given;
  return law.rule("termLength", { package: asked }, quarterOf(law.day)) as number;
}
