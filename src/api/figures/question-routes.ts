// Questions that are kept by name: listed, read, and saved as a new version.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import { type FiguresPorts, figures } from "../../counter/index.ts";
import type { SavedQuestion } from "../../statistics/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";
import { QUESTIONS } from "./paths.ts";
import { actorOf, LONGEST_QUESTION, notComputed, nothingThere, readText } from "./reading.ts";

const own = { "cache-control": "no-store" };

export function questionApiRoutes(app: OpenAPIHono<ApiEnv>, ports: FiguresPorts): void {
  app.get(
    QUESTIONS,
    allow("figure.ask", async (c: ApiContext) => {
      const items = (await ports.publications.questions()).map(described);
      return c.json({ items }, 200, own);
    }),
  );
  app.get(
    `${QUESTIONS}/:name`,
    allow("figure.ask", async (c: ApiContext) => {
      const found = await ports.publications.question(c.req.param("name") ?? "");
      return found === null ? nothingThere(c, "question", QUESTIONS) : c.json(described(found), 200, own);
    }),
  );
  app.put(
    `${QUESTIONS}/:name`,
    allow("figure.ask", async (c: ApiContext) => {
      const text = await readText(c, LONGEST_QUESTION, "the question as YAML or JSON text");
      if (text instanceof Response) return text;
      const saved = await figures.saveQuestion(ports, actorOf(c), c.req.param("name") ?? "", text);
      if (!saved.ok) return notComputed(c, saved.error);
      return c.json(described(saved.value), saved.value.version === 1 ? 201 : 200, own);
    }),
  );
}

function described({ name, version, text, at }: SavedQuestion) {
  return { name, version, text, savedAt: at };
}
