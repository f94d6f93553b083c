// The yearly linkage through the API: asked for, taken in, and its calendar.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import { type FiguresPorts, figures } from "../../counter/index.ts";
import { parsePlainDate } from "../../kernel/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";
import { BODY_LIMIT } from "../body.ts";
import { LINKAGES } from "./paths.ts";
import { actorOf, invalid, nothingThere, readJson, readText, refusedFigures } from "./reading.ts";

export const linkageRequest = z.strictObject({
  dimension: z.string().openapi({ example: "education" }),
  coversUntil: z.string().openapi({ format: "date", description: "Last day that the linkage covers." }),
  expectedOn: z.string().optional().openapi({ format: "date", description: "Day on which it is expected back." }),
});

const own = { "cache-control": "no-store" };

export function linkageApiRoutes(app: OpenAPIHono<ApiEnv>, ports: FiguresPorts): void {
  app.get(
    LINKAGES,
    allow("figure.ask", async (c: ApiContext) => {
      const items = (await figures.linkageCalendar(ports)).map(({ linkageRef, ...line }) => ({ id: linkageRef, ...line }));
      return c.json({ items }, 200, own);
    }),
  );
  app.post(
    LINKAGES,
    allow("figure.release", async (c: ApiContext) => {
      const read = await readJson(c, linkageRequest);
      if (read instanceof Response) return read;
      const coversUntil = parsePlainDate(read.value.coversUntil, "coversUntil");
      const expectedOn = read.value.expectedOn === undefined ? null : parsePlainDate(read.value.expectedOn, "expectedOn");
      if (!coversUntil.ok || expectedOn?.ok === false)
        return invalid(
          c,
          [coversUntil, expectedOn].flatMap((one) => (one === null || one.ok ? [] : [one.error])),
        );
      const { dimension } = read.value;
      const asked = { dimension, coversUntil: coversUntil.value, expectedOn: expectedOn?.value ?? null };
      const made = await figures.requestLinkage(ports, actorOf(c), asked);
      if (!made.ok) return refusedFigures(c, made.error, "The linkage cannot be asked for");
      const { linkageRef, persons, csv } = made.value;
      return c.json({ id: linkageRef, persons, csv }, 201, own);
    }),
  );
  app.put(
    `${LINKAGES}/:id/file`,
    allow("figure.release", async (c: ApiContext) => {
      const text = await readText(c, BODY_LIMIT, "a CSV with the columns pseudonym and value");
      if (text instanceof Response) return text;
      const taken = await figures.takeLinkage(ports, actorOf(c), c.req.param("id") ?? "", text);
      if (taken.ok) return c.json(taken.value, 200, own);
      const [first] = taken.error;
      if (first?.id === "linkage.unknown") return nothingThere(c, "linkage", LINKAGES);
      return refusedFigures(c, taken.error, "The linkage cannot be taken");
    }),
  );
}
