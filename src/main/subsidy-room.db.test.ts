// The total that local governments share (TRANS-50) holds also when amounts are entered at the same moment, by people or from a list.
import { randomBytes } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type By, COLUMNS, TransitionImports, type TransitionPorts } from "../counter/index.ts";
import { testFirm, testKbo } from "../counter/testing.ts";
import { createDossier, type EnteredSubsidy, projection } from "../dossier/index.ts";
import {
  assertOk,
  type Cents,
  type EmployerRef,
  fixedClock,
  newRef,
  plainDate,
  quarter,
  type RightRef,
} from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createStore, dossierQueries, importStore, masterKeyFrom, type Store, transitionRecords } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";

const law = openLaw();
const clock = fixedClock("2026-11-23");
const total = law.timeline("ald.totalBudget")[0]?.value as number;
const share = (percent: number) => Math.floor((total * percent) / 100);
const actor = { role: "caseHandler", ref: "koen" } as const;
const koen: By = { actor, organisation: "OVO999001" };
const fatima: By = { actor: { role: "caseHandler", ref: "fatima" }, organisation: "OVO999001" };

const databases: TestDatabase[] = [];
let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await testDatabase();
  databases.push(database);
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(randomBytes(32)) });
});
afterAll(async () => {
  for (const one of databases) await one.close();
});

type Read = () => Promise<readonly EnteredSubsidy[]>;
const dossierOver = (around: (read: Read) => Promise<readonly EnteredSubsidy[]> = (read) => read()) => {
  const queries = dossierQueries(database.pool);
  const wrapped = { ...queries, enteredSubsidies: () => around(() => queries.enteredSubsidies()) };
  return createDossier({ events: store.events, queries: wrapped, clock, law: () => law });
};
type Dossier = ReturnType<typeof dossierOver>;

async function government(dossier: Dossier): Promise<RightRef> {
  const rightRef = newRef<RightRef>();
  const right = {
    measure: "ALD" as const,
    personRef: null,
    employerRef: newRef<EmployerRef>(),
    startedOn: plainDate("2023-07-01"),
    startQuarter: quarter("2023-Q3"),
    quarters: null,
    schedule: [],
    endsOn: plainDate("2025-12-31"),
    source: "ald-2023",
  };
  assertOk(await dossier.handle({ type: "RecordOldRight", rightRef, right }, { commandId: newRef(), actor }));
  return rightRef;
}

const enter = (dossier: Dossier, rightRef: RightRef, cents: number) =>
  dossier.handle(
    {
      type: "EnterOldRightAmount",
      rightRef,
      on: clock.today(),
      amount: {
        cents: cents as Cents,
        per: "YEAR",
        fromQuarter: quarter("2024-Q1"),
        throughQuarter: null,
        source: { list: "besluit" },
      },
    },
    { commandId: newRef(), actor },
  );

async function entered(): Promise<number> {
  return (await dossierQueries(database.pool).enteredSubsidies()).reduce((sum, one) => sum + one.cents, 0);
}

test("of two that are entered at the same moment, and do not fit together, one is refused", async () => {
  let waiting = 2;
  let open = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  // Each sees what is entered before either is recorded.
  const dossier = dossierOver(async (read) => {
    const saw = await read();
    waiting -= 1;
    if (waiting === 0) open();
    await both;
    return saw;
  });
  const refs = [await government(dossier), await government(dossier)];
  const done = await Promise.all(refs.map((rightRef) => enter(dossier, rightRef, share(60))));
  expect(done.map((one) => (one.ok ? "taken" : one.error[0]?.id)).sort()).toEqual(["subsidy.noRoom", "taken"]);
  expect(await entered()).toBe(share(60));
});

test("of two that fit together both are taken, at the same moment or not", async () => {
  const dossier = dossierOver();
  const refs = await Promise.all([government(dossier), government(dossier), government(dossier)]);
  for (const one of await Promise.all(refs.map((rightRef) => enter(dossier, rightRef, share(33))))) assertOk(one);
  expect(await entered()).toBe(3 * share(33));
});

const whole = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;

/** A list with one local government, signed twice, of which the taking is interrupted once, just before it records. */
async function takeList(cents: number, meanwhile: () => Promise<void>) {
  let interrupted = false;
  const ports: TransitionPorts = {
    law,
    clock,
    vault: store.vault,
    events: store.events,
    imports: importStore(database.pool, store.transaction),
    records: transitionRecords(database.pool, store.vault),
    registers: {
      companies: { find: async () => ({ state: "found", value: testFirm(1) }) },
      residences: { find: async () => ({ state: "unknown" }) },
    },
    bulkSeal: (subjects) => store.bulkSeal(subjects),
    bulkAppend: async (streams, context) => {
      if (!interrupted) await meanwhile();
      interrupted = true;
      return store.events.bulkAppend(streams, context);
    },
  };
  const imports = new TransitionImports(ports);
  const cells = { maatregel: "ALD", bedrag: whole(cents) };
  const right = { ...cells, regel: "R", nummer: "ALD-1", kbo: testKbo(1), begin: "01/07/2023", einde: "31/12/2025" };
  const lines = [right, { ...cells, regel: "T", vte: "0", aantal: "1" }] as readonly Readonly<Record<string, string>>[];
  const text = [COLUMNS, ...lines.map((line) => COLUMNS.map((column) => line[column] ?? ""))].map((row) => row.join(";"));
  const { importRef } = assertOk(await imports.upload(new TextEncoder().encode(text.join("\r\n")), "ald-2023", koen));
  for (const by of [koen, fatima]) assertOk(await imports.sign(importRef, by));
  const taken = await imports.take(importRef, koen);
  return taken.ok ? taken.value.stage : taken.error[0]?.id;
}

test("a list is not taken when somebody entered an amount after it was judged and too little is left", async () => {
  const dossier = dossierOver();
  const other = await government(dossier);
  expect(await takeList(share(60), async () => void assertOk(await enter(dossier, other, share(60))))).toBe("import.sheetMoved");
  expect(await entered()).toBe(share(60));
});

test("a list is judged again and taken when enough is left", async () => {
  const dossier = dossierOver();
  const other = await government(dossier);
  expect(await takeList(share(60), async () => void assertOk(await enter(dossier, other, share(30))))).toBe("TAKEN");
  expect(await entered()).toBe(share(60) + share(30));
});
