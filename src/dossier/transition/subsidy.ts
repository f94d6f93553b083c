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
  const last = lastYear(right, amount, totals.at(-1)?.until ?? null, first);
  for (let year = first; year <= last; year += 1) {
    const others = enteredIn(entered, year, rightRef);
    if (others === 0 || fits(year, others + amount.cents).length === 0) continue;
    const total = totals.find(({ from, until }) => from <= `${year}-12-31` && (until === null || until > `${year}-12-31`))?.value;
    return [noRoomLeft(year, Math.max(0, Number(total) - others))];
  }
  return [];
}

/** The last year that the amount is for, within what the law gives a total for. */
function lastYear(right: OldRight, amount: OldRightAmount, lawUntil: PlainDate | null, first: number): number {
  const ends = [
    ...(amount.throughQuarter === null ? [] : [yearOf(amount.throughQuarter)]),
    ...[lastDayOfRight(right), lawUntil === null ? null : addDays(lawUntil, -1)].flatMap((day) =>
      day === null ? [] : [Number(day.slice(0, 4))],
    ),
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
