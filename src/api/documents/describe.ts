// What programs can ask about issued documents, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { APPLICATIONS } from "../applicant/paths.ts";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { RIGHT_DOCUMENTS } from "./on-rights.ts";
import { DOCUMENTS } from "./routes.ts";

const security = [{ token: [] }];
const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const shared = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  404: problem("There is no such document, or it is not for this token."),
};
const byId = z.object({ id: z.string().openapi({ format: "uuid" }) });
const line = z
  .object({
    id: z.string(),
    kind: z.string().openapi({ example: "grant" }),
    title: z.string(),
    issuer: z.enum(["DEPARTMENT", "VDAB"]),
    reference: z.string(),
    date: z.string().openapi({ format: "date" }),
    issuedAt: z.string(),
    application: z.string().nullable(),
    documentSha256: z.string().openapi({ description: "Of the canonical JSON of `document`." }),
    pdfSha256: z.string().openapi({ description: "Of the bytes of the PDF: every download gives the same." }),
    delivery: z
      .object({
        channel: z.enum(["EBOX", "MAIL", "POST"]),
        outcome: z.enum(["DELIVERED", "LISTED", "NOT_REACHED"]),
        at: z.string(),
        noticeOn: z.string().nullable().openapi({ description: "The day from which terms run." }),
      })
      .nullable(),
  })
  .openapi("DocumentLine");

export const documentDescriptions = [
  createRoute({
    method: "get",
    path: `${APPLICATIONS}/{id}/documents`,
    operationId: "applicationDocuments",
    summary: "The documents issued on one application, newest first",
    security,
    request: { params: byId },
    responses: {
      200: { description: "The documents.", content: { "application/json": { schema: z.object({ items: z.array(line) }) } } },
      403: problem("The role of the token may not follow applications."),
      ...shared,
    },
  }),
  createRoute({
    method: "get",
    path: RIGHT_DOCUMENTS,
    operationId: "olderRightDocuments",
    summary: "The letters about older rights of an enterprise, newest first: ended, run on, or about to end",
    security,
    request: {
      query: z.object({
        enterpriseNumber: z.string().optional().openapi({ description: "Needed of a payroll office.", example: "0403019261" }),
      }),
    },
    responses: {
      200: {
        description: "The documents, the newest 500 at most.",
        content: {
          "application/json": {
            schema: z.object({
              items: z.array(
                line.extend({ right: z.string().nullable().openapi({ description: "The right that it is about." }) }),
              ),
            }),
          },
        },
      },
      400: problem("The enterprise number is missing or wrong."),
      403: problem("The role of the token may not follow applications, or has no mandate."),
      ...shared,
    },
  }),
  createRoute({
    method: "get",
    path: `${DOCUMENTS}/{id}`,
    operationId: "document",
    summary: "One document as data: the same content as its PDF",
    security,
    request: { params: byId },
    responses: {
      200: {
        description: "The document. Reading it is written to the access log of whoever is named in it.",
        content: { "application/json": { schema: line.extend({ document: z.object({}).loose() }) } },
      },
      ...shared,
    },
  }),
  createRoute({
    method: "get",
    path: `${DOCUMENTS}/{id}/pdf`,
    operationId: "documentPdf",
    summary: "One document as the PDF/UA that was issued",
    security,
    request: { params: byId },
    responses: {
      200: {
        description: "The bytes as issued.",
        content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } },
      },
      ...shared,
    },
  }),
];
