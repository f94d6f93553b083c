// Puts the payment counter together: runs, declarations, recoveries, blocks, accounts, samples, over one store.
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaymentCounter } from "../counter/index.ts";
import { diskArrivals } from "../exchange/index.ts";
import { Samples } from "../payment/index.ts";
import { bundleSource, paymentQueries, replyStore, sampleStore } from "../store/index.ts";
import { createPayment, type PaymentParts } from "./payment.ts";
import { runWork } from "./run-work.ts";
import type { System } from "./system.ts";

export function createPaymentCounter(system: PaymentParts & Pick<System, "store">): PaymentCounter {
  const { law, clock, store } = system;
  const { pool } = store.database;
  const { ports, balance: _, debtor: __, ...payment } = createPayment(system);
  const lawNow = () => law;
  return {
    law,
    clock,
    vault: store.vault,
    payment: ports,
    queries: paymentQueries(pool),
    work: runWork(system, payment.runs),
    replies: replyStore(pool, clock),
    ...payment,
    arrivals: diskArrivals(join(system.settings?.dataFolder ?? tmpdir(), "arrivals")),
    samples: new Samples({ samples: sampleStore(pool), bundles: bundleSource(pool), payment: ports, law: lawNow, clock }),
  };
}
