// The code of the SINE reduction that a list gives for a right, as it follows from the quarter in which the right began (TRANS-24).
import type { SineCode } from "../dossier/index.ts";
import { addQuarters, compareQuarters, type PlainDate, type Quarter, quarterOf } from "../kernel/index.ts";
import type { LegalFacts } from "./legal-facts.ts";

/** Ages at the start that leave no doubt: the age that the codes ask lies between them, and is no value of this house's law. */
const SURELY_YOUNG = 42;
const SURELY_OLD = 47;

/** Last quarter of a right under a code; null: indefinite. */
export function lastQuarterUnder(legal: Pick<LegalFacts, "sineQuarters">, code: SineCode, start: Quarter): Quarter | null {
  return code === "3250" ? null : addQuarters(start, legal.sineQuarters[code] - 1);
}

/**
 * The shortest code under which the right still ran on a day. Null: none does, so that VDAB must have prolonged it, or the age leaves the
 * code in doubt: the list then brings none, and a person looks it up.
 *
 * @param bornIn - YYYY-MM
 */
export function sineCodeOf(
  legal: Pick<LegalFacts, "sineQuarters">,
  startedOn: PlainDate,
  bornIn: string,
  ranOn: PlainDate,
): SineCode | null {
  const age = Number(startedOn.slice(0, 4)) - Number(bornIn.slice(0, 4));
  if (age >= SURELY_OLD) return "3250";
  if (age > SURELY_YOUNG) return null;
  const start = quarterOf(startedOn);
  const reaches = (code: "3240" | "3241") =>
    compareQuarters(lastQuarterUnder(legal, code, start) as Quarter, quarterOf(ranOn)) >= 0;
  return reaches("3240") ? "3240" : reaches("3241") ? "3241" : null;
}
