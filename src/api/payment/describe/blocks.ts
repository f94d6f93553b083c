// Blocks as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { BLOCK_KINDS } from "../../../payment/index.ts";
import { command, day, items, money, none, read, reason, why } from "./parts.ts";
import { block } from "./schemas.ts";

export const blockDescriptions = [
  read("/blocks", "listBlocks", "Payment blocks, newest first", items(block)),
  command("/blocks", "setBlock", "Hold payments, or send them elsewhere after a second person confirms", {
    body: z.object({
      number: z.string().openapi({ description: "Enterprise number, or national number of a self-employed person." }),
      kind: z.enum(BLOCK_KINDS),
      from: day,
      most: money.nullish(),
      payee: z.object({ name: z.string(), iban: z.string() }).nullish(),
      reason,
    }),
    gives: block,
    status: 201,
  }),
  read("/blocks/:id", "readBlock", "One payment block", block),
  command("/blocks/:id/confirm", "confirmBlock", "Confirm that money goes elsewhere; not by who set it", {
    body: none,
    gives: block,
    versioned: true,
  }),
  command("/blocks/:id/refuse", "refuseBlock", "Refuse a block", { body: why, gives: block, versioned: true }),
  command("/blocks/:id/lift", "liftBlock", "End a block, or ask for it where money goes elsewhere", {
    body: why.extend({ lastDay: day }),
    gives: block,
    versioned: true,
  }),
  command("/blocks/:id/confirm-lift", "confirmLift", "Confirm the end of a block; not by who asked", {
    body: none,
    gives: block,
    versioned: true,
  }),
  command("/blocks/:id/keep", "keepBlock", "Keep a block whose end was asked", { body: none, gives: block, versioned: true }),
];
