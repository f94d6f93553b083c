// Recoveries through the API: decided by another person than who proposed, settled, waived.
import type { Permission } from "../../access/index.ts";
import { isPlainDate, type PlainDate, parseEuro } from "../../kernel/index.ts";
import { instalments, MOST_INSTALMENTS, type Recovery, type RecoveryCommand, type RecoveryTerms } from "../../payment/index.ts";
import { type ApiContext, notFound } from "../applicant/asker.ts";
import { type Json, text, withJson } from "../applicant/request.ts";
import { idIn, LISTED, type PaymentApi } from "./kit.ts";
import { actorOf, badField, etag, once, replied, staleness } from "./request.ts";
import { recoveryJson } from "./shapes.ts";

export function recoveryRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
  const shown = (one: Recovery) => recoveryJson(one, counter.clock.today());
  get("/recoveries", "ledger.see", async (c) => {
    const overdue = c.req.query("overdue") === "true";
    const found = overdue ? await counter.recoveries.overdue() : await counter.recoveries.latest(LISTED);
    return c.json({ items: found.map(shown) });
  });
  const withRecovery = async (c: ApiContext, then: (one: Recovery) => Promise<Response>): Promise<Response> => {
    const ref = idIn(c);
    const found = ref === null ? null : await counter.recoveries.find(ref);
    return found === null ? notFound(c) : then(found);
  };
  get("/recoveries/:id", "ledger.see", (c) => withRecovery(c, async (one) => c.json(shown(one), 200, { etag: etag(one.seq) })));
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
              body: shown(now),
              etag: etag(now.seq),
            })),
          );
        }),
      ),
    );
  recoveryAct("decide", "recovery.decide", (c, body, one) => readDecision(c, body, one, counter.recoveries.terms()));
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
}

function readDecision(
  c: ApiContext,
  body: Json,
  recovery: Recovery,
  { maxInstalments }: RecoveryTerms,
): RecoveryCommand | Response {
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
      const most = maxInstalments ?? MOST_INSTALMENTS;
      if (months < 2 || months > most || months > open) return badField(c, "months", `2 - ${most}`);
      return { type: "DECIDE", how: { manner: "INSTALMENTS", plan: instalments(open, months, dueOn) }, reason };
    }
    default:
      return badField(c, "manner", "SET_OFF, INSTALMENTS, PAYMENT, WAIVER");
  }
}
