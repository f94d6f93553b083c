// The law changed for quarters that are paid already: which values, for which quarters, and the run that would correct them.
import {
  brusselsDate,
  type Clock,
  firstDay,
  fromQuarterNumber,
  type Instant,
  type Localized,
  lastDay,
  type PlainDate,
  quarterIndexNumber,
  quarterOf,
} from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { RuleGraphs } from "../ports.ts";
import type { Run } from "../run/state.ts";
import { type KeptRow, type KeptValues, paidValues } from "./paid-values.ts";

export interface MovedValue {
  readonly parameter: string;
  readonly title: Localized;
  /** Paid quarters in which it reads otherwise than when they were paid, in order. */
  readonly quarters: readonly number[];
}

export interface CorrectionProposal {
  /** Quarter and first quarter to calculate again, as a run takes them. */
  readonly quarter: number;
  readonly correctFrom: number;
  readonly moved: readonly MovedValue[];
}

export interface PaidQuarters {
  /** First and last quarter for which anything was booked; null: none. */
  booked(): Promise<{ readonly first: number; readonly last: number } | null>;
  /** When something was last booked for each of these quarters. */
  lastBookedAt(quarters: readonly number[]): Promise<ReadonlyMap<number, Instant>>;
}

export interface ProposalPorts {
  readonly paid: PaidQuarters;
  readonly runs: { list(limit: number): Promise<readonly Run[]> };
  readonly graphs: RuleGraphs;
  readonly law: () => Law;
  readonly clock: Clock;
}

/** Runs looked at; a quarter that only older ones calculated is judged by the day on which it was booked. */
const RUNS = 200;

/**
 * The same, made anew only when the day or the newest run is another: the values of a process stay what they are while it runs. What is
 * booked without a run, as when records are first taken in, counts from the next start of the process.
 */
export function correctionProposals(ports: ProposalPorts): () => Promise<CorrectionProposal | null> {
  let held: { readonly key: string; readonly proposal: Promise<CorrectionProposal | null> } | null = null;
  return async () => {
    const [newest] = await ports.runs.list(1);
    const key = `${ports.clock.today()} ${newest?.runRef ?? ""} ${newest?.seq ?? 0}`;
    if (held?.key !== key) {
      const proposal = proposeCorrection(ports);
      const made = { key, proposal };
      held = made;
      // A question that failed is asked again.
      proposal.catch(() => {
        if (held === made) held = null;
      });
    }
    return held.proposal;
  };
}

/** Null: every paid quarter was calculated with the values that the law has for it now. */
async function proposeCorrection(ports: ProposalPorts): Promise<CorrectionProposal | null> {
  const booked = await ports.paid.booked();
  if (booked === null) return null;
  const law = ports.law();
  const today = ports.clock.today();
  const now = paidValues(law, today);
  const runs = (await ports.runs.list(RUNS)).filter((run) => run.stage === "BOOKED");
  const quarters = Array.from({ length: booked.last - booked.first + 1 }, (_, at) => booked.first + at);
  const runOf = new Map(
    quarters.map((one) => [one, runs.find(({ start }) => start.correctFrom <= one && one <= start.quarter)] as const),
  );
  const bookedAt = await ports.paid.lastBookedAt(quarters.filter((one) => runOf.get(one) === undefined));
  const held = new Map<string, Promise<KeptValues>>();
  const once = (key: string, make: () => Promise<KeptValues>): Promise<KeptValues> => {
    const values = held.get(key) ?? make();
    held.set(key, values);
    return values;
  };

  const moved = new Map<string, number[]>();
  for (const quarter of quarters) {
    const start = runOf.get(quarter)?.start;
    const at = bookedAt.get(quarter);
    const day = start?.lawKnownOn ?? (at === undefined ? null : brusselsDate(at));
    // Nothing was booked for it: nothing to correct.
    if (day === null) continue;
    const kept = start?.valuesHash;
    const then =
      kept === undefined
        ? await once(day, async () => paidValues(law, day))
        : await once(kept, async () => ((await ports.graphs.read(kept)) ?? paidValues(law, day)) as KeptValues);
    for (const parameter of Object.keys(now)) {
      if (!differs(then[parameter] ?? [], now[parameter]!, quarter)) continue;
      moved.set(parameter, [...(moved.get(parameter) ?? []), quarter]);
    }
  }
  if (moved.size === 0) return null;
  const over = quarterIndexNumber(quarterOf(today)) - 1;
  return {
    quarter: Math.max(booked.last, over),
    correctFrom: Math.min(...[...moved.values()].flat()),
    moved: [...moved].map(([parameter, of]) => ({ parameter, title: law.parameters.get(parameter)!.title, quarters: of })),
  };
}

/** Whether the two timelines read otherwise on any day of the quarter. */
function differs(then: readonly KeptRow[], now: readonly KeptRow[], number: number): boolean {
  const quarter = fromQuarterNumber(number);
  const [first, last] = [firstDay(quarter), lastDay(quarter)];
  const edges = [...then, ...now].flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  const days = [first, ...edges.filter((day) => day > first && day <= last)];
  return days.some((day) => readsOn(then, day) !== readsOn(now, day));
}

const readsOn = (rows: readonly KeptRow[], day: PlainDate): string | undefined =>
  rows.find(({ from, until }) => from <= day && (until === null || day < until))?.reads;
