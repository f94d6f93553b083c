// Puts the payment counter together: runs, declarations, recoveries, blocks, accounts, samples, over one store.
import type { PaymentCounter } from "../counter/index.ts";
import { Accounts, Advances, Blocks, Forecasts, Samples } from "../payment/index.ts";
import {
  accountStore,
  advanceStore,
  blockStore,
  bundleSource,
  lastWages,
  paymentQueries,
  replyStore,
  sampleStore,
} from "../store/index.ts";
import { createPayment } from "./payment.ts";
import { runWork } from "./run-work.ts";
import type { System } from "./system.ts";

export function createPaymentCounter(
  system: Pick<System, "law" | "clock" | "store"> & Partial<Pick<System, "settings" | "demo">>,
): PaymentCounter {
  const { law, clock, store } = system;
  const { pool } = store.database;
  const { ports, runs, recoveries, declarations, statements, bank, correction } = createPayment(system);
  const lawNow = () => law;
  const forecasts = new Forecasts({ positions: ports.positions, wages: lastWages(pool), law: lawNow, clock });
  return {
    law,
    clock,
    vault: store.vault,
    payment: ports,
    queries: paymentQueries(pool),
    work: runWork(system, runs),
    replies: replyStore(pool, clock),
    runs,
    recoveries,
    declarations,
    statements,
    bank,
    correction,
    blocks: new Blocks({ blocks: blockStore(pool), clock }),
    advances: new Advances({ advances: advanceStore(pool), positions: ports.positions, clock, law: lawNow }),
    accounts: new Accounts({ accounts: accountStore(pool), forecasts, law: lawNow, clock }),
    forecasts,
    samples: new Samples({ samples: sampleStore(pool), bundles: bundleSource(pool), payment: ports, law: lawNow, clock }),
  };
}
