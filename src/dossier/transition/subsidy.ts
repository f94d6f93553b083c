// The total that all local governments share (TRANS-50): what the others have of a year, and the room that is left of it.
import { addDays, type PlainDate, plainDate, type Quarter } from "../../kernel/index.ts";
import type { EnteredSubsidy } from "../deciding.ts";
import type { LawReading } from "../law-reading.ts";
import { byLaw, type Reason } from "../reason.ts";
import type { OldRightAmount } from "./events.ts";
import { noRoomLeft } from "./reasons.ts";
import { lastDayOfRight, type OldRight } from "./state.ts";

interface Wished {
  readonly rightRef: string;
  readonly right: OldRight;
  readonly amount: OldRightAmount;
  /** Of all local governments, this one too. */
  readonly entered: readonly EnteredSubsidy[];
}

/** Why the amount does not fit: by itself, or beside what the others have in one of the years that it is for. */
export function againstSubsidy(law: LawReading, { rightRef, right, amount, entered }: Wished): readonly Reason[] {
  const first = yearOf(amount.fromQuarter);
  const fits = (year: number, aldEntered: number) =>
    law.findings("localSubsidy", { aldEntered, aldYearEnd: `${year}-12-31` }).reasons;
  const alone = fits(first, amount.cents);
  if (alone.length > 0) return alone.map(byLaw);
  const totals = law.law.timeline("ald.totalBudget");
  const last = lastYear(right, amount, lastDayOfSubsidy(law), first);
  for (let year = first; year <= last; year += 1) {
    const others = enteredIn(entered, year, rightRef);
    if (others === 0 || fits(year, others + amount.cents).length === 0) continue;
    const total = totals.find(({ from, until }) => from <= `${year}-12-31` && (until === null || until > `${year}-12-31`))?.value;
    return [noRoomLeft(year, Math.max(0, Number(total) - others))];
  }
  return [];
}

/**
 * The last day of which the law gives a total; null: without end. TRANS-01 closes VOP, LDE, SINE and the maatwerkafdelingen, and does not
 * name this subsidy: it came when those closed (TRANS-23, TRANS-50), so that a right to it can begin as long as there is a total.
 */
export function lastDayOfSubsidy(law: LawReading): PlainDate | null {
  const until = law.law.timeline("ald.totalBudget").at(-1)?.until ?? null;
  return until === null ? null : addDays(until, -1);
}

/** The last year that the amount is for, within what the law gives a total for. */
function lastYear(right: OldRight, amount: OldRightAmount, lawLast: PlainDate | null, first: number): number {
  const ends = [
    ...(amount.throughQuarter === null ? [] : [yearOf(amount.throughQuarter)]),
    ...[lastDayOfRight(right), lawLast].flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))])),
  ];
  return ends.length === 0 ? first : Math.max(first, Math.min(...ends));
}

/** An amount is for a whole year: of two in one year the later one counts. */
function enteredIn(entered: readonly EnteredSubsidy[], year: number, except: string): number {
  const [first, last] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)];
  const latest = new Map<string, EnteredSubsidy>();
  for (const one of entered) {
    if (one.rightRef === except || one.from > last || (one.until !== null && one.until < first)) continue;
    const held = latest.get(one.rightRef);
    if (held === undefined || held.from < one.from) latest.set(one.rightRef, one);
  }
  return [...latest.values()].reduce((sum, one) => sum + one.cents, 0);
}

const yearOf = (quarter: Quarter): number => Number(quarter.slice(0, 4));
