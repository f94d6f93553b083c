// What programs can ask of the lab, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { caseQuestion, runQuestion } from "./read-question.ts";
import { LAB_CASES, LAB_DIMENSIONS, LAB_RESULTS, LAB_RUNS } from "./routes.ts";

const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const cents = z.int().openapi({ description: "In cents." });
const share = z.object({ average: z.int(), marginal: z.int() }).openapi({ description: "In ten-thousandths of the wage cost." });
const count = z.int().nullable().openapi({ description: "Null: withheld." });

const answer = z
  .object({
    result: z
      .object({
        reform: z.string(),
        origin: z.enum(["synthetic", "snapshot"]),
        before: cents,
        after: cents,
        change: cents,
        winners: z.int(),
        losers: z.int(),
        same: z.int(),
        quarters: z.array(
          z
            .object({
              quarter: z.string(),
              before: cents,
              after: cents,
              change: cents,
              components: z.array(z.object({ rule: z.string(), before: cents, after: cents })),
              employerShare: z.object({ before: share, after: share }).optional(),
            })
            .loose(),
        ),
        breakdowns: z.array(
          z.object({
            trait: z.string(),
            groups: z.array(
              z.object({ code: z.string(), people: count, winners: count, losers: count, same: count, change: cents.nullable() }),
            ),
          }),
        ),
        breakEven: z
          .object({
            quarter: z.string(),
            loss: z.int().openapi({ description: "In ten-thousandths." }),
            kinds: z.array(z.object({ package: z.string(), firstQuarter: z.int(), lastQuarter: z.int() }).loose()),
            covered: z.object({ due: z.int(), before: z.int(), after: z.int(), gained: z.int(), lost: z.int() }).nullable(),
          })
          .openapi({ description: "Up to which wage cost support covers a loss of productivity, by kind of grant." }),
        uncertainty: z.object({ draws: z.int(), change: z.object({ low: cents, middle: cents, high: cents }) }).nullable(),
      })
      .loose(),
    changes: z.array(z.object({}).loose()).openapi({ description: "What the reform changes in the law." }),
    snapshot: z
      .object({ base: z.string(), knownAt: z.string(), grants: z.int() })
      .nullable()
      .openapi({ description: "Of records: the same moment gives the same result." }),
    kept: z
      .object({ ref: z.uuid(), href: z.string() })
      .optional()
      .openapi({ description: "Of records: where this result stays as it is." }),
  })
  .loose()
  .openapi("LabAnswer");

const compared = z
  .object({ quarter: z.string(), difference: z.object({}).loose(), before: z.object({}).loose(), after: z.object({}).loose() })
  .openapi("LabCaseAnswer");

const line = z
  .object({
    ref: z.uuid(),
    madeAt: z.string(),
    madeBy: z.object({ role: z.string(), ref: z.string() }),
    reformId: z.string(),
    title: z.object({ nl: z.string(), en: z.string(), fr: z.string() }),
    knownAt: z.string(),
    hash: z.string().openapi({ description: "SHA-256 of the JSON file." }),
  })
  .openapi("LabResultLine");

const one = z.object({ ref: z.uuid() });
const keptAnswers = {
  401: problem("There is no token."),
  403: problem("The token does not stand for a policy analyst."),
  404: problem("There is no such result."),
};
const keptFile = (name: string, operationId: string, type: string, summary: string) =>
  createRoute({
    method: "get",
    path: `${LAB_RESULTS}/{ref}${name}`,
    operationId,
    summary,
    description: "The same bytes for ever, as they were when the result was made.",
    security: [{ token: [] }],
    request: { params: one },
    responses: {
      200: { description: summary, content: { [type]: { schema: z.string() } } },
      ...keptAnswers,
    },
  });

const text = z.object({ nl: z.string(), en: z.string(), fr: z.string() });
const dimension = z
  .object({
    id: z.string(),
    title: text,
    values: z
      .array(z.object({ code: z.string(), title: text }))
      .nullable()
      .openapi({ description: "Null: an open list." }),
    whyNot: text.nullable().openapi({ description: "Why grants cannot be divided by it; null: they can." }),
  })
  .loose()
  .openapi("LabDimension");

const keptDescriptions = [
  createRoute({
    method: "get",
    path: LAB_DIMENSIONS,
    operationId: "listLabDimensions",
    summary: "By what winners and losers can be divided",
    description: "Every dimension of the statistics that a grant has, at a moment of knowledge; with why not where it cannot.",
    security: [{ token: [] }],
    request: { query: z.object({ knownAt: z.string().optional() }) },
    responses: {
      200: {
        description: "The dimensions.",
        content: { "application/json": { schema: z.object({ knownAt: z.string(), items: z.array(dimension) }) } },
      },
      400: problem("The moment cannot be read."),
      401: problem("There is no token."),
      403: problem("The token does not stand for a policy analyst."),
    },
  }),
  createRoute({
    method: "get",
    path: LAB_RESULTS,
    operationId: "listLabResults",
    summary: "Results over the records that were kept",
    description: "The newest first, at most a thousand.",
    security: [{ token: [] }],
    responses: {
      200: { description: "The results.", content: { "application/json": { schema: z.object({ items: z.array(line) }) } } },
      401: keptAnswers[401],
      403: keptAnswers[403],
    },
  }),
  keptFile("", "getLabResult", "application/json", "A result with its reform, law, snapshot and maker"),
  keptFile("/figures.csv", "getLabResultCsv", "text/csv", "Every figure of a result"),
  keptFile("/note.pdf", "getLabResultNote", "application/pdf", "The note of one page"),
];

export const labDescriptions = [
  ...keptDescriptions,
  createRoute({
    method: "post",
    path: LAB_RUNS,
    operationId: "runLab",
    summary: "Compute a reform over a population",
    description:
      "For policy analysts. Over invented people, or over the grants and wages of the records; what is about real people passes the disclosure gate.",
    security: [{ token: [] }],
    request: { body: { required: true, content: { "application/json": { schema: runQuestion } } } },
    responses: {
      200: { description: "Cost, who gains and who loses.", content: { "application/json": { schema: answer } } },
      400: problem("A field cannot be read."),
      401: problem("There is no token."),
      403: problem("The token does not stand for a policy analyst."),
      413: problem("The question is too long."),
      422: problem("The reform is refused: file, line and rule of each mistake."),
    },
  }),
  createRoute({
    method: "post",
    path: LAB_CASES,
    operationId: "compareInLab",
    summary: "One case under the law and under a reform",
    description: "Both explanations, what moved, the employer's share of the wage cost by quarter and the break-even wage.",
    security: [{ token: [] }],
    request: { body: { required: true, content: { "application/json": { schema: caseQuestion } } } },
    responses: {
      200: { description: "Both explanations.", content: { "application/json": { schema: compared } } },
      400: problem("A field cannot be read."),
      401: problem("There is no token."),
      403: problem("The token does not stand for a policy analyst."),
      422: problem("The reform is refused."),
    },
  }),
];
