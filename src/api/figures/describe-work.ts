// What programs of statisticians can do beside asking, as the OpenAPI description prints it: catalogue, drafts, comparison, verification, linkage.
import { createRoute, z } from "@hono/zod-openapi";
import { PROBLEM_TYPE } from "../problem.ts";
import { problemDocument } from "../schemas.ts";
import { drafting, overriding, rejecting, releasing } from "./draft-routes.ts";
import { linkageRequest } from "./linkage-routes.ts";
import { BOUNDS, COUNTABLE, DCAT, DIMENSIONS, DRAFTS, LINKAGES, QUESTIONS, TEMPLATES, VERIFICATION } from "./paths.ts";

const security = [{ token: [] }];
const problem = (description: string) => ({ description, content: { [PROBLEM_TYPE]: { schema: problemDocument } } });
const denied = {
  401: problem("No token, or one that is unknown, expired or revoked."),
  403: problem("The role of the token may not do this, or a person must."),
};
const unread = { 400: problem("The body or a field cannot be read: each mistake with its field or its line.") };
const refused = {
  404: problem("There is no such thing."),
  409: problem("Another person must do it, or it changed since it was looked at."),
  422: problem("It cannot be done: every reason."),
};
const answer = (description: string, schema: z.ZodType = z.looseObject({})) => ({
  description,
  content: { "application/json": { schema } },
});
const listOf = (item: z.ZodType) => z.object({ items: z.array(item) });

const words = z.object({ nl: z.string(), en: z.string(), fr: z.string() });
const named = z.object({ id: z.string(), title: words });
const exclusive = z.enum(["always", "sometimes", "never"]);
const dimension = z
  .object({
    id: z.string(),
    title: words,
    meaning: words,
    owner: named,
    use: z.enum(["dimension", "selection"]).openapi({ description: "selection: selects or is measured, and does not divide." }),
    availability: z.object({ when: z.string(), text: words }),
    linkages: z.array(z.object({ coversUntil: z.string(), availableFrom: z.string() })),
    exclusive: exclusive.openapi({ description: "Whether each counted unit falls in one value only." }),
    subjects: z.array(named),
    units: z.array(named.extend({ exclusive })),
    values: z
      .array(z.object({ code: z.string(), title: words }))
      .nullable()
      .openapi({ description: "Null: no closed list." }),
    ids: z.array(z.string()),
  })
  .openapi("FigureDimension");
const question = z.object({ name: z.string(), version: z.int(), text: z.string(), savedAt: z.string() }).openapi("KeptQuestion");
const draft = z
  .looseObject({
    id: z.string().openapi({ format: "uuid" }),
    status: z.enum(["DRAFT", "RELEASED", "REJECTED"]),
    name: z.string(),
    revision: z.int(),
    policy: z.string(),
    seen: z.string().openapi({ description: "Hash of the figures: send it along to release what was looked at." }),
  })
  .openapi("ReleaseDraft");
const change = z.int().nullable();
const comparison = z
  .object({
    watermark: words,
    draft: z.string(),
    release: z.string(),
    lawMoved: z.boolean(),
    lawKept: z.boolean(),
    notComparable: z.array(z.string()),
    changes: z.array(
      z.object({
        figure: z.string(),
        key: z.array(z.string().nullable()),
        before: change,
        late: change.openapi({ description: "Registered late." }),
        law: change.openapi({ description: "Another law; null where that of then was not kept." }),
        population: change.openapi({ description: "Other people." }),
        now: change,
      }),
    ),
  })
  .openapi("Comparison");
const verification = z.object({
  sound: z.boolean(),
  items: z.array(
    z.looseObject({
      id: z.string(),
      sound: z.boolean(),
      name: z.string(),
      revision: z.int(),
      flaws: z.array(z.object({ file: z.string(), flaw: z.enum(["damaged", "missing", "moved"]) })),
      lawMoved: z.boolean(),
      notComputed: z.string().nullable(),
    }),
  ),
});
const text = (description: string) => ({ "application/yaml": { schema: z.string().openapi({ description }) } });
const byId = z.object({ id: z.string().openapi({ format: "uuid" }) });
const byName = z.object({ name: z.string() });

const get = (path: string, operationId: string, summary: string, ok: ReturnType<typeof answer>, open = false) =>
  createRoute({
    method: "get",
    path,
    operationId,
    summary,
    ...(open ? {} : { security }),
    responses: { 200: ok, ...(open ? {} : denied) },
  });
const step = (name: string, operationId: string, summary: string, schema: z.ZodType) =>
  createRoute({
    method: "post",
    path: `${DRAFTS}/{id}/${name}`,
    operationId,
    summary,
    security,
    request: { params: byId, body: { required: true, content: { "application/json": { schema } } } },
    responses: { 200: answer("The draft after the step.", draft), ...denied, ...unread, ...refused },
  });

export const figureWorkDescriptions = [
  get(
    DIMENSIONS,
    "figureDimensions",
    "What figures can be divided or selected by",
    answer("Every attribute.", listOf(dimension)),
    true,
  ),
  get(COUNTABLE, "figureCatalogue", "What can be counted: subjects, units and events", answer("The catalogue."), true),
  get(
    DCAT,
    "openDataCatalogue",
    "Everything that was released, as DCAT-AP VL in JSON-LD",
    answer("The catalogue, as JSON-LD."),
    true,
  ),
  get(
    TEMPLATES,
    "figureTemplates",
    "Sheets to begin with",
    answer("Each with its title and text.", listOf(z.looseObject({ id: z.string() }))),
  ),
  createRoute({
    method: "post",
    path: BOUNDS,
    operationId: "figureBounds",
    summary: "What published margins leave open",
    security,
    request: { body: { required: true, content: text("Tickets and margins; see examples/bounds-of-three-tickets.yaml.") } },
    responses: { 200: answer("The least and the most of each cell and sum."), ...denied, ...unread, 422: refused[422] },
  }),
  get(QUESTIONS, "keptQuestions", "Questions that are kept, newest first", answer("The questions.", listOf(question))),
  createRoute({
    method: "get",
    path: `${QUESTIONS}/{name}`,
    operationId: "keptQuestion",
    summary: "The last version of a kept question",
    security,
    request: { params: byName },
    responses: { 200: answer("The question.", question), ...denied, 404: refused[404] },
  }),
  createRoute({
    method: "put",
    path: `${QUESTIONS}/{name}`,
    operationId: "keepQuestion",
    summary: "Keep a question; each saving is a version",
    security,
    request: { params: byName, body: { required: true, content: text("A sheet that can be read.") } },
    responses: {
      200: answer("A new version.", question),
      201: answer("The first version.", question),
      ...denied,
      ...unread,
      409: refused[409],
      422: refused[422],
    },
  }),
  get(DRAFTS, "drafts", "Drafts that wait for a second person", answer("The drafts.", listOf(draft))),
  createRoute({
    method: "post",
    path: DRAFTS,
    operationId: "draftRelease",
    summary: "Draft a release",
    security,
    request: { body: { required: true, content: { "application/json": { schema: drafting } } } },
    responses: { 201: answer("The draft.", draft), ...denied, ...unread, 409: refused[409], 422: refused[422] },
  }),
  createRoute({
    method: "get",
    path: `${DRAFTS}/{id}`,
    operationId: "draft",
    summary: "A draft with what would be released now",
    security,
    request: { params: byId },
    responses: { 200: answer("The draft and its publication.", draft), ...denied, 404: refused[404], 422: refused[422] },
  }),
  step("release", "releaseDraft", "Release a draft, as another person than who drafted it", releasing),
  step("rejection", "rejectDraft", "Reject a draft, with the reason", rejecting),
  step("policy", "overridePolicy", "Take another disclosure policy for a draft, with the reason", overriding),
  createRoute({
    method: "get",
    path: `${DRAFTS}/{id}/comparison`,
    operationId: "compareDraft",
    summary: "A draft beside an earlier release: registered late, another law, other people",
    security,
    request: {
      params: byId,
      query: z.object({ with: z.string().openapi({ format: "uuid", description: "Id of the release." }) }),
    },
    responses: {
      200: answer("Each change. Internal: not to be passed on.", comparison),
      ...denied,
      ...unread,
      404: refused[404],
    },
  }),
  createRoute({
    method: "get",
    path: VERIFICATION,
    operationId: "verifyReleases",
    summary: "Compute every release again, under the law that it froze, and compare byte for byte",
    security,
    request: { query: z.object({ name: z.string().optional().openapi({ description: "Only the releases of this name." }) }) },
    responses: { 200: answer("What was found.", verification), ...denied },
  }),
  get(
    LINKAGES,
    "linkages",
    "The calendar of the yearly linkage",
    answer("Every linkage that was asked for.", listOf(z.looseObject({ id: z.string() }))),
  ),
  createRoute({
    method: "post",
    path: LINKAGES,
    operationId: "requestLinkage",
    summary: "Ask for a linkage: pseudonyms that mean nothing outside it",
    security,
    request: { body: { required: true, content: { "application/json": { schema: linkageRequest } } } },
    responses: {
      201: answer("The pseudonyms.", z.object({ id: z.string(), persons: z.int(), csv: z.string() })),
      ...denied,
      ...unread,
      422: refused[422],
    },
  }),
  createRoute({
    method: "put",
    path: `${LINKAGES}/{id}/file`,
    operationId: "takeLinkage",
    summary: "Take what came back; with a mistake in a line nothing is kept",
    security,
    request: {
      params: byId,
      body: { required: true, content: { "text/csv": { schema: z.string().openapi({ description: "pseudonym,value" }) } } },
    },
    responses: {
      200: answer("Coverage.", z.object({ rows: z.int(), matched: z.int(), persons: z.int(), coverage: z.string() })),
      ...denied,
      400: unread[400],
      ...refused,
    },
  }),
];
