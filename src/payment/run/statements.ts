// Makes the statements of a slice from its lines, and the recoveries that are proposed where they come to less than zero.
import type { Actor } from "../../dossier/index.ts";
import type { Instant } from "../../kernel/index.ts";
import type { LedgerLine } from "../ports.ts";
import { recoveryRefOf } from "../recovery/recoveries.ts";
import type { Beneficiary, StoredRecoveryStep } from "../recovery/steps.ts";
import { linesHashOf, type StatementHead, statementRefOf } from "./statement.ts";

export interface StatementMoment {
  readonly runRef: string;
  readonly quarter: number;
  readonly frozenAt: Instant;
}

/** @param personOf - The self-employed person of a grant without employer. */
export function statementsOf(
  lines: readonly LedgerLine[],
  personOf: (grantRef: string) => string,
  { runRef, quarter, frozenAt }: StatementMoment,
): StatementHead[] {
  const groups = new Map<string, { beneficiary: Beneficiary; lines: LedgerLine[] }>();
  for (const line of lines) {
    const ref = line.employerRef ?? personOf(line.grantRef);
    const held = groups.get(ref);
    if (held !== undefined) held.lines.push(line);
    else groups.set(ref, { beneficiary: { kind: line.employerRef === null ? "PERSON" : "EMPLOYER", ref }, lines: [line] });
  }
  return [...groups.values()].map(({ beneficiary, lines: own }) => ({
    statementRef: statementRefOf(runRef, beneficiary),
    runRef,
    quarter,
    beneficiary,
    cents: own.reduce((total, line) => total + line.cents, 0),
    lines: own.length,
    linesHash: linesHashOf(own),
    frozenAt,
  }));
}

/** A person decides on each; see recovery. */
export function proposalsOf(statements: readonly StatementHead[], actor: Actor): StoredRecoveryStep[] {
  return statements
    .filter((one) => one.cents < 0)
    .map(({ runRef, beneficiary, cents, frozenAt }) => ({
      recoveryRef: recoveryRefOf(runRef, beneficiary),
      seq: 1,
      at: frozenAt,
      actor,
      step: { step: "PROPOSED", runRef, beneficiary, cents: -cents },
    }));
}
