// Puts payment together: declarations in, runs, recoveries, over the store and the file formats of the outside world.
import { readAttests, readPayslips } from "../exchange/index.ts";
import { Declarations, foldRun, type PaymentPorts, Recoveries, Runs } from "../payment/index.ts";
import { declarationStore, paymentPorts, recoveryStore, runStore } from "../store/index.ts";
import type { System } from "./system.ts";

export interface Payment {
  readonly ports: PaymentPorts;
  readonly declarations: Declarations;
  readonly runs: Runs;
  readonly recoveries: Recoveries;
}

export function createPayment({ law, clock, store }: Pick<System, "law" | "clock" | "store">): Payment {
  const { pool } = store.database;
  const ports = paymentPorts(pool);
  return {
    ports,
    declarations: new Declarations({
      store: declarationStore({ pool, vault: store.vault, clock }),
      readers: { ATTESTS: readAttests, PAYSLIPS: readPayslips, PAYROLL: readPayslips },
      clock,
    }),
    runs: new Runs({ payment: ports, runs: runStore(pool, foldRun), clock, law: () => law }),
    recoveries: new Recoveries({ payment: ports, recoveries: recoveryStore(pool), clock }),
  };
}
