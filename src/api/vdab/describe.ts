// What programs of VDAB, of partners and of persons can ask, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { ADVISABLE_PACKAGES, ASKABLE_MEASURES, CHANNELS_OF_REQUEST, PURPOSES, VDAB_WORK_KINDS } from "../../counter/index.ts";
import {
  EVALUATION_OUTCOMES,
  EVIDENCE_PATHS,
  GUIDANCE_NEEDS,
  NEED_CLASSES,
  NEED_DURATIONS,
  REVIEW_OUTCOMES,
} from "../../dossier/index.ts";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import * as paths from "./paths.ts";

const security = [{ token: [] }];
const day = z.string().openapi({ format: "date", example: "2026-11-23" });
const percent = z.string().openapi({ description: "Decimal text in percent.", example: "44.9" });
const reason = z.string().openapi({ description: "Kept sealed." });
const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const answer = (description: string) => ({ description, content: { "application/json": { schema: z.looseObject({}) } } });
const shared = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this."),
  404: problem("There is no such thing, or it is not yours to see."),
  429: problem("Too many requests; Retry-After says in how many seconds."),
};
const changed = {
  ...shared,
  400: problem("The body or a header cannot be read: every field."),
  409: problem("The state does not allow it."),
  412: problem("It changed since it was read."),
  422: problem("The rules do not allow it: every reason."),
  428: problem("If-Match is missing."),
};
const idempotencyKey = z.object({
  "Idempotency-Key": z.string().openapi({ description: "8 to 100 visible characters; the same key does the same command once." }),
});
const ifMatch = idempotencyKey.extend({
  "If-Match": z.string().openapi({ description: "ETag as it was read.", example: '"v1"' }),
});
const evidence = z
  .array(
    z.object({ name: z.string(), content: z.string().openapi({ format: "byte", description: "pdf, jpg or png as base64." }) }),
  )
  .optional();

const finding = z
  .object({
    decidedOn: day,
    evidencePath: z.enum(EVIDENCE_PATHS),
    workDisability: z.boolean(),
    criteria: z
      .object({ met: z.boolean(), reason })
      .openapi({ description: "Judgement of the criteria that were not read (OPEN-37)." }),
    productivityLossPct: percent,
    extraCostsPct: percent,
    guidanceRequired: z.boolean(),
    guidanceNeed: z.enum(GUIDANCE_NEEDS).optional(),
    needDuration: z.enum(NEED_DURATIONS),
    higherNeed: z.boolean(),
    validFrom: day,
    validUntil: day.optional(),
    collective: z.object({ percentage: percent, guidanceNeed: z.enum(GUIDANCE_NEEDS) }).optional(),
    departure: z
      .object({
        package: z.enum(ADVISABLE_PACKAGES).optional(),
        guidanceNeed: z.enum(GUIDANCE_NEEDS).optional(),
        needClass: z.enum(NEED_CLASSES).optional(),
        belowThreshold: z.boolean().optional(),
        reason,
      })
      .optional()
      .openapi({ description: "Only of a decision, and never without a reason." }),
  })
  .openapi("Finding");
const person = z.object({ insz: z.string(), givenName: z.string(), familyName: z.string() });
const request = z.object({
  measure: z.enum(ASKABLE_MEASURES),
  path: z.enum(EVIDENCE_PATHS),
  note: z.string().optional(),
  email: z.string().optional().openapi({ description: "Where word of letters goes; without one they come by post." }),
  evidence,
});
const reviewRequest = z.object({ noticeOn: day, requestedOn: day.optional(), reason });

/** Parameters of a path, each a reference. */
const paramsOf = (path: string) =>
  z.object(
    Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, z.string().openapi({ format: "uuid" })])),
  );
const inDocs = (path: string) => path.replace(/:(\w+)/g, "{$1}");

const get = (path: string, operationId: string, summary: string, query: z.ZodObject = z.object({})) =>
  createRoute({
    method: "get",
    path: inDocs(path),
    operationId,
    summary,
    security,
    request: { params: paramsOf(path), query },
    responses: { 200: answer("As it stands."), 400: problem("The question cannot be read."), ...shared },
  });
const post = (path: string, operationId: string, summary: string, schema: z.ZodType | null, headers = ifMatch as z.ZodObject) =>
  createRoute({
    method: "post",
    path: inDocs(path),
    operationId,
    summary,
    security,
    request: {
      params: paramsOf(path),
      headers,
      ...(schema === null ? {} : { body: { required: true, content: { "application/json": { schema } } } }),
    },
    responses: { 200: answer("As it stands after it."), 201: answer("Made."), ...changed },
  });
const none = z.object({});
const ofPerson = z.object({ person: z.string().optional().openapi({ description: "Of a guardian: whose file." }) });

export const vdabDescriptions = [
  get(
    paths.WORK,
    "vdabWork",
    "What waits at VDAB, nearest deadline first",
    z.object({
      kind: z.enum(VDAB_WORK_KINDS).optional(),
      until: day.optional(),
      assignee: z.enum(["me", "nobody"]).optional(),
      limit: z.string().optional().openapi({ description: "1 to 200; 50 when left out." }),
      cursor: z.string().optional().openapi({ description: "nextCursor of the page before." }),
    }),
  ),
  post(
    paths.SEARCH,
    "vdabSearch",
    "Find a person by number or name",
    z.object({ insz: z.string().optional(), name: z.string().optional() }),
    none,
  ),
  post(
    paths.REQUESTS,
    "vdabRequest",
    "Enter a request of somebody who phones or writes",
    request.extend({ ...person.shape, channel: z.enum(CHANNELS_OF_REQUEST), requestedOn: day.optional() }),
    idempotencyKey,
  ),
  get(
    paths.PERSON_FILE,
    "vdabPerson",
    "The file of a person; the purpose goes to the log that the person reads",
    z.object({ purpose: z.enum(Object.keys(PURPOSES) as [string, ...string[]]) }),
  ),
  post(
    `${paths.INDICATION}/proposal`,
    "vdabProposal",
    "What the rules propose, with every step; nothing is written",
    finding,
    none,
  ),
  post(`${paths.INDICATION}/decision`, "vdabDecision", "Record the finding and give the tickets", finding),
  post(`${paths.INDICATION}/evidence`, "vdabEvidence", "Add evidence to an open request", z.object({ evidence })),
  post(`${paths.INDICATION}/reviews`, "vdabReviewRequest", "Enter a request for a review", reviewRequest),
  get(paths.EVALUATION, "vdabEvaluation", "An evaluation that an employer asked"),
  post(
    paths.EVALUATION,
    "vdabRecordEvaluation",
    "Record what was found on the workfloor",
    z.object({
      visitedOn: day.optional(),
      decidedOn: day,
      outcome: z.enum(EVALUATION_OUTCOMES),
      percentage: percent.optional(),
      guidanceNeed: z.enum(GUIDANCE_NEEDS).optional(),
      reason,
    }),
  ),
  get(paths.REVIEW, "vdabReview", "A review with its deadlines"),
  post(`${paths.REVIEW}/advice`, "vdabReviewAdvice", "Record the committee's advice", z.object({ on: day, advice: z.string() })),
  post(
    `${paths.REVIEW}/decision`,
    "vdabReviewDecision",
    "Record the board's decision",
    z.object({ on: day, outcome: z.enum(REVIEW_OUTCOMES), reason, change: z.looseObject({}).optional() }),
  ),
  get(paths.ADVICES, "vdabAdvices", "The ICF advices of the own organisation"),
  post(
    paths.ADVICES,
    "vdabGiveAdvice",
    "Give VDAB an ICF advice",
    person.extend({ advisedOn: day, advice: z.string() }),
    idempotencyKey,
  ),
  post(paths.CATCH_UPS, "vdabStartCatchUp", "Begin a batch of the double ticket's catch-up; nothing is given yet", null, none),
  get(`${paths.CATCH_UPS}/:batch`, "vdabCatchUp", "The report of a batch"),
  post(`${paths.CATCH_UPS}/:batch/portions`, "vdabCatchUpPortion", "Give the next portion", null, none),
  post(
    paths.CONVERSIONS,
    "vdabStartConversions",
    "Begin a batch that turns earlier rights to VOP into tickets; nothing is converted yet",
    null,
    none,
  ),
  get(`${paths.CONVERSIONS}/:batch`, "vdabConversions", "The report of a batch of conversions"),
  get(`${paths.CONVERSIONS}/:batch/try`, "vdabTryConversions", "What the next portion would do; nothing is recorded"),
  post(`${paths.CONVERSIONS}/:batch/portions`, "vdabConversionPortion", "Convert the next portion", null, none),
  get(paths.PERSON, "ownFile", "The own file: tickets, decisions, history", ofPerson),
  get(
    `${paths.PERSON}/access`,
    "ownAccess",
    "Which organisation looked, when and why",
    ofPerson.extend({ cursor: z.string().optional() }),
  ),
  get(`${paths.PERSON}/documents`, "ownDocuments", "Letters to the person; GET /documents/{id} opens one", ofPerson),
  post(`${paths.PERSON}/indications`, "ownRequest", "Ask an indication; If-Match only when there is a file already", request),
  post(`${paths.PERSON}/indications/:indication/evidence`, "ownEvidence", "Add evidence", z.object({ evidence })),
  post(`${paths.PERSON}/reviews`, "ownReview", "Ask a review", reviewRequest.extend({ indication: z.string() })),
];
