// What the department's programs can ask about older rights, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { RIGHT_ACTS, RIGHT_FIELDS, type RightAct } from "../../counter/index.ts";
import { TRANSITION_MEASURES, VOP_ACTIVITY_PROOFS } from "../../dossier/index.ts";
import { importDescriptions } from "./describe-imports.ts";
import { answer, byId, denied, missing, problem, security, uuid, wrongQuery } from "./describe-parts.ts";
import { ENDING, ORGANISATIONS, RIGHTS } from "./paths.ts";

const FIELDS: Readonly<Record<string, { readonly description: string; readonly example: string }>> = {
  on: { description: "A day that is not in the future.", example: "2026-11-02" },
  outcome: {
    description: "NO_NEED or OLD_CRITERIA. A grant is decided in the file of its application and ends the right by itself.",
    example: "NO_NEED",
  },
  amount: {
    description: "In euro: per full-time equivalent and quarter (LDE), or per year (local subsidy).",
    example: "1800.00",
  },
  from: { description: "First quarter.", example: "2024-Q1" },
  through: { description: "Last quarter; left out: to the end of the right.", example: "2024-Q4" },
  source: { description: "Where it comes from; kept sealed.", example: "Note of 12 March 2024" },
  proof: { description: VOP_ACTIVITY_PROOFS.join(" or "), example: "ASSESSMENT" },
  incomeYear: { description: "Of an assessment: a year that is over.", example: "2024" },
  netIncome: { description: "Of an assessment: net taxable income as self-employed, in euro; kept sealed.", example: "15000.00" },
  viable: { description: "Of an attest: yes or no.", example: "yes" },
  fte: { description: "Of LDE: full-time equivalents of the trajectory.", example: "0.80" },
  ratio: {
    description: "Of LDE: the ratio of the year in which the trajectory ended, where the law's data hold none (OPEN-45).",
    example: "0.7",
  },
  quartersSincePackage: {
    description: "Of SINE: quarters since the last package or LDE allowance; left out: there never was one.",
    example: "6",
  },
  keepsEmployment: { description: "Of SINE: yes or no.", example: "yes" },
  viabilityAtRisk: { description: "Of SINE: yes or no.", example: "no" },
  choice: { description: "INDIVIDUAL or COLLECTIVE.", example: "INDIVIDUAL" },
  lastDay: { description: "Last day of the right.", example: "2026-10-31" },
  reason: { description: "Why it ended; CONTRACT_ENDED when left out.", example: "CONTRACT_ENDED" },
};
const SUMMARY: Readonly<Record<RightAct, string>> = {
  "evaluation-request": "Record that an evaluation of a VOP was asked (TRANS-05)",
  "evaluation-decision": "Record that the evaluation ended without a grant",
  choice: "Record what an LDE organisation chose; once, and as its list says (TRANS-30)",
  amount: "Enter an amount that the law does not give, with its source (OPEN-44, TRANS-50)",
  activity: "Judge the activity of a self-employed person for the second phase of VOP (TRANS-10)",
  conversion: "Convert the right into contingent of a maatwerkbedrijf (TRANS-22, TRANS-32)",
  warning: "Warn the employer that the right ends; the letter follows by itself (TRANS-31)",
  end: "End a right",
};
const camel = (act: string) => act.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const bodyOf = (act: RightAct) =>
  z.strictObject(
    Object.fromEntries(
      RIGHT_FIELDS[act].map((name) => [
        name,
        z
          .string()
          .optional()
          .openapi(FIELDS[name] ?? { description: name }),
      ]),
    ),
  );

export const transitionDescriptions = [
  ...importDescriptions,
  createRoute({
    method: "get",
    path: ENDING,
    operationId: "transitionEnding",
    summary: "Trajectories of LDE and maatwerkafdelingen that end: until when a decision is in time, and what being late costs",
    security,
    request: { query: z.object({ employerRef: uuid }) },
    responses: { 200: answer("What can still be saved, first."), ...missing },
  }),
  createRoute({
    method: "get",
    path: RIGHTS,
    operationId: "olderRights",
    summary: "Older rights, in order of their last day",
    security,
    request: {
      query: z.object({
        measure: z.enum(TRANSITION_MEASURES).optional(),
        employerRef: uuid,
        personRef: uuid,
        limit: z.string().optional().openapi({ description: "1 to 500; 100 when left out." }),
        after: z.string().optional().openapi({ description: "The next of the page before." }),
      }),
    },
    responses: { 200: answer("Rights, without names."), ...wrongQuery, ...denied },
  }),
  createRoute({
    method: "get",
    path: `${RIGHTS}/{id}`,
    operationId: "olderRight",
    summary: "One older right: what was recorded, which measure each quarter belongs to, and what may be recorded now",
    security,
    request: { params: byId },
    responses: { 200: answer("The right."), ...missing },
  }),
  createRoute({
    method: "get",
    path: `${ORGANISATIONS}/{id}`,
    operationId: "olderOrganisation",
    summary: "What an organisation holds of the older schemes, and what was converted into contingent (TRANS-22, TRANS-32)",
    security,
    request: { params: byId },
    responses: { 200: answer("Its rights, and the contingent per year and per reading of OPEN-45."), ...missing },
  }),
  ...RIGHT_ACTS.map((act) =>
    createRoute({
      method: "post",
      path: `${RIGHTS}/{id}/${act}`,
      operationId: `olderRight${camel(act)}`,
      summary: SUMMARY[act],
      security,
      request: {
        params: byId,
        headers: z.object({
          "Idempotency-Key": z.string().openapi({
            description: "8 to 100 visible characters; the same key does the same command once.",
          }),
        }),
        body: { required: true, content: { "application/json": { schema: bodyOf(act) } } },
      },
      responses: {
        200: answer("The right as it is after it."),
        ...missing,
        400: problem("The body or the key cannot be read, or a field is not known."),
        409: problem("The right does not allow it now, or the key was used for something else."),
        422: problem("A field is wrong, or the rules do not allow it: every reason."),
      },
    }),
  ),
];
