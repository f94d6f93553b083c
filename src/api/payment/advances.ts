// Monthly advances through the API: decided, and paid month by month.
import { cents, euro, isPlainDate, type PlainDate } from "../../kernel/index.ts";
import type { Advance, AdvanceCommand } from "../../payment/index.ts";
import { type ApiContext, notFound } from "../applicant/asker.ts";
import { type Json, text, withJson } from "../applicant/request.ts";
import { idIn, LISTED, type PaymentApi } from "./kit.ts";
import { actorOf, badField, etag, once, replied, staleness } from "./request.ts";
import { advanceJson, batchJson, paymentJson } from "./shapes.ts";

export function advanceRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
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
        const ref = idIn(c);
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

  // The advances of one month: what is owed, the bank file, once.
  get("/advances/months/:month", "ledger.see", async (c) => {
    const month = monthIn(c, counter.clock.today());
    if (month === null) return badField(c, "month", "a month that has come, for example 2026-11");
    const { owed, owedCents, payments, batches } = await counter.advanceMonths.read(month, actorOf(c));
    return c.json({
      month: month.slice(0, 7),
      owed,
      owedAmount: euro(cents(owedCents)),
      payments: payments.map(paymentJson),
      batches: batches.map(batchJson),
    });
  });
  post("/advances/months/:month/batches", "bank.reconcile", (c) =>
    withJson(c, async (body) => {
      const month = monthIn(c, counter.clock.today());
      if (month === null) return badField(c, "month", "a month that has come, for example 2026-11");
      const on = body.executeOn == null ? counter.clock.today() : body.executeOn;
      if (!isPlainDate(on)) return badField(c, "executeOn", "2026-12-01");
      return once(c, counter, body, async () =>
        replied(c, await counter.advanceMonths.make(month, on, actorOf(c)), ({ batch }) => ({
          status: 201,
          body: batchJson(batch),
        })),
      );
    }),
  );
}

function monthIn(c: ApiContext, today: PlainDate): PlainDate | null {
  const first = `${c.req.param("month") ?? ""}-01`;
  return isPlainDate(first) && first <= today ? first : null;
}
