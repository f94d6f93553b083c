// Advices of ICF partners, for programs.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { giveAdvice, ownAdvices, parseAdvice, type VdabPorts } from "../../counter/index.ts";
import { type ApiContext, type ApiEnv, refused } from "../applicant/asker.ts";
import { withJson } from "../applicant/request.ts";
import { asking, closed, keyed, refusedBy } from "./asking.ts";
import * as paths from "./paths.ts";

export function adviceRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  app.get(
    paths.ADVICES,
    allow("advice.record", (c: ApiContext) =>
      asking(c, async (acting) => {
        const items = await ownAdvices(ports, acting, 200);
        return c.json(
          { items: items.map(({ adviceRef, advisedOn, name }) => ({ id: adviceRef, advisedOn, name })) },
          200,
          closed,
        );
      }),
    ),
  );
  app.post(
    paths.ADVICES,
    allow("advice.record", (c: ApiContext) =>
      withJson(c, (body) =>
        asking(c, async (acting) => {
          const input = parseAdvice(body);
          if (!input.ok) return refused(c, input.error, 400);
          return keyed(c, acting, async ({ commandId }) => {
            const done = await giveAdvice(ports, acting, input.value, commandId);
            return done.ok ? c.json({ advisedOn: input.value.advisedOn }, 201) : refusedBy(c, done.error);
          });
        }),
      ),
    ),
  );
}
