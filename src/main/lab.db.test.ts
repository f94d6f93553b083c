// The lab over records: a frozen snapshot, what it says of coming and going, the gate, and the API that asks it.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "../api/index.ts";
import type { CounterPorts } from "../counter/index.ts";
import { projection } from "../dossier/index.ts";
import { assertOk, fixedClock, type Instant, lastDay, localized, plainDate, sha256Hex } from "../kernel/index.ts";
import {
  askLab,
  emptyReform,
  type KeptBody,
  type LabPorts,
  type LabQuestion,
  observedAssumptions,
  snapshotPopulation,
  usualDimensions,
} from "../lab/index.ts";
import { openLaw } from "../law/open-law.ts";
import { attributesOf, type Definition, evaluatorOver, legalFactsOf, partsOfGrants } from "../statistics/index.ts";
import { createStore, masterKeyFrom } from "../store/index.ts";
import { type TestDatabase, testDatabase } from "../store/testing.ts";
import { bringRecords } from "./flanders.ts";
import { createLab } from "./lab.ts";
import { recordsOver } from "./records.ts";
import { readSettings } from "./settings.ts";

const law = openLaw();
const clock = fixedClock("2026-11-23");
let database: TestDatabase;
let lab: LabPorts;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  database = await testDatabase();
  const store = createStore({ database, clock, project: projection, masterKey: masterKeyFrom(randomBytes(32)) });
  const settings = { ...assertOk(readSettings({})), logLevel: "silent" as const };
  await bringRecords({ settings, law, clock, store, storeAgain: async () => store, scale: 0.05 });
  lab = createLab({ law, clock, store, demo: true });
  const roles: Readonly<Record<string, string>> = { mwk_analyst: "policyAnalyst", mwk_statistician: "statistician" };
  const tokens = {
    read: async (token: string) =>
      roles[token] === undefined ? null : { role: roles[token], organisation: "OVO999001", insz: null, tokenRef: token },
  };
  api = createApi({
    law,
    clock,
    answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
    ready: async () => null,
    lab,
    counter: { tokens } as unknown as CounterPorts,
  });
});
afterAll(() => database?.close());

const cap = (value: string) => ({
  ...emptyReform("cap", localized("plafond", "cap", "plafond")),
  parameters: [{ id: "referenceWage.capMultiplier", value, from: plainDate("2026-01-01"), to: null, file: "cap.yaml", line: 4 }],
});
const overRecords = (value: string, more: Partial<LabQuestion> = {}): LabQuestion => ({
  reform: cap(value),
  quarters: 8,
  draws: 1,
  source: { kind: "records" },
  ...more,
});

describe("a snapshot of the records", () => {
  it("holds the grants that were declared, and is the same whenever it is taken", async () => {
    const records = (await lab.records!.records({ knownAt: clock.now(), by: usualDimensions }))!;
    expect(records.grants.length).toBeGreaterThan(50);
    expect(await lab.records!.records({ knownAt: clock.now(), by: usualDimensions })).toEqual(records);
    const known = new Set(["T2", "P5", "P5_PLUS", "P5_MWB", "AFTER_EVALUATION", "TEMP_VULNERABLE"]);
    for (const grant of records.grants) {
      expect(known.has(grant.package)).toBe(true);
      expect(grant.grossCents).toBeGreaterThanOrEqual(0);
      expect(Object.keys(grant).some((name) => /ref/i.test(name))).toBe(false);
    }
    expect(records.grants.map(({ startQuarter }) => startQuarter)).toEqual(
      records.grants.map(({ startQuarter }) => startQuarter).sort((a, b) => a - b),
    );
  });

  it("knew less before", async () => {
    const [now, then] = [
      await lab.records!.records({ knownAt: clock.now(), by: usualDimensions }),
      await lab.records!.records({ knownAt: "2024-09-30T00:00:00.000Z" as Instant, by: [] }),
    ];
    expect(then!.grants.length).toBeLessThan(now!.grants.length);
    expect(then!.base < now!.base).toBe(true);
    expect(await lab.records!.records({ knownAt: "2023-01-01T00:00:00.000Z" as Instant, by: [] })).toBeNull();
  });

  it("says how many came and went, and a population follows that", async () => {
    const records = (await lab.records!.records({ knownAt: clock.now(), by: usualDimensions }))!;
    const { running, started, stopped, quarters } = records.flow;
    expect(quarters).toBe(4);
    expect(running).toBeGreaterThan(records.grants.length);
    expect(started).toBeGreaterThan(0);
    expect(stopped).toBeGreaterThanOrEqual(0);
    const assumptions = observedAssumptions(records.flow);
    expect(assumptions.entering).toBe(Math.round((started * 10_000) / running));
    const as = snapshotPopulation(law, records, { horizon: 8, assumptions, draw: 0 });
    const other = snapshotPopulation(law, records, { horizon: 8, assumptions, draw: 1 });
    expect(as.rows).toBe(other.rows);
    const wages = (of: typeof as) => [...of.facts.grossWage!].slice(0, records.grants.length);
    expect(wages(as)).toEqual(records.grants.map(({ grossCents }) => grossCents));
    expect(wages(other)).not.toEqual(wages(as));
    expect([...as.firstQuarter]).toEqual([...as.firstQuarter].sort((a, b) => a - b));
  });
});

describe("a reform over the records", () => {
  it("costs what its cases add up to, with what chance does to it", async () => {
    const { result, snapshot } = assertOk(await askLab(lab, overRecords("2.6", { draws: 5, employerShare: true })));
    expect(result.origin).toBe("snapshot");
    expect(snapshot!.knownAt).toBe(clock.now());
    expect(result.change).toBe(result.after - result.before);
    expect(result.change).toBeGreaterThan(0);
    const { low, middle, high } = result.uncertainty!.change;
    expect(low <= middle && middle <= high && low < high).toBe(true);
    expect(result.cases).toBeUndefined();
  });

  it("gives exactly the baseline when it changes nothing", async () => {
    const nothing = { ...overRecords("2.0"), reform: emptyReform("none", localized("niets", "nothing", "rien")) };
    const { result } = assertOk(await askLab(lab, nothing));
    expect(result.change).toBe(0);
    expect(result.before).toBeGreaterThan(0);
  });

  it("shows no small group", async () => {
    const { result } = assertOk(await askLab(lab, overRecords("2.6")));
    const groups = result.breakdowns.flatMap(({ groups }) => groups);
    for (const { people, winners, losers, same } of groups)
      for (const count of [people, winners, losers, same]) expect(count === null || count === 0 || count > 3).toBe(true);
    expect(groups.some(({ change }) => change === null)).toBe(true);
  });

  it("is refused with its place when it asks for what the records do not have", async () => {
    const rules = [
      {
        id: "guidanceFixedPart",
        formula: "select(hiredByMwb, guidanceFixedAmount, 0 EUR)",
        from: "2026-Q1" as never,
        file: "r.yaml",
        line: 6,
      },
    ];
    const refused = await askLab(lab, { ...overRecords("2.6"), reform: { ...cap("2.6"), rules } });
    expect(refused.ok).toBe(false);
    if (!refused.ok)
      expect(refused.error.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual(["r.yaml:6 data.missing"]);
  });

  it("is refused when the first quarter lies in the records", async () => {
    const refused = await askLab(lab, overRecords("2.6", { from: "2024-Q1" as never }));
    expect(!refused.ok && refused.error[0]!.rule).toBe("quarter.early");
  });
});

describe("winners and losers by a dimension of the statistics", () => {
  const offered = async () => (await lab.records!.offered(clock.now()))!;

  it("offers every dimension that a grant has, and says why one cannot be used", async () => {
    const all = await offered();
    expect(all.map(({ id }) => id).sort()).toEqual(
      attributesOf("grant")
        .map(({ id }) => id)
        .sort(),
    );
    const refused = new Map(all.flatMap(({ id, whyNot }) => (whyNot === null ? [] : [[id, whyNot.nl]])));
    expect(refused.get("education")).toMatch(/jaarlijkse koppeling/);
    expect(refused.get("age")).toMatch(/getal/);
    expect(refused.get("component")).toMatch(/beide premies/);
    expect(refused.get("quarter")).toMatch(/gebeurtenis/);
    for (const id of ["ageBand", "nace", "employerProvince", "workStatus", "ticketCombination", "previousMeasure"])
      expect(refused.has(id)).toBe(false);
  });

  it("puts each grant in the part in which the statistics counts it", async () => {
    const by = (await offered()).flatMap(({ id, whyNot }) => (whyNot === null ? [id] : []));
    const day = lastDay((await lab.records!.records({ knownAt: clock.now(), by: [] }))!.base);
    const context = { knownAt: clock.now(), law: legalFactsOf(law) };
    await recordsOver(database.statistics).snapshot(async (records) => {
      const parts = await partsOfGrants(records, by, day, context);
      expect(parts.size).toBeGreaterThan(50);
      for (const [place, id] of by.entries()) {
        const window = { kind: "day" as const, on: day };
        const cells = await evaluatorOver(records).cells(standing(id, window), window, context);
        const counted = new Map<string, number>();
        for (const codes of parts.values()) counted.set(codes[place]!, (counted.get(codes[place]!) ?? 0) + 1);
        expect([...counted].sort()).toEqual(cells.map(({ key, count }) => [key[0]!, count]).sort());
      }
    });
  });

  it("divides the same people by every dimension, and shows no small group of any", async () => {
    const by = (await offered()).flatMap(({ id, whyNot }) => (whyNot === null ? [id] : []));
    for (let from = 0; from < by.length; from += 6) {
      const some = by.slice(from, from + 6);
      const { result, traits } = assertOk(await askLab(lab, overRecords("2.6", { source: { kind: "records", by: some } })));
      expect(result.breakdowns.map(({ trait }) => trait)).toEqual(some);
      expect(traits.map(({ id }) => id)).toEqual(some);
      const people = result.winners + result.losers + result.same;
      for (const { groups } of result.breakdowns) {
        for (const { people: all, winners, losers, same } of groups)
          for (const one of [all, winners, losers, same]) expect(one === null || one === 0 || one > 3).toBe(true);
        const known = groups.filter((group) => group.people !== null);
        if (known.length === groups.length) expect(groups.reduce((sum, group) => sum + group.people!, 0)).toBe(people);
        // An amount that is withheld alone would follow from the total.
        expect(groups.filter(({ change }) => change === null).length).not.toBe(1);
      }
    }
  });

  it("is refused for one that there is not, that is not available, and for too many", async () => {
    const rule = async (by: readonly string[]) => {
      const answer = await askLab(lab, overRecords("2.6", { source: { kind: "records", by } }));
      return answer.ok ? null : answer.error.map((one) => `${one.rule} ${one.message.nl}`).join("; ");
    };
    expect(await rule(["colour"])).toMatch(/^dimension\.unknown .*colour/);
    expect(await rule(["education"])).toMatch(/^dimension\.unavailable .*koppeling/);
    expect(await rule(["sex", "sex"])).toMatch(/^dimension\.many/);
    expect(await rule(["sex"])).toBeNull();
  });
});

const standing = (id: string, window: Definition["at"][number]): Definition => ({
  id: "check",
  title: null,
  unit: "grant",
  measure: { kind: "stock", subject: "grant" },
  at: [window],
  knownAt: null,
  population: [],
  by: [id],
  totals: false,
  zeros: false,
  value: null,
  amaPerimeter: "SOCIAL_ECONOMY",
  share: false,
  growth: false,
  outcome: { type: "answered" },
});

const text = "id: cap\ntitle: plafond\nparameters:\n  - id: referenceWage.capMultiplier\n    from: 2027-01-01\n    value: 2.2\n";
const ask = (path: string, body: unknown, token: string | null = "mwk_analyst") =>
  api.request(`/api/v1/lab/${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });

describe("the lab over the API", () => {
  it("is for policy analysts", async () => {
    expect((await ask("runs", { reform: text }, null)).status).toBe(401);
    expect((await ask("runs", { reform: text }, "mwk_statistician")).status).toBe(403);
    expect((await ask("cases", { reform: text }, "mwk_statistician")).status).toBe(403);
  });

  it("computes over invented people and over the records", async () => {
    for (const source of ["synthetic", "records"]) {
      const answer = await ask("runs", {
        reform: text,
        quarters: 4,
        source,
        ...(source === "synthetic" ? { grants: 2000 } : {}),
      });
      expect(answer.status).toBe(200);
      const { result, changes, snapshot } = (await answer.json()) as {
        result: { change: number; quarters: unknown[] };
        changes: unknown[];
        snapshot: unknown;
      };
      expect(result.change).toBeGreaterThan(0);
      expect(result.quarters).toHaveLength(4);
      expect(changes).toHaveLength(1);
      expect(snapshot === null).toBe(source === "synthetic");
    }
  });

  it("lists the dimensions, and divides by those that are asked", async () => {
    const get = (query: string) =>
      api.request(`/api/v1/lab/dimensions${query}`, { headers: { authorization: "Bearer mwk_analyst" } });
    const { items } = (await (await get("")).json()) as { items: { id: string; whyNot: unknown }[] };
    expect(items.find(({ id }) => id === "ageBand")!.whyNot).toBeNull();
    expect((await get("?knownAt=soon")).status).toBe(400);
    expect(((await (await get("?knownAt=2023-01-01")).json()) as { items: unknown[] }).items).toEqual([]);
    const answer = await ask("runs", { reform: text, quarters: 2, source: "records", by: ["ageBand", "previousMeasure"] });
    const { result } = (await answer.json()) as { result: { breakdowns: { trait: string }[] } };
    expect(result.breakdowns.map(({ trait }) => trait)).toEqual(["ageBand", "previousMeasure"]);
    expect((await ask("runs", { reform: text, source: "records", by: ["education"] })).status).toBe(422);
    expect((await ask("runs", { reform: text, by: ["ageBand"] })).status).toBe(400);
  });

  it("says what is wrong with a question: the field, or file, line and rule", async () => {
    expect((await ask("runs", "{")).status).toBe(400);
    const field = await ask("runs", { reform: text, quarters: 41, colour: "red" });
    expect(field.status).toBe(400);
    expect(JSON.stringify(await field.json())).toContain("quarters");
    expect((await ask("runs", { reform: text, knownAt: "2026-01-01" })).status).toBe(400);
    const reform = await ask("runs", { reform: text.replace("2.2", "2.2 EUR") });
    expect(reform.status).toBe(422);
    expect(((await reform.json()) as { detail: string }).detail).toContain("reform.yaml:4 law.override.value");
    expect((await ask("runs", { reform: "id: [" })).status).toBe(422);
  });

  it("keeps a result over the records: the same bytes whenever it is opened, with all that it rests on", async () => {
    const { kept, result } = (await (await ask("runs", { reform: text, quarters: 4, source: "records" })).json()) as {
      kept: { ref: string; href: string };
      result: { change: number };
    };
    const open = (path: string, token: string | null = "mwk_analyst") =>
      api.request(`${kept.href}${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
    const first = await (await open("")).text();
    expect(await (await open("")).text()).toBe(first);
    const body = JSON.parse(first) as KeptBody;
    expect(body.reformText).toEqual([text]);
    expect(body.answer.result.change).toBe(result.change);
    expect(body.answer.result.law.rules).toBe(law.graph.hash);
    expect(body.answer.snapshot!.knownAt).toBe(clock.now());
    expect([body.madeBy.role, body.asked.seed, body.asked.quarters]).toEqual(["policyAnalyst", 0, 4]);
    const csv = await (await open("/figures.csv")).text();
    expect(csv).toContain("spending,");
    expect(csv).not.toMatch(/people,[^,]*,[^,]*,[^,]*,[^,]*,grants,,,[1-3],/);
    expect(await (await open("/note.pdf")).text()).toMatch(/^%PDF/);
    const { items } = (await (
      await api.request("/api/v1/lab/results", { headers: { authorization: "Bearer mwk_analyst" } })
    ).json()) as { items: { ref: string; hash: string }[] };
    const line = items.find(({ ref }) => ref === kept.ref)!;
    expect(line.hash).toBe(sha256Hex(first));
    expect(JSON.stringify(items)).not.toContain("spending");
    for (const path of ["", "/figures.csv", "/note.pdf"]) {
      expect((await open(path, null)).status).toBe(401);
      expect((await open(path, "mwk_statistician")).status).toBe(403);
    }
    const nowhere = `/api/v1/lab/results/${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}`;
    for (const path of [nowhere, "/api/v1/lab/results/nothing"])
      expect((await api.request(path, { headers: { authorization: "Bearer mwk_analyst" } })).status).toBe(404);
  });

  it("does not change or lose what was kept, and keeps nothing about invented people", async () => {
    const count = async () => (await database.pool.query("select count(*)::int as n from stat.lab_result")).rows[0].n as number;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await ask("runs", { reform: text, quarters: 1, grants: 100 });
    expect(await count()).toBe(before);
    for (const change of ["update stat.lab_result set hash = hash", "delete from stat.lab_result", "truncate stat.lab_result"])
      await expect(database.pool.query(change)).rejects.toThrow();
  });

  it("lays one case under both laws", async () => {
    const one = {
      scheme: "employer",
      quarter: "2027-Q1",
      package: "P5",
      startQuarter: "2026-Q2",
      employmentFraction: "1",
      grossWage: "16000.00",
      employerContributions: "4000.00",
      contributionReductions: "0.00",
    };
    const answer = await ask("cases", { case: one, reform: text });
    expect(answer.status).toBe(200);
    const { difference, before, after } = (await answer.json()) as Record<
      "difference" | "before" | "after",
      Record<string, unknown[]>
    >;
    expect(difference!.results!.length).toBeGreaterThan(0);
    for (const side of [before!, after!]) {
      expect(side.steps!.length).toBeGreaterThan(5);
      expect(side.employerShares!).toHaveLength(8);
    }
    expect((await ask("cases", { case: { ...one, quarter: "2027" }, reform: text })).status).toBe(400);
  });
});
