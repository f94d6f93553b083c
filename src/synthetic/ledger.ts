// The ledger of a synthetic grant: every quarterly run since it was decided, with what was known then, by the calculation that pays.

import type { Grant, OldRight } from "../dossier/index.ts";
import {
  addQuarters,
  asRef,
  fromQuarterNumber,
  type Instant,
  instant,
  lastDay,
  type PlainDate,
  quarterIndexNumber,
  quarterOf,
  type RunRef,
} from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import { type Attest, type BookedSum, calculateQuarter, type LedgerLine, positionIn, positionOfRight } from "../payment/index.ts";
import { addDays } from "./calendar.ts";
import { rngOf, seededUuid } from "./rng.ts";
import type { SyntheticAttest } from "./wages.ts";

/** A grant as it stood from a moment of recording on. */
export interface KnownGrant {
  readonly at: Instant;
  readonly grant: Grant;
}

interface Run {
  /** As known on the day of booking, so that each line can be replayed. */
  readonly law: Law;
  /** The quarter that the run is for; it also corrects the ones before. */
  readonly quarter: number;
  readonly runRef: RunRef;
  readonly bookedAt: Instant;
}

/** Day of the second month after a quarter on which its run is booked. */
const BOOKING_DAY = 19;

/** The moment at which the run of a quarter is booked. */
function bookingOf(quarterNumber: number): Instant {
  const secondMonth = addDays(addDays(lastDay(fromQuarterNumber(quarterNumber)), 1), 31);
  return instant(`${addDays(`${secondMonth.slice(0, 8)}01` as PlainDate, BOOKING_DAY)}T18:00:00.000Z`);
}

/** The runs of synthetic Flanders up to a day, one per quarter, from the scheme's first. */
export function runsUpTo(law: Law, seed: string, schemeFrom: PlainDate, until: PlainDate): readonly Run[] {
  const runs: Run[] = [];
  for (let quarter = quarterOf(schemeFrom); ; quarter = addQuarters(quarter, 1)) {
    const bookedAt = bookingOf(quarterIndexNumber(quarter));
    const bookedOn = bookedAt.slice(0, 10) as PlainDate;
    if (bookedOn > until) return runs;
    const runRef = asRef<RunRef>(seededUuid(rngOf(seed, "run", quarter)));
    runs.push({ law: law.asKnownOn(bookedOn), quarter: quarterIndexNumber(quarter), runRef, bookedAt });
  }
}

/** An attest in the form in which payment and store take it: the quarter as year * 4 + n - 1. */
export function paymentAttest(attest: SyntheticAttest): Attest {
  return { ...attest, quarter: quarterIndexNumber(attest.quarter), source: "DMFA", remunerations: null };
}

/** A grant with everything that was declared for its relation; `history` is in order of recording and not empty. */
export interface GrantToBook {
  readonly history: readonly KnownGrant[];
  readonly attests: readonly Attest[];
}

/**
 * All lines of some grants, in order of run. In each run a grant is calculated for the run's quarter, for quarters about which
 * something was received since the run before, and for all its quarters when the grant itself changed.
 */
export function bookGrants(runs: readonly Run[], grants: readonly GrantToBook[]): LedgerLine[] {
  const booked: LedgerLine[] = [];
  const sums = new Map<string, BookedSum[]>();
  let before: Run | null = null;
  for (const run of runs) {
    for (const [quarter, due] of dueIn(run, before, grants)) {
      const { lines } = calculateQuarter(run.law, {
        quarter,
        positions: due.flatMap((one) => positionIn(one.grant, quarter) ?? []),
        attests: due.flatMap((one) => one.attests),
        booked: due.flatMap((one) => sums.get(key(one.grant.facts.grantRef, quarter)) ?? []),
        runRef: run.runRef,
        bookedAt: run.bookedAt,
      });
      booked.push(...lines);
      for (const line of lines) {
        const at = key(line.grantRef, quarter);
        sums.set(at, addedTo(sums.get(at) ?? [], line));
      }
    }
    before = run;
  }
  return booked;
}

/** An older right with what was declared for its relation. */
export interface RightToBook {
  readonly rightRef: string;
  readonly right: OldRight;
  readonly attests: readonly Attest[];
  /** As planned; null: without end. */
  readonly lastDay: PlainDate | null;
}

/** The attests of an older right that came in time and stayed as they were: of the others synthetic Flanders tells only for grants. */
export function onTime(schemeFrom: PlainDate, attests: readonly Attest[]): Attest[] {
  const versions = new Map<string, number>();
  for (const { attestNo } of attests) versions.set(attestNo, (versions.get(attestNo) ?? 0) + 1);
  return attests.filter(
    (one) =>
      one.quarter >= quarterIndexNumber(quarterOf(schemeFrom)) &&
      versions.get(one.attestNo) === 1 &&
      one.receivedAt <= bookingOf(one.quarter),
  );
}

/**
 * The lines of older rights: each quarter in its own run, since nothing about them changed afterwards. An amount and a proof of activity
 * were entered before the first run that needs them.
 */
export function bookRights(runs: readonly Run[], rights: readonly RightToBook[]): LedgerLine[] {
  const booked: LedgerLine[] = [];
  for (const run of runs) {
    const due = rights.flatMap(({ right, rightRef, attests, lastDay: last }) => {
      if (last !== null && run.quarter > quarterIndexNumber(quarterOf(last))) return [];
      const position = positionOfRight(right, rightRef, run.quarter);
      const received = attests.filter((attest) => attest.quarter === run.quarter);
      return position === null || (received.length === 0 && position.employerRef !== null) ? [] : [{ position, received }];
    });
    if (due.length === 0) continue;
    const { lines } = calculateQuarter(run.law, {
      quarter: run.quarter,
      positions: due.map((one) => one.position),
      attests: due.flatMap((one) => one.received),
      booked: [],
      runRef: run.runRef,
      bookedAt: run.bookedAt,
    });
    booked.push(...lines);
  }
  return booked;
}

interface Due {
  readonly grant: Grant;
  /** Last versions received for the quarter by the run. */
  readonly attests: readonly Attest[];
}

/** What a run has to calculate, by quarter. */
function dueIn(run: Run, before: Run | null, grants: readonly GrantToBook[]): Map<number, Due[]> {
  const due = new Map<number, Due[]>();
  for (const one of grants) {
    const grant = knownAt(one.history, run.bookedAt);
    if (grant === null) continue;
    const changed = before === null || knownAt(one.history, before.bookedAt) !== grant;
    for (const quarter of changed ? allQuarters(grant, run) : newsFor(grant, run, before, one.attests)) {
      const received = one.attests.filter((attest) => attest.quarter === quarter && attest.receivedAt <= run.bookedAt);
      const held = due.get(quarter);
      const added = { grant, attests: latestVersions(received) };
      if (held === undefined) due.set(quarter, [added]);
      else held.push(added);
    }
  }
  return due;
}

function allQuarters(grant: Grant, run: Run): number[] {
  const first = quarterIndexNumber(grant.facts.fromQuarter ?? grant.facts.startQuarter);
  const last = Math.min(run.quarter, quarterIndexNumber(grant.endQuarter));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** The run's own quarter, while the term lasts, and those about which something was received since the run before. */
function newsFor(grant: Grant, run: Run, before: Run, attests: readonly Attest[]): number[] {
  const quarters = run.quarter <= quarterIndexNumber(grant.endQuarter) ? [run.quarter] : [];
  for (const { quarter, receivedAt } of attests) {
    const isNews = receivedAt > before.bookedAt && receivedAt <= run.bookedAt;
    if (isNews && quarter < run.quarter && !quarters.includes(quarter)) quarters.push(quarter);
  }
  return quarters;
}

const key = (grantRef: string, quarter: number): string => `${grantRef} ${quarter}`;

function knownAt(history: readonly KnownGrant[], at: Instant): Grant | null {
  return history.findLast((one) => one.at <= at)?.grant ?? null;
}

/** The last version of each attest; versions come in order. */
function latestVersions(attests: readonly Attest[]): Attest[] {
  const latest = new Map<string, Attest>();
  for (const attest of attests) {
    const held = latest.get(attest.attestNo);
    if (held === undefined || held.version < attest.version) latest.set(attest.attestNo, attest);
  }
  return [...latest.values()];
}

function addedTo(sums: BookedSum[], line: LedgerLine): BookedSum[] {
  const held = sums.find((sum) => sum.component === line.component);
  const { grantRef, employerRef, quarter, component } = line;
  const cents = (held?.cents ?? 0) + line.cents;
  return [...sums.filter((sum) => sum !== held), { grantRef, employerRef, quarter, component, cents, nextSeq: line.seq + 1 }];
}
