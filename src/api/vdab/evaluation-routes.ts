// Evaluations that an employer asked, for programs.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type Acting, openFileOfGrant, parseEvaluation, recordEvaluation, type VdabPorts } from "../../counter/index.ts";
import { type FileRef, isRef, ownValue } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound, refused } from "../applicant/asker.ts";
import { withJson } from "../applicant/request.ts";
import { asking, changing, refusedBy } from "./asking.ts";
import * as paths from "./paths.ts";
import { evaluationJson, headersOf } from "./shapes.ts";

export function evaluationRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  const withEvaluation = async (
    c: ApiContext,
    acting: Acting,
    then: (...of: Parameters<typeof evaluationJson>) => Promise<Response>,
  ): Promise<Response> => {
    const id = c.req.param("file") ?? "";
    const file = isRef(id) ? await openFileOfGrant(ports, acting, id as string as FileRef, "EVALUATION") : null;
    const evaluation = file ? ownValue(file.state.evaluations, c.req.param("evaluation") ?? "") : undefined;
    return file === null || evaluation === undefined ? notFound(c) : then(file, evaluation);
  };
  const answer =
    (c: ApiContext) =>
    async (...[file, evaluation]: Parameters<typeof evaluationJson>) =>
      c.json(evaluationJson(file, evaluation), 200, headersOf(file.version));
  app.get(
    paths.EVALUATION,
    allow("finding.see", (c: ApiContext) => asking(c, (acting) => withEvaluation(c, acting, answer(c)))),
  );
  app.post(
    paths.EVALUATION,
    allow("finding.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, (acting) =>
          withEvaluation(c, acting, async (file, evaluation) => {
            const input = parseEvaluation(body);
            if (!input.ok) return refused(c, input.error, 400);
            return changing(c, acting, async (meta) => {
              const done = await recordEvaluation(ports, acting, file, evaluation, input.value, meta);
              return done.ok ? withEvaluation(c, acting, answer(c)) : refusedBy(c, done.error);
            });
          }),
        ),
      ),
    ),
  );
}
