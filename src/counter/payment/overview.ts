// What waits for a person at the payment counter, counted: the first page, and the start of a working day.
import { quarterIndexNumber, quarterOf } from "../../kernel/index.ts";
import type { CorrectionProposal, Run } from "../../payment/index.ts";
import { bookedOnce } from "./booked.ts";
import type { PaymentCounter } from "./ports.ts";

export interface PaymentOverview {
  /** The run that is open, or the last one. */
  readonly run: Run | null;
  readonly openRun: boolean;
  /** Last quarter that is over. */
  readonly lastQuarter: number;
  /** Last quarter for which anything was booked; null: none. */
  readonly lastBooked: number | null;
  /** Declarations kept apart, and movements on the account that nobody could place. */
  readonly parked: number;
  readonly unmatched: number;
  /** Per run: payments that the bank refused or gave back. */
  readonly givenBack: readonly { readonly runRef: string; readonly payments: number }[];
  readonly recoveriesToDecide: number;
  /** Of which a part should have come back by now. */
  readonly recoveriesOverdue: number;
  readonly blocksToConfirm: number;
  readonly advancesToDecide: number;
  /** The law or the facts changed for paid quarters, and no run that is open looks at them again. */
  readonly correction: CorrectionProposal | null;
}

const OPEN = new Set(["STARTED", "CALCULATED", "APPROVED"]);
/** Looked at, latest first; older ones are on their own pages. */
const LOOKED_AT = 200;

export async function paymentOverview(counter: PaymentCounter): Promise<PaymentOverview> {
  const { runs, recoveries, blocks, advances, clock, declarations, bank } = counter;
  const run = (await runs.list(1))[0] ?? null;
  const [recovered, overdue, blocked, advanced, booked, parked, entries, givenBack, proposed] = await Promise.all([
    recoveries.latest(LOOKED_AT),
    recoveries.overdue(),
    blocks.latest(LOOKED_AT),
    advances.latest(LOOKED_AT),
    bookedOnce(counter, run),
    declarations.parkedCount(),
    bank.unmatched(LOOKED_AT),
    bank.givenBack(),
    counter.correction(),
  ]);
  const openRun = run !== null && OPEN.has(run.stage);
  return {
    run,
    openRun,
    lastQuarter: quarterIndexNumber(quarterOf(clock.today())) - 1,
    lastBooked: booked?.last ?? null,
    parked,
    unmatched: entries.length,
    givenBack,
    recoveriesToDecide: recovered.filter((one) => one.how === null && one.settledCents + one.waivedCents < one.cents).length,
    recoveriesOverdue: overdue.length,
    blocksToConfirm: blocked.filter((one) => one.stage === "PROPOSED" || one.stage === "LIFT_PROPOSED").length,
    advancesToDecide: advanced.filter((one) => one.stage === "REQUESTED").length,
    correction: proposed !== null && openRun && run.start.correctFrom <= proposed.correctFrom ? null : proposed,
  };
}
