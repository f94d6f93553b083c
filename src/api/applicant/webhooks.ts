// Addresses that an enterprise's program is told at.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import type { CounterPorts } from "../../counter/index.ts";
import { isRef } from "../../kernel/index.ts";
import { readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { type ApiContext, type ApiEnv, notFound, withinFirm } from "./asker.ts";

export const WEBHOOKS = "/api/v1/webhooks";

export function webhookRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  app.get(
    WEBHOOKS,
    allow("application.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ firm }) => {
        const items = firm.subjectRef === null ? [] : await counter.webhooks.list(firm.subjectRef);
        return c.json({ items: items.map(({ webhookRef, ...one }) => ({ id: webhookRef, ...one })) });
      }),
    ),
  );
  app.post(
    WEBHOOKS,
    allow("application.follow", async (c: ApiContext) => {
      const body = await readBody(c.req.raw, 10_000);
      const json = body.kind === "bytes" ? safeJson(utf8(body.bytes) ?? "") : {};
      return withinFirm(c, counter, json.enterpriseNumber, async ({ firm }) => {
        const url = json.url ?? "";
        const flaw = counter.webhooks.flawOf(url);
        if (flaw !== null) {
          return problemResponse(400, `webhook.${flaw}`, "This address cannot be told", {
            detail: "An address for messages begins with https://, leads to the public internet, and holds no name or password.",
            requestId: requestIdOf(c),
          });
        }
        if (firm.subjectRef === null || firm.registeredOn === null) return notFound(c);
        const { webhookRef, secret } = await counter.webhooks.add(firm.subjectRef, url);
        return c.json({ id: webhookRef, url, secret }, 201, { location: `${WEBHOOKS}/${webhookRef}` });
      });
    }),
  );
  app.delete(
    `${WEBHOOKS}/:id`,
    allow("application.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ firm }) => {
        const id = c.req.param("id") ?? "";
        const gone = isRef(id) && firm.subjectRef !== null && (await counter.webhooks.remove(firm.subjectRef, id));
        return gone ? new Response(null, { status: 204 }) : notFound(c);
      }),
    ),
  );
}

function safeJson(text: string): { url?: string; enterpriseNumber?: string } {
  try {
    const json = JSON.parse(text) as Record<string, unknown>;
    const pick = (name: string) => (typeof json[name] === "string" ? { [name]: json[name] } : {});
    return { ...pick("url"), ...pick("enterpriseNumber") };
  } catch {
    return {};
  }
}
