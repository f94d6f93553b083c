// The description of the API in OpenAPI 3.1, made from the schemas that document its types.
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Env } from "hono";
import { ANSWERS_PATH } from "./answers.ts";
import { applicantDescriptions } from "./applicant/describe.ts";
import { CALCULATIONS_PATH } from "./calculations.ts";
import { departmentDescriptions } from "./department/describe.ts";
import { documentDescriptions } from "./documents/describe.ts";
import { statementDescriptions } from "./documents/describe-statements.ts";
import { figureDescriptions } from "./figures/describe.ts";
import { figureWorkDescriptions } from "./figures/describe-work.ts";
import { labDescriptions } from "./lab/describe.ts";
import { lawRoutes } from "./law-openapi.ts";
import { paymentDescriptions } from "./payment/describe/index.ts";
import { PROBLEM_TYPE } from "./problem.ts";
import { answerDocument, calculation, calculationResult, healthDocument, problemDocument } from "./schemas.ts";
import { transitionDescriptions } from "./transition/describe.ts";
import { vdabDescriptions } from "./vdab/describe.ts";

const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });

const calculations = createRoute({
  method: "post",
  path: CALCULATIONS_PATH,
  operationId: "calculate",
  summary: "Calculate the premiums of a quarter",
  description:
    "One JSON object gives one result with every step. NDJSON gives one result line per line, in the same order, without steps; a line that cannot be read gets the outcome `invalid` and the other lines still run.",
  request: {
    body: {
      required: true,
      content: {
        "application/json": { schema: calculation },
        "application/x-ndjson": { schema: z.string().openapi({ description: "One Calculation per line, at most 64 kB each." }) },
      },
    },
  },
  responses: {
    200: {
      description: "The result: an amount, or every reason why there is none.",
      content: {
        "application/json": { schema: calculationResult },
        "application/x-ndjson": { schema: z.string().openapi({ description: "One CalculationResult per line." }) },
      },
    },
    400: problem("The body is not UTF-8, not JSON, or not a calculation: names field and expectation."),
    413: problem("The body is larger than 10 MB."),
    415: problem("The media type is neither JSON nor NDJSON."),
  },
});

const answers = createRoute({
  method: "get",
  path: ANSWERS_PATH,
  operationId: "answer",
  summary: "The figures of a parliamentary question, as they were released",
  description:
    "Everybody gets what was released. With a token of somebody who may ask for figures any other date is computed too; such an answer carries `notReleased: true`.",
  request: {
    params: z.object({ id: z.string().openapi({ example: "sv-170" }) }),
    query: z.object({
      at: z.string().optional().openapi({
        format: "date",
        description: "Reference date; that of the document, or else of the newest release, when left out.",
      }),
      knownAt: z.string().optional().openapi({
        description:
          "A day (its end in Brussels) or a moment in UTC: only what was known then counts. That of the release when left out.",
        example: "2024-01-08",
      }),
    }),
  },
  responses: {
    200: { description: "The answer.", content: { "application/json": { schema: answerDocument } } },
    400: problem("A parameter cannot be read."),
    404: problem("There is no such answer, or none was released of these dates."),
  },
});

const health = (path: "/healthz" | "/readyz", summary: string) =>
  createRoute({
    method: "get",
    path,
    operationId: path.slice(1),
    summary,
    responses: {
      200: { description: "All is well.", content: { "application/json": { schema: healthDocument } } },
      ...(path === "/readyz"
        ? { 503: { description: "Something is missing.", content: { "application/json": { schema: healthDocument } } } }
        : {}),
    },
  });

/** Registers the routes and gives the document; it is made at the first call and kept. */
export function describeApi<E extends Env>(app: OpenAPIHono<E>, lawVersion: string): () => object {
  for (const route of [
    calculations,
    ...lawRoutes,
    answers,
    health("/healthz", "Does the process live?"),
    health("/readyz", "Can it work?"),
  ]) {
    app.openAPIRegistry.registerPath(route);
  }
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "Made by an employer, payroll office or self-employed person on the page of its counter.",
  });
  for (const route of [
    ...applicantDescriptions,
    ...departmentDescriptions,
    ...documentDescriptions,
    ...statementDescriptions,
    ...figureDescriptions,
    ...figureWorkDescriptions,
    ...labDescriptions,
    ...transitionDescriptions,
    ...vdabDescriptions,
  ])
    app.openAPIRegistry.registerPath(route);
  for (const route of paymentDescriptions) app.openAPIRegistry.registerPath(route);
  let document: object | null = null;
  return () => {
    document ??= app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Maatwerk",
        version: "1.0.0",
        description: `Individual customised work (individueel maatwerk): calculation and figures. Rules of version ${lawVersion}. Amounts, percentages and fractions are decimal text.`,
        license: { name: "EUPL-1.2", url: "https://eupl.eu/1.2/en/" },
      },
      servers: [{ url: "/" }],
    });
    return document;
  };
}
