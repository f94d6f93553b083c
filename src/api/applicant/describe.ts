// What applicants' programs can ask, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import {
  APPLICATION_STATES,
  CONTRACT_KINDS,
  GUIDE_QUALIFICATIONS,
  PROVINCES,
  RESIDENCES,
  SITUATIONS,
} from "../../dossier/index.ts";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { APPLICATIONS, GRANTS, REGISTRATIONS } from "./paths.ts";
import { WEBHOOKS } from "./webhooks.ts";

const security = [{ token: [] }];
const day = z.string().openapi({ format: "date", example: "2026-09-01" });
const money = z.string().openapi({ description: "Euro as decimal text, at most two decimals.", example: "1052.50" });
const enterpriseNumber = z.string().optional().openapi({
  description: "Enterprise that it is about; a payroll office must give it, others may leave it out.",
  example: "1910000076",
});
const enterprise = z.object({ enterpriseNumber });
const idempotencyKey = z.object({
  "Idempotency-Key": z.string().openapi({ description: "8 to 100 visible characters; the same key does the same command once." }),
});
const ifMatch = idempotencyKey.extend({
  "If-Match": z.string().openapi({ description: "ETag of the application as it was read.", example: '"v1"' }),
});
const byId = z.object({ id: z.string().openapi({ format: "uuid" }) });

const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const json = <T extends z.ZodType>(description: string, schema: T) => ({
  description,
  content: { "application/json": { schema } },
});
const shared = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this, or its mandate ended."),
  404: problem("There is no such thing, or it is another enterprise's."),
};
const changed = {
  ...shared,
  400: problem("The body or a header cannot be read."),
  409: problem("The state of the application does not allow it."),
  412: problem("The application changed since it was read."),
  422: problem("The rules do not allow it: every reason."),
  428: problem("If-Match is missing."),
};

const worker = z.object({
  insz: z.string().openapi({ description: "National number, 11 digits.", example: "85013090004" }),
  givenName: z.string(),
  familyName: z.string(),
});
const contract = z.object({
  kind: z.enum(CONTRACT_KINDS),
  from: day,
  until: day.nullish().openapi({ description: "Last day, included; null when open-ended." }),
  hours: z.number().int().nullish().openapi({ description: "Agreed hours over the whole contract, for a short one." }),
});
const proof = z.union([
  z.object({
    kind: z.literal("FUND_ATTEST"),
    paid: z.array(z.object({ quarter: z.string().openapi({ example: "2026-Q3" }), amount: money })),
  }),
  z.object({ kind: z.literal("TAX_ASSESSMENT"), incomeYear: z.number().int(), income: money }),
  z.object({ kind: z.literal("PROGNOSIS_ATTEST"), issuedOn: day, sufficient: z.boolean() }),
]);
const evidence = z.array(
  z.object({ name: z.string(), content: z.string().openapi({ format: "byte", description: "pdf, jpg or png as base64." }) }),
);

export const application = z
  .object({
    enterpriseNumber,
    applicant: z.enum(["EMPLOYER", "SELF_EMPLOYED"]),
    worker,
    premiums: z.enum(["WAGE", "WAGE_AND_GUIDANCE", "SUPPORT"]),
    situation: z.enum(SITUATIONS).optional(),
    contract: contract.optional().openapi({ description: "Of an employer." }),
    employmentFraction: z.string().optional().openapi({ description: "Share of full time.", example: "0.8" }),
    worksInFlanders: z.boolean(),
    notInDifficulty: z.boolean().optional().openapi({ description: "Declaration of an employer." }),
    otherSupport: z.array(z.string()).optional(),
    selfEmployment: z
      .object({
        occupation: z.enum(["MAIN", "SECONDARY"]),
        since: day,
        limitationRecognisedOn: day.nullish(),
        proof: proof.nullish(),
        exemptMonths: z.number().int().min(0).max(11).nullish().openapi({
          description: "Months of the proven year that do not count: illness, or the activity began later (SELF-05).",
        }),
      })
      .optional()
      .openapi({ description: "Of a self-employed person." }),
    account: z.string().optional().openapi({ description: "IBAN." }),
    contact: z.object({ name: z.string(), email: z.string(), phone: z.string().optional() }),
    residence: z.enum(RESIDENCES).optional().openapi({ description: "Only when the residence register does not answer." }),
    province: z.enum(PROVINCES).optional(),
    evidence: evidence.optional(),
  })
  .openapi("Application");

const filed = z
  .object({ id: z.string(), number: z.string(), status: z.enum(APPLICATION_STATES), filedOn: day })
  .openapi("FiledApplication");

const listed = z
  .object({
    id: z.string(),
    number: z.string(),
    applicant: z.string(),
    premiums: z.string(),
    situation: z.string(),
    filedOn: day,
    status: z.enum(APPLICATION_STATES),
    statusOn: day,
    worker: worker.nullable(),
    grant: z.object({ startQuarter: z.string(), endQuarter: z.string() }).nullable(),
  })
  .openapi("ListedApplication");
const page = z
  .object({ items: z.array(listed), nextCursor: z.string().nullable() })
  .openapi("ApplicationPage", { description: "Newest first." });

const file = z
  .object({
    id: z.string(),
    number: z.string(),
    status: z.enum(APPLICATION_STATES),
    statusOn: day,
    missing: z.array(z.string()).openapi({ description: "Codes of what a completion must supply." }),
    grounds: z.array(z.string()).openapi({ description: "Rulebook ids of a refusal, all of them." }),
    grant: z.object({}).loose().nullable(),
    evaluations: z.array(z.object({}).loose()).openapi({ description: "What VDAB found, and how a review of it stands." }),
    version: z.number().int(),
    possible: z.object({
      complete: z.boolean(),
      withdraw: z.boolean(),
      reportChange: z.boolean(),
      adjustmentFrom: day.nullable(),
      extensionFrom: day.nullable(),
      review: z.string().nullable().openapi({ description: "The evaluation of which a review can be asked." }),
    }),
  })
  .loose()
  .openapi("ApplicationFile");

const grant = z
  .object({
    application: z.string(),
    quarters: z.array(
      z.object({
        quarter: z.string(),
        index: z.number().int(),
        status: z.enum(["COMING", "AWAITED", "STOPPED", "CALCULATED"]),
        calculations: z.array(z.object({}).loose()).openapi({ description: "As POST /api/v1/calculations answers." }),
      }),
    ),
  })
  .loose()
  .openapi("GrantWithQuarters");

const csvReport = z
  .object({
    rows: z.array(
      z.object({
        row: z.number().int(),
        reference: z.string(),
        outcome: z.enum(["FILED", "REPEATED", "REFUSED"]),
        fileRef: z.string(),
        number: z.string(),
        reasons: z.array(z.object({}).loose()),
      }),
    ),
    filed: z.number().int(),
    repeated: z.number().int(),
    refused: z.number().int(),
  })
  .openapi("CsvReport");

const webhook = z
  .object({ id: z.string(), url: z.string(), createdAt: z.string(), lastOutcome: z.string().nullable() })
  .openapi("Webhook");

const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { "application/json": { schema } } });
const listQuery = enterprise.extend({
  limit: z.string().optional().openapi({ description: "1 to 200; 50 when left out." }),
  cursor: z.string().optional().openapi({ description: "nextCursor of the page before." }),
});

const why = z.object({ reason: z.string().openapi({ description: "Why, for VDAB and the department." }) });

/** A step on a running grant: on the version that was read, done once. */
function grantStep<Schema extends z.ZodType>(path: string, operationId: string, summary: string, schema: Schema) {
  return createRoute({
    method: "post",
    path: `${APPLICATIONS}/{id}/${path}`,
    operationId,
    summary,
    security,
    request: { params: byId, query: enterprise, headers: ifMatch, body: body(schema) },
    responses: { 200: json("The application after it.", file), ...changed },
  });
}

export const applicantDescriptions = [
  createRoute({
    method: "post",
    path: REGISTRATIONS,
    operationId: "register",
    summary: "Register the enterprise once for individual customised work",
    security,
    request: { headers: idempotencyKey, body: body(enterprise) },
    responses: {
      201: json(
        "Registered; again changes nothing.",
        z.object({ enterpriseNumber: z.string(), measure: z.string(), registeredOn: day }),
      ),
      422: problem("The company register does not know it."),
      ...shared,
    },
  }),
  createRoute({
    method: "get",
    path: REGISTRATIONS,
    operationId: "registrations",
    summary: "What the enterprise is registered for",
    security,
    request: { query: enterprise },
    responses: { 200: json("The registrations.", z.object({ items: z.array(z.object({}).loose()) })), ...shared },
  }),
  createRoute({
    method: "post",
    path: APPLICATIONS,
    operationId: "fileApplication",
    summary: "File an application",
    description: "Whether VDAB knows the person plays no part in the answer, nor in the time that it takes.",
    security,
    request: { headers: idempotencyKey, body: body(application) },
    responses: {
      201: json("Filed. The same key again gives the same answer and files nothing.", filed),
      400: problem("Fields that cannot be read: all of them."),
      409: problem("An application of this relation is open, a grant runs, or the key was used for another application."),
      422: problem("The rules do not allow it: every reason."),
      ...shared,
    },
  }),
  createRoute({
    method: "post",
    path: `${APPLICATIONS}/csv`,
    operationId: "fileCsv",
    summary: "File up to 1,000 applications from a CSV file",
    description:
      "Each row is judged by itself. Sending the same file twice files nothing twice. With Accept: text/csv the report is CSV.",
    security,
    request: { query: enterprise, body: { required: true, content: { "text/csv": { schema: z.string() } } } },
    responses: { 200: json("What happened to each row.", csvReport), 400: problem("This is no such file."), ...shared },
  }),
  createRoute({
    method: "get",
    path: APPLICATIONS,
    operationId: "applications",
    summary: "The applications of an enterprise, newest first",
    security,
    request: { query: listQuery.extend({ status: z.enum(APPLICATION_STATES).optional() }) },
    responses: { 200: json("A page.", page), 400: problem("The query cannot be read."), ...shared },
  }),
  createRoute({
    method: "get",
    path: `${APPLICATIONS}/{id}`,
    operationId: "application",
    summary: "One application, with its ETag",
    security,
    request: { params: byId, query: enterprise },
    responses: { 200: json("The application.", file), 304: { description: "Not changed." }, ...shared },
  }),
  createRoute({
    method: "patch",
    path: `${APPLICATIONS}/{id}`,
    operationId: "completeApplication",
    summary: "Answer a request for completion",
    security,
    request: {
      params: byId,
      query: enterprise,
      headers: ifMatch,
      body: body(
        z.object({
          answer: z.string().optional(),
          supplied: z
            .array(z.string())
            .optional()
            .openapi({ description: "Codes that are supplied; all that were asked when left out." }),
          evidence: evidence.optional(),
          premiums: z
            .enum(["WAGE", "WAGE_AND_GUIDANCE"])
            .optional()
            .openapi({ description: "The choice of premiums, where it was asked anew." }),
          contract: z.object({}).loose().optional().openapi({ description: "The contract, where it was asked anew (EMP-12)." }),
          employmentFraction: z.string().optional().openapi({ description: "The hours, where they were asked anew (REF-03)." }),
        }),
      ),
    },
    responses: { 200: json("The application after it.", file), ...changed },
  }),
  createRoute({
    method: "post",
    path: `${APPLICATIONS}/{id}/withdraw`,
    operationId: "withdrawApplication",
    summary: "Withdraw an application",
    security,
    request: { params: byId, query: enterprise, headers: ifMatch },
    responses: { 200: json("The application after it.", file), ...changed },
  }),
  createRoute({
    method: "post",
    path: `${APPLICATIONS}/{id}/changes`,
    operationId: "reportChange",
    summary: "Report a change: hours, end, take-over, account",
    security,
    request: {
      params: byId,
      query: enterprise,
      headers: ifMatch,
      body: body(
        z.object({
          kind: z.enum(["HOURS", "CONTRACT_END", "TAKE_OVER", "ACTIVITY_STOPPED", "ACCOUNT", "OTHER"]),
          effectiveOn: day.openapi({ description: "First day; of an end or take-over the last day." }),
          employmentFraction: z.string().optional(),
          account: z.string().optional(),
          description: z.string().optional(),
        }),
      ),
    },
    responses: { 200: json("The application after it.", file), ...changed },
  }),
  ...[
    grantStep(
      "guides",
      "designateGuide",
      "Designate the qualified guide and the colleague coach (GP-10)",
      z.object({
        guide: z.string(),
        qualification: z.enum(GUIDE_QUALIFICATIONS),
        experienceYears: z.number().int().optional().openapi({ description: "With EXPERIENCE." }),
        coach: z.string(),
        reason: z.string().optional().openapi({ description: "Needed when guide and coach are one person (OPEN-29)." }),
      }),
    ),
    grantStep("support-plans", "drawUpSupportPlan", "Draw up the support plan (GP-11)", z.object({ plan: z.string() })),
    grantStep("adjustments", "requestAdjustment", "Ask an adjustment once its window is open (PROC-20)", why),
    grantStep("extensions", "requestExtension", "Ask an extension once its window is open (PROC-22)", why),
    grantStep(
      "reviews",
      "requestEvaluationReview",
      "Ask a review of an evaluation by VDAB (PROC-30)",
      why.extend({
        evaluation: z.string().openapi({ description: "possible.review of the application." }),
        noticeOn: day.openapi({ description: "When notice was taken; the day on record counts when there is one." }),
      }),
    ),
  ],
  createRoute({
    method: "get",
    path: GRANTS,
    operationId: "grants",
    summary: "Applications that were granted, newest first",
    security,
    request: { query: listQuery },
    responses: { 200: json("A page.", page), 400: problem("The query cannot be read."), ...shared },
  }),
  createRoute({
    method: "get",
    path: `${GRANTS}/{id}`,
    operationId: "grant",
    summary: "The grant of an application, with every quarter's calculation",
    security,
    request: {
      params: byId,
      query: enterprise.extend({
        steps: z.string().optional().openapi({ description: "Quarter whose steps are wanted.", example: "2024-Q1" }),
      }),
    },
    responses: { 200: json("The grant.", grant), ...shared },
  }),
  createRoute({
    method: "get",
    path: WEBHOOKS,
    operationId: "webhooks",
    summary: "Addresses that are told of changes",
    security,
    request: { query: enterprise },
    responses: { 200: json("The addresses.", z.object({ items: z.array(webhook) })), ...shared },
  }),
  createRoute({
    method: "post",
    path: WEBHOOKS,
    operationId: "addWebhook",
    summary: "Add an address; its secret is shown once",
    security,
    request: { body: body(enterprise.extend({ url: z.string().openapi({ example: "https://hooks.firm.be/maatwerk" }) })) },
    responses: {
      201: json("Added.", z.object({ id: z.string(), url: z.string(), secret: z.string() })),
      400: problem("The address is not https, or does not lead to the public internet."),
      ...shared,
    },
  }),
  createRoute({
    method: "delete",
    path: `${WEBHOOKS}/{id}`,
    operationId: "removeWebhook",
    summary: "Remove an address",
    security,
    request: { params: byId, query: enterprise },
    responses: { 204: { description: "Removed." }, ...shared },
  }),
];
