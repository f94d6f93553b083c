// Puts payment together: declarations in, runs, recoveries, the bank, over the store and the file formats of the outside world.
import type { RegisterPorts } from "../dossier/index.ts";
import { iso20022, readAttests, readPayslips } from "../exchange/index.ts";
import { iban } from "../kernel/index.ts";
import {
  Accounts,
  AdvanceMonths,
  Advances,
  Bank,
  Blocks,
  type CorrectionProposal,
  correctionProposals,
  Declarations,
  Forecasts,
  foldRun,
  type PaymentPorts,
  Payouts,
  Recoveries,
  Runs,
  type StatementHead,
} from "../payment/index.ts";
import {
  accountStore,
  advanceStore,
  type Balance,
  bankStore,
  blockStore,
  checkBalance,
  declarationStore,
  lastWages,
  olderPositions,
  paidQuarters,
  payees,
  paymentPorts,
  recoveryStore,
  runStore,
  type StatementSource,
  type Store,
  statementSource,
} from "../store/index.ts";
import { syntheticIban } from "../synthetic/index.ts";
import { ownEnterprises } from "./own-enterprises.ts";
import { createRegisters } from "./registers.ts";
import type { System } from "./system.ts";

export interface Payment {
  readonly ports: PaymentPorts;
  readonly declarations: Declarations;
  readonly runs: Runs;
  readonly recoveries: Recoveries;
  readonly advances: Advances;
  readonly blocks: Blocks;
  readonly forecasts: Forecasts;
  readonly accounts: Accounts;
  readonly statements: StatementSource;
  readonly bank: Bank;
  readonly advanceMonths: AdvanceMonths;
  /** Whose account pays, and is paid back to; null: not configured. */
  readonly debtor: ReturnType<typeof debtorOf>;
  readonly balance: () => Promise<Balance>;
  /** Null: every paid quarter was calculated with the values that the law has for it now. */
  readonly correction: () => Promise<CorrectionProposal | null>;
}

export type PaymentParts = Pick<System, "law" | "clock"> & {
  readonly store: Pick<Store, "database" | "vault">;
  /** Left out: those that the system has. */
  readonly registers?: Pick<RegisterPorts, "companies">;
} & Partial<Pick<System, "settings" | "demo" | "log">>;

export function createPayment(system: PaymentParts): Payment {
  const { clock, store } = system;
  const { pool } = store.database;
  const law = () => system.law;
  const ports = paymentPorts(pool);
  const forecasts = new Forecasts({
    positions: ports.positions,
    rightsIn: (quarter, knownAt) => olderPositions(pool, { quarter, knownAt }),
    wages: lastWages(pool),
    law,
    clock,
  });
  const recoveries = new Recoveries({ payment: ports, recoveries: recoveryStore(pool), law, clock });
  const statements = statementSource(pool);
  const { companies } = system.registers ?? createRegisters(system, system.demo === true ? NOBODY_BESIDE : null);
  const runs = new Runs({
    payment: ports,
    runs: runStore(pool, foldRun),
    clock,
    law,
    enterprises: ownEnterprises(store.vault, companies),
    foreseen: async (quarter, knownAt) => {
      const { components } = await forecasts.of(quarter, knownAt);
      return Object.fromEntries(components.map((one) => [one.component, one.cents + one.estimatedCents]));
    },
  });
  const debtor = debtorOf(system);
  const blocks = new Blocks({ blocks: blockStore(pool), clock });
  const advances = new Advances({ advances: advanceStore(pool), positions: ports.positions, clock, law });
  const payouts = new Payouts({ blocks, recoveries, advances });
  const banks = bankStore(pool);
  const bank = new Bank({
    store: banks,
    format: iso20022,
    payees: payees(store.vault),
    payouts,
    recoveries,
    findRun: (runRef) => runs.find(runRef),
    statementsOf: (runRef) => allOf(statements, runRef),
    debtor,
    clock,
  });
  const advanceMonths = new AdvanceMonths({
    bank,
    store: banks,
    advances,
    blocksOf: (refs) => blocks.ofBeneficiaries(refs),
    settle: (moment, planned, actor) => payouts.settle(moment, planned, actor),
    now: () => clock.now(),
  });
  return {
    ports,
    recoveries,
    advances,
    blocks,
    forecasts,
    accounts: new Accounts({ accounts: accountStore(pool), forecasts, law, clock }),
    statements,
    runs,
    debtor,
    balance: () => checkBalance(pool),
    correction: correctionProposals({ paid: paidQuarters(pool), runs, graphs: ports.graphs, law, clock }),
    declarations: new Declarations({
      store: declarationStore({ pool, vault: store.vault, clock }),
      readers: { ATTESTS: readAttests, PAYSLIPS: readPayslips, PAYROLL: readPayslips },
      clock,
    }),
    bank,
    advanceMonths,
  };
}

/** Whom a run pays is in the records, where the registers of a demonstration look. */
const NOBODY_BESIDE = { companies: [], employments: [], residences: [], mandates: [] };

const PORTION = 5_000;

async function allOf(statements: StatementSource, runRef: string): Promise<readonly StatementHead[]> {
  const all: StatementHead[] = [];
  for (;;) {
    const part = await statements.ofRun(runRef, PORTION, all.at(-1)?.beneficiary.ref);
    all.push(...part);
    if (part.length < PORTION) return all;
  }
}

/** Last of the synthetic accounts: nobody else is given it. */
const DEMO_ACCOUNT = 9_999_999;

function debtorOf({ settings, demo }: PaymentParts) {
  const payer = settings?.payer ?? null;
  if (payer !== null) return { party: { name: payer.name, address: null }, account: payer.account };
  if (demo !== true) return null;
  return { party: { name: "Departement WEWIS (oefening)", address: null }, account: iban(syntheticIban(DEMO_ACCOUNT)) };
}
