// Paid quarters that should be calculated again, because the law or the facts moved since; and the run that would correct them.
import { type Clock, type Instant, quarterIndexNumber, quarterOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { RuleGraphs } from "../ports.ts";
import type { Run } from "../run/state.ts";
import { type CalculatedQuarter, type MovedCount, type MovedFacts, movedFacts } from "./moved-facts.ts";
import { type MovedLaw, movedLaw, type PaidUnder } from "./moved-law.ts";

export interface CorrectionProposal {
  /** Quarter and first quarter to calculate again, as a run takes them. */
  readonly quarter: number;
  readonly correctFrom: number;
  readonly law: readonly MovedLaw[];
  readonly facts: readonly MovedFacts[];
}

export interface PaidQuarters {
  /** First and last quarter for which anything was booked; null: none. */
  booked(): Promise<{ readonly first: number; readonly last: number } | null>;
  /** When something was last booked for each of these quarters. */
  lastBookedAt(quarters: readonly number[]): Promise<ReadonlyMap<number, Instant>>;
  /** Another text whenever attests, grants or older rights came to be known or changed. */
  factsMark(): Promise<string>;
  /** What came to be known of each quarter after the moment; grants and rights only where it changes what they say of that quarter. */
  movedSince(quarters: readonly CalculatedQuarter[]): Promise<readonly MovedCount[]>;
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
 * The same, made anew only when the day, the newest run or the facts are others: the values of a process stay what they are while it
 * runs. What is booked without a run, as when records are first taken in, counts from the next start of the process.
 */
export function correctionProposals(ports: ProposalPorts): () => Promise<CorrectionProposal | null> {
  const under = kept((_: string) => paidUnder(ports));
  const law = kept(async (key: string) => movedLaw(ports.law(), ports.clock.today(), await under(key), ports.graphs));
  const facts = kept(async (key: string) => movedFacts(await ports.paid.movedSince(calculated(await under(key.split("|")[0]!)))));
  return async () => {
    const [[newest], mark] = await Promise.all([ports.runs.list(1), ports.paid.factsMark()]);
    const key = `${ports.clock.today()} ${newest?.runRef ?? ""} ${newest?.seq ?? 0}`;
    return proposal(ports, await under(key), await law(key), await facts(`${key}|${mark}`));
  };
}

/** Keeps the last answer; a question that failed is asked again. */
function kept<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  let held: { readonly key: string; readonly made: Promise<T> } | null = null;
  return (key) => {
    if (held?.key === key) return held.made;
    const mine = { key, made: make(key) };
    held = mine;
    mine.made.catch(() => {
      if (held === mine) held = null;
    });
    return mine.made;
  };
}

/** Quarters for which nothing was booked are left out: there is nothing to correct. */
async function paidUnder({ paid, runs }: ProposalPorts): Promise<readonly PaidUnder[]> {
  const booked = await paid.booked();
  if (booked === null) return [];
  const done = (await runs.list(RUNS)).filter((run) => run.stage === "BOOKED");
  const quarters = Array.from({ length: booked.last - booked.first + 1 }, (_, at) => booked.first + at);
  const runOf = new Map(
    quarters.map((one) => [one, done.find(({ start }) => start.correctFrom <= one && one <= start.quarter)] as const),
  );
  const bookedAt = await paid.lastBookedAt(quarters.filter((one) => runOf.get(one) === undefined));
  return quarters.flatMap((quarter): PaidUnder[] => {
    const start = runOf.get(quarter)?.start;
    if (start !== undefined) return [{ quarter, start }];
    const at = bookedAt.get(quarter);
    return at === undefined ? [] : [{ quarter, start: null, bookedAt: at }];
  });
}

const calculated = (paid: readonly PaidUnder[]): CalculatedQuarter[] =>
  paid.map((one) => ({ quarter: one.quarter, knownAt: one.start === null ? one.bookedAt : one.start.knownAt }));

/** Null: every paid quarter was calculated with the law and the facts as they are now. */
function proposal(
  { clock }: ProposalPorts,
  paid: readonly PaidUnder[],
  law: readonly MovedLaw[],
  facts: readonly MovedFacts[],
): CorrectionProposal | null {
  const quarters = [...law.flatMap((one) => one.quarters), ...facts.flatMap((one) => one.quarters.map(({ quarter }) => quarter))];
  if (quarters.length === 0) return null;
  const over = quarterIndexNumber(quarterOf(clock.today())) - 1;
  return { quarter: Math.max(paid.at(-1)!.quarter, over), correctFrom: Math.min(...quarters), law, facts };
}
