// Whether the process lives, and whether it can do its work.
import { type Context, Hono } from "hono";
import { allow } from "../access/index.ts";

/** @param ready - Resolves to null when all is well, else to the name of what is missing. */
export function healthRoutes(ready: () => Promise<string | null>): Hono {
  const app = new Hono();
  app.get(
    "/healthz",
    allow("everyone", (c: Context) => c.json({ status: "ok" }, 200, { "cache-control": "no-store" })),
  );
  app.get(
    "/readyz",
    allow("everyone", async (c: Context) => {
      const missing = await ready();
      return missing === null
        ? c.json({ status: "ok" }, 200, { "cache-control": "no-store" })
        : c.json({ status: "unavailable", missing }, 503, { "cache-control": "no-store", "retry-after": "5" });
    }),
  );
  return app;
}
