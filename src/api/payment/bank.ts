// The bank through the API: the file of a run once, answers back, and what nobody could place.
import { isPlainDate, isRef } from "../../kernel/index.ts";
import { notFound } from "../applicant/asker.ts";
import { bodyProblem, text, withJson } from "../applicant/request.ts";
import { readBody, utf8 } from "../body.ts";
import { idIn, LISTED, type PaymentApi, withRun } from "./kit.ts";
import { actorOf, badField, once, refusal, replied } from "./request.ts";
import { batchJson, paymentJson } from "./shapes.ts";

export function bankRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
  get("/runs/:id/payments", "ledger.see", (c) =>
    withRun(api, c, async (run) => {
      const payments = await counter.bank.payments(run.runRef, actorOf(c));
      return c.json({ items: payments.map(paymentJson), batches: (await counter.bank.batches(run.runRef)).map(batchJson) });
    }),
  );
  post("/runs/:id/batches", "bank.reconcile", (c) =>
    withJson(c, (body) =>
      withRun(api, c, async (run) => {
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
    const ref = idIn(c);
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
    withRun(api, c, (run) =>
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
}
