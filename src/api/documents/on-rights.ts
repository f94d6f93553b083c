// Letters about older rights of the enterprise that asks, through the API.
import type { Hono } from "hono";
import { allow } from "../../access/index.ts";
import { type CounterPorts, lettersOnRights } from "../../counter/index.ts";
import { type ApiContext, type ApiEnv, withinFirm } from "../applicant/asker.ts";
import { lineJson } from "./line.ts";

export const RIGHT_DOCUMENTS = "/api/v1/older-rights/documents";

export function rightDocumentRoutes(app: Hono<ApiEnv>, counter: CounterPorts): void {
  app.get(
    RIGHT_DOCUMENTS,
    allow("application.follow", (c: ApiContext) =>
      withinFirm(c, counter, c.req.query("enterpriseNumber"), async ({ acting, firm }) => {
        const lines = await lettersOnRights(counter, acting, firm);
        const items = lines.map((line) => ({ ...lineJson(line), right: line.aboutRef }));
        return c.json({ items }, 200, { "cache-control": "private, no-store" });
      }),
    ),
  );
}
