// Accounts as the OpenAPI description prints them.
import { createRoute, z } from "@hono/zod-openapi";
import { command, component, items, moment, money, path, problem, read, ref, refusals, version, year } from "./parts.ts";
import { account } from "./schemas.ts";

export const accountDescriptions = [
  read("/accounts", "listAccounts", "Commitments and payments per article and year", items(account)),
  command("/accounts/articles", "recordArticle", "Record a budget article for a year", {
    body: z.object({
      article: z.string(),
      year: z.number().int(),
      title: z.string(),
      components: z.array(component),
      credit: money.nullish(),
    }),
    gives: z.object({ article: z.string(), year: z.number().int(), recordedAt: moment, version }),
    status: 201,
  }),
  command("/accounts/commit", "commitGrants", "Engage every grant on its present terms, once", {
    gives: z.object({ written: z.number().int() }),
  }),
  createRoute({
    method: "get",
    path: path("/accounts/export"),
    operationId: "exportAccounts",
    summary: "Every commitment, settlement and movement of money of a year, as CSV with semicolons",
    tags: ["payments"],
    security: [{ token: [] }],
    request: { query: year },
    responses: {
      200: { description: "The file.", content: { "text/csv": { schema: z.string() } } },
      400: problem("The year cannot be read."),
      ...refusals,
    },
  }),
  read(
    "/state-aid",
    "listStateAid",
    "What each undertaking received in a year, largest first",
    items(z.object({ employer: ref, year: z.number().int(), wage: money, guidance: money, older: money, total: money })),
    year.extend({ employer: ref.optional() }),
  ),
];
