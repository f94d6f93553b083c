// The forecast and the auditor's samples through the API.
import { forecastOf } from "../../counter/index.ts";
import { isInstant } from "../../kernel/index.ts";
import { COMPONENTS } from "../../payment/index.ts";
import { notFound } from "../applicant/asker.ts";
import { text, withJson } from "../applicant/request.ts";
import { idIn, type PaymentApi } from "./kit.ts";
import { actorOf, badField, once, PAYMENTS, readQuarter, replied } from "./request.ts";
import { bundleJson, forecastJson, sampleJson } from "./shapes.ts";

export function sampleRoutes(api: PaymentApi): void {
  const { counter, law, get, post } = api;
  get("/forecast", "ledger.see", async (c) => c.json(forecastJson(await forecastOf(counter, c.req.query("fresh") === "true"))));
  get("/samples", "audit.sample", async (c) => c.json({ items: (await counter.samples.list()).map(sampleJson) }));
  post("/samples", "audit.sample", (c) =>
    withJson(c, async (body) => {
      const [from, until] = [readQuarter(body.fromQuarter), readQuarter(body.untilQuarter)];
      if (from === null) return badField(c, "fromQuarter", "2026-Q1");
      if (until === null) return badField(c, "untilQuarter", "2026-Q3");
      const component = body.component == null ? null : COMPONENTS.find((one) => one === body.component);
      if (component === undefined) return badField(c, "component", COMPONENTS.join(", "));
      if (body.knownAt != null && !isInstant(body.knownAt)) return badField(c, "knownAt", "2026-11-26T10:00:00.000Z");
      const request = {
        seed: text(body.seed) ?? "",
        size: typeof body.size === "number" ? body.size : 0,
        fromQuarter: from,
        untilQuarter: until,
        component,
        ...(isInstant(body.knownAt) ? { knownAt: body.knownAt } : {}),
      };
      return once(c, counter, body, async () =>
        replied(c, await counter.samples.draw(request, actorOf(c)), (sample) => ({
          status: 201,
          body: sampleJson(sample),
          location: `${PAYMENTS}/samples/${sample.sampleRef}`,
        })),
      );
    }),
  );
  get("/samples/:id", "audit.sample", async (c) => {
    const ref = idIn(c);
    const sample = ref === null ? null : await counter.samples.find(ref);
    return sample === null ? notFound(c) : c.json(sampleJson(sample));
  });
  get("/samples/:id/:number", "audit.sample", async (c) => {
    const ref = idIn(c);
    const sample = ref === null ? null : await counter.samples.find(ref);
    const key = sample?.lines[Number(c.req.param("number")) - 1];
    const bundle = key === undefined ? null : await counter.samples.open(key);
    return bundle === null ? notFound(c) : c.json(bundleJson(law, bundle));
  });
}
