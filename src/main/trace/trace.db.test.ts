// A request with a traceparent, its questions to the database, and the job that it leaves behind: one trace, at the collector.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { json } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { from } from "pg-copy-streams";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "../../kernel/index.ts";
import { enqueue, traceWith } from "../../store/index.ts";
import { type TestDatabase, testDatabase } from "../../store/testing.ts";
import { runQueue } from "../worker.ts";
import { formatTraceparent, parseTraceparent } from "./context.ts";
import { Collector, type otlp } from "./otlp.ts";
import { tracedRequest } from "./request.ts";
import { Tracer } from "./tracer.ts";

const arrived: ReturnType<typeof otlp>[] = [];
let collecting: Server;
let collector: Collector;
let tracer: Tracer;
let database: TestDatabase;
let status = 200;

beforeAll(async () => {
  collecting = createServer((request, response) => {
    void json(request).then((body) => {
      if (status === 200) arrived.push(body as never);
      response.writeHead(status, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => collecting.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(collecting.address() as AddressInfo).port}/v1/traces`;
  collector = new Collector({ url, service: { name: "maatwerk", version: "1" }, everyMs: 3_600_000 });
  tracer = new Tracer({ share: 1, keep: (span) => collector.keep(span) });
  database = await testDatabase();
  traceWith(tracer);
});
afterAll(async () => {
  traceWith(null);
  await collector.close();
  await database.close();
  collecting.close();
});

const FROM = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const request = { name: "POST api", kind: "server", attributes: {} } as const;
async function spans() {
  arrived.length = 0;
  await collector.flush();
  return arrived.flatMap(({ resourceSpans }) => resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
}

test("a traceparent is taken as the standard says, and given on in the same form", () => {
  expect(formatTraceparent(parseTraceparent(FROM)!)).toBe(FROM);
  expect(parseTraceparent(`cc${FROM.slice(2)}-more`)?.traceId).toBe("4bf92f3577b34da6a3ce929d0e0e4736");
  const none = [
    undefined,
    "",
    "x",
    `ff${FROM.slice(2)}`,
    `${FROM}-more`,
    FROM.toUpperCase(),
    FROM.replace(/4bf\w{29}/, "0".repeat(32)),
  ];
  expect(none.map(parseTraceparent)).toEqual(none.map(() => null));
});

describe("a trace", () => {
  test("goes from the request over its questions to the job and what that asks, and holds no values", async () => {
    await tracer.within(FROM, request, async () => {
      await database.pool.query("select $1::text as secret", ["0316380841"]);
      await enqueue(database.pool, { queue: "traced", key: "k", payload: { secret: "85073003328" } }, systemClock.now());
    });
    const log = { warn: () => {}, error: () => {} } as never;
    const handler = { queue: "traced", work: async () => void (await database.pool.query("select 2 as of_the_job")) };
    expect(await runQueue({ store: { database } as never, clock: systemClock, log, tracer }, handler)).toBe(1);

    const found = await spans();
    expect(new Set(found.map(({ traceId }) => traceId))).toEqual(new Set(["4bf92f3577b34da6a3ce929d0e0e4736"]));
    const of = (name: string) => found.find((one) => one.name === name)!;
    const asked = (words: string) => found.find((one) => JSON.stringify(one.attributes).includes(words))!;
    expect(of("POST api")).toMatchObject({ kind: 2, parentSpanId: "00f067aa0ba902b7", status: {} });
    expect(asked("as secret")).toMatchObject({ name: "SELECT", kind: 3, parentSpanId: of("POST api").spanId });
    expect(asked("insert into ops.job")).toMatchObject({ name: "INSERT", parentSpanId: of("POST api").spanId });
    expect(of("job traced")).toMatchObject({ kind: 5, parentSpanId: of("POST api").spanId });
    expect(asked("of_the_job")).toMatchObject({ parentSpanId: of("job traced").spanId });
    expect(JSON.stringify(found)).not.toMatch(/0316380841|85073003328/);
    for (const one of found) expect(BigInt(one.endTimeUnixNano) >= BigInt(one.startTimeUnixNano)).toBe(true);
  });

  test("of one who does not want it kept is passed on and not sent; one of our own is kept by its share", async () => {
    const unwanted = FROM.replace(/01$/, "00");
    await tracer.within(unwanted, request, async () => {
      await database.pool.query("select 1");
      expect(tracer.traceparent()).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    });
    expect(await spans()).toEqual([]);
    const kept: string[] = [];
    const half = new Tracer({ share: 0.5, keep: ({ name }) => kept.push(name), random: () => (kept.length === 0 ? 0.4 : 0.6) });
    for (const name of ["one", "two"]) await half.within(null, { ...request, name }, async () => {});
    expect(kept).toEqual(["one"]);
  });

  test("of a request names its method, path and status, and nothing of what was asked", async () => {
    const asked = new Request("http://localhost/api/v1/calculations?insz=85073003328", { headers: { traceparent: FROM } });
    await tracedRequest(tracer, asked, async () => new Response("later", { status: 503, headers: { "x-request-id": "r-1" } }));
    const [found] = await spans();
    expect(found).toMatchObject({ name: "GET api", parentSpanId: "00f067aa0ba902b7", status: { code: 2 } });
    expect(found!.attributes.map(({ value }) => Object.values(value)[0])).toEqual(["GET", "/api/v1/calculations", "503", "r-1"]);
  });

  test("leaves a stream to the server alone", async () => {
    await tracer.within(FROM, request, async () => {
      const client = await database.pool.connect();
      try {
        await client.query("begin");
        await client.query("create temp table piped (n integer) on commit drop");
        await pipeline(Readable.from(["1\n", "2\n"]), client.query(from("copy piped from stdin")));
        expect((await client.query("select count(*)::int as n from piped")).rows).toEqual([{ n: 2 }]);
        await client.query("rollback");
      } finally {
        client.release();
      }
    });
    expect((await spans()).map(({ name }) => name)).toEqual(["BEGIN", "CREATE", "SELECT", "ROLLBACK", "POST api"]);
  });

  test("says what failed, and the failure goes on as it was", async () => {
    const wrong = tracer.within(FROM, request, () => database.pool.query("select no_such_column"));
    await expect(wrong).rejects.toThrow(/no_such_column/);
    expect((await spans()).map(({ name, status: one }) => [name, one])).toEqual([
      ["SELECT", { code: 2 }],
      ["POST api", { code: 2 }],
    ]);
  });

  test("costs a request nothing when the collector refuses or is away", async () => {
    status = 503;
    await tracer.within(FROM, request, async () => {});
    expect(await spans()).toEqual([]);
    expect(collector.lost).toBe(1);
    status = 200;
    const away = new Collector({ url: "http://127.0.0.1:1/v1/traces", service: { name: "m", version: "1" }, everyMs: 3_600_000 });
    for (let n = 0; n < 5_000; n += 1)
      away.keep({
        traceId: "a",
        spanId: "b",
        parentId: null,
        name: "x",
        kind: "server",
        from: 0,
        until: 0,
        failed: false,
        attributes: {},
      });
    await away.close();
    expect(away.lost).toBeGreaterThanOrEqual(5_000 - 4_096);
  });
});
