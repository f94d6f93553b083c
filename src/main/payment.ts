// Puts payment together: declarations in, runs, recoveries, over the store and the file formats of the outside world.
import { readAttests, readPayslips } from "../exchange/index.ts";
import { Declarations, Forecasts, foldRun, type PaymentPorts, Recoveries, Runs } from "../payment/index.ts";
import {
  declarationStore,
  lastWages,
  paymentPorts,
  recoveryStore,
  runStore,
  type StatementSource,
  statementSource,
} from "../store/index.ts";
import type { System } from "./system.ts";

export interface Payment {
  readonly ports: PaymentPorts;
  readonly declarations: Declarations;
  readonly runs: Runs;
  readonly recoveries: Recoveries;
  readonly statements: StatementSource;
}

export function createPayment({ law, clock, store }: Pick<System, "law" | "clock" | "store">): Payment {
  const { pool } = store.database;
  const ports = paymentPorts(pool);
  const forecasts = new Forecasts({ positions: ports.positions, wages: lastWages(pool), law: () => law, clock });
  return {
    ports,
    declarations: new Declarations({
      store: declarationStore({ pool, vault: store.vault, clock }),
      readers: { ATTESTS: readAttests, PAYSLIPS: readPayslips, PAYROLL: readPayslips },
      clock,
    }),
    runs: new Runs({
      payment: ports,
      runs: runStore(pool, foldRun),
      clock,
      law: () => law,
      foreseen: async (quarter, knownAt) => {
        const { components } = await forecasts.of(quarter, knownAt);
        return Object.fromEntries(components.map((one) => [one.component, one.cents + one.estimatedCents]));
      },
    }),
    recoveries: new Recoveries({ payment: ports, recoveries: recoveryStore(pool), clock }),
    statements: statementSource(pool),
  };
}
