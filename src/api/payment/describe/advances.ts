// Advances as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { command, day, items, money, none, read, why } from "./parts.ts";
import { advance, batch, payment } from "./schemas.ts";

export const advanceDescriptions = [
  read(
    "/advances",
    "listAdvances",
    "Monthly advances, and whether they are possible",
    items(advance).extend({ on: z.boolean() }),
  ),
  command("/advances/:id/grant", "grantAdvance", "Grant an advance at the amount of the law", {
    body: none,
    gives: advance,
    versioned: true,
  }),
  command("/advances/:id/refuse", "refuseAdvance", "Refuse an advance", { body: why, gives: advance, versioned: true }),
  command("/advances/:id/stop", "stopAdvance", "Stop an advance from this month on", {
    body: none,
    gives: advance,
    versioned: true,
  }),
  read(
    "/advances/months/:month",
    "readAdvanceMonth",
    "The advances of a month: what is owed, and its payments",
    z.object({
      month: z.string(),
      owed: z.number().int(),
      owedAmount: money,
      payments: z.array(payment),
      batches: z.array(batch),
    }),
  ),
  command(
    "/advances/months/:month/batches",
    "payAdvanceMonth",
    "Make the bank file of a month of advances; send it as any batch",
    {
      body: z.object({ executeOn: day.nullish() }),
      gives: batch,
      status: 201,
    },
  ),
];
