// One outcome of one check on an application: how heavy it weighs, and why.
import type { Judgement } from "../../law/index.ts";
import type { Reason } from "../reason.ts";

/**
 * BLOCK: cannot be filed. REFUSE: leads to refusal. COMPLETE: the applicant must supply or change something.
 * MANUAL: the law leaves it to a person, who confirms or refuses. WARN: shown, decides nothing.
 */
export type Severity = "BLOCK" | "REFUSE" | "COMPLETE" | "MANUAL" | "WARN";

export interface Check {
  readonly severity: Severity;
  readonly reason: Reason;
  /** With MANUAL: the question as the law puts it, with its instrument and the event that records the answer. */
  readonly question?: Judgement;
}

export const check = (severity: Severity, reason: Reason, question?: Judgement): Check => ({
  severity,
  reason,
  ...(question === undefined ? {} : { question }),
});

export const having = (checks: readonly Check[], ...severities: Severity[]): readonly Check[] =>
  checks.filter((one) => severities.includes(one.severity));

/** Rulebook ids of everything that stands against a grant on its own, each once: the grounds of a refusal. */
export const groundsOf = (checks: readonly Check[]): readonly string[] => [
  ...new Set(having(checks, "BLOCK", "REFUSE", "COMPLETE").map((one) => one.reason.rule)),
];
