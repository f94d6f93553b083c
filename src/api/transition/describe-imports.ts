// What the department's programs can ask about files of older rights and their lines, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { COLUMN_HELP, COLUMNS, ROW_OUTCOMES } from "../../counter/index.ts";
import { answer, byId, denied, missing, problem, security, wrongQuery } from "./describe-parts.ts";
import { IMPORTS } from "./paths.ts";

const byLine = byId.extend({ line: z.string().openapi({ description: "Number of the line in the file.", example: "12" }) });
const cells = z.strictObject(
  Object.fromEntries(COLUMNS.map((column) => [column, z.string().optional().openapi({ description: COLUMN_HELP[column] })])),
);
const wrongBody = { 400: problem("The body cannot be read, or a field is not known or is no text.") };

export const importDescriptions = [
  createRoute({
    method: "get",
    path: IMPORTS,
    operationId: "transitionImports",
    summary: "Files of older rights, newest first",
    security,
    responses: { 200: answer("The files."), ...denied },
  }),
  createRoute({
    method: "post",
    path: IMPORTS,
    operationId: "transitionImport",
    summary: "Hand over a file of older rights; it is checked, and nothing is recorded before two people signed",
    description: "The body is the file itself: CSV or XLSX, at most 10 MB. The same file again gives the import that it is.",
    security,
    request: {
      query: z.object({ list: z.string().openapi({ description: "Name of the source list.", example: "vop-2023-06" }) }),
      body: {
        required: true,
        content: {
          "text/csv": { schema: z.string() },
          "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) },
        },
      },
    },
    responses: {
      200: answer("The file was known: its proof sheet."),
      201: answer("The proof sheet: every line accounted for, and sums beside the control totals."),
      ...denied,
      413: problem("The file is larger than 10 MB."),
      422: problem("The name of the list is wrong, or the file cannot be read: every reason."),
    },
  }),
  createRoute({
    method: "get",
    path: `${IMPORTS}/{id}`,
    operationId: "transitionProofSheet",
    summary: "The proof sheet of a file",
    security,
    request: { params: byId },
    responses: { 200: answer("The proof sheet."), ...missing },
  }),
  createRoute({
    method: "get",
    path: `${IMPORTS}/{id}/rows`,
    operationId: "transitionRows",
    summary: "Lines of a file with one outcome, parked ones when left out, with every reason",
    security,
    request: {
      params: byId,
      query: z.object({
        outcome: z.enum(ROW_OUTCOMES).optional(),
        reason: z.string().optional(),
        after: z.string().optional().openapi({ description: "Number of the last line of the page before." }),
      }),
    },
    responses: { 200: answer("At most 500 lines."), ...wrongQuery, ...missing },
  }),
  createRoute({
    method: "post",
    path: `${IMPORTS}/{id}/recheck`,
    operationId: "transitionRecheck",
    summary: "Judge the lines again, for instance after a firm became known",
    security,
    request: { params: byId },
    responses: { 200: answer("The proof sheet."), ...missing, 409: problem("The file was taken or withdrawn.") },
  }),
  createRoute({
    method: "post",
    path: `${IMPORTS}/{id}/cancel`,
    operationId: "transitionCancel",
    summary: "Withdraw a file that was not taken; nothing of it is recorded",
    security,
    request: { params: byId },
    responses: { 200: answer("The proof sheet."), ...missing, 409: problem("The file was taken or withdrawn.") },
  }),
  createRoute({
    method: "get",
    path: `${IMPORTS}/{id}/rows/{line}`,
    operationId: "transitionRow",
    summary: "One line with its cells; opening it is put in the access log, as it holds personal data",
    security,
    request: { params: byLine },
    responses: { 200: answer("The line: outcome, reasons, and each cell as typed."), ...missing },
  }),
  createRoute({
    method: "post",
    path: `${IMPORTS}/{id}/rows/{line}/correct`,
    operationId: "transitionCorrectRow",
    summary: "Judge a parked line with other cells",
    description:
      "Columns that are left out stay as they are. Before the file is taken the line goes on with it, and signatures fall when the proof sheet changes. Afterwards the line waits for the signature of another person.",
    security,
    request: { params: byLine, body: { required: true, content: { "application/json": { schema: cells } } } },
    responses: {
      200: answer("The line as judged now; it may be parked still, with its reasons."),
      ...missing,
      ...wrongBody,
      409: problem("The line is not parked, or the file does not allow it now."),
      422: problem("The file was taken, and the corrected line is no right: every reason."),
    },
  }),
  createRoute({
    method: "post",
    path: `${IMPORTS}/{id}/rows/{line}/drop`,
    operationId: "transitionDropRow",
    summary: "Drop a parked line that is no right; it stays on the proof sheet as dropped",
    security,
    request: {
      params: byLine,
      body: {
        required: true,
        content: {
          "application/json": {
            schema: z.strictObject({
              reason: z.string().openapi({ description: "Why it is no right; kept sealed.", example: "Entered twice" }),
            }),
          },
        },
      },
    },
    responses: {
      200: answer("The line."),
      ...missing,
      ...wrongBody,
      409: problem("The line is not parked, or the file does not allow it now."),
      422: problem("No reason was given."),
    },
  }),
];
