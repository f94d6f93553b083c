// Statements as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { items, read, ref } from "./parts.ts";
import { line, statement } from "./schemas.ts";

export const statementDescriptions = [
  read(
    "/runs/:id/statements",
    "listStatements",
    "Statements of a booked run",
    items(statement).extend({ next: z.string().nullable() }),
    z.object({ after: ref.optional() }),
  ),
  read(
    "/statements/:id",
    "readStatement",
    "One frozen statement with its lines",
    statement.extend({ intact: z.boolean(), lines: z.array(line) }),
  ),
];
