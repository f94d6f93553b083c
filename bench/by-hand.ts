// The same law as somebody would write it by hand: one object per case, whole cents, the same checks. A contender for speed; never a wrong row.
export interface HandCase {
  readonly package: string;
  /** year × 4 + quarter − 1. */
  readonly startQuarter: number;
  readonly collectivePercentage: number | null;
  readonly need: string;
  readonly fraction: number;
  readonly performed: number | null;
  readonly gross: number;
  readonly contributions: number;
  readonly reductions: number;
  /** Epoch days. */
  readonly inServiceFrom: number | null;
  readonly inServiceUntil: number | null;
}

export interface HandLaw {
  readonly quarter: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly fullTimeCap: number;
  readonly termOf: Readonly<Record<string, number>>;
  readonly phases: readonly number[];
  readonly percentages: Readonly<Record<string, readonly number[]>>;
  readonly fixedHigh: number;
  readonly fixedLow: number;
  readonly fixedHighLast: number;
  readonly variable: Readonly<Record<string, number>>;
}

/** Cents, or null when the law gives nothing. */
export function premiumsByHand(law: HandLaw, one: HandCase): { wage: number; guidance: number } | null {
  const index = law.quarter - one.startQuarter + 1;
  if (index < 1 || index > law.termOf[one.package]!) return null;
  const reference = one.gross + one.contributions - one.reductions;
  if (reference < 0) return null;
  const from = Math.max(one.inServiceFrom ?? law.firstDay, law.firstDay);
  const until = Math.min(one.inServiceUntil ?? law.lastDay, law.lastDay);
  const served = Math.max(until - from + 1, 0);
  const days = law.lastDay - law.firstDay + 1;
  const phase = law.phases.findIndex((last) => index <= last);
  let percentage = law.percentages[one.package]![phase]!;
  if (one.collectivePercentage !== null) percentage = Math.min(percentage, one.collectivePercentage * 100);
  const capped = Math.min(reference * 10_000 * days, law.fullTimeCap * one.fraction * served);
  const under = 200_000 * days;
  const wage = Math.floor((capped * (percentage / 500) + under / 2) / under);
  if (one.need === "NONE" || reference === 0 || served === 0) return { wage, guidance: 0 };
  const fixed = index <= law.fixedHighLast ? law.fixedHigh : law.fixedLow;
  const worked = one.performed ?? one.fraction;
  return { wage, guidance: Math.floor((fixed * 10_000 + law.variable[one.need]! * worked + 5000) / 10_000) };
}
