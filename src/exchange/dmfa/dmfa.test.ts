import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, employmentFraction, insz, kbo, plainDate, quarter, Refusal } from "../../kernel/index.ts";
import type { DmfaAttest, Occupation } from "../../payment/declaration/dmfa-attest.ts";
import type { ReadDeclaration } from "../../payment/declaration/intake-port.ts";
import { readAttests, writeAttests } from "./index.ts";

const occupation: Occupation = {
  sequence: 1,
  jointCommittee: "200",
  startedOn: plainDate("2023-09-01"),
  endedOn: null,
  weeklyHours: 3040,
  fullTimeWeeklyHours: 3800,
  performedFraction: employmentFraction(7500),
  remunerations: [{ code: "1", amount: cents(900_000) }],
};
const attest: DmfaAttest = {
  number: "2024-000001",
  version: 1,
  status: "NEW",
  quarter: quarter("2024-Q1"),
  employer: kbo("0403019261"),
  worker: insz("85073003328"),
  occupations: [occupation],
  contributions: [{ code: "495", amount: cents(225_000) }],
  reductions: [{ code: "3000", amount: cents(60_000) }],
};

async function* bytes(text: string, size = 7): AsyncGenerator<Uint8Array> {
  const all = new TextEncoder().encode(text);
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
async function read(text: string | AsyncIterable<Uint8Array>): Promise<ReadDeclaration[]> {
  const out: ReadDeclaration[] = [];
  for await (const one of readAttests(typeof text === "string" ? bytes(text) : text)) out.push(one);
  return out;
}
const written = (...attests: DmfaAttest[]) => [...writeAttests(attests)].join("");
const problemsOf = (r: ReadDeclaration | undefined) => (r === undefined || r.result.ok ? [] : r.result.error.map((p) => p.field));

describe("a file of DmfA attests", () => {
  it("gives back every attest that was written, whatever the size of the pieces it arrives in", async () => {
    const changed: DmfaAttest = {
      ...attest,
      version: 2,
      status: "CHANGED",
      occupations: [occupation, { ...occupation, sequence: 2, endedOn: plainDate("2024-02-10") }],
    };
    const cancelled: DmfaAttest = {
      ...attest,
      version: 3,
      status: "CANCELLED",
      occupations: [],
      contributions: [],
      reductions: [],
    };
    for (const size of [1, 13, 100_000]) {
      const got = await read(bytes(written(attest, changed, cancelled), size));
      expect(got.map((r) => (r.result.ok ? r.result.value : r.result.error))).toEqual([attest, changed, cancelled]);
    }
  });

  it("takes a file that comes in one piece, however long", async () => {
    const many = Array.from({ length: 800 }, (_, n) => ({ ...attest, number: `2024-${String(n).padStart(6, "0")}` }));
    const text = written(...many);
    expect(text.length).toBeGreaterThan(300_000);
    expect(await read(bytes(text, text.length))).toHaveLength(800);
  });

  it("sets one bad attest apart with all its reasons and reads on", async () => {
    const bad = written(attest)
      .replace("85073003328", "85073003329")
      .replace("<PerformedFraction>0.75", "<PerformedFraction>1.01")
      .replace('status="0"', 'status="2"');
    const middle = bad.slice(bad.indexOf("<Attest "), bad.indexOf("</DmfaAttests>"));
    const got = await read(written(attest, attest).replace("</DmfaAttests>", `${middle}</DmfaAttests>`));
    expect(got.map((r) => r.result.ok)).toEqual([true, true, false]);
    expect(problemsOf(got[2])).toEqual(["Attest/@status", "INSS", "PerformedFraction"]);
    expect(got[2]).toMatchObject({ number: "2024-000001", line: 5 });
  });

  it.each([
    ["Q above S", "<MeanWorkingHours>3040", "<MeanWorkingHours>3801", "MeanWorkingHours"],
    ["a full-time week of zero", "<RefMeanWorkingHours>3800", "<RefMeanWorkingHours>0", "RefMeanWorkingHours"],
    ["a negative contribution", "<Amount>2250.00", "<Amount>-2250.00", "Contribution/Amount"],
    ["three decimals", "<RemunAmount>9000.00", "<RemunAmount>9000.001", "RemunAmount"],
    ["a quarter that does not exist", 'quarter="2024-Q1"', 'quarter="2024-Q5"', "Attest/@quarter"],
    ["a wrong company number", "0403019261", "0403019262", "CompanyID"],
  ])("rejects %s by its field", async (_name, from, to, field) => {
    expect(problemsOf((await read(written(attest).replace(from, to)))[0])).toEqual([field]);
  });

  it("accepts Q equal to S, and rejects an end before the start", async () => {
    const [full] = await read(written({ ...attest, occupations: [{ ...occupation, weeklyHours: 3800 }] }));
    expect(full?.result.ok).toBe(true);
    const [wrong] = await read(written({ ...attest, occupations: [{ ...occupation, endedOn: plainDate("2023-08-31") }] }));
    expect(problemsOf(wrong)).toEqual(["OccupationEndingDate"]);
  });

  it("rejects an empty attest unless it is a cancellation", async () => {
    const [empty] = await read(written({ ...attest, occupations: [] }));
    expect(problemsOf(empty)).toEqual(["Occupation"]);
  });
});

describe("a file that is unusable as a whole", () => {
  const latin1 = async function* () {
    yield Uint8Array.from(Buffer.from(written(attest).replace("200<", "2é0<"), "latin1"));
  };
  it.each([
    ["cut off half-way", () => bytes(written(attest).slice(0, 400)), "dmfa.unreadable"],
    ["an entity bomb", () => bytes(`<!DOCTYPE a [<!ENTITY b "bb">]>${written(attest).slice(38)}`), "dmfa.unreadable"],
    ["another root", () => bytes("<Other/>"), "dmfa.wrongElement"],
    ["another encoding", latin1, "dmfa.encoding"],
    ["empty", () => bytes(""), "dmfa.unreadable"],
    ["an endless text", () => bytes(`<DmfaAttests><Attest>${"x".repeat(300_000)}`, 60_000), "dmfa.tooLarge"],
    ["an endless text between attests", () => bytes(`<DmfaAttests>${" ".repeat(300_000)}`, 60_000), "dmfa.tooLarge"],
    ["an endless attest", () => bytes(`<DmfaAttests><Attest>${"<a/>".repeat(100_000)}`, 60_000), "dmfa.tooLarge"],
    ["elements without end", () => bytes(`<DmfaAttests><Attest>${"<a>".repeat(50)}`), "dmfa.unreadable"],
  ])("is refused: %s", async (_name, chunks, id) => {
    const refused = await read(chunks()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).problems[0]?.id).toBe(id);
  });

  it("never fails in another way, whatever the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const outcome = await read(`<DmfaAttests><Attest>${text}</Attest></DmfaAttests>`).catch((e: unknown) => e);
        return Array.isArray(outcome) || outcome instanceof Refusal;
      }),
    );
  });
});
