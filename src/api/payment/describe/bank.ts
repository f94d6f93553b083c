// Bank as the OpenAPI description prints them.
import { createRoute, z } from "@hono/zod-openapi";
import { command, content, day, items, params, path, problem, read, reason, ref, refusals } from "./parts.ts";
import { bankReport, batch, payment, xml } from "./schemas.ts";

export const bankDescriptions = [
  read(
    "/runs/:id/payments",
    "listPayments",
    "Payments of a run as they stand, and its batches",
    items(payment).extend({ batches: z.array(batch) }),
  ),
  command("/runs/:id/batches", "makeBatch", "Make the bank file of what can go", {
    body: z.object({ executeOn: day.nullish() }),
    gives: batch,
    status: 201,
  }),
  createRoute({
    method: "post",
    path: path("/batches/:id/send"),
    operationId: "sendBatch",
    summary: "The bank file (pain.001), once: a second time is refused",
    tags: ["payments"],
    security: [{ token: [] }],
    request: params("/batches/:id/send"),
    responses: {
      200: { description: "The file; it counts as sent from now on.", content: xml },
      409: problem("It was sent before."),
      ...refusals,
    },
  }),
  createRoute({
    method: "post",
    path: path("/bank/files"),
    operationId: "takeBankFile",
    summary: "Take in an answer (pain.002) or an account statement (camt.053), whole or not at all",
    tags: ["payments"],
    security: [{ token: [] }],
    request: { body: { required: true, content: xml } },
    responses: {
      200: { description: "Taken in, or known already.", content: content(bankReport) },
      413: problem("The file is larger than 10 MB."),
      422: problem("The file is not one of ours: a foreign batch, transfer or account."),
      ...refusals,
    },
  }),
  read("/bank/unmatched", "listUnmatched", "Movements that nobody could place", items(z.record(z.string(), z.unknown()))),
  command(
    "/bank/unmatched/:entry/resolve",
    "resolveEntry",
    "Say what a movement is: a recovery, or something else with a reason",
    {
      body: z.object({ recovery: ref.optional(), reason: reason.optional() }),
      gives: z.object({ entry: z.string() }),
    },
  ),
  command("/runs/:id/payments/:payment/check-account", "checkAccount", "One of two persons looks at a changed account", {
    gives: z.object({ payment: ref }),
  }),
];
