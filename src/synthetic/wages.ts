// Synthetic quarterly declarations of a worker: wage, contributions, reductions, absence, late and corrected attests.
// Wages follow the guaranteed minimum of the law that is handed in, so no amount stands here. Integer arithmetic throughout.

import type { EducationLevel } from "../dossier/index.ts";
import {
  addQuarters,
  type Cents,
  cents,
  daysIn,
  type EmploymentFraction,
  employmentFraction,
  firstDay,
  type Instant,
  lastDay,
  type PlainDate,
  type Quarter,
  quarterIndexNumber,
  quarterOf,
} from "../kernel/index.ts";
import { addDays, dayBetween, daysBetween, earlier, later, momentOn, workingDayFrom } from "./calendar.ts";
import type { Rng } from "./rng.ts";

/** One version of an attest, as the department receives it. Status: 0 new, 1 changed, 3 cancelled, 4 reactivated. */
export interface SyntheticAttest {
  readonly attestNo: string;
  readonly version: number;
  readonly status: 0 | 1 | 3 | 4;
  readonly personRef: string;
  readonly employerRef: string;
  readonly quarter: Quarter;
  readonly grossCents: Cents;
  readonly contributionCents: Cents;
  readonly reductionCents: Cents;
  readonly contractualFraction: EmploymentFraction;
  readonly performedFraction: EmploymentFraction;
  readonly inServiceFrom: PlainDate;
  /** Last day, included; null when service goes on. */
  readonly inServiceUntil: PlainDate | null;
  readonly receivedAt: Instant;
}

export interface Employment {
  readonly personRef: string;
  readonly employerRef: string;
  readonly from: PlainDate;
  /** Last day of work, included; null when it goes on. */
  readonly until: PlainDate | null;
  readonly fraction: EmploymentFraction;
  readonly education: EducationLevel;
  /** A number for attests that no other employment of the population has. */
  readonly number: number;
}

/** Full-time monthly minimum in a quarter, in cents; drawn from the law's own series. */
export type MinimumWage = (quarter: Quarter) => Cents;

/** Full-time wage as a share of the minimum, in thousandths, by education. */
const LEVEL: Record<EducationLevel, readonly [number, number]> = {
  LOW: [1_020, 1_380],
  MEDIUM: [1_080, 1_750],
  HIGH: [1_250, 2_700],
};

/** a x b / c rounded down, checked to stay exact. */
function share(a: number, b: number, c: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) throw new RangeError(`${a} x ${b} is too large to stay exact`);
  return Math.floor(product / c);
}

interface Absence {
  /** Wage that is still paid, in thousandths of the wage without absence. */
  readonly wage: number;
  /** Work still done, in thousandths. */
  readonly work: number;
}

const PRESENT: Absence = { wage: 1000, work: 1000 };

/** Absence per quarter: short and long sickness, unpaid leave, temporary unemployment. */
function absences(rng: Rng, quarters: number): Absence[] {
  const result: Absence[] = [];
  let longSickness = 0;
  for (let i = 0; i < quarters; i++) {
    if (longSickness > 0) {
      longSickness--;
      result.push({ wage: 0, work: 0 });
      continue;
    }
    const drawn = rng.between(1, 1000);
    if (drawn <= 8) {
      longSickness = rng.between(1, 4);
      const work = rng.between(100, 500);
      // The month of guaranteed wage is paid on top of what was worked.
      result.push({ wage: Math.min(1000, work + 330), work });
    } else if (drawn <= 95) {
      const lost = rng.between(30, 320);
      result.push({ wage: 1000 - Math.floor(lost / 4), work: 1000 - lost });
    } else if (drawn <= 110) {
      const left = 1000 - rng.between(80, 650);
      result.push({ wage: left, work: left });
    } else if (drawn <= 128) {
      const left = 1000 - rng.between(50, 300);
      result.push({ wage: left, work: left });
    } else {
      result.push(PRESENT);
    }
  }
  return result;
}

/** The declaration of a quarter reaches the department in the last third of the month after it. */
function ordinaryReceipt(rng: Rng, quarter: Quarter): Instant {
  const monthAfter = addDays(lastDay(quarter), 1);
  return momentOn(rng, workingDayFrom(dayBetween(rng, addDays(monthAfter, 18), addDays(monthAfter, 28))));
}

/** A moment some quarters later than the ordinary one. */
function lateReceipt(rng: Rng, quarter: Quarter, quartersLater: number): Instant {
  return ordinaryReceipt(rng, addQuarters(quarter, quartersLater));
}

/**
 * Attests of one employment for a run of quarters, first versions and corrections, in order of quarter and version.
 * Nothing received after `until` is given; an earlier `until` gives a beginning of the same list.
 */
export function declare(
  rng: Rng,
  employment: Employment,
  first: Quarter,
  last: Quarter,
  minimumWage: MinimumWage,
  until: Instant,
): SyntheticAttest[] {
  const attests: SyntheticAttest[] = [];
  const [lowest, highest] = LEVEL[employment.education];
  const level = rng.between(lowest, highest);
  const contributionLevel = rng.between(246, 292);
  const reductionLevel = level < 1_400 ? rng.between(70, 150) : rng.between(20, 90);
  const count = quarterIndexNumber(last) - quarterIndexNumber(first) + 1;
  const lost = absences(rng, count);

  for (let i = 0; i < count; i++) {
    const quarter = addQuarters(first, i);
    if (firstDay(quarter) > until.slice(0, 10)) break;
    const from = later(employment.from, firstDay(quarter));
    const to = employment.until === null ? lastDay(quarter) : earlier(employment.until, lastDay(quarter));
    const served = daysBetween(from, to) + 1;
    if (served <= 0) continue;

    const absence = lost[i] as Absence;
    const fullTime = 3 * minimumWage(quarter);
    const atLevel = share(fullTime, level, 1000);
    const partTime = share(atLevel, employment.fraction, 10_000);
    const inService = share(partTime, served, daysIn(quarter));
    const gross = share(inService, absence.wage, 1000);
    const contributions = share(gross, contributionLevel, 1000);
    const base = {
      attestNo: `SYN${String(employment.number).padStart(8, "0")}${quarter.slice(2, 4)}${quarter.slice(6)}`,
      personRef: employment.personRef,
      employerRef: employment.employerRef,
      quarter,
      contractualFraction: employment.fraction,
      performedFraction: employmentFraction(share(employment.fraction, absence.work, 1000)),
      inServiceFrom: employment.from,
      inServiceUntil: employment.until !== null && quarterOf(employment.until) === quarter ? employment.until : null,
      grossCents: cents(gross),
      contributionCents: cents(contributions),
      reductionCents: cents(Math.min(share(gross, reductionLevel, 1000), contributions)),
    };

    const fate = rng.between(1, 1000);
    const received = fate <= 12 ? lateReceipt(rng, quarter, 1) : ordinaryReceipt(rng, quarter);
    attests.push({ ...base, version: 0, status: 0, receivedAt: received });
    if (fate > 12 && fate <= 52) {
      const changed = cents(share(gross, rng.between(890, 1_120), 1000));
      attests.push({
        ...base,
        version: 1,
        status: 1,
        grossCents: changed,
        receivedAt: lateReceipt(rng, quarter, rng.between(1, 4)),
      });
    } else if (fate > 52 && fate <= 55) {
      attests.push({ ...base, version: 1, status: 3, receivedAt: lateReceipt(rng, quarter, rng.between(1, 2)) });
      if (fate === 55) attests.push({ ...base, version: 2, status: 4, receivedAt: lateReceipt(rng, quarter, 3) });
    }
  }
  return attests.filter((attest) => attest.receivedAt <= until);
}
