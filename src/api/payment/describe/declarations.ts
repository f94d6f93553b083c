// Declarations as the OpenAPI description prints them.
import { createRoute, z } from "@hono/zod-openapi";
import { INTAKE_KINDS } from "../../../payment/index.ts";
import { command, commandRefusals, content, items, key, path, problem, read, ref, why } from "./parts.ts";
import { intake } from "./schemas.ts";

export const declarationDescriptions = [
  read("/declarations", "listIntakes", "Files of declarations, newest first", items(intake)),
  createRoute({
    method: "post",
    path: path("/declarations"),
    operationId: "takeInDeclarations",
    summary: "Take in a file of declarations, whole or not at all",
    tags: ["payments"],
    security: [{ token: [] }],
    request: {
      headers: key,
      query: z.object({ kind: z.enum(INTAKE_KINDS), label: z.string().optional() }),
      body: { required: true, content: { "application/xml": { schema: z.string() }, "text/csv": { schema: z.string() } } },
    },
    responses: {
      201: { description: "Taken in.", content: content(intake) },
      200: { description: "The same file was taken in before; nothing was done.", content: content(intake) },
      413: problem("The file is larger than 256 MB: split it, or use the command line."),
      ...commandRefusals,
    },
  }),
  read(
    "/declarations/parked",
    "listParked",
    "Declarations that wait for a person",
    items(z.record(z.string(), z.unknown())),
    z.object({ after: ref.optional() }),
  ),
  command("/declarations/retry", "retryParked", "Try all waiting declarations again", {
    gives: z.object({ intake: intake.nullable() }),
  }),
  command("/declarations/parked/:id/dismiss", "dismissParked", "Put a waiting declaration aside for good", {
    body: why,
    gives: z.object({ id: ref }),
  }),
  read("/declarations/:id", "readIntake", "What became of a file", intake),
];
