// What can be asked: dimensions, units, subjects and events, templates to begin with, the catalogue of releases; and what margins leave open.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import { type FiguresPorts, figures } from "../../counter/index.ts";
import {
  bounds,
  describeAttributes,
  events,
  eventTitles,
  parseBoundsFile,
  subjectFacts,
  subjects,
  unitFacts,
  units,
} from "../../statistics/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";
import { BOUNDS, COUNTABLE, DCAT, DIMENSIONS, RELEASES, TEMPLATES } from "./paths.ts";
import { LONGEST_QUESTION, misread, readText, refusedFigures } from "./reading.ts";

const fresh = { "cache-control": "no-cache" };

export function catalogueApiRoutes(app: OpenAPIHono<ApiEnv>, ports: FiguresPorts): void {
  app.get(
    DIMENSIONS,
    allow("everyone", async (c: ApiContext) => {
      const linkages = await ports.linkages();
      const items = describeAttributes().map((one) => ({
        ...one,
        linkages: linkages
          .filter(({ dimension }) => dimension === one.id)
          .map(({ coversUntil, availableFrom }) => ({ coversUntil, availableFrom })),
      }));
      return c.json({ items }, 200, fresh);
    }),
  );
  app.get(
    COUNTABLE,
    allow("everyone", (c: ApiContext) =>
      c.json(
        {
          subjects: subjects.map((id) => ({ id, ...subjectFacts[id] })),
          units: units.map((id) => ({ id, ...unitFacts[id] })),
          events: events.map((id) => ({ id, title: eventTitles[id] })),
          dimensions: DIMENSIONS,
        },
        200,
        fresh,
      ),
    ),
  );
  app.get(
    DCAT,
    allow("everyone", async (c: ApiContext) => {
      const home = new URL(c.req.url).origin;
      const catalogue = await figures.openDataCatalogue(ports, {
        home,
        page: (name) => `${home}/cijfers/publicatie/${name}`,
        file: (releaseRef, file) => `${home}${RELEASES}/${releaseRef}/files/${encodeURIComponent(file)}`,
      });
      return new Response(JSON.stringify(catalogue), {
        headers: { "content-type": "application/ld+json; charset=utf-8", ...fresh },
      });
    }),
  );
  app.get(
    TEMPLATES,
    allow("figure.ask", (c: ApiContext) => c.json({ items: ports.templates() }, 200, fresh)),
  );
  app.post(
    BOUNDS,
    allow("figure.ask", async (c: ApiContext) => {
      const text = await readText(c, LONGEST_QUESTION, "the tickets and margins as YAML or JSON text");
      if (text instanceof Response) return text;
      const read = parseBoundsFile(text, "margins.yaml");
      if (!read.ok) return misread(c, read.error);
      const solved = bounds(read.value);
      if (!solved.ok) return refusedFigures(c, solved.error, "The margins cannot be solved");
      return c.json(solved.value, 200, { "cache-control": "no-store" });
    }),
  );
}
