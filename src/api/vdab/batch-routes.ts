// Supervised batches for programs: the double ticket's catch-up, and the conversion of earlier rights.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import {
  type Acting,
  type BatchLine,
  type BatchStore,
  type Portion,
  runConversions,
  runPortion,
  startCatchUp,
  startConversions,
  tryConversions,
  type VdabPorts,
} from "../../counter/index.ts";
import { isRef, refOf } from "../../kernel/index.ts";
import { type ApiContext, type ApiEnv, notFound } from "../applicant/asker.ts";
import { asking, closed, keyed } from "./asking.ts";
import * as paths from "./paths.ts";

export function vdabBatchRoutes(app: Hono<ApiEnv>, ports: VdabPorts): void {
  batchRoutes(app, paths.CATCH_UPS, {
    store: ports.catchUps,
    start: (acting, id) => startCatchUp(ports, acting, id),
    portion: (acting, id) => runPortion(ports, acting, id),
  });
  batchRoutes(app, paths.CONVERSIONS, {
    store: ports.conversions,
    start: (acting, id) => startConversions(ports, acting, id),
    portion: (acting, id) => runConversions(ports, acting, id),
    tryOut: (id) => tryConversions(ports, id),
  });
}

/** Supervised batches: begun, tried out, worked portion after portion. */
function batchRoutes(
  app: Hono<ApiEnv>,
  path: string,
  batches: {
    readonly store: BatchStore<unknown>;
    start(acting: Acting, id: string): Promise<void>;
    portion(acting: Acting, id: string): Promise<Portion | null>;
    tryOut?(id: string): Promise<readonly BatchLine[]>;
  },
): void {
  const { store, tryOut } = batches;
  app.post(
    path,
    allow("catchUp.run", (c: ApiContext) =>
      asking(c, (acting) =>
        // The same key begins the same batch.
        keyed(c, acting, async ({ commandId }) => {
          const id = refOf({ of: "batch", path, commandId });
          await batches.start(acting, id);
          return c.json({ id }, 201, { location: `${path}/${id}` });
        }),
      ),
    ),
  );
  app.get(
    `${path}/:batch`,
    allow("catchUp.run", (c: ApiContext) =>
      asking(c, async () => {
        const id = c.req.param("batch") ?? "";
        const batch = isRef(id) ? await store.read(id) : null;
        if (batch === null) return notFound(c);
        const lines = await store.lines(id, 1_000);
        return c.json({ id, startedAt: batch.startedAt, counts: batch.counts, lines }, 200, closed);
      }),
    ),
  );
  if (tryOut !== undefined) {
    app.get(
      `${path}/:batch/try`,
      allow("catchUp.run", (c: ApiContext) =>
        asking(c, async () => {
          const id = c.req.param("batch") ?? "";
          if (!isRef(id) || (await store.read(id)) === null) return notFound(c);
          return c.json({ id, lines: await tryOut(id) }, 200, closed);
        }),
      ),
    );
  }
  app.post(
    `${path}/:batch/portions`,
    allow("catchUp.run", (c: ApiContext) =>
      asking(c, async (acting) => {
        const id = c.req.param("batch") ?? "";
        const done = isRef(id) ? await batches.portion(acting, id) : null;
        if (done === null) return notFound(c);
        return c.json({ id, counts: done.batch.counts, lines: done.lines, finished: done.finished }, 200, closed);
      }),
    ),
  );
}
