// A file of declarations larger than a request may be elsewhere, through the page and through the API.
import { afterAll, beforeAll, expect, test } from "vitest";
import { BODY_LIMIT } from "../api/index.ts";
import { ARRIVAL_LIMIT } from "../counter/index.ts";
import { type TestCounter, testCounter } from "../counter/testing.ts";
import { writeAttests } from "../exchange/index.ts";
import { cents, employmentFraction, fixedClock, instant, insz, kbo, newRef, plainDate, quarter } from "../kernel/index.ts";
import type { DmfaAttest } from "../payment/index.ts";
import { ORIGIN, type TestApp, type TestVisitor, testApp } from "./testing/app.ts";

const AT = "/betalingen/aangiften";
const MANY = 2_500;
const clock = fixedClock(instant("2026-11-26T09:00:00.000Z"));
let counter: TestCounter;
let app: TestApp;
let officer: TestVisitor;
let token: string;

beforeAll(async () => {
  counter = await testCounter({}, clock);
  app = testApp(counter);
  officer = await app.visitor({ role: "paymentOfficer", organisation: "OVO999001" });
  token = (await counter.tokens.issue({ role: "paymentOfficer", organisation: "OVO999001", insz: null, person: "p" }, "test"))
    .token;
});
afterAll(() => counter.close());

const attest: DmfaAttest = {
  number: "",
  version: 1,
  status: "NEW",
  quarter: quarter("2026-Q1"),
  employer: kbo("0403019261"),
  worker: insz("85073003328"),
  occupations: [
    {
      sequence: 1,
      jointCommittee: "200",
      startedOn: plainDate("2024-01-01"),
      endedOn: null,
      weeklyHours: 1900,
      fullTimeWeeklyHours: 3800,
      performedFraction: employmentFraction(5000),
      // Many lines, so that few attests make a large file.
      remunerations: Array.from({ length: 80 }, () => ({ code: "1", amount: cents(5_000) })),
    },
  ],
  contributions: [],
  reductions: [],
};

/** More than the 10 MB that other requests may be. */
function attestsOf(series: string): string {
  const numbers = Array.from({ length: MANY }, (_, n) => ({ ...attest, number: `${series}-${n}` }));
  return [...writeAttests(numbers)].join("");
}

const send = (body: string | ReadableStream, headers: Record<string, string> = {}, kind = "ATTESTS") =>
  app.api.request(`/api/v1/payments/declarations?kind=${kind}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "idempotency-key": newRef(), ...headers },
    body,
    duplex: "half",
  } as RequestInit);

test("comes in through the API as it streams, once under its key, and is known to the page afterwards", async () => {
  const text = attestsOf("LARGE");
  expect(text.length).toBeGreaterThan(BODY_LIMIT);
  const key = { "idempotency-key": newRef() };
  const first = await send(new Blob([text]).stream(), key);
  expect([first.status, ((await first.json()) as { report: { read: number } }).report.read]).toEqual([201, MANY]);
  const again = await send(text, key);
  expect([again.status, again.headers.get("idempotent-replayed")]).toEqual([201, "true"]);
  const other = await send(attestsOf("OTHER"), key);
  expect(other.status).toBe(409);
  const page = await app.post(AT, officer, { kind: "ATTESTS", file: new File([text], "groot.xml") });
  expect([page.status, page.headers.get("location")]).toEqual([303, expect.stringContaining("ok=eerder")]);
});

test("comes in through the page, and its name stands with the report", async () => {
  const file = new File([attestsOf("PAGE")], "kwartaal.xml");
  const page = await app.post(AT, officer, { kind: "ATTESTS", file });
  expect(page.status).toBe(303);
  const report = await app.get(page.headers.get("location") ?? "", officer);
  expect(await report.text()).toContain("kwartaal.xml");
});

test("is refused before it comes when it says that it is too large, and leaves nothing", async () => {
  const api = await send("x", { "content-length": String(ARRIVAL_LIMIT + 1) });
  expect([api.status, ((await api.json()) as { detail: string }).detail]).toEqual([413, "At most 256 MB."]);
});

test("that breaks off on its way is refused as that, at both doors", async () => {
  async function* broken(start: string): AsyncGenerator<Uint8Array> {
    yield Buffer.from(start);
    throw new Error("socket hang up");
  }
  const stream = (start: string) => ReadableStream.from(broken(start));
  const api = await send(stream("<Attests>"));
  expect([api.status, ((await api.json()) as { title: string }).title]).toEqual([400, "The request was cut off"]);
  const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="half.xml"\r\n\r\n<Attests>';
  const headers = { cookie: officer.cookie, origin: ORIGIN, "content-type": "multipart/form-data; boundary=b" };
  const page = await app.web.request(ORIGIN + AT, { method: "POST", headers, body: stream(part), duplex: "half" } as RequestInit);
  expect([page.status, (await page.text()).includes("kwam niet volledig aan")]).toEqual([422, true]);
  expect(app.failures).toEqual([]);
});

test("a form without a file, of another session or that is no form is refused, each as what it is", async () => {
  const without = await app.post(AT, officer, { kind: "ATTESTS" });
  expect([without.status, (await without.text()).includes("Kies een bestand")]).toEqual([422, true]);
  const empty = await app.post(AT, officer, { kind: "ATTESTS", file: new File([], "") });
  expect([empty.status, (await empty.text()).includes("Kies een bestand")]).toEqual([422, true]);
  const kind = await app.post(AT, officer, { kind: "WAGES", file: new File(["x"], "x.xml") });
  expect([kind.status, (await kind.text()).includes("Kies wat voor bestand")]).toEqual([422, true]);
  const stale = await app.post(AT, { ...officer, formKey: "of another" }, { kind: "ATTESTS", file: new File(["x"], "x.xml") });
  expect(stale.status).toBe(403);
  const headers = { cookie: officer.cookie, origin: ORIGIN, "content-type": "text/plain" };
  expect((await app.web.request(ORIGIN + AT, { method: "POST", headers, body: "x" })).status).toBe(403);
  const elsewhere = { cookie: officer.cookie, origin: "https://evil.example" };
  const body = new FormData();
  body.set("file", new File(["x"], "x.xml"));
  expect((await app.web.request(ORIGIN + AT, { method: "POST", headers: elsewhere, body })).status).toBe(403);
  expect(app.failures).toEqual([]);
});
