// Payment blocks through the API: set, confirmed by a second person, lifted.
import type { Permission } from "../../access/index.ts";
import { type BlockInput, sealBlockReason, setBlock } from "../../counter/index.ts";
import { hashOf, isPlainDate, parseEuro } from "../../kernel/index.ts";
import { BLOCK_KINDS, type Block, type BlockCommand } from "../../payment/index.ts";
import { type ApiContext, notFound } from "../applicant/asker.ts";
import { type Json, text, withJson } from "../applicant/request.ts";
import { actingIn, idIn, LISTED, type PaymentApi } from "./kit.ts";
import { actorOf, badField, etag, once, PAYMENTS, replied, staleness } from "./request.ts";
import { blockJson } from "./shapes.ts";

export function blockRoutes(api: PaymentApi): void {
  const { counter, get, post } = api;
  get("/blocks", "ledger.see", async (c) => c.json({ items: (await counter.blocks.latest(LISTED)).map(blockJson) }));
  post("/blocks", "block.propose", (c) =>
    withJson(c, async (body) => {
      const input = readBlock(c, body);
      if (input instanceof Response) return input;
      return once(c, counter, body, async (key) =>
        replied(c, await setBlock(counter, actingIn(c), input, refOf(key)), (one) => ({
          status: 201,
          body: blockJson(one),
          etag: etag(one.seq),
          location: `${PAYMENTS}/blocks/${one.blockRef}`,
        })),
      );
    }),
  );
  const withBlock = async (c: ApiContext, then: (one: Block) => Promise<Response>): Promise<Response> => {
    const ref = idIn(c);
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
}

/** The same key gives the same block. */
function refOf(key: string): string {
  const hex = hashOf({ of: "block", key });
  const variant = ((Number.parseInt(hex[16] as string, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
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
