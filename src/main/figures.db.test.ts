// Publishing over a database: draft, release by another person, revisions, what earlier tables forbid, and verification.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FiguresPorts, figures } from "../counter/index.ts";
import { projection } from "../dossier/index.ts";
import { assertOk, fixedClock, type Instant, instant, newRef, plainDate } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import type { Publication, ReleaseManifest } from "../statistics/index.ts";
import { loadTables, sv170Population } from "../statistics/testing.ts";
import { createStore, masterKeyFrom } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { createFigures } from "./figures.ts";

let database: TestDatabase;
let ports: FiguresPorts;
const law = openLaw();
const first = { role: "statistician", ref: "luca" };
const second = { role: "statistician", ref: "mira" };

const sheet = (id: string, at: string, more = ""): string => `reference: ${at}
knownAt: 2024-03-15T00:00:00.000Z
figures:
  - id: ${id}
    unit: person
    measure: { stock: ticketHolder }
    at: "@reference"
    by: [province, ticketCombination]
${more}`;
const source = (text: string) => ({ kind: "sheet" as const, text });
const draft = (name: string, text: string, reason = "", ports_ = ports) =>
  figures.draftRelease(ports_, first, { name, reason, source: source(text), knownAt: null });
const idsOf = (refused: Awaited<ReturnType<typeof figures.draftRelease>>): string[] =>
  refused.ok ? [] : refused.error.kind === "figures" ? refused.error.problems.map((one) => one.id) : ["source"];

beforeAll(async () => {
  database = await testDatabase();
  await loadTables(database.pool, sv170Population({ f: 120, g: 800 }, 40));
  ports = portsAt("2024-04-02T09:00:00.000Z");
});
afterAll(() => database.close());

function portsAt(now: string): FiguresPorts {
  const clock = { ...fixedClock("2024-04-02" as never), now: () => instant(now) as Instant };
  return createFigures({ law, clock, database, synthetic: true });
}

describe("a release", () => {
  it("is drafted by one person and released by another, with every form in its manifest", async () => {
    const drafted = assertOk(await draft("tickets-per-provincie", sheet("per-provincie", "2023-12-31")));
    expect(drafted.status).toBe("DRAFT");
    expect(idsOf(await figures.releaseDraft(ports, first, drafted.releaseRef, null))).toEqual(["release.samePerson"]);
    const released = assertOk(await figures.releaseDraft(ports, second, drafted.releaseRef, drafted.seen));
    const manifest = released.manifest as ReleaseManifest;
    expect(Object.keys(manifest.files).sort()).toEqual([
      "per-provincie.csv",
      "per-provincie.csv-metadata.json",
      "per-provincie.json-stat.json",
      "per-provincie.svg",
      "per-provincie.vl.json",
      "publication.json",
      "tickets-per-provincie.odt",
      "tickets-per-provincie.pdf",
      "tickets-per-provincie.xlsx",
    ]);
    expect(manifest).toMatchObject({ revision: 1, policy: "public-1-3", override: null, code: "0.1.0" });
    const pdf = await ports.publications.file(drafted.releaseRef, "tickets-per-provincie.pdf");
    expect(Buffer.from(pdf!.body.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(idsOf(await figures.releaseDraft(ports, second, drafted.releaseRef, null))).toEqual(["release.notDraft"]);
  });

  it("cannot be released by its drafter, whatever program writes the step", async () => {
    const drafted = assertOk(await draft("vier-ogen", sheet("vier-ogen", "2023-10-31")));
    const step = { step: "RELEASED" as const, manifest: { name: "vier-ogen", revision: 1 } as ReleaseManifest };
    const own = { releaseRef: drafted.releaseRef, seq: 2, at: ports.clock.now(), actor: first, step };
    await expect(ports.publications.add(own)).rejects.toThrow(/not released by who drafted it/);
    assertOk(await figures.rejectDraft(ports, second, drafted.releaseRef, "alleen een proef"));
  });

  it("never gives its name to another question, and says why there is a revision", async () => {
    const other = await draft("tickets-per-provincie", sheet("per-provincie", "2023-11-30"), "andere dag");
    expect(idsOf(other)).toEqual(["release.otherQuestion"]);
    const silent = await draft("tickets-per-provincie", sheet("per-provincie", "2023-12-31"));
    expect(idsOf(silent)).toEqual(["release.reason"]);
    const revised = assertOk(await draft("tickets-per-provincie", sheet("per-provincie", "2023-12-31"), "late registraties"));
    expect(revised.revision).toBe(2);
    expect(idsOf(await draft("tickets-per-provincie", sheet("per-provincie", "2023-12-31"), "nog eens"))).toEqual([
      "release.openDraft",
    ]);
    assertOk(await figures.releaseDraft(ports, second, revised.releaseRef, null));
  });

  it("is refused when the figures are no longer those that were looked at", async () => {
    const drafted = assertOk(await draft("oud-gezien", sheet("oud-gezien", "2023-09-30")));
    expect(idsOf(await figures.releaseDraft(ports, second, drafted.releaseRef, "0".repeat(64)))).toEqual([
      "release.otherThanSeen",
    ]);
    assertOk(await figures.rejectDraft(ports, second, drafted.releaseRef, "te oud"));
  });

  it("is not drafted of what will only be known later, wherever the question says so, and today can be asked", async () => {
    const named = (where: string) => `unit: ticket\nmeasure: { stock: ticket }\nat: 2023-12-31\nknownAt: ${where}\n`;
    for (const moment of ["2024-04-02", "2024-04-03", "2025-01-01T00:00:00.000Z"]) {
      expect(idsOf(await draft("later-bekend", named(moment)))).toEqual(["release.future"]);
      const asked = await figures.ask(ports, { text: named(moment), knownAt: null, channel: "internal" });
      expect([moment, asked.ok]).toEqual([moment, moment === "2024-04-02"]);
    }
    const today = await figures.ask(ports, {
      text: named("now"),
      knownAt: instant("2024-04-02T21:59:59.999Z"),
      channel: "internal",
    });
    expect(assertOk(today).publication.knownAt).toBe("2024-04-02T09:00:00.000Z");
  });

  it("is judged beside every table published before: a small difference is withheld", async () => {
    const total = async (population: string, name: string) => {
      const text = `knownAt: 2024-03-15T00:00:00.000Z
figures:
  - { id: ${name}, unit: ticket, measure: { stock: ticket }, at: 2023-12-31, population: { ${population} } }
`;
      return { text, asked: assertOk(await figures.ask(ports, { text, knownAt: null, channel: "public" })) };
    };
    const all = await total("ticketType: [COLLECTIVE, INDIVIDUAL]", "beide");
    const published = assertOk(await draft("beide-tickets", all.text));
    assertOk(await figures.releaseDraft(ports, second, published.releaseRef, null));
    // Two tickets fewer than were published.
    const { pool } = database;
    await pool.query(
      "update read.ticket set granted_on = '1999-01-03' where ctid in (select ctid from read.ticket where valid @> date '2023-12-31' and upper_inf(known) and type = 'INDIVIDUAL' limit 2)",
    );
    const narrower = await total('ticketType: [COLLECTIVE, INDIVIDUAL], grantedOn: { from: "1999-01-04" }', "bijna");
    const cell = narrower.asked.publication.sections[0]!.figures[0]!.cells[0]!;
    const before = all.asked.publication.sections[0]!.figures[0]!.cells[0]!;
    expect(before.value).toBeGreaterThan(10);
    expect(cell).toMatchObject({ value: null, suppressed: true });
  });

  it("takes another policy with a reason, which is kept and shown; who chose it does not release", async () => {
    const drafted = assertOk(await draft("strenger", sheet("strenger", "2023-08-31")));
    const chosen = await figures.overridePolicy(ports, second, drafted.releaseRef, "public-1-10", " ");
    expect(idsOf(chosen)).toEqual(["release.overrideReason"]);
    assertOk(await figures.overridePolicy(ports, second, drafted.releaseRef, "public-1-10", "kleine gemeenten"));
    expect(idsOf(await figures.releaseDraft(ports, second, drafted.releaseRef, null))).toEqual(["release.samePerson"]);
    const third = { role: "statistician", ref: "noor" };
    const released = assertOk(await figures.releaseDraft(ports, third, drafted.releaseRef, null));
    expect(released.manifest).toMatchObject({ policy: "public-1-10", override: "kleine gemeenten" });
    const file = await ports.publications.file(drafted.releaseRef, "publication.json");
    const published = JSON.parse(Buffer.from(file!.body).toString()) as Publication;
    const shown = published.sections[0]!.figures[0]!.cells.map((one) => one.value).filter(
      (value) => value !== null && value !== 0,
    );
    expect(Math.min(...(shown as number[]))).toBeGreaterThan(10);
  });
});

describe("verification", () => {
  it("finds every release as it was issued, byte for byte", async () => {
    const verified = await figures.verifyReleases(ports);
    expect(verified.map((one) => one.name).sort()).toEqual([
      "beide-tickets",
      "strenger",
      "tickets-per-provincie",
      "tickets-per-provincie",
    ]);
    expect(verified.flatMap((one) => [...one.flaws, one.notComputed, one.moved])).toEqual(verified.flatMap(() => [null, null]));
    expect(verified.every((one) => one.computed === 4 && one.files > one.computed)).toBe(true);
  });

  it("survives the erasure of a person, whose facts stay without a name", async () => {
    const { rows } = await database.pool.query<{ person_ref: string }>("select person_ref from read.ticket limit 1");
    const subjectRef = rows[0]!.person_ref;
    const { clock } = ports;
    const masterKey = masterKeyFrom(Buffer.alloc(32, 7));
    const store = createStore({ database, clock, project: projection, masterKey });
    const items = [{ sealedRef: newRef(), kind: "name", content: { given: "An", family: "Voorbeeld" } }];
    await store.bulkSeal([{ subjectRef, recordedAt: clock.now(), items, lookups: [] }]);
    await store.vault.destroyKey(subjectRef, "op vraag van de persoon");
    expect((await figures.verifyReleases(ports)).every(figures.isSound)).toBe(true);
  });

  it("says which file the records no longer give when they were changed behind our back, and which is damaged", async () => {
    await database.pool.query("delete from read.ticket where valid @> date '2023-12-31' and type = 'COLLECTIVE'");
    const moved = (await figures.verifyReleases(ports, "tickets-per-provincie")).flatMap((one) => one.flaws);
    expect(moved).toContainEqual({ file: "per-provincie.csv", flaw: "moved" });
    expect(moved.map((one) => one.file)).not.toContain("tickets-per-provincie.pdf");
    await database.asOwner(async (client) => {
      await client.query("alter table stat.release_file disable trigger all");
      await client.query("update stat.release_file set body = body || '\\x00'::bytea where name = 'tickets-per-provincie.pdf'");
      await client.query("alter table stat.release_file enable trigger all");
    });
    const damaged = (await figures.verifyReleases(ports, "tickets-per-provincie")).flatMap((one) => one.flaws);
    expect(damaged).toContainEqual({ file: "tickets-per-provincie.pdf", flaw: "damaged" });
  });
});

describe("a question that is kept", () => {
  it("has versions, and only one that can be read is kept", async () => {
    const text = "unit: person\nmeasure: { stock: ticketHolder }\nat: 2023-12-31\n";
    expect(assertOk(await figures.saveQuestion(ports, first, "houders", text)).version).toBe(1);
    expect(assertOk(await figures.saveQuestion(ports, second, "houders", `${text}by: [sex]\n`)).version).toBe(2);
    expect((await ports.publications.questions()).map((one) => one.version)).toEqual([2]);
    const wrong = await figures.saveQuestion(ports, first, "houders", "unit: persons\n");
    expect(wrong.ok ? null : wrong.error).toMatchObject({ kind: "source" });
  });
});

describe("the yearly linkage", () => {
  const byEducation = `figures:
  - { id: onderwijs, unit: person, measure: { flow: grant.decided }, at: 2023-H2, by: [education] }
`;
  const ask = async (of: FiguresPorts, knownAt: Instant | null = null) =>
    assertOk(await figures.ask(of, { text: byEducation, knownAt, channel: "internal" })).publication.sections[0]!.figures[0]!;

  it("makes a figure possible that was not available before, from the moment it came back", async () => {
    const before = await ask(ports);
    expect(before.outcome).toMatchObject({ type: "notAvailableUntil", dimensions: ["education"] });
    const asked = { dimension: "education", coversUntil: plainDate("2023-12-31"), expectedOn: plainDate("2024-04-01") };
    const requested = assertOk(await figures.requestLinkage(ports, first, asked));
    const pseudonyms = requested.csv.trim().split("\n").slice(1);
    expect(pseudonyms).toHaveLength(requested.persons);
    expect(requested.csv).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);

    const wrong = [
      "pseudonym,value",
      `${pseudonyms[0]},LOW`,
      `${pseudonyms[0]},HIGH`,
      `${"0".repeat(64)},LOW`,
      `${pseudonyms[1]},TALL`,
    ];
    const refused = await figures.takeLinkage(ports, first, requested.linkageRef, wrong.join("\n"));
    expect(refused.ok ? [] : refused.error.map(({ id, field }) => [id, field])).toEqual([
      ["linkage.doubleKey", "3"],
      ["linkage.unknownKey", "4"],
      ["linkage.value", "5"],
    ]);
    expect((await ask(ports)).outcome.type).toBe("notAvailableUntil");

    const values = pseudonyms
      .slice(0, Math.floor(pseudonyms.length * 0.9))
      .map((one, index) => `${one},${["LOW", "MEDIUM", "HIGH"][index % 3]}`);
    const taken = assertOk(
      await figures.takeLinkage(ports, first, requested.linkageRef, ["pseudonym,value", ...values].join("\n")),
    );
    expect(taken).toMatchObject({ matched: values.length, persons: requested.persons });
    expect(Number(taken.coverage)).toBeGreaterThan(85);

    const later = portsAt("2024-04-03T09:00:00.000Z");
    const after = await ask(later);
    expect(after.outcome.type).toBe("answered");
    expect(after.dimensions[0]!.values.map((value) => value.code)).toEqual(["LOW", "MEDIUM", "HIGH", "UNKNOWN"]);
    // Asked as of a moment before it came back, it is still not available.
    expect((await ask(later, instant("2024-04-01T00:00:00.000Z"))).outcome.type).toBe("notAvailableUntil");
    const [line] = await figures.linkageCalendar(later);
    expect(line).toMatchObject({ dimension: "education", coversUntil: "2023-12-31", matched: values.length });
  });
});
