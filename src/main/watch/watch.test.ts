import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { instant } from "../../kernel/index.ts";
import type { Vitals } from "../../store/index.ts";
import { alertsOf, readAlertRules } from "./alert-rules.ts";
import { measuresOf, type Observed } from "./measures.ts";
import { RequestMeter } from "./requests.ts";

const folder = mkdtempSync(join(tmpdir(), "alerts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const vitals: Vitals = {
  queues: [
    { queue: "letters", waiting: 3, givenUp: 0, oldestDue: instant("2026-03-01T09:30:00.000Z") },
    { queue: "seal", waiting: 1, givenUp: 2, oldestDue: null },
  ],
  events: 10,
  lastEventAt: null,
  unsealed: 4,
  lastSeal: null,
  openRun: null,
  failedWebhooks: 0,
  databaseBytes: 1_000,
  connections: 5,
  standbys: [],
};
const observed: Observed = {
  now: instant("2026-03-01T10:00:00.000Z"),
  vitals,
  verified: { at: instant("2026-02-28T10:00:00.000Z"), flaws: 0 },
  backup: { at: instant("2026-02-28T08:00:00.000Z") },
  readServer: null,
  quartersToCorrect: 0,
  diskFreePercent: 10,
  requests: { count: 0, recent: 0, recentErrors: 0, p95: null },
  memoryBytes: 1,
};
const rules = readAlertRules();
const speaking = (change: Partial<Observed>) => alertsOf(rules, measuresOf({ ...observed, ...change })).map(({ id }) => id);

describe("alert rules", () => {
  test("speak above or below their bound and not at it, the critical ones first", () => {
    expect(speaking({})).toEqual(["jobsGivenUp"]);
    expect(speaking({ diskFreePercent: 9.9 })).toEqual(["diskFull", "jobsGivenUp"]);
    expect(speaking({ backup: { at: instant("2026-02-28T07:59:00.000Z") } })).toEqual(["jobsGivenUp", "backupLate"]);
    const late = vitals.queues.map((one) => ({ ...one, givenUp: 0, oldestDue: instant("2026-03-01T09:29:59.000Z") }));
    expect(speaking({ vitals: { ...vitals, queues: late } })).toEqual(["jobsLate"]);
  });

  test("say nothing of what is not known, and that the database is away", () => {
    expect(speaking({ vitals: null, verified: null, backup: null, diskFreePercent: null })).toEqual(["databaseAway"]);
  });

  test.each([
    ["- id: a\n  measure: disk.free\n  below: 1\n  severity: warning\n  title: t\n  whatToDo: w\n", /0\.measure/],
    ["- id: a\n  measure: disk.freePercent\n  severity: warning\n  title: t\n  whatToDo: w\n", /either above or below/],
    [
      "- id: a\n  measure: disk.freePercent\n  above: 1\n  below: 2\n  severity: warning\n  title: t\n  whatToDo: w\n",
      /either above or below/,
    ],
    ["- id: a\n  measur", /0|alert/],
    ["hello", /array/],
  ])("are refused when they could never speak: %j", (text, message) => {
    const file = join(folder, "alerts.yaml");
    writeFileSync(file, text);
    expect(() => readAlertRules(file)).toThrow(message);
    expect(() => readAlertRules(join(folder, "none.yaml"))).toThrow(/none\.yaml/);
  });
});

describe("the meter of requests", () => {
  test("counts by door and outcome, and keeps the last thousand for the share that failed and the slowest twentieth", () => {
    const meter = new RequestMeter();
    for (let n = 0; n < 1_000; n += 1) meter.note("web", 500, 9_000);
    for (let n = 1; n <= 1_000; n += 1) meter.note(n % 2 === 0 ? "web" : "api", n > 990 ? 503 : 200, n);
    expect(meter.counts()).toEqual({ count: 2_000, recent: 1_000, recentErrors: 10, p95: 951 });
    const lines = meter.lines();
    expect(lines).toContain('maatwerk_request_duration_milliseconds_count{door="web",status="5xx"} 1005');
    expect(lines).toContain('maatwerk_request_duration_milliseconds_bucket{door="api",status="2xx",le="100"} 50');
  });

  test("knows nothing before the first request", () => {
    expect(new RequestMeter().counts()).toEqual({ count: 0, recent: 0, recentErrors: 0, p95: null });
  });
});
