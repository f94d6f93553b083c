// Which remuneration codes of the quarterly declaration count in the reference wage (OPEN-24).
import { fail, ok, type PlainDate, type Result } from "../kernel/index.ts";
import type { LawData, ReadProblem } from "./law-data.ts";
import type { SwitchChoice } from "./model.ts";

/** The codes as the declaration writes them, or every code. */
export type CountedWageCodes = ReadonlySet<string> | "ALL";

/** On a day, under the chosen readings; refuses a reading of OPEN-24 that has no list. */
export function countedWageCodes(law: LawData, day: PlainDate, switches?: SwitchChoice): Result<CountedWageCodes, ReadProblem> {
  const read = law.parameterAt("referenceWage.codes", day, switches === undefined ? {} : { switches });
  if (!read.ok) return fail(read.error);
  const codes = (Array.isArray(read.value.value) ? read.value.value : [read.value.value]) as readonly string[];
  return ok(codes.includes("ALL") ? "ALL" : new Set(codes));
}
