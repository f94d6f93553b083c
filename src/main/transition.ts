// Puts the carrying over of older rights together, and takes approved imports as work that follows.
import { type ConversionPorts, OlderRights, TransitionImports } from "../counter/index.ts";
import { createDossier } from "../dossier/index.ts";
import { epochMillisecondsOf } from "../kernel/index.ts";
import {
  approvedImports,
  conversionStore,
  dossierQueries,
  enqueue,
  importStore,
  rightQueries,
  transitionRecords,
} from "../store/index.ts";
import type { System } from "./system.ts";
import { GiveUp, type JobHandler } from "./worker.ts";

type Parts = Pick<System, "law" | "clock" | "store" | "demo">;

/** What the pages, the API and the command line of older rights work with. */
export interface Transition {
  readonly imports: TransitionImports;
  readonly rights: OlderRights;
}

export function createTransition(parts: Parts): Transition {
  const { law, clock, store } = parts;
  const { pool } = store.database;
  const dossier = createDossier({ events: store.events, queries: dossierQueries(pool), clock, law: () => law });
  return {
    imports: createImports(parts),
    rights: new OlderRights({ law, clock, dossier, vault: store.vault, queries: rightQueries(pool, store.vault) }),
  };
}

/** What the conversion of rights to VOP works with, for the command line; VDAB's counter has it with the rest. */
export function createConversions({ law, clock, store }: Parts): ConversionPorts {
  return { law, clock, events: store.events, vault: store.vault, conversions: conversionStore(store.database.pool, clock) };
}

function createImports({ law, clock, store, demo }: Parts): TransitionImports {
  const { pool } = store.database;
  // In a demonstration the registers know who is in the records, and nobody else; elsewhere they are not connected yet.
  const answer = demo ? ({ state: "unknown" } as const) : ({ state: "unavailable", retryAfterSeconds: 3_600 } as const);
  return new TransitionImports({
    law,
    clock,
    vault: store.vault,
    events: store.events,
    imports: importStore(pool, store.transaction),
    records: transitionRecords(pool, store.vault),
    registers: { companies: { find: async () => answer }, residences: { find: async () => answer } },
    bulkSeal: (subjects) => store.bulkSeal(subjects),
    bulkAppend: (streams, context) => store.events.bulkAppend(streams, context),
  });
}

const QUEUE = "transition-take";
const WARN_QUEUE = "transition-warn";
const SYSTEM = { role: "system", ref: "worker" } as const;

/** Tells an employer in time that a trajectory ends and that support goes on only with an evaluation (TRANS-31). */
export function warningHandler(system: Parts, everyMs = 3_600_000): JobHandler {
  const { rights } = createTransition(system);
  const { pool } = system.store.database;
  let lookedAt = 0;
  return {
    queue: WARN_QUEUE,
    async find() {
      const now = epochMillisecondsOf(system.clock.now());
      if (now - lookedAt < everyMs) return;
      lookedAt = now;
      for (const { rightRef, lastDay } of await rights.toWarn(500)) {
        const payload = { rightRef, lastDay };
        await enqueue(pool, { queue: WARN_QUEUE, key: rightRef, payload }, system.clock.now());
      }
    },
    async work({ payload }) {
      const told = await rights.warn(payload as never, SYSTEM);
      if (!told.ok) throw new GiveUp(told.error.map((one) => one.id).join(", "));
    },
  };
}

/** Rights that two people signed for come into the records; a worker that stops half-way has recorded none of them. */
export function transitionHandler(system: Parts): JobHandler {
  const imports = createImports(system);
  const { pool } = system.store.database;
  return {
    queue: QUEUE,
    leaseSeconds: 600,
    async find() {
      for (const importRef of await approvedImports(pool)) {
        await enqueue(pool, { queue: QUEUE, key: importRef, payload: { importRef } }, system.clock.now());
      }
    },
    async work({ payload }) {
      const taken = await imports.take(String(payload.importRef), {
        actor: SYSTEM,
        organisation: "",
      });
      if (taken.ok) return;
      const ids = taken.error.map((one) => one.id);
      if (ids.includes("import.firmRegister")) throw new Error("the company register does not answer");
      // The proof sheet shows what moved, and asks for new signatures: trying again by itself has no use.
      throw new GiveUp(ids.join(", "));
    },
  };
}
