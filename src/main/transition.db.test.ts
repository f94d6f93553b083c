// Older rights carried over from dirty files: every line accounted for, two signatures, once only, whatever stops half-way.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type By, COLUMNS, TransitionImports, type TransitionPorts } from "../counter/index.ts";
import { testKbo } from "../counter/testing.ts";
import { projection } from "../dossier/index.ts";
import { grantedEvents } from "../dossier/testing.ts";
import { assertOk, fixedClock, newRef, type Result } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { createStore, importStore, masterKeyFrom, type Store, transitionRecords } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { DIRT, type ImportFile, importFile } from "../synthetic/index.ts";
import { transitionHandler } from "./transition.ts";
import { runQueue } from "./worker.ts";

const law = openLaw();
const clock = fixedClock("2026-11-23");
const firms: readonly string[] = [testKbo(1), testKbo(2)];
const koen: By = { actor: { role: "caseHandler", ref: "koen" }, organisation: "OVO999001" };
const fatima: By = { actor: { role: "caseHandler", ref: "fatima" }, organisation: "OVO999001" };

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(randomBytes(32)) });
});
afterAll(() => database.close());

const FIRM = {
  legalForm: "VZW",
  publicSide: "NONE",
  nace: "88",
  jointCommittee: "327",
  size: "50-249",
  municipality: "11002",
  province: "ANT",
  mwb: false,
  serviceVoucher: false,
  establishments: 1,
  name: "Synfirma",
  insolvencySignal: false,
} as const;

function portsOver(more: Partial<TransitionPorts> = {}): TransitionPorts {
  return {
    law,
    clock,
    vault: store.vault,
    events: store.events,
    imports: importStore(database.pool, store.transaction),
    records: transitionRecords(database.pool, store.vault),
    registers: {
      companies: {
        find: async (kbo) => (firms.includes(kbo) ? { state: "found", value: FIRM } : { state: "unknown" }),
      },
      residences: { find: async () => ({ state: "unknown" }) },
    },
    bulkSeal: (subjects) => store.bulkSeal(subjects),
    bulkAppend: (streams, context) => store.events.bulkAppend(streams, context),
    ...more,
  };
}

const imports = () => new TransitionImports(portsOver());
const bytesOf = (file: ImportFile, encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text)) =>
  encode(file.lines.map((cells) => cells.map((cell) => (cell.includes(";") ? `"${cell}"` : cell)).join(";")).join("\r\n"));
let people = 0;
/** Each file is about other people. */
const made = (seed: string, rights: number, dirt: number) => {
  const from = people;
  people += rights;
  return importFile({ law, seed, rights, dirt, firms, from });
};
const idsOf = <T>(result: Result<T, readonly { id: string }[]>): string[] => (result.ok ? [] : result.error.map((one) => one.id));

async function recorded() {
  const { rows } = await database.pool.query<{ rights: string; events: string; people: string }>(
    `select (select count(distinct right_ref) from read.old_right) as rights, (select count(*) from log.event) as events,
            (select count(*) from log.event where type = 'PersonRegistered') as people`,
  );
  return rows[0]!;
}

describe("a dirty file", () => {
  const file = made("dirty", 400, 350);
  let importRef = "";

  test("has every mistake in it", () => {
    for (const kind of DIRT) expect([kind, file.mistakes[kind] > 0]).toEqual([kind, true]);
  });

  test("is accounted for line by line, with sums equal to its control totals, and records nothing yet", async () => {
    const uploaded = assertOk(await imports().upload(bytesOf(file), "vop-2023-06", koen));
    expect(uploaded.known).toBe(false);
    importRef = uploaded.importRef;
    const view = (await imports().find(importRef))!;
    expect(view.stage).toBe("CHECKED");
    expect(view.proof.controlReasons).toEqual([]);
    expect(view.proof.rows).toBe(file.rights);
    expect(view.proof.outcomes).toMatchObject({ TAKE: file.clean, KNOWN: 0, PARKED: file.rights - file.clean, DROPPED: 0 });
    for (const { control, in: rows, outcomes } of view.proof.measures) {
      expect(rows).toEqual(control);
      const parts = Object.values(outcomes);
      expect(parts.reduce((sum, one) => sum + one.count, 0)).toBe(rows.count);
      expect(parts.reduce((sum, one) => sum + one.cents, 0)).toBe(rows.cents);
    }
    expect(Number((await recorded()).rights)).toBe(0);
  });

  test("parks each mistake with its own reason", async () => {
    const { mistakes } = file;
    const { parkedFor } = (await imports().find(importRef))!;
    const rowsFor = (id: string) => parkedFor.find((one) => one.reason === id)?.rows ?? 0;
    expect(rowsFor("import.repeated")).toBe(mistakes.REPEATED);
    expect(rowsFor("import.numberTwice")).toBe(2 * mistakes.NUMBER_TWICE);
    expect(rowsFor("import.insz.check")).toBe(mistakes.INSZ_CHECK);
    expect(rowsFor("import.kbo.check")).toBe(mistakes.KBO_CHECK);
    expect(rowsFor("import.firmUnknown")).toBe(mistakes.FIRM_UNKNOWN);
    expect(rowsFor("import.overlap")).toBeGreaterThanOrEqual(2 * mistakes.OVERLAP);
    expect(rowsFor("import.missing")).toBe(mistakes.NO_END);
    expect(rowsFor("oldRight.endBeforeStart")).toBe(mistakes.END_BEFORE_START);
    expect(rowsFor("oldRight.scheduleNotOfLaw")).toBe(mistakes.SCHEDULE);
    expect(rowsFor("oldRight.newEntry")).toBe(mistakes.LATE_ENTRY);
    expect(rowsFor("import.personUnknown")).toBe(mistakes.NO_MUNICIPALITY);
  });

  test("keeps no name or number outside the vault", async () => {
    const { rows } = await database.pool.query<{ text: string }>(
      "select r::text as text from ops.transition_row r union all select i::text from ops.transition_import i",
    );
    const insz = file.lines
      .slice(1)
      .map((cells) => cells[3]!)
      .filter((cell) => /^\d{11}$/.test(cell));
    const all = rows.map((one) => one.text).join("\n");
    expect(insz.length).toBeGreaterThan(100);
    expect(insz.filter((one) => all.includes(one))).toEqual([]);
  });

  test("the same file again is the import that it is", async () => {
    expect(await imports().upload(bytesOf(file), "vop-2023-06", fatima)).toMatchObject({ value: { importRef, known: true } });
  });

  test("counts only when two different people signed, and then is taken by the worker", async () => {
    expect(idsOf(await imports().take(importRef, koen))).toEqual(["import.stage"]);
    expect(assertOk(await imports().sign(importRef, koen)).stage).toBe("SIGNED");
    expect(idsOf(await imports().sign(importRef, koen))).toEqual(["import.samePerson"]);
    expect(Number((await recorded()).rights)).toBe(0);
    expect(assertOk(await imports().sign(importRef, fatima)).stage).toBe("APPROVED");
    const log = { warn: () => {}, error: () => {} };
    const parts = { law, clock, store, demo: true };
    // The worker's registers know nobody beside the records, so that the sheet that was signed is no longer what it finds.
    await runQueue({ store, clock, log }, transitionHandler(parts));
    expect((await imports().find(importRef))?.stage).toBe("CHECKED");
    expect(Number((await recorded()).rights)).toBe(0);
    // Where the check gives again what was signed, the signatures are on it again.
    expect(assertOk(await imports().recheck(importRef, koen)).stage).toBe("APPROVED");
    // A register that does not answer moves no sheet: the file waits, and the worker tries again later.
    await runQueue({ store, clock, log }, transitionHandler({ ...parts, demo: false }));
    expect((await imports().find(importRef))?.stage).toBe("APPROVED");
    const { rows: jobs } = await database.pool.query(
      "select given_up_at from ops.job where done_at is null and given_up_at is null",
    );
    expect(jobs).toHaveLength(1);
    expect(assertOk(await imports().take(importRef, koen)).stage).toBe("TAKEN");
    expect(Number((await recorded()).rights)).toBe(file.clean);
  });

  test("records choice and entered amount with the right", async () => {
    const { rows } = await database.pool.query<{ choice: string; amount: number; n: string }>(
      `select lde_choice as choice, count(*) as n, count(amount_cents) as amount from read.old_right
       where measure = 'LDE_INDIVIDUAL' and upper_inf(known) group by 1`,
    );
    expect(rows).toHaveLength(1);
    expect([rows[0]?.choice, Number(rows[0]?.amount)]).toEqual(["INDIVIDUAL", Number(rows[0]?.n)]);
  });

  test("taken again, or handed over in another form, it changes nothing", async () => {
    const before = await recorded();
    expect(assertOk(await imports().take(importRef, fatima)).stage).toBe("TAKEN");
    const again = assertOk(await imports().upload(bytesOf(file, utf16), "vop-2023-06", koen));
    expect(again.known).toBe(false);
    const view = (await imports().find(again.importRef))!;
    expect(view.proof.outcomes).toMatchObject({ TAKE: 0, KNOWN: file.clean });
    assertOk(await imports().sign(again.importRef, koen));
    assertOk(await imports().sign(again.importRef, fatima));
    expect(assertOk(await imports().take(again.importRef, koen)).stage).toBe("TAKEN");
    expect(await recorded()).toEqual(before);
  });

  test("a parked line is mended by one person and signed by another, and then is a right", async () => {
    const [parked] = await imports().rows(importRef, { outcome: "PARKED", reason: "oldRight.scheduleNotOfLaw", limit: 1 });
    const opened = (await imports().openRow(importRef, parked!.line, koen))!;
    expect(idsOf(await imports().correctRow(importRef, parked!.line, opened.cells, koen))).toEqual(["oldRight.scheduleNotOfLaw"]);
    const schema = opened.cells.maatregel === "TVOP" ? "20/8" : "40/5;40/20";
    const mended = assertOk(await imports().correctRow(importRef, parked!.line, { ...opened.cells, schema }, koen));
    expect(mended.outcome).toBe("CORRECTED");
    const before = Number((await recorded()).rights);
    expect(idsOf(await imports().signRow(importRef, parked!.line, koen))).toEqual(["import.samePerson"]);
    expect(assertOk(await imports().signRow(importRef, parked!.line, fatima)).outcome).toBe("ADDED");
    expect(idsOf(await imports().signRow(importRef, parked!.line, fatima))).toEqual(["import.rowUnknown"]);
    expect(Number((await recorded()).rights)).toBe(before + 1);
  });

  test("a parked line that is no right is dropped with a reason, and stays accounted for", async () => {
    const [parked] = await imports().rows(importRef, { outcome: "PARKED", reason: "import.repeated", limit: 1 });
    expect(idsOf(await imports().dropRow(importRef, parked!.line, " ", koen))).toEqual(["import.reasonWanted"]);
    assertOk(await imports().dropRow(importRef, parked!.line, "Dubbel in de lijst", koen));
    const { proof } = (await imports().find(importRef))!;
    expect(proof.rows).toBe(file.rights);
    expect(proof.outcomes).toMatchObject({ DROPPED: 1, ADDED: 1 });
    expect(proof.controlReasons).toEqual([]);
  });
});

const utf16 = (text: string) => new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, "utf16le"))]);

describe("work before the signatures", () => {
  test("a mended line comes in with the file; a change makes an earlier signature fall", async () => {
    const file = made("before", 60, 400);
    const { importRef } = assertOk(await imports().upload(bytesOf(file), "vop-2023-07", koen));
    assertOk(await imports().sign(importRef, fatima));
    const [parked] = await imports().rows(importRef, { outcome: "PARKED", reason: "import.personUnknown", limit: 1 });
    const { cells } = (await imports().openRow(importRef, parked!.line, koen))!;
    const row = assertOk(await imports().correctRow(importRef, parked!.line, { ...cells, gemeente: "44021" }, koen));
    expect(row.outcome).toBe("TAKE");
    const view = (await imports().find(importRef))!;
    expect([view.stage, view.signatures.length]).toEqual(["CHECKED", 0]);
    expect(view.proof.outcomes.TAKE).toBe(file.clean + 1);
    const [other] = await imports().rows(importRef, { outcome: "PARKED", limit: 1 });
    assertOk(await imports().dropRow(importRef, other!.line, "Geen recht", fatima));
    expect((await imports().find(importRef))?.proof.outcomes.DROPPED).toBe(1);
    assertOk(await imports().cancel(importRef, koen));
    expect(idsOf(await imports().sign(importRef, fatima))).toEqual(["import.stage"]);
  });
});

describe("records that move between the signatures and the taking", () => {
  test("give a new sheet in place of the signed one: nothing is recorded, and both sign again before it is", async () => {
    const file = made("moved", 20, 0);
    const { importRef } = assertOk(await imports().upload(bytesOf(file), "vop-2023-09", koen));
    assertOk(await imports().sign(importRef, koen));
    assertOk(await imports().sign(importRef, fatima));
    const before = await recorded();
    // The same rights came in with another list since.
    const other = assertOk(await imports().upload(bytesOf(file, utf16), "vop-2023-10", koen));
    assertOk(await imports().sign(other.importRef, koen));
    assertOk(await imports().sign(other.importRef, fatima));
    assertOk(await imports().take(other.importRef, koen));
    const between = await recorded();
    expect(Number(between.rights)).toBe(Number(before.rights) + file.clean);
    expect(idsOf(await imports().take(importRef, koen))).toEqual(["import.sheetMoved"]);
    const view = (await imports().find(importRef))!;
    expect([view.stage, view.fallen.length, view.signatures.length]).toEqual(["CHECKED", 2, 0]);
    expect(view.proof.outcomes).toMatchObject({ TAKE: 0, KNOWN: file.clean });
    // The sheet before has another fingerprint: a page that still shows it signs nothing.
    expect(idsOf(await imports().sign(importRef, koen, "0".repeat(64)))).toEqual(["import.sheetMoved"]);
    expect(assertOk(await imports().sign(importRef, koen, view.head.fingerprint)).fallen).toHaveLength(1);
    expect(assertOk(await imports().sign(importRef, fatima, view.head.fingerprint)).fallen).toHaveLength(0);
    expect(assertOk(await imports().take(importRef, koen)).stage).toBe("TAKEN");
    expect(await recorded()).toEqual(between);
  });
});

describe("a list about rights that are recorded already", () => {
  const [NUMBER, KBO, END, SCHEMA, SHARE] = [1, 7, 9, 10, 12];
  const file = importFile({ law, seed: "again", rights: 12, dirt: 0, firms: [firms[0]!], measures: ["VOP"], from: 40_000 });
  const lines = file.lines.filter((cells) => cells[0] === "R" && cells[KBO!] !== "");
  const judged = async (list: string, rights: readonly (readonly string[])[]) => {
    const { importRef } = assertOk(await imports().upload(bytesOf({ ...file, lines: [file.lines[0]!, ...rights] }), list, koen));
    const outcomes = ["TAKE", "KNOWN", "PARKED"] as const;
    const rows = (await Promise.all(outcomes.map((outcome) => imports().rows(importRef, { outcome, limit: 50 })))).flat();
    return rows.sort((a, b) => a.line - b.line).map((one) => [one.outcome, ...one.reasons]);
  };
  const changed = (line: number, ...cells: readonly (readonly [number | undefined, string])[]) =>
    lines[line]!.map((cell, at) => cells.find(([column]) => column === at)?.[1] ?? cell);
  const other = (line: number, ...cells: readonly (readonly [number | undefined, string])[]) =>
    changed(line, [NUMBER, `other-${line}`], [KBO, firms[1]!], ...cells);

  beforeAll(async () => {
    const { importRef } = assertOk(await imports().upload(bytesOf(file), "vop-again", koen));
    assertOk(await imports().sign(importRef, koen));
    assertOk(await imports().sign(importRef, fatima));
    assertOk(await imports().take(importRef, koen));
  });

  test("knows the same right by what is the same of it, and keeps the share of full time", async () => {
    expect(await judged("vop-same", lines.slice(0, 3))).toEqual([["KNOWN"], ["KNOWN"], ["KNOWN"]]);
    const { rows } = await database.pool.query<{ fraction: number }>(
      "select distinct fraction from read.old_right where source = 'vop-again' and upper_inf(known)",
    );
    const given = new Set(lines.map((cells) => Number(cells[SHARE!]!.replace(",", ".")) * 10_000));
    expect(rows.map((one) => one.fraction).every((one) => given.has(one))).toBe(true);
  });

  test("parks a line that says something else of the same right, with what differs", async () => {
    const share = lines[1]![SHARE!] === "0,9" ? "1" : "0,9";
    const rights = [changed(0, [SCHEMA, "50/5;30/9;20/20"]), changed(1, [SHARE, share])];
    const both = changed(2, [SCHEMA, "45/5;30/9;20/20"], [SHARE, "0,91"]);
    expect(await judged("vop-otherwise", [...rights, both])).toEqual([
      ["PARKED", "import.contradicts:schema"],
      ["PARKED", "import.contradicts:vte"],
      ["PARKED", "import.contradicts:schema", "import.contradicts:vte"],
    ]);
  });

  test("parks a right beside a grant of the same person and employer, up to the day before the grant it is taken", async () => {
    const insz = lines[0]![3]!.replace(/\D/g, "");
    const personRef = (await store.vault.findByIdentifier("insz", insz))!;
    const employerRef = (await store.vault.findByIdentifier("kbo", firms[1]!))!;
    const events = grantedEvents(law, { personRef, employerRef });
    await store.events.append("file", newRef(), 0, events, { actor: koen.actor, commandId: newRef() });
    expect(await judged("vop-beside", [other(0, [END, "01/01/2024"])])).toEqual([["PARKED", "import.besideGrant:einde"]]);
    expect(await judged("vop-before", [other(0, [END, "31/12/2023"])])).toEqual([["TAKE"]]);
    // The same employer, another person.
    expect(await judged("vop-neighbour", [other(1, [END, "01/01/2024"])])).toEqual([["TAKE"]]);
  });
});

describe("a list of subsidies of local governments", () => {
  test("parks the line that no longer fits in the total that they share, and says what is left of it", async () => {
    const total = law.timeline("ald.totalBudget")[0]?.value as number;
    const whole = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, "0")}`;
    const line = (at: number, cents: number) =>
      COLUMNS.map((column) => {
        const cells: Readonly<Record<string, string>> = {
          regel: "R",
          nummer: `ALD-${at}`,
          maatregel: "ALD",
          kbo: firms[at]!,
          begin: "01/07/2023",
          einde: "31/12/2025",
          bedrag: whole(cents),
        };
        return cells[column] ?? "";
      });
    const judged = async (list: string, ...rights: readonly (readonly string[])[]) => {
      const lines = [[...COLUMNS], ...rights].map((cells) => cells.join(";")).join("\r\n");
      const { importRef } = assertOk(await imports().upload(new TextEncoder().encode(lines), list, koen));
      const rows = await Promise.all(
        (["TAKE", "PARKED"] as const).map((outcome) => imports().rows(importRef, { outcome, limit: 5 })),
      );
      return rows.flat().map((one) => [one.outcome, ...one.reasons]);
    };
    expect(await judged("ald-above", line(0, total - 5), line(1, 6))).toEqual([["TAKE"], ["PARKED", "subsidy.noRoom:amount"]]);
    expect(await judged("ald-at", line(0, total - 5), line(1, 5))).toEqual([["TAKE"], ["TAKE"]]);
    expect(await judged("ald-alone", line(0, total + 1))).toEqual([["PARKED", "law.TRANS-50:aldEntered"]]);
  });
});

describe("a file whose control totals do not match", () => {
  test("shows where, and cannot be signed", async () => {
    const file = made("control", 30, 0);
    const lines = file.lines.map((cells) => (cells[0] === "T" && cells[2] === "VOP" ? [...cells.slice(0, 14), "999"] : cells));
    const { importRef } = assertOk(await imports().upload(bytesOf({ ...file, lines }), "vop-2023-06", koen));
    const view = (await imports().find(importRef))!;
    expect(view.proof.controlReasons.map((one) => one.id)).toEqual(["import.control.differs"]);
    expect(view.proof.controlReasons[0]?.message.nl).toContain("999");
    expect(idsOf(await imports().sign(importRef, koen))).toEqual(["import.controlsFail", "import.control.differs"]);
  });

  test("nor can one without a control total for a measure", async () => {
    const file = made("without", 30, 0);
    const lines = file.lines.filter((cells) => cells[0] !== "T" || cells[2] !== "MWA");
    const { importRef } = assertOk(await imports().upload(bytesOf({ ...file, lines }), "vop-2023-06", koen));
    expect((await imports().find(importRef))?.proof.controlReasons.map((one) => one.id)).toEqual(["import.control.missing"]);
  });
});

describe("stopped half-way", () => {
  test("after the people were sealed, or after the rights were recorded, it gives the same when tried again", async () => {
    const file = made("stopped", 50, 100);
    const { importRef } = assertOk(await imports().upload(bytesOf(file), "vop-2023-08", koen));
    assertOk(await imports().sign(importRef, koen));
    assertOk(await imports().sign(importRef, fatima));
    const before = await recorded();
    const sealedOnly = new TransitionImports(portsOver({ bulkAppend: async () => Promise.reject(new Error("stopped")) }));
    await expect(sealedOnly.take(importRef, koen)).rejects.toThrow("stopped");
    expect(await recorded()).toEqual(before);
    const store = importStore(database.pool, (work) => storeTransaction(work));
    const unmarked = new TransitionImports(
      portsOver({ imports: { ...store, addStep: async () => Promise.reject(new Error("stopped")) } }),
    );
    await expect(unmarked.take(importRef, koen)).rejects.toThrow("stopped");
    const half = await recorded();
    expect(Number(half.rights)).toBe(Number(before.rights) + file.clean);
    expect(assertOk(await imports().take(importRef, koen)).stage).toBe("TAKEN");
    expect(await recorded()).toEqual(half);
  });
});

const storeTransaction: Store["transaction"] = (work) => store.transaction(work);
