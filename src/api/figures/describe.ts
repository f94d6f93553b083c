// What programs can ask of figures and releases, as the OpenAPI description prints it.
import { createRoute, z } from "@hono/zod-openapi";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { FIGURES, RELEASES } from "./paths.ts";

const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const sha256 = z.string().openapi({ description: "SHA-256, 64 hexadecimal digits." });

const release = z
  .object({
    id: z.string().openapi({ format: "uuid" }),
    schema: z.literal("maatwerk.release/1"),
    name: z.string().openapi({ description: "Stands for one question for ever." }),
    revision: z.int().openapi({ description: "1 for the first; each later one has a reason." }),
    reason: z.string(),
    knownAt: z.string().openapi({ description: "Only what the records held then counts." }),
    releasedAt: z.string(),
    position: z.int().openapi({ description: "Events that the records held at `knownAt`." }),
    law: z.object({ version: z.string(), parameters: sha256 }),
    code: z.string(),
    policy: z.string().openapi({ example: "public-1-3" }),
    override: z.string().nullable().openapi({ description: "Why the policy is not the usual one." }),
    source: sha256,
    definitions: sha256,
    files: z.array(
      z.object({
        name: z.string(),
        sha256,
        mediaType: z.string(),
        kind: z.enum(["computed", "rendered"]).openapi({ description: "computed: the records give the same bytes again." }),
        bytes: z.int(),
        href: z.string(),
      }),
    ),
  })
  .openapi("Release");

const publication = z
  .object({ schema: z.literal("maatwerk.publication/1") })
  .loose()
  .openapi("Publication");
const question = z.string().openapi({ description: "The question as YAML or JSON text; see examples/ in the repository." });
const byId = { id: z.string().openapi({ format: "uuid" }) };

export const figureDescriptions = [
  createRoute({
    method: "post",
    path: FIGURES,
    operationId: "askFigures",
    summary: "Put a question to the records",
    description:
      "For statisticians and the cabinet. With channel=public small counts are withheld, also where they would follow from what was published before; channel=internal is not to be passed on.",
    security: [{ token: [] }],
    request: {
      query: z.object({
        channel: z.enum(["public", "internal"]).optional(),
        knownAt: z.string().optional().openapi({ description: "A day (its end in Brussels) or a moment in UTC." }),
      }),
      body: { required: true, content: { "application/yaml": { schema: question }, "application/json": { schema: question } } },
    },
    responses: {
      200: {
        description: "The figures, each with its unit, population, dates and caveats, as canonical JSON.",
        content: { "application/json": { schema: publication } },
      },
      400: problem("The question cannot be read: each mistake with its line, and what exists."),
      401: problem("No token, or one that is unknown, expired or revoked."),
      403: problem("The role of the token may not ask for figures."),
      413: problem("The question is too long."),
      422: problem("The figures cannot be given: a period before the data, growth across a break in the series."),
    },
  }),
  createRoute({
    method: "get",
    path: RELEASES,
    operationId: "releases",
    summary: "Everything that was published, newest first",
    responses: {
      200: { description: "The releases.", content: { "application/json": { schema: z.object({ items: z.array(release) }) } } },
    },
  }),
  createRoute({
    method: "get",
    path: `${RELEASES}/{id}`,
    operationId: "release",
    summary: "One release with what was frozen with it",
    request: { params: z.object(byId) },
    responses: {
      200: { description: "The release.", content: { "application/json": { schema: release } } },
      404: problem("There is no such release."),
    },
  }),
  createRoute({
    method: "get",
    path: `${RELEASES}/{id}/files/{file}`,
    operationId: "releaseFile",
    summary: "One file of a release, as issued",
    request: { params: z.object({ ...byId, file: z.string().openapi({ example: "publication.json" }) }) },
    responses: {
      200: {
        description: "The file.",
        content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      },
      404: problem("There is no such file."),
    },
  }),
];
