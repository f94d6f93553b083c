// POST /api/v1/figures puts a question to the records; GET /api/v1/releases gives everything that was published, with its files.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import { type FiguresPorts, figures, type NotComputed, type ReleaseState } from "../../counter/index.ts";
import { canonicalJson, type Problem, parseKnownAt } from "../../kernel/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";
import { readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";

export const FIGURES = "/api/v1/figures";
export const RELEASES = "/api/v1/releases";

/** A question is a page of text; more is a mistake. */
const LONGEST_QUESTION = 200_000;
const json = "application/json; charset=utf-8";

export function figureApiRoutes(app: OpenAPIHono<ApiEnv>, ports: FiguresPorts): void {
  app.post(
    FIGURES,
    allow("figure.ask", (c: ApiContext) => askFigures(c, ports)),
  );
  app.get(
    RELEASES,
    allow("everyone", async (c: ApiContext) => {
      const states = figures.foldReleases(await ports.mayLag.publications.all()).filter((state) => state.status === "RELEASED");
      const items = states.map(describe).sort((a, b) => (a.releasedAt < b.releasedAt ? 1 : -1));
      return c.json({ items }, 200, { "cache-control": "no-cache" });
    }),
  );
  app.get(
    `${RELEASES}/:id`,
    allow("everyone", async (c: ApiContext) => {
      const state = await releasedOf(ports, c.req.param("id") ?? "");
      return state === null ? notFound(c) : c.json(describe(state), 200, { "cache-control": "no-cache" });
    }),
  );
  app.get(
    `${RELEASES}/:id/files/:file`,
    allow("everyone", async (c: ApiContext) => {
      const state = await releasedOf(ports, c.req.param("id") ?? "");
      const file = state === null ? null : await ports.mayLag.publications.file(state.releaseRef, c.req.param("file") ?? "");
      if (file === null) return notFound(c);
      return new Response(file.body as Uint8Array<ArrayBuffer>, {
        headers: { "content-type": file.mediaType, "cache-control": "public, max-age=31536000, immutable" },
      });
    }),
  );
}

async function askFigures(c: ApiContext, ports: FiguresPorts): Promise<Response> {
  const requestId = requestIdOf(c);
  const query = new URL(c.req.url).searchParams;
  const channel = query.get("channel") ?? "public";
  const wrong = [...new Set(query.keys())].find((name) => !["channel", "knownAt"].includes(name));
  if (wrong !== undefined || (channel !== "public" && channel !== "internal"))
    return problemResponse(400, "query", "The query cannot be read", {
      detail:
        wrong === undefined
          ? "channel: public or internal."
          : `There is no parameter ${wrong.slice(0, 40)}. Use channel or knownAt.`,
      requestId,
    });
  const asked = query.get("knownAt");
  const knownAt = asked === null ? null : parseKnownAt(asked);
  if (knownAt !== null && !knownAt.ok)
    return problemResponse(400, "query", "The query cannot be read", { problems: [knownAt.error], requestId });
  const body = await readBody(c.req.raw, LONGEST_QUESTION);
  if (body.kind !== "bytes")
    return problemResponse(413, "size", "The question is too long", { detail: `At most ${LONGEST_QUESTION} bytes.`, requestId });
  const text = utf8(body.bytes);
  if (text === null || text.trim() === "")
    return problemResponse(400, "body", "There is no question", {
      detail: "Send the question as YAML or JSON text in UTF-8: unit, measure, at, and what else it needs.",
      requestId,
    });
  const found = await figures.ask(ports, { text, file: "question.yaml", knownAt: knownAt?.value ?? null, channel });
  if (!found.ok) return refused(found.error, requestId);
  return new Response(canonicalJson(found.value.publication), { headers: { "content-type": json, "cache-control": "no-store" } });
}

/** Mistakes come with line and column of the text that was sent. */
function refused(error: NotComputed, requestId: string | undefined): Response {
  if (error.kind === "source") {
    const problems = error.issues.map(({ line, column, problem }) => ({ ...problem, line, column }));
    const detail = error.issues.map(({ line, problem }) => `line ${line}: ${problem.message.en}`).join(" ");
    return problemResponse(400, "question", "The question cannot be read", { detail, problems, requestId });
  }
  const problems: readonly Problem[] = error.problems;
  return problemResponse(422, problems[0]?.id ?? "figures", "The figures cannot be given", {
    detail: problems.map((one) => one.message.en).join(" "),
    problems,
    requestId,
  });
}

async function releasedOf(ports: FiguresPorts, id: string): Promise<ReleaseState | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const state = figures.foldRelease(await ports.mayLag.publications.steps(id));
  return state?.status === "RELEASED" ? state : null;
}

function describe(state: ReleaseState) {
  const { files, ...manifest } = state.manifest!;
  return {
    id: state.releaseRef,
    ...manifest,
    files: Object.entries(files).map(([name, file]) => ({
      name,
      ...file,
      href: `${RELEASES}/${state.releaseRef}/files/${encodeURIComponent(name)}`,
    })),
  };
}

function notFound(c: ApiContext): Response {
  return problemResponse(404, "release", "There is no such release or file", {
    detail: `The list is at ${RELEASES}.`,
    requestId: requestIdOf(c),
  });
}
