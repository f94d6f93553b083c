// Recoveries as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { command, day, items, money, read, reason } from "./parts.ts";
import { recovery } from "./schemas.ts";

export const recoveryDescriptions = [
  read(
    "/recoveries",
    "listRecoveries",
    "Recoveries, newest first",
    items(recovery),
    z.object({
      overdue: z.literal("true").optional().openapi({ description: "Only those of which a part should have come back." }),
    }),
  ),
  read("/recoveries/:id", "readRecovery", "One recovery", recovery),
  command("/recoveries/:id/decide", "decideRecovery", "Decide how it comes back; not by who proposed it", {
    body: z.object({
      manner: z.enum(["SET_OFF", "INSTALMENTS", "PAYMENT", "WAIVER"]),
      months: z.number().int().optional(),
      firstOn: day.optional(),
      reason,
    }),
    gives: recovery,
    versioned: true,
  }),
  command("/recoveries/:id/settle", "settleRecovery", "Note money that came back", {
    body: z.object({ amount: money, reference: z.string() }),
    gives: recovery,
    versioned: true,
  }),
  command("/recoveries/:id/waive", "waiveRecovery", "Give up a part of what is open", {
    body: z.object({ amount: money, reason }),
    gives: recovery,
    versioned: true,
  }),
];
