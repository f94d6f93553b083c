// Drafts of releases: made, looked at, released or rejected by another person, and laid beside an earlier release.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import { type FiguresPorts, figures, type ReleaseState, type VerifiedRelease } from "../../counter/index.ts";
import { canonicalJson, parseKnownAt } from "../../kernel/index.ts";
import { internalWatermark, type PlacedIssue, type ReleaseSource } from "../../statistics/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";
import { DRAFTS, RELEASES, VERIFICATION } from "./paths.ts";
import {
  actorOf,
  fieldProblem,
  invalid,
  misread,
  notComputed,
  nothingThere,
  readJson,
  stateOf,
  withoutPerson,
} from "./reading.ts";

export const drafting = z.strictObject({
  name: z.string().openapi({ description: "Stands for one question for ever.", example: "tickets-per-provincie" }),
  reason: z.string().default("").openapi({ description: "Why there is a new revision; may be empty for a first one." }),
  question: z.string().optional().openapi({ description: "A sheet as YAML or JSON text." }),
  kept: z.string().optional().openapi({ description: "Or the name of a question that was kept." }),
  answer: z.string().optional().openapi({ description: "Or the id of an answer that ships with the product." }),
  knownAt: z.string().optional().openapi({ description: "A day (its end in Brussels) or a moment in UTC; now when left out." }),
});
export const releasing = z.strictObject({
  seen: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .openapi({ description: "`seen` of the draft as it was looked at: other figures are not released." }),
});
export const rejecting = z.strictObject({ reason: z.string() });
export const overriding = z.strictObject({ policy: z.string().openapi({ example: "public-1-10" }), reason: z.string() });

const own = { "cache-control": "no-store" };

export function draftApiRoutes(app: OpenAPIHono<ApiEnv>, ports: FiguresPorts): void {
  const one = `${DRAFTS}/:id`;
  app.get(
    DRAFTS,
    allow("figure.ask", async (c: ApiContext) => {
      const states = figures.foldReleases(await ports.publications.all()).filter((state) => state.status === "DRAFT");
      return c.json({ items: states.map(described) }, 200, own);
    }),
  );
  app.post(
    DRAFTS,
    allow("answer.draft", (c: ApiContext) => postDraft(c, ports)),
  );
  app.get(
    one,
    allow("figure.ask", async (c: ApiContext) => {
      const state = await stateOf(ports, c.req.param("id"));
      return state === null ? nothingThere(c, "draft", DRAFTS) : shown(c, ports, state);
    }),
  );
  app.post(
    `${one}/release`,
    allow("figure.release", (c: ApiContext) =>
      step(c, ports, releasing, ({ seen }, ref) => figures.releaseDraft(ports, actorOf(c), ref, seen)),
    ),
  );
  app.post(
    `${one}/rejection`,
    allow("figure.release", (c: ApiContext) =>
      step(c, ports, rejecting, ({ reason }, ref) => figures.rejectDraft(ports, actorOf(c), ref, reason)),
    ),
  );
  app.post(
    `${one}/policy`,
    allow("figure.release", (c: ApiContext) =>
      step(c, ports, overriding, ({ policy, reason }, ref) => figures.overridePolicy(ports, actorOf(c), ref, policy, reason)),
    ),
  );
  app.get(
    `${one}/comparison`,
    allow("figure.ask", (c: ApiContext) => compared(c, ports)),
  );
  app.get(
    VERIFICATION,
    allow("figure.ask", async (c: ApiContext) => {
      const verified = await figures.verifyReleases(ports, c.req.query("name") ?? null);
      const items = verified.map((one) => verifiedItem(one));
      return c.json({ sound: items.every((item) => item.sound), items }, 200, own);
    }),
  );
}

async function postDraft(c: ApiContext, ports: FiguresPorts): Promise<Response> {
  const read = await readJson(c, drafting);
  if (read instanceof Response) return read;
  const { name, reason, knownAt } = read.value;
  const moment = knownAt === undefined ? null : parseKnownAt(knownAt);
  if (moment !== null && !moment.ok) return invalid(c, [moment.error]);
  const source = await sourceOf(ports, read.value);
  if (Array.isArray(source)) return misread(c, source);
  if (typeof source === "string")
    return invalid(c, [fieldProblem(source, "a question, the name of a kept one, or an answer: one of them")]);
  const made = await figures.draftRelease(ports, actorOf(c), { name, reason, source, knownAt: moment?.value ?? null });
  if (!made.ok) return notComputed(c, made.error);
  return c.json(described(made.value), 201, { ...own, location: `${DRAFTS}/${made.value.releaseRef}` });
}

/** Where the question comes from; a text is the field that is wrong, a list what cannot be read in the answer's folder. */
async function sourceOf(
  ports: FiguresPorts,
  { question, kept, answer }: z.infer<typeof drafting>,
): Promise<ReleaseSource | string | PlacedIssue[]> {
  if ([question, kept, answer].filter((given) => given !== undefined).length !== 1) return "question";
  if (question !== undefined) return { kind: "sheet", text: question };
  if (kept !== undefined) {
    const found = await ports.publications.question(kept);
    return found === null ? "kept" : { kind: "sheet", text: found.text };
  }
  const texts = ports.answerTexts(answer!);
  if (texts === null) return "answer";
  return texts.ok ? { kind: "folder", id: answer!, ...texts.value } : [...texts.error];
}

/** With what would be released now: `seen` is then the hash of that. */
async function shown(c: ApiContext, ports: FiguresPorts, state: ReleaseState): Promise<Response> {
  const computed = await figures.computeDraft(ports, state);
  if (!computed.ok) return notComputed(c, computed.error);
  const body = { ...described(state), seen: figures.seenOf(computed.value), publication: computed.value.publication };
  return new Response(canonicalJson(body), { headers: { "content-type": "application/json; charset=utf-8", ...own } });
}

type Done = Awaited<ReturnType<typeof figures.releaseDraft>>;

/** One step of another person. */
async function step<T>(
  c: ApiContext,
  ports: FiguresPorts,
  schema: z.ZodType<T>,
  take: (sent: T, ref: string) => Promise<Done>,
): Promise<Response> {
  const refused = withoutPerson(c);
  if (refused !== null) return refused;
  const state = await stateOf(ports, c.req.param("id"));
  if (state === null) return nothingThere(c, "draft", DRAFTS);
  const read = await readJson(c, schema);
  if (read instanceof Response) return read;
  const done = await take(read.value, state.releaseRef);
  return done.ok ? c.json(described(done.value), 200, own) : notComputed(c, done.error);
}

async function compared(c: ApiContext, ports: FiguresPorts): Promise<Response> {
  const state = await stateOf(ports, c.req.param("id"));
  if (state === null) return nothingThere(c, "draft", DRAFTS);
  const earlier = await stateOf(ports, c.req.query("with"));
  if (earlier?.status !== "RELEASED") return invalid(c, [fieldProblem("with", `the id of a release, as at ${RELEASES}`)]);
  const now = await figures.computeDraft(ports, state);
  if (!now.ok) return notComputed(c, now.error);
  const found = await figures.compareWith(ports, earlier, now.value.publication);
  if (!found.ok) return notComputed(c, found.error);
  return c.json({ watermark: internalWatermark, draft: state.releaseRef, release: earlier.releaseRef, ...found.value }, 200, own);
}

function described(state: ReleaseState) {
  const { releaseRef, status, name, revision, reason, knownAt, policy, override, seen, draftedAt, draftedBy, ended, source } =
    state;
  return {
    id: releaseRef,
    status,
    name,
    revision,
    reason,
    knownAt,
    policy,
    override,
    seen,
    draftedAt,
    draftedBy,
    ended,
    source: source.kind === "sheet" ? source : { kind: source.kind, id: source.id },
    ...(status === "RELEASED" ? { release: `${RELEASES}/${releaseRef}` } : {}),
  };
}

function verifiedItem(one: VerifiedRelease) {
  const { releaseRef, ...rest } = one;
  return { id: releaseRef, sound: figures.isSound(one), ...rest };
}
