// POST /api/v1/figures puts a question to the records; GET /api/v1/releases gives everything that was published, with its files.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import { type FiguresPorts, figures, type ReleaseState } from "../../counter/index.ts";
import { canonicalJson, parseKnownAt } from "../../kernel/index.ts";
import { internalWatermark } from "../../statistics/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import { catalogueApiRoutes } from "./catalogue-routes.ts";
import { draftApiRoutes } from "./draft-routes.ts";
import { linkageApiRoutes } from "./linkage-routes.ts";
import { FIGURES, RELEASES } from "./paths.ts";
import { questionApiRoutes } from "./question-routes.ts";
import { LONGEST_QUESTION, notComputed, readText } from "./reading.ts";

const json = "application/json; charset=utf-8";

export function figureApiRoutes(app: OpenAPIHono<ApiEnv>, ports: FiguresPorts): void {
  app.post(
    FIGURES,
    allow("figure.ask", (c: ApiContext) => askFigures(c, ports)),
  );
  catalogueApiRoutes(app, ports);
  questionApiRoutes(app, ports);
  draftApiRoutes(app, ports);
  linkageApiRoutes(app, ports);
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
  const text = await readText(
    c,
    LONGEST_QUESTION,
    "the question as YAML or JSON text: unit, measure, at, and what else it needs,",
  );
  if (text instanceof Response) return text;
  const found = await figures.ask(ports, { text, file: "question.yaml", knownAt: knownAt?.value ?? null, channel });
  if (!found.ok) return notComputed(c, found.error);
  const { publication } = found.value;
  const body = channel === "internal" ? { ...publication, watermark: internalWatermark } : publication;
  return new Response(canonicalJson(body), { headers: { "content-type": json, "cache-control": "no-store" } });
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
