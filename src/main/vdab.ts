// Puts VDAB's counter and the person's page together: records, work list, drafts, registers.
import type { CounterPorts, Guardianship, VdabPorts } from "../counter/index.ts";
import type { RegisterAnswer } from "../dossier/index.ts";
import {
  accessQueries,
  assignmentStore,
  catchUpStore,
  conversionStore,
  draftStore,
  letterStore,
  type Store,
  workQueries,
} from "../store/index.ts";
import type { Newcomers } from "../synthetic/index.ts";
import type { System } from "./system.ts";

/** @param newcomers - Whom a demonstration's register of guardianships knows; null: the register is not connected. */
export function createVdab(
  { law, clock, store }: Pick<System, "law" | "clock" | "store">,
  { registers }: Pick<CounterPorts, "registers">,
  newcomers: Pick<Newcomers, "guardianships"> | null,
): VdabPorts {
  const { pool } = store.database;
  return {
    law,
    clock,
    events: store.events,
    vault: store.vault,
    work: workQueries(pool),
    assignments: assignmentStore(pool, clock, "vdab"),
    catchUps: catchUpStore(pool, clock),
    conversions: conversionStore(pool, clock),
    accesses: accessQueries(pool),
    drafts: draftStore(pool, store.vault, clock, "vdab"),
    letters: letterStore(pool, store.vault, clock),
    registers,
    guardianships: guardiansOf(newcomers),
    nameOfEnterprise: (number) => enterpriseName(store, number),
  };
}

function guardiansOf(newcomers: Pick<Newcomers, "guardianships"> | null): VdabPorts["guardianships"] {
  return {
    async of(guardian): Promise<RegisterAnswer<readonly Guardianship[]>> {
      if (newcomers === null) return { state: "unavailable", retryAfterSeconds: 3600 };
      const value = newcomers.guardianships.filter((one) => one.guardian === guardian);
      return value.length === 0 ? { state: "unknown" } : { state: "found", value };
    },
  };
}

/** The name of a firm is no personal data; reading it is noted under the system's own name all the same. */
async function enterpriseName({ vault }: Pick<Store, "vault">, number: string): Promise<string | null> {
  const subjectRef = await vault.findByIdentifier("kbo", number);
  if (subjectRef === null) return null;
  const reader = { actor: { role: "system", ref: "access-page" }, organisation: "", purpose: "Naam van een organisatie tonen" };
  const opened = await vault.open(subjectRef, reader, ["name"]);
  const content = opened.at(-1)?.content as { name?: string; given?: string; family?: string } | undefined;
  return content?.name ?? (`${content?.given ?? ""} ${content?.family ?? ""}`.trim() || null);
}
