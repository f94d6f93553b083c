// Puts the counters together: records, drafts, tokens, and the registers that they ask.
import type { CounterPorts } from "../counter/index.ts";
import { webhookAddressFlaw } from "../exchange/index.ts";
import { Advances } from "../payment/index.ts";
import {
  advanceStore,
  dossierQueries,
  draftStore,
  fileLists,
  filesOfGrants,
  latestAttests,
  letterStore,
  paymentPorts,
  statementSource,
  tokenStore,
  webhookStore,
} from "../store/index.ts";
import type { Newcomers } from "../synthetic/index.ts";
import { createRegisters } from "./registers.ts";
import type { System } from "./system.ts";

/** An answer to a filing leaves no earlier than this, whoever the worker is (EMP-17). */
const ANSWER_AFTER_MS = 300;

/** @param newcomers - Firms and people that a demonstration's registers know beside the records; null outside a demonstration. */
export function createCounter(
  system: Pick<System, "law" | "clock" | "store" | "log">,
  newcomers: Newcomers | null,
): CounterPorts {
  const { law, clock, store, log } = system;
  const { pool } = store.database;
  const registers = createRegisters({ clock, store, log }, newcomers);
  return {
    law,
    clock,
    events: store.events,
    vault: store.vault,
    files: fileLists(pool),
    relations: dossierQueries(pool),
    declarations: {
      // 3: cancelled.
      declarationsOf: async (relation) => (await latestAttests(pool, relation)).filter((one) => one.status !== 3),
    },
    drafts: draftStore(pool, store.vault, clock, "applicant"),
    tokens: tokenStore(pool, clock),
    webhooks: { ...webhookStore(pool, store.vault, clock), flawOf: webhookAddressFlaw },
    letters: letterStore(pool, store.vault, clock),
    statements: {
      law,
      payment: paymentPorts(pool),
      vault: store.vault,
      statements: statementSource(pool),
      filesOfGrants: (grantRefs) => filesOfGrants(pool, grantRefs),
      synthetic: newcomers !== null,
    },
    advances: new Advances({
      advances: advanceStore(pool),
      positions: paymentPorts(pool).positions,
      clock,
      law: () => law,
    }),
    registers,
    mandates: registers.mandates,
    answerAfterMs: ANSWER_AFTER_MS,
  };
}
