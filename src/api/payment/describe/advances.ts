// Advances as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { command, items, none, read, why } from "./parts.ts";
import { advance } from "./schemas.ts";

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
];
