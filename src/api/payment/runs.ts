// Quarterly runs through the API: started, calculated, approved by another person, booked; and every line explained.
import { dryRunOf, openLine, paymentOverview } from "../../counter/index.ts";
import { isRef } from "../../kernel/index.ts";
import type { Component } from "../../payment/index.ts";
import { notFound } from "../applicant/asker.ts";
import { text, withJson } from "../applicant/request.ts";
import { actingIn, LISTED, type PaymentApi, PER_PAGE, withRun } from "./kit.ts";
import { actorOf, badField, etag, once, PAYMENTS, readQuarter, refusal, replied, staleness } from "./request.ts";
import { correctionJson, dryRunJson, lineJson, openedLineJson, runJson } from "./shapes.ts";

export function runRoutes(api: PaymentApi): void {
  const { counter, law, get, post } = api;
  get("/overview", "ledger.see", async (c) => {
    const { run, lastQuarter: _, lastBooked: __, correction, ...rest } = await paymentOverview(counter);
    return c.json({
      run: run === null ? null : runJson(run),
      ...rest,
      correction: correction === null ? null : correctionJson(correction),
    });
  });
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
    withRun(api, c, async (run) => {
      const work = await counter.work.state(run.runRef);
      if (work === null && c.req.header("if-none-match") === etag(run.seq))
        return new Response(null, { status: 304, headers: { etag: etag(run.seq) } });
      return c.json(runJson(run, work), 200, { etag: etag(run.seq) });
    }),
  );
  get("/runs/:id/dry-run", "ledger.see", (c) =>
    withRun(api, c, async (run) => {
      const dry = await dryRunOf(counter, run);
      return dry.ok ? c.json(dryRunJson(dry.value), 200, { etag: etag(run.seq) }) : refusal(c, dry.error);
    }),
  );
  get("/runs/:id/lines", "ledger.see", (c) =>
    withRun(api, c, async (run) => {
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
      withRun(api, c, async (run) => {
        const stale = staleness(c, run.seq);
        if (stale !== null) return stale;
        return once(c, counter, null, async () => {
          const stage = action === "CALCULATE" ? "STARTED" : "APPROVED";
          if (run.stage !== stage) return refusal(c, [wrongStage(run.stage, stage)]);
          await counter.work.enqueue(run.runRef, action, actingIn(c));
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
        withRun(api, c, async (run) => {
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
  get("/lines/:grant/:quarter/:component/:sequence", "ledger.see", async (c) => {
    const { grant = "", quarter: typed, component, sequence } = c.req.param() as Readonly<Record<string, string>>;
    const quarter = readQuarter(typed);
    const seq = Number(sequence);
    if (!isRef(grant) || quarter === null || !Number.isSafeInteger(seq)) return notFound(c);
    const opened = await openLine(counter, law, { grantRef: grant, quarter, component: component as Component, seq });
    return opened === null ? notFound(c) : c.json(openedLineJson(law, opened));
  });
}

const wrongStage = (stage: string, needed: string) => ({
  id: "action.notAllowed",
  rule: "",
  expected: needed,
  message: { nl: `De berekening staat op ${stage}`, en: `The run is ${stage}`, fr: `Le calcul est ${stage}` },
  remedy: { nl: `Nodig: ${needed}`, en: `Needed: ${needed}`, fr: `Nécessaire : ${needed}` },
});
