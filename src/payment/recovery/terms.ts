// What the law says of the terms of a recovery, as far as it says anything (OPEN-23). What it leaves open is for a person, with a reason.
import type { PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";

export interface RecoveryTerms {
  /** Null: the law names no number. */
  readonly maxInstalments: number | null;
  /** As the parameter holds it; null: the law names none. No rule says how interest runs: the person who decides applies it. */
  readonly interest: number | null;
  /** Null: the law names none. No rule says from which day it runs: the person who decides applies it. */
  readonly limitationYears: number | null;
}

export function recoveryTerms(law: Law, day: PlainDate): RecoveryTerms {
  const read = (id: string): number | null => {
    const found = law.parameterAt(id, day);
    return found.ok && typeof found.value.value === "number" ? found.value.value : null;
  };
  return {
    maxInstalments: read("recovery.maxInstalments"),
    interest: read("recovery.interestPct"),
    limitationYears: read("recovery.limitationYears"),
  };
}
