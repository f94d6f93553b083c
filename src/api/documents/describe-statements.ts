// Statements as documents, as the OpenAPI description prints them.
import { createRoute, z } from "@hono/zod-openapi";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { STATEMENTS } from "./statements.ts";

const security = [{ token: [] }];
const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const shared = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  404: problem("There is no such statement, or it is not for this token."),
  409: problem("Its lines are not those that were frozen: nothing is shown."),
};
const binary = z.string().openapi({ format: "binary" });
const byId = z.object({ id: z.string().openapi({ format: "uuid" }) });
const enterprise = z.object({
  enterpriseNumber: z
    .string()
    .optional()
    .openapi({ description: "Needed of a payroll office; staff read statements by run.", example: "0403019261" }),
});
const head = z
  .object({
    id: z.string(),
    reference: z.string().openapi({ example: "AFR-2026K3-1A2B3C4D" }),
    quarter: z.string().openapi({ example: "2026-Q3" }),
    amount: z.string().openapi({ description: "Euro as decimal text; negative when it comes back." }),
    lineCount: z.number().int(),
    frozenAt: z.string(),
    linesHash: z.string(),
  })
  .openapi("StatementHead");
const document = z.object({ reference: z.string(), document: z.object({}).loose() }).openapi("StatementDocument");

const file = (end: string, operationId: string, summary: string, type: string) =>
  createRoute({
    method: "get",
    path: `${STATEMENTS}/{id}/${end}`,
    operationId,
    summary,
    security,
    request: { params: byId },
    responses: { 200: { description: "The file.", content: { [type]: { schema: binary } } }, ...shared },
  });

export const statementDescriptions = [
  createRoute({
    method: "get",
    path: STATEMENTS,
    operationId: "listStatementDocuments",
    summary: "The statements of an enterprise, newest first",
    security,
    request: { query: enterprise },
    responses: {
      200: { description: "The statements.", content: { "application/json": { schema: z.object({ items: z.array(head) }) } } },
      400: problem("The enterprise number is missing or wrong."),
      403: problem("The role of the token may not follow grants, or has no mandate."),
      ...shared,
    },
  }),
  createRoute({
    method: "get",
    path: `${STATEMENTS}/{id}`,
    operationId: "statementDocument",
    summary: "One frozen statement as data: every worker, every amount with its steps",
    security,
    request: { params: byId },
    responses: {
      200: {
        description: "The document. Reading it is written to the access log of whoever is named in it.",
        content: { "application/json": { schema: document } },
      },
      ...shared,
    },
  }),
  file("pdf", "statementPdf", "One statement as PDF/UA", "application/pdf"),
  file("csv", "statementCsv", "One statement as CSV", "text/csv"),
  file("xlsx", "statementXlsx", "One statement as XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  createRoute({
    method: "get",
    path: `${STATEMENTS}/years/{year}`,
    operationId: "fiscalYear",
    summary: "What was settled in a year, for the tax return",
    security,
    request: { params: z.object({ year: z.string().openapi({ example: "2026" }) }), query: enterprise },
    responses: {
      200: { description: "The overview.", content: { "application/json": { schema: document } } },
      400: problem("The year or the enterprise number cannot be read."),
      403: problem("The role of the token may not follow grants, or has no mandate."),
      ...shared,
    },
  }),
  createRoute({
    method: "get",
    path: `${STATEMENTS}/years/{year}/pdf`,
    operationId: "fiscalYearPdf",
    summary: "The overview of a year as PDF/UA",
    security,
    request: { params: z.object({ year: z.string().openapi({ example: "2026" }) }), query: enterprise },
    responses: { 200: { description: "The file.", content: { "application/pdf": { schema: binary } } }, ...shared },
  }),
];
