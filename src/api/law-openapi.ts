// The description of the law's routes in OpenAPI 3.1.
import { createRoute, z } from "@hono/zod-openapi";
import { CHANGES_PATH, COMPARE_PATH, PARAMETER_PATH } from "./law.ts";
import { PROBLEM_TYPE } from "./problem.ts";
import { calculation, calculationResult, problemDocument } from "./schemas.ts";

const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const json = (schema: z.ZodType) => ({ "application/json": { schema } });
const day = (description: string) => z.string().openapi({ format: "date", description, example: "2024-04-15" });
const localized = z.object({ nl: z.string(), en: z.string(), fr: z.string() }).openapi("Localized");

const valueLine = z
  .object({
    from: day("First day in force."),
    to: day("Last day in force.").nullable(),
    knownSince: day("First day on which the value could be known."),
    value: z.string().nullable().openapi({ description: "Null: not known." }),
    confidence: z.enum(["A", "B", "C", "D", "O"]),
    sources: z.array(z.string()),
    openPoints: z.array(z.string()),
    alternatives: z.array(z.object({ openPoint: z.string(), option: z.string(), value: z.string() })),
    note: localized.nullable(),
  })
  .openapi("DatedValue");

const parameterDocument = z
  .object({
    id: z.string(),
    title: localized,
    dutchTerm: z.string(),
    unit: z.string(),
    ids: z.array(z.string()),
    lines: z.array(valueLine),
    rules: z.array(z.string()),
    file: z.string(),
  })
  .openapi("Parameter");

const moved = z
  .object({
    name: z.string(),
    unit: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    change: z.string().nullable(),
  })
  .openapi("Moved");

const comparison = z
  .object({
    before: calculationResult,
    after: calculationResult,
    total: moved.nullable(),
    causes: z
      .array(
        z.object({ kind: z.enum(["quarter", "fact", "switch", "parameter", "rules"]), name: z.string(), effect: z.string() }),
      )
      .nullable(),
    difference: z.object({
      results: z.array(moved),
      facts: z.array(moved),
      parameters: z.array(moved),
      switches: z.array(moved),
      rules: z.array(moved),
    }),
  })
  .openapi("Comparison");

export const lawRoutes = [
  createRoute({
    method: "get",
    path: PARAMETER_PATH,
    operationId: "parameter",
    summary: "A value of the law over time",
    description: "With `on` only the value in force on that day; with `knownOn` as it could be known on that day.",
    request: {
      params: z.object({ id: z.string().openapi({ example: "ggmmi" }) }),
      query: z.object({ on: day("In force on.").optional(), knownOn: day("As known on.").optional() }),
    },
    responses: {
      200: { description: "The value.", content: json(parameterDocument) },
      400: problem("A day cannot be read."),
      404: problem("There is no such parameter."),
    },
  }),
  createRoute({
    method: "get",
    path: CHANGES_PATH,
    operationId: "lawChanges",
    summary: "What became known about the law between two days",
    request: { query: z.object({ knownFrom: day("Known on, before."), knownTo: day("Known on, after.") }) },
    responses: {
      200: {
        description: "Values that came, went or changed.",
        content: json(
          z.object({
            changes: z.array(
              z.object({
                parameter: z.string(),
                title: localized,
                from: z.string(),
                before: valueLine.nullable(),
                after: valueLine.nullable(),
              }),
            ),
          }),
        ),
      },
      400: problem("A day is missing or cannot be read."),
    },
  }),
  createRoute({
    method: "post",
    path: COMPARE_PATH,
    operationId: "compareExplanations",
    summary: "What moved between two calculations, and why",
    description:
      "Two calculations (`before`, `after`), or one under other readings (`before`, `switches`), or one with what was known of the law on a day (`before`, `knownAfter`).",
    request: {
      body: {
        required: true,
        content: json(
          z.object({
            before: calculation,
            after: calculation.nullish(),
            switches: z.record(z.string(), z.string()).nullish(),
            knownAfter: day("The law as known on this day, for the second side.").nullish(),
          }),
        ),
      },
    },
    responses: {
      200: { description: "What moved.", content: json(comparison) },
      400: problem("A calculation cannot be read: fields start with before. or after."),
      413: problem("The body is larger than 10 MB."),
    },
  }),
];
