// Whom the load is made of: firms and workers with grants whose quarters are still to be paid, people to apply for, and keys of programs.
import { projection } from "../../src/dossier/index.ts";
import { writeAttests } from "../../src/exchange/index.ts";
import { firstDay, fromQuarterNumber, type Insz, type Kbo, newRef, systemClock } from "../../src/kernel/index.ts";
import type { Law } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createStore, masterKey, openDatabase, type Store, tokenStore } from "../../src/store/index.ts";
import { declarationMaker } from "../../src/synthetic/index.ts";
import { FIRST_QUARTER, fillRecords, type Relation } from "../support/kill-records.ts";

export interface Keys {
  readonly officer: string;
  readonly approver: string;
  readonly statistician: string;
  /** One per firm, with its enterprise number. */
  readonly firms: readonly string[];
}

export interface Cast {
  readonly law: Law;
  readonly relations: readonly Relation[];
  /** National numbers of people without a grant at these firms. */
  readonly people: readonly Insz[];
  readonly keys: Keys;
}

/** How many people to apply for are taken from the population. */
const PEOPLE = 400;
const FIRMS = 20;

export async function withStoreAt<T>(databaseUrl: string, dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const database = await openDatabase({ databaseUrl, dataDir, log: () => {} });
  try {
    return await work(createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir }) }));
  } finally {
    await database.close();
  }
}

/** Adds `grants` grants from 2024-Q1 on, and the keys of those who work with them. */
export async function makeCast(store: Store, grants: number): Promise<Cast> {
  const law = openLaw();
  const relations = await fillRecords(store, grants);
  const { pool } = store.database;
  const tokens = tokenStore(pool, systemClock);
  const issue = async (role: Parameters<typeof tokens.issue>[0]["role"], organisation: string, person?: string) =>
    (await tokens.issue({ role, organisation, insz: null, ...(person === undefined ? {} : { person }) }, "harness")).token;
  const { rows } = await pool.query<{ person_ref: string }>(
    "select person_ref from read.person_fact where upper_inf(known) and upper_inf(valid) order by person_ref limit $1",
    [PEOPLE],
  );
  const purpose = { actor: { role: "system", ref: "harness" }, organisation: "", purpose: "harness" };
  const opened = await store.vault.openAll(
    rows.map((row) => row.person_ref),
    purpose,
    ["insz"],
  );
  const people = [...opened.values()].flatMap((items) => items.map((one) => (one.content as { insz: Insz }).insz));
  const firms = [...new Set(relations.map((one) => one.employer))].slice(0, FIRMS);
  return {
    law,
    relations,
    people,
    keys: {
      officer: await issue("paymentOfficer", "OVO999001", "harness-officer"),
      approver: await issue("paymentApprover", "OVO999001", "harness-approver"),
      statistician: await issue("statistician", "OVO999001", "harness-statistician"),
      firms: await Promise.all(firms.map((kbo) => issue("employer", kbo))),
    },
  };
}

/** What is declared for the cast in a quarter, as the file that a program hands in. */
export function attestsOf({ law, relations }: Cast, quarter: number): string {
  const make = declarationMaker(law, quarter, "FIRST", "harness");
  const attests = relations.flatMap(({ grantRef, worker, employer }) =>
    make({
      grantRef,
      worker: worker as Insz,
      employer: employer as Kbo,
      from: firstDay(fromQuarterNumber(FIRST_QUARTER)),
      until: null,
      known: [],
    }),
  );
  return [...writeAttests(attests)].join("");
}

export const commandKey = (): string => `harness-${newRef()}`;
