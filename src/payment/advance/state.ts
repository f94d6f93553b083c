// A monthly advance as it stands, folded from its steps.
import { fromQuarterNumber, lastDay, type PlainDate } from "../../kernel/index.ts";
import type { StoredAdvanceStep } from "./steps.ts";

export type AdvanceStage = "NONE" | "REQUESTED" | "RUNNING" | "REFUSED" | "STOPPED";

export interface Advance {
  readonly advanceRef: string;
  readonly grantRef: string;
  readonly employerRef: string;
  readonly stage: Exclude<AdvanceStage, "NONE">;
  readonly fromMonth: PlainDate;
  /** First day of the first month that is not paid any more. */
  readonly stoppedFrom: PlainDate | null;
  readonly monthlyCents: number;
  readonly paid: readonly { readonly month: PlainDate; readonly cents: number; readonly withheldCents: number }[];
  /** Taken by premiums and by later months. */
  readonly settledCents: number;
  /** Last quarter that was settled, as year x 4 + n - 1; null: none. */
  readonly settledUpTo: number | null;
  readonly seq: number;
}

export const advanceStage = (advance: Advance | null): AdvanceStage => advance?.stage ?? "NONE";

/** Advanced for the months up to the end of the quarter and not settled yet. */
export function openAdvanceCents(advance: Advance, quarter: number): number {
  const end = lastDay(fromQuarterNumber(quarter));
  const advanced = advance.paid
    .filter((one) => one.month <= end)
    .reduce((sum, { cents, withheldCents }) => sum + cents + withheldCents, 0);
  return Math.max(0, advanced - advance.settledCents);
}

/** What the settled quarters left: more was advanced than the premium came to. The next months withhold it (PAY-04). */
export const excessCents = (advance: Advance): number =>
  advance.settledUpTo === null ? 0 : openAdvanceCents(advance, advance.settledUpTo);

export function foldAdvance(steps: readonly StoredAdvanceStep[]): Advance | null {
  return steps.reduce<Advance | null>(evolveAdvance, null);
}

export function evolveAdvance(state: Advance | null, { advanceRef, seq, step }: StoredAdvanceStep): Advance {
  if (step.step === "REQUESTED") {
    const { grantRef, employerRef, fromMonth } = step;
    const fresh = { monthlyCents: 0, paid: [], settledCents: 0, settledUpTo: null, stoppedFrom: null };
    return { advanceRef, grantRef, employerRef, fromMonth, stage: "REQUESTED", ...fresh, seq };
  }
  if (state === null) throw new Error(`Advance ${advanceRef} has a step ${step.step} and no request`);
  switch (step.step) {
    case "GRANTED":
      return { ...state, stage: "RUNNING", monthlyCents: step.monthlyCents, seq };
    case "REFUSED":
      return { ...state, stage: "REFUSED", seq };
    case "PAID": {
      const { month, cents, withheldCents } = step;
      const paid = [...state.paid, { month, cents, withheldCents }];
      return { ...state, paid, settledCents: state.settledCents + withheldCents, seq };
    }
    case "SETTLED":
      return {
        ...state,
        settledCents: state.settledCents + step.cents,
        settledUpTo: Math.max(step.quarter, state.settledUpTo ?? step.quarter),
        seq,
      };
    case "STOPPED":
      return { ...state, stage: "STOPPED", stoppedFrom: step.fromMonth, seq };
  }
}
