// What the department's programs can ask, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { SEARCH_PURPOSES, WORK_KINDS } from "../../counter/index.ts";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { choiceSchema } from "./choice.ts";
import { FILE, SEARCH, WORK_LIST } from "./paths.ts";
import { assignment, completionRequest, note, refusal, sendingBack, stopping } from "./steps.ts";

const security = [{ token: [] }];
const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const answer = (description: string) => ({ description, content: { "application/json": { schema: z.looseObject({}) } } });
const denied = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this."),
  429: problem("Too many requests; Retry-After says in how many seconds."),
};
const missing = { ...denied, 404: problem("There is no such file, or it is not yours to see.") };
const changed = {
  ...missing,
  400: problem("The body or a header cannot be read."),
  409: problem("The state of the file does not allow it, or another person must do it."),
  412: problem("The file changed since it was read."),
  422: problem("The rules do not allow it: every reason."),
  428: problem("If-Match is missing."),
};
const inDocs = (path: string) => path.replace(/:(\w+)/g, "{$1}");
const byFile = z.object({ file: z.string().openapi({ format: "uuid" }) });
const byProposal = byFile.extend({ proposal: z.string().openapi({ format: "uuid" }) });
const stepHeaders = z.object({
  "If-Match": z.string().openapi({ description: "ETag of the file as it was read.", example: '"v1"' }),
  "Idempotency-Key": z.string().openapi({ description: "8 to 100 visible characters; the same key does the same step once." }),
});

const step = (path: string, operationId: string, summary: string, schema: z.ZodType, params = byFile) =>
  createRoute({
    method: "post",
    path: inDocs(`${FILE}/${path}`),
    operationId,
    summary,
    security,
    request: { params, headers: stepHeaders, body: { required: true, content: { "application/json": { schema } } } },
    responses: { 200: answer("The file as it is after the step."), ...changed },
  });

const nothing = z.strictObject({});

export const departmentDescriptions = [
  createRoute({
    method: "get",
    path: WORK_LIST,
    operationId: "workList",
    summary: "What asks something of the department, by day",
    security,
    request: {
      query: z.object({
        kind: z.enum(WORK_KINDS).optional(),
        handler: z.string().optional().openapi({ description: "me, nobody, or the reference of a handler." }),
        premiums: z.string().optional(),
        limit: z.string().optional().openapi({ description: "1 to 200; 50 when left out." }),
        cursor: z.string().optional().openapi({ description: "nextCursor of the page before." }),
      }),
    },
    responses: {
      200: answer("A page, with how many files ask each thing."),
      400: problem("The question cannot be read."),
      ...denied,
    },
  }),
  createRoute({
    method: "post",
    path: SEARCH,
    operationId: "searchFiles",
    summary: "Find files by name, national number, enterprise number or file number",
    description: "A body, so that no name or number stands in an address. The purpose is written to the person's access log.",
    security,
    request: {
      body: {
        required: true,
        content: { "application/json": { schema: z.object({ text: z.string(), purpose: z.enum(SEARCH_PURPOSES) }) } },
      },
    },
    responses: { 200: answer("At most 50 files, newest first."), 400: problem("Names what is wrong."), ...denied },
  }),
  createRoute({
    method: "get",
    path: inDocs(FILE),
    operationId: "departmentFile",
    summary: "One file, with what happened and the work on it",
    security,
    request: { params: byFile },
    responses: { 200: answer("The file; its ETag goes back with every step."), 304: { description: "Not changed." }, ...missing },
  }),
  createRoute({
    method: "get",
    path: inDocs(`${FILE}/assessment`),
    operationId: "assessFile",
    summary: "Every check with its reason, and what a decision today would pay",
    security,
    request: { params: byFile },
    responses: { 200: answer("The assessment; null when there is nothing to decide."), ...missing },
  }),
  createRoute({
    method: "post",
    path: inDocs(`${FILE}/decisions/preview`),
    operationId: "previewDecision",
    summary: "What a decision would pay in each quarter; records nothing",
    security,
    request: { params: byFile, body: { required: true, content: { "application/json": { schema: choiceSchema } } } },
    responses: {
      200: answer(
        "The calculation by quarter, whether a second person must look, and what goes beyond the credit of the budget.",
      ),
      400: problem("Names every field that cannot be read."),
      422: problem("The rules do not allow it: every reason."),
      ...missing,
    },
  }),
  createRoute({
    method: "post",
    path: inDocs(`${FILE}/decisions`),
    operationId: "decideFile",
    summary: "Grant, or decide after an evaluation",
    security,
    request: {
      params: byFile,
      headers: stepHeaders,
      body: { required: true, content: { "application/json": { schema: choiceSchema } } },
    },
    responses: {
      200: answer("Decided: the file as it is now."),
      202: answer("Above the set amount: it waits for a second person."),
      ...changed,
    },
  }),
  step("proposals/:proposal/confirmation", "confirmProposal", "Carry a colleague's proposal out", nothing, byProposal),
  step("proposals/:proposal/return", "returnProposal", "Send a proposal back", sendingBack, byProposal),
  step("completion-requests", "requestCompletion", "Ask the applicant for what is missing", completionRequest),
  step("refusals", "refuseApplication", "Refuse; every ground that the checks find is taken along", refusal),
  step("inadmissibilities", "declareInadmissible", "Declare inadmissible", refusal),
  step("stops", "stopGrant", "Stop a grant", stopping),
  step("assignments", "assignFile", "Give a file to a handler, or to nobody", assignment),
  step("notes", "noteFile", "Write a note that only the department reads", note),
  step("changes/seen", "seeChanges", "Mark reported changes as seen", nothing),
];
