// Monthly advances through the API: decided, and paid month by month.
import type { Advance, AdvanceCommand } from "../../payment/index.ts";
import { notFound } from "../applicant/asker.ts";
import { type Json, text, withJson } from "../applicant/request.ts";
import { idIn, LISTED, type PaymentApi } from "./kit.ts";
import { actorOf, etag, once, replied, staleness } from "./request.ts";
import { advanceJson } from "./shapes.ts";

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
}
