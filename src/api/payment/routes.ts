// Payments through the API: intake, runs, lines, recoveries, blocks, accounts, advances, forecast and samples.
import type { Hono } from "hono";
import { allow, type Permission } from "../../access/index.ts";
import type { PaymentCounter } from "../../counter/index.ts";
import {
  type Acting,
  type BlockInput,
  dryRunOf,
  forecastOf,
  openLine,
  paymentOverview,
  sealBlockReason,
  setBlock,
} from "../../counter/index.ts";
import { hashOf, isInstant, isPlainDate, isRef, type PlainDate, parseEuro, Refusal } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import {
  type Advance,
  type AdvanceCommand,
  BLOCK_KINDS,
  type Block,
  type BlockCommand,
  COMPONENTS,
  type Component,
  INTAKE_KINDS,
  instalments,
  linesHashOf,
  type Recovery,
  type RecoveryCommand,
  type Run,
} from "../../payment/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused } from "../applicant/asker.ts";
import { bodyProblem, type Json, text, withJson } from "../applicant/request.ts";
import { readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { csvBody } from "./csv.ts";
import { actorOf, badField, etag, once, PAYMENTS, readQuarter, refusal, replied, staleness } from "./request.ts";
import {
  accountJson,
  advanceJson,
  batchJson,
  blockJson,
  bundleJson,
  correctionJson,
  dryRunJson,
  forecastJson,
  intakeJson,
  lineJson,
  openedLineJson,
  paymentJson,
  recoveryJson,
  runJson,
  sampleJson,
  stateAidJson,
  statementJson,
} from "./shapes.ts";

const PER_PAGE = 100;
const LISTED = 200;

export function paymentRoutes(app: Hono<ApiEnv>, counter: PaymentCounter, law: Law): void {
  const get = (path: string, access: Permission, handler: (c: ApiContext) => Promise<Response> | Response) =>
    app.get(`${PAYMENTS}${path}`, allow(access, handler));
  const post = (path: string, access: Permission, handler: (c: ApiContext) => Promise<Response> | Response) =>
    app.post(
      `${PAYMENTS}${path}`,
      allow(access, (c: ApiContext) => (TWO_PERSONS.has(access) && c.get("acting")?.program === true ? noPerson(c) : handler(c))),
    );
  const id = (c: ApiContext): string | null => {
    const given = c.req.param("id") ?? "";
    return isRef(given) ? given : null;
  };
  const acting = (c: ApiContext): Acting => c.get("acting") as Acting;

  get("/overview", "ledger.see", async (c) => {
    const { run, lastQuarter: _, lastBooked: __, correction, ...rest } = await paymentOverview(counter);
    return c.json({
      run: run === null ? null : runJson(run),
      ...rest,
      correction: correction === null ? null : correctionJson(correction),
    });
  });

  // Declarations.
  get("/declarations", "ledger.see", async (c) => c.json({ items: (await counter.declarations.list(LISTED)).map(intakeJson) }));
  post("/declarations", "declaration.takeIn", async (c) => {
    const kind = INTAKE_KINDS.find((one) => one === c.req.query("kind"));
    if (kind === undefined) return badField(c, "kind", INTAKE_KINDS.join(", "));
    const body = await readBody(c.req.raw);
    if (body.kind !== "bytes") return bodyProblem(c, body.kind);
    const label = (c.req.query("label") ?? "").slice(0, 120);
    return once(c, counter, { kind, label, body: hashOf(Buffer.from(body.bytes).toString("base64")) }, async () => {
      try {
        const taken = await counter.declarations.take({ kind, label, chunks: oneChunk(body.bytes), actor: actorOf(c) });
        return {
          status: taken.before ? 200 : 201,
          body: { ...intakeJson(taken.intake), before: taken.before },
          location: `${PAYMENTS}/declarations/${taken.intake.intakeRef}`,
        };
      } catch (error) {
        if (error instanceof Refusal)
          return refused(
            c,
            error.problems.map((one) => ({ ...one, rule: "", remedy: one.message })),
            // Nothing is wrong with the file: the same one can be taken in once there is room.
            error.problems.some((one) => one.id === "store.diskFull") ? 503 : 422,
          );
        throw error;
      }
    });
  });
  get("/declarations/parked", "ledger.see", async (c) => {
    const after = c.req.query("after") ?? "";
    const items = await counter.declarations.parked(PER_PAGE + 1, isRef(after) ? after : undefined);
    const shown = items.slice(0, PER_PAGE);
    return c.json({ items: shown, next: items.length > PER_PAGE ? shown.at(-1)?.itemRef : null });
  });
  post("/declarations/retry", "declaration.takeIn", (c) =>
    once(c, counter, null, async () => {
      const intake = await counter.declarations.retry(actorOf(c));
      return { status: 200, body: { intake: intake === null ? null : intakeJson(intake) } };
    }),
  );
  post("/declarations/parked/:id/dismiss", "declaration.takeIn", (c) =>
    withJson(c, async (body) => {
      const item = id(c);
      if (item === null) return notFound(c);
      return once(c, counter, body, async () =>
        replied(c, await counter.declarations.dismiss(item, text(body.reason) ?? "", actorOf(c)), () => ({
          status: 200,
          body: { id: item },
        })),
      );
    }),
  );
  get("/declarations/:id", "ledger.see", async (c) => {
    const ref = id(c);
    const report = ref === null ? null : await counter.declarations.report(ref);
    return report === null ? notFound(c) : c.json({ ...intakeJson(report.intake), items: report.items });
  });

  // Runs.
  const withRun = async (c: ApiContext, then: (run: Run) => Promise<Response>): Promise<Response> => {
    const ref = id(c);
    const run = ref === null ? null : await counter.runs.find(ref);
    return run === null ? notFound(c) : then(run);
  };
  get("/runs", "ledger.see", async (c) => c.json({ items: (await counter.runs.list(LISTED)).map((run) => runJson(run)) }));
  post("/runs", "run.prepare", (c) =>
    withJson(c, async (body) => {
      const quarter = readQuarter(body.quarter);
      if (quarter === null) return badField(c, "quarter", "2026-Q3");
      const from = body.correctFrom == null ? quarter : readQuarter(body.correctFrom);
      if (from === null) return badField(c, "correctFrom", "2026-Q1");
      return once(c, counter, body, async () =>
        replied(c, await counter.runs.start(quarter, actorOf(c), from), (run) => ({
          status: 201,
          body: runJson(run),
          etag: etag(run.seq),
          location: `${PAYMENTS}/runs/${run.runRef}`,
        })),
      );
    }),
  );
  get("/runs/:id", "ledger.see", (c) =>
    withRun(c, async (run) => {
      const work = await counter.work.state(run.runRef);
      if (work === null && c.req.header("if-none-match") === etag(run.seq))
        return new Response(null, { status: 304, headers: { etag: etag(run.seq) } });
      return c.json(runJson(run, work), 200, { etag: etag(run.seq) });
    }),
  );
  get("/runs/:id/dry-run", "ledger.see", (c) =>
    withRun(c, async (run) => {
      const dry = await dryRunOf(counter, run);
      return dry.ok ? c.json(dryRunJson(dry.value), 200, { etag: etag(run.seq) }) : refusal(c, dry.error);
    }),
  );
  get("/runs/:id/lines", "ledger.see", (c) =>
    withRun(c, async (run) => {
      const origin = c.req.query("origin");
      const known = ["initial", "correction", "migration", "recovery"] as const;
      const wished = known.find((one) => one === origin) ?? null;
      if (origin !== undefined && wished === null) return badField(c, "origin", known.join(", "));
      const found = await counter.queries.linesOfRun(run.runRef, {
        origin: wished,
        after: c.req.query("after") ?? null,
        limit: PER_PAGE,
      });
      return c.json({ items: found.lines.map(lineJson), next: found.next });
    }),
  );
  for (const [path, action] of [
    ["calculate", "CALCULATE"],
    ["book", "BOOK"],
  ] as const) {
    post(`/runs/:id/${path}`, "run.prepare", (c) =>
      withRun(c, async (run) => {
        const stale = staleness(c, run.seq);
        if (stale !== null) return stale;
        return once(c, counter, null, async () => {
          const stage = action === "CALCULATE" ? "STARTED" : "APPROVED";
          if (run.stage !== stage) return refusal(c, [wrongStage(run.stage, stage)]);
          await counter.work.enqueue(run.runRef, action, acting(c));
          return {
            status: 202,
            body: runJson(run, await counter.work.state(run.runRef)),
            location: `${PAYMENTS}/runs/${run.runRef}`,
          };
        });
      }),
    );
  }
  for (const [path, permission] of [
    ["approve", "run.approve"],
    ["reject", "run.approve"],
    ["cancel", "run.prepare"],
  ] as const) {
    post(`/runs/:id/${path}`, permission, (c) =>
      withJson(c, (body) =>
        withRun(c, async (run) => {
          const stale = staleness(c, run.seq);
          if (stale !== null) return stale;
          const reason = text(body.reason)?.trim() ?? "";
          if (path !== "approve" && reason === "") return badField(c, "reason", "text");
          return once(c, counter, body, async () => {
            const done =
              path === "approve"
                ? await counter.runs.approve(run.runRef, actorOf(c))
                : path === "reject"
                  ? await counter.runs.reject(run.runRef, actorOf(c), reason)
                  : await counter.runs.cancel(run.runRef, actorOf(c), reason);
            return replied(c, done, (now) => ({ status: 200, body: runJson(now), etag: etag(now.seq) }));
          });
        }),
      ),
    );
  }
  get("/runs/:id/statements", "ledger.see", (c) =>
    withRun(c, async (run) => {
      const after = c.req.query("after") ?? "";
      const heads = await counter.statements.ofRun(run.runRef, PER_PAGE + 1, isRef(after) ? after : undefined);
      const shown = heads.slice(0, PER_PAGE);
      return c.json({ items: shown.map(statementJson), next: heads.length > PER_PAGE ? shown.at(-1)?.beneficiary.ref : null });
    }),
  );
  get("/statements/:id", "ledger.see", async (c) => {
    const ref = id(c);
    const one = ref === null ? null : await counter.statements.read(ref);
    if (one === null) return notFound(c);
    return c.json({ ...statementJson(one), intact: linesHashOf(one.of) === one.linesHash, lines: one.of.map(lineJson) });
  });
  app.all(`${PAYMENTS}/statements/:id`, (c) =>
    problemResponse(405, "frozen", "A statement is frozen", {
      detail: "It was frozen when it was booked. A correction comes on a later statement.",
      requestId: requestIdOf(c),
      headers: { allow: "GET" },
    }),
  );
  get("/lines/:grant/:quarter/:component/:sequence", "ledger.see", async (c) => {
    const { grant = "", quarter: typed, component, sequence } = c.req.param() as Readonly<Record<string, string>>;
    const quarter = readQuarter(typed);
    const seq = Number(sequence);
    if (!isRef(grant) || quarter === null || !Number.isSafeInteger(seq)) return notFound(c);
    const opened = await openLine(counter, law, { grantRef: grant, quarter, component: component as Component, seq });
    return opened === null ? notFound(c) : c.json(openedLineJson(law, opened));
  });

  // The bank.
  get("/runs/:id/payments", "ledger.see", (c) =>
    withRun(c, async (run) => {
      const payments = await counter.bank.payments(run.runRef, actorOf(c));
      return c.json({ items: payments.map(paymentJson), batches: (await counter.bank.batches(run.runRef)).map(batchJson) });
    }),
  );
  post("/runs/:id/batches", "bank.reconcile", (c) =>
    withJson(c, (body) =>
      withRun(c, async (run) => {
        const on = body.executeOn == null ? counter.clock.today() : body.executeOn;
        if (!isPlainDate(on)) return badField(c, "executeOn", "2026-12-01");
        return once(c, counter, body, async () =>
          replied(c, await counter.bank.make(run.runRef, on, actorOf(c)), ({ batch }) => ({
            status: 201,
            body: batchJson(batch),
          })),
        );
      }),
    ),
  );
  // The file leaves once, with the note that it was sent; its answer is not kept, because names and accounts are in it.
  post("/batches/:id/send", "bank.reconcile", async (c) => {
    const ref = id(c);
    const made = ref === null ? null : await counter.bank.file(ref, actorOf(c));
    if (ref === null || made === null) return notFound(c);
    if (!made.ok) return made.error.some((one) => one.id === "bank.batchUnknown") ? notFound(c) : refusal(c, made.error);
    const sent = await counter.bank.send(ref, actorOf(c));
    if (!sent.ok) return refusal(c, sent.error);
    return new Response(made.value.file, {
      headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-store" },
    });
  });
  post("/bank/files", "bank.reconcile", async (c) => {
    const body = await readBody(c.req.raw);
    if (body.kind !== "bytes") return bodyProblem(c, body.kind);
    const xml = utf8(body.bytes);
    if (xml === null) return badField(c, "body", "UTF-8");
    const taken = await counter.bank.take(xml, actorOf(c));
    return taken.ok ? c.json({ before: taken.value.before, ...taken.value.report }) : refusal(c, taken.error);
  });
  get("/bank/unmatched", "ledger.see", async (c) => c.json({ items: await counter.bank.unmatched(LISTED) }));
  post("/bank/unmatched/:entry/resolve", "bank.reconcile", (c) =>
    withJson(c, (body) =>
      once(c, counter, body, async () => {
        const entry = c.req.param("entry") ?? "";
        const recovery = text(body.recovery);
        if (!isRef(entry) || (recovery !== undefined && !isRef(recovery))) return notFound(c);
        const done =
          recovery === undefined
            ? await counter.bank.resolveOtherwise(entry, text(body.reason) ?? "", actorOf(c))
            : await counter.bank.resolveAsRecovery(entry, recovery, actorOf(c));
        return replied(c, done, () => ({ status: 200, body: { entry } }));
      }),
    ),
  );
  post("/runs/:id/payments/:payment/check-account", "bank.reconcile", (c) =>
    withRun(c, (run) =>
      once(c, counter, null, async () => {
        const payment = c.req.param("payment") ?? "";
        if (!isRef(payment)) return notFound(c);
        return replied(c, await counter.bank.checkAccount(payment, run.runRef, actorOf(c)), () => ({
          status: 200,
          body: { payment },
        }));
      }),
    ),
  );

  // Recoveries.
  get("/recoveries", "ledger.see", async (c) => c.json({ items: (await counter.recoveries.latest(LISTED)).map(recoveryJson) }));
  const withRecovery = async (c: ApiContext, then: (one: Recovery) => Promise<Response>): Promise<Response> => {
    const ref = id(c);
    const found = ref === null ? null : await counter.recoveries.find(ref);
    return found === null ? notFound(c) : then(found);
  };
  get("/recoveries/:id", "ledger.see", (c) =>
    withRecovery(c, async (one) => c.json(recoveryJson(one), 200, { etag: etag(one.seq) })),
  );
  const recoveryAct = (
    path: string,
    permission: Permission,
    read: (c: ApiContext, body: Json, one: Recovery) => RecoveryCommand | Response,
  ) =>
    post(`/recoveries/:id/${path}`, permission, (c) =>
      withJson(c, (body) =>
        withRecovery(c, async (one) => {
          const stale = staleness(c, one.seq);
          if (stale !== null) return stale;
          const command = read(c, body, one);
          if (command instanceof Response) return command;
          return once(c, counter, body, async () =>
            replied(c, await counter.recoveries.do(one.recoveryRef, command, actorOf(c)), (now) => ({
              status: 200,
              body: recoveryJson(now),
              etag: etag(now.seq),
            })),
          );
        }),
      ),
    );
  recoveryAct("decide", "recovery.decide", readDecision);
  recoveryAct("settle", "bank.reconcile", (c, body) => {
    const amount = parseEuro(text(body.amount) ?? "");
    const ref = text(body.reference) ?? "";
    if (!amount.ok) return badField(c, "amount", "decimal text, for example 12.50");
    return ref === "" ? badField(c, "reference", "text") : { type: "SETTLE", cents: amount.value, by: "PAYMENT", ref };
  });
  recoveryAct("waive", "recovery.decide", (c, body) => {
    const amount = parseEuro(text(body.amount) ?? "");
    return amount.ok
      ? { type: "WAIVE", cents: amount.value, reason: text(body.reason) ?? "" }
      : badField(c, "amount", "decimal text, for example 12.50");
  });

  // Blocks.
  get("/blocks", "ledger.see", async (c) => c.json({ items: (await counter.blocks.latest(LISTED)).map(blockJson) }));
  post("/blocks", "block.propose", (c) =>
    withJson(c, async (body) => {
      const input = readBlock(c, body);
      if (input instanceof Response) return input;
      return once(c, counter, body, async (key) =>
        replied(c, await setBlock(counter, acting(c), input, refOf(key)), (one) => ({
          status: 201,
          body: blockJson(one),
          etag: etag(one.seq),
          location: `${PAYMENTS}/blocks/${one.blockRef}`,
        })),
      );
    }),
  );
  const withBlock = async (c: ApiContext, then: (one: Block) => Promise<Response>): Promise<Response> => {
    const ref = id(c);
    const found = ref === null ? null : await counter.blocks.find(ref);
    return found === null ? notFound(c) : then(found);
  };
  get("/blocks/:id", "ledger.see", (c) => withBlock(c, async (one) => c.json(blockJson(one), 200, { etag: etag(one.seq) })));
  const blockAct = (
    path: string,
    permission: Permission,
    read: (c: ApiContext, body: Json, one: Block) => Promise<BlockCommand | Response>,
  ) =>
    post(`/blocks/:id/${path}`, permission, (c) =>
      withJson(c, (body) =>
        withBlock(c, async (one) => {
          const stale = staleness(c, one.seq);
          if (stale !== null) return stale;
          return once(c, counter, body, async () => {
            const command = await read(c, body, one);
            if (command instanceof Response) return command;
            return replied(c, await counter.blocks.do(one.blockRef, command, actorOf(c)), (now) => ({
              status: 200,
              body: blockJson(now),
              etag: etag(now.seq),
            }));
          });
        }),
      ),
    );
  const sealed = async (c: ApiContext, body: Json, one: Block): Promise<string | Response> => {
    const why = text(body.reason)?.trim() ?? "";
    return why === "" ? badField(c, "reason", "text") : sealBlockReason(counter, one, why);
  };
  blockAct("confirm", "block.confirm", async () => ({ type: "CONFIRM" }));
  blockAct("confirm-lift", "block.confirm", async () => ({ type: "CONFIRM_LIFT" }));
  blockAct("keep", "block.confirm", async () => ({ type: "KEEP" }));
  blockAct("refuse", "block.confirm", async (c, body, one) => {
    const reasonRef = await sealed(c, body, one);
    return reasonRef instanceof Response ? reasonRef : { type: "REFUSE", reasonRef };
  });
  blockAct("lift", "block.propose", async (c, body, one) => {
    if (!isPlainDate(body.lastDay)) return badField(c, "lastDay", "2026-12-01");
    const reasonRef = await sealed(c, body, one);
    return reasonRef instanceof Response ? reasonRef : { type: "LIFT", lastDay: body.lastDay, reasonRef };
  });

  // Accounts.
  get("/accounts", "ledger.see", async (c) => c.json({ items: (await counter.accounts.overview()).map(accountJson) }));
  post("/accounts/articles", "budget.record", (c) =>
    withJson(c, async (body) => {
      const credit = body.credit == null ? null : parseEuro(text(body.credit) ?? "");
      if (credit !== null && !credit.ok) return badField(c, "credit", "decimal text, or null when it is not known");
      const components = Array.isArray(body.components) ? body.components : [];
      const row = {
        article: text(body.article) ?? "",
        year: typeof body.year === "number" ? body.year : 0,
        title: text(body.title) ?? "",
        components: components as Component[],
        creditCents: credit === null ? null : credit.value,
      };
      return once(c, counter, body, async () =>
        replied(c, await counter.accounts.record(row, actorOf(c)), (stored) => ({
          status: 201,
          body: { article: stored.article, year: stored.year, recordedAt: stored.at, version: stored.seq },
        })),
      );
    }),
  );
  post("/accounts/commit", "budget.record", (c) =>
    once(c, counter, null, async () => ({ status: 200, body: { written: await counter.accounts.commitAll() } })),
  );
  get("/accounts/export", "ledger.see", (c) => {
    const year = c.req.query("year") ?? "";
    return /^\d{4}$/.test(year) ? csvBody(counter.accounts, Number(year)) : badField(c, "year", "2026");
  });
  get("/state-aid", "ledger.see", async (c) => {
    const year = c.req.query("year") ?? "";
    if (!/^\d{4}$/.test(year)) return badField(c, "year", "2026");
    const employer = c.req.query("employer");
    if (employer !== undefined && !isRef(employer)) return badField(c, "employer", "reference");
    return c.json({ items: (await counter.accounts.stateAid(Number(year), LISTED, employer)).map(stateAidJson) });
  });

  // Advances.
  get("/advances", "ledger.see", async (c) => {
    const amount = counter.advances.amount();
    return c.json({
      on: amount.ok,
      reasons: amount.ok ? [] : amount.error,
      items: (await counter.advances.latest(LISTED)).map(advanceJson),
    });
  });
  const advanceAct = (path: string, read: (body: Json) => AdvanceCommand) =>
    post(`/advances/:id/${path}`, "advance.decide", (c) =>
      withJson(c, async (body) => {
        const ref = id(c);
        const one: Advance | null = ref === null ? null : await counter.advances.find(ref);
        if (ref === null || one === null) return notFound(c);
        const stale = staleness(c, one.seq);
        if (stale !== null) return stale;
        return once(c, counter, body, async () =>
          replied(c, await counter.advances.do(ref, read(body), actorOf(c)), (now) => ({
            status: 200,
            body: advanceJson(now),
            etag: etag(now.seq),
          })),
        );
      }),
    );
  advanceAct("grant", () => ({ type: "GRANT" }));
  advanceAct("refuse", (body) => ({ type: "REFUSE", reason: text(body.reason) ?? "" }));
  advanceAct("stop", () => ({ type: "STOP", fromMonth: counter.clock.today() }));

  // Forecast and samples.
  get("/forecast", "ledger.see", async (c) => c.json(forecastJson(await forecastOf(counter, c.req.query("fresh") === "true"))));
  get("/samples", "audit.sample", async (c) => c.json({ items: (await counter.samples.list()).map(sampleJson) }));
  post("/samples", "audit.sample", (c) =>
    withJson(c, async (body) => {
      const [from, until] = [readQuarter(body.fromQuarter), readQuarter(body.untilQuarter)];
      if (from === null) return badField(c, "fromQuarter", "2026-Q1");
      if (until === null) return badField(c, "untilQuarter", "2026-Q3");
      const component = body.component == null ? null : COMPONENTS.find((one) => one === body.component);
      if (component === undefined) return badField(c, "component", COMPONENTS.join(", "));
      if (body.knownAt != null && !isInstant(body.knownAt)) return badField(c, "knownAt", "2026-11-26T10:00:00.000Z");
      const request = {
        seed: text(body.seed) ?? "",
        size: typeof body.size === "number" ? body.size : 0,
        fromQuarter: from,
        untilQuarter: until,
        component,
        ...(isInstant(body.knownAt) ? { knownAt: body.knownAt } : {}),
      };
      return once(c, counter, body, async () =>
        replied(c, await counter.samples.draw(request, actorOf(c)), (sample) => ({
          status: 201,
          body: sampleJson(sample),
          location: `${PAYMENTS}/samples/${sample.sampleRef}`,
        })),
      );
    }),
  );
  get("/samples/:id", "audit.sample", async (c) => {
    const ref = id(c);
    const sample = ref === null ? null : await counter.samples.find(ref);
    return sample === null ? notFound(c) : c.json(sampleJson(sample));
  });
  get("/samples/:id/:number", "audit.sample", async (c) => {
    const ref = id(c);
    const sample = ref === null ? null : await counter.samples.find(ref);
    const key = sample?.lines[Number(c.req.param("number")) - 1];
    const bundle = key === undefined ? null : await counter.samples.open(key);
    return bundle === null ? notFound(c) : c.json(bundleJson(law, bundle));
  });
}

/** Work where who did it is held against who judges it: a program that stands for nobody can be on both sides. */
const TWO_PERSONS: ReadonlySet<Permission> = new Set<Permission>([
  "run.prepare",
  "run.approve",
  "recovery.decide",
  "block.propose",
  "block.confirm",
  "bank.reconcile",
]);

const noPerson = (c: ApiContext): Response =>
  problemResponse(403, "program.noPerson", "Two persons are needed here", {
    detail: "Use a key that a member of staff made in person, so that it is known who acts.",
    requestId: requestIdOf(c),
  });

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const wrongStage = (stage: string, needed: string) => ({
  id: "action.notAllowed",
  rule: "",
  expected: needed,
  message: { nl: `De berekening staat op ${stage}`, en: `The run is ${stage}`, fr: `Le calcul est ${stage}` },
  remedy: { nl: `Nodig: ${needed}`, en: `Needed: ${needed}`, fr: `Nécessaire : ${needed}` },
});

/** The same key gives the same block. */
function refOf(key: string): string {
  const hex = hashOf({ of: "block", key });
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function readDecision(c: ApiContext, body: Json, recovery: Recovery): RecoveryCommand | Response {
  const reason = text(body.reason) ?? "";
  const dueOn = isPlainDate(body.firstOn) ? (body.firstOn as PlainDate) : null;
  switch (body.manner) {
    case "SET_OFF":
    case "WAIVER":
      return { type: "DECIDE", how: { manner: body.manner }, reason };
    case "PAYMENT":
      return dueOn === null
        ? badField(c, "firstOn", "2027-01-01")
        : { type: "DECIDE", how: { manner: "PAYMENT", dueOn }, reason };
    case "INSTALMENTS": {
      const open = recovery.cents - recovery.settledCents - recovery.waivedCents;
      const months = typeof body.months === "number" && Number.isSafeInteger(body.months) ? body.months : 0;
      if (dueOn === null) return badField(c, "firstOn", "2027-01-01");
      if (months < 2 || months > 120 || months > open) return badField(c, "months", "2 - 120");
      return { type: "DECIDE", how: { manner: "INSTALMENTS", plan: instalments(open, months, dueOn) }, reason };
    }
    default:
      return badField(c, "manner", "SET_OFF, INSTALMENTS, PAYMENT, WAIVER");
  }
}

function readBlock(c: ApiContext, body: Json): BlockInput | Response {
  const kind = BLOCK_KINDS.find((one) => one === body.kind);
  if (kind === undefined) return badField(c, "kind", BLOCK_KINDS.join(", "));
  if (!isPlainDate(body.from)) return badField(c, "from", "2026-12-01");
  const most = body.most == null ? null : parseEuro(text(body.most) ?? "");
  if (most !== null && !most.ok) return badField(c, "most", "decimal text, or null for everything");
  const payee = (typeof body.payee === "object" && body.payee !== null ? body.payee : {}) as Json;
  return {
    number: text(body.number) ?? "",
    kind,
    from: body.from,
    mostCents: most === null ? null : most.value,
    payeeName: text(payee.name) ?? "",
    payeeIban: text(payee.iban) ?? "",
    reason: text(body.reason) ?? "",
  };
}
