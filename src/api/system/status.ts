// GET /api/v1/system/status: the measures and alerts that the operator's page shows.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { allow } from "../../access/index.ts";
import type { Watch } from "../../main/index.ts";
import type { ApiContext, ApiEnv } from "../applicant/asker.ts";

export const STATUS_PATH = "/api/v1/system/status";

export function systemRoutes(app: OpenAPIHono<ApiEnv>, watch: Watch): void {
  app.get(
    STATUS_PATH,
    allow("system.status", async (c: ApiContext) => c.json(await watch.status(), 200, { "cache-control": "no-store" })),
  );
}
