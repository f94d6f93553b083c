// Applications and grants as programs read them.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type CounterPorts, possibleWith, quartersOfGrant } from "../../counter/index.ts";
import { type ApiContext, type ApiEnv, notFound, withinFirm } from "./asker.ts";
import { headersOf, withinFile } from "./file-access.ts";
import { list } from "./list.ts";
import { APPLICATIONS, GRANTS } from "./paths.ts";
import { etagOf, fileJson, quarterJson } from "./shapes.ts";

export function readingRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  app.get(
    APPLICATIONS,
    allow("application.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), (within) => list(c, counter, within, false)),
    ),
  );
  app.get(
    GRANTS,
    allow("grant.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), (within) => list(c, counter, within, true)),
    ),
  );
  app.get(
    `${APPLICATIONS}/:id`,
    allow("application.follow", (c: ApiContext) =>
      withinFile(c, counter, async (_within, file) => {
        if (c.req.header("if-none-match") === etagOf(file))
          return new Response(null, { status: 304, headers: { etag: etagOf(file) } });
        return c.json(fileJson(file, possibleWith(counter.law, file, counter.clock.today())), 200, headersOf(file));
      }),
    ),
  );
  app.get(
    `${GRANTS}/:id`,
    allow("grant.follow", (c: ApiContext) =>
      withinFile(c, counter, async (_within, file) => {
        const { grant, application } = file.state;
        if (grant === null || application === null) return notFound(c);
        const { employerRef, personRef } = application;
        const declared = employerRef === null ? [] : await counter.declarations.declarationsOf({ employerRef, personRef });
        const wished = c.req.query("steps");
        const quarters = quartersOfGrant(counter.law, grant, declared, counter.clock.today(), (wished ?? null) as never);
        const { grant: facts, id, number } = fileJson(file, possibleWith(counter.law, file, counter.clock.today()));
        return c.json({ application: id, number, ...facts, quarters: quarters.map(quarterJson) }, 200, headersOf(file));
      }),
    ),
  );
}
