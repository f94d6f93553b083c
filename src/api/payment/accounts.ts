// The public accounts through the API: articles, commitments, the export, state aid.
import { isRef, parseEuro } from "../../kernel/index.ts";
import type { Component } from "../../payment/index.ts";
import { text, withJson } from "../applicant/request.ts";
import { csvBody } from "./csv.ts";
import { LISTED, type PaymentApi } from "./kit.ts";
import { actorOf, badField, once, replied } from "./request.ts";
import { accountJson, stateAidJson } from "./shapes.ts";

export function accountRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
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
}
