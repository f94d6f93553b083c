// Samples as the OpenAPI description prints them.
import { z } from "@hono/zod-openapi";
import { command, component, items, moment, quarter, read } from "./parts.ts";
import { bundle, forecast, sample } from "./schemas.ts";

export const sampleDescriptions = [
  read(
    "/forecast",
    "readForecast",
    "Running grants over the next eight quarters, on the last wages",
    forecast,
    z.object({ fresh: z.enum(["true"]).optional() }),
  ),
  read("/samples", "listSamples", "Samples drawn, newest first", items(sample)),
  command("/samples", "drawSample", "Draw payments at random under a seed", {
    body: z.object({
      seed: z.string(),
      size: z.number().int(),
      fromQuarter: quarter,
      untilQuarter: quarter,
      component: component.nullish(),
      knownAt: moment.nullish(),
    }),
    gives: sample,
    status: 201,
  }),
  read("/samples/:id", "readSample", "One sample", sample),
  read("/samples/:id/:number", "openBundle", "Everything behind one payment of a sample", bundle),
];
