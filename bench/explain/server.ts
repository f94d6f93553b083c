// One of the two servers that are compared, in a process of its own: the API, or a handler that reads the request and answers the bytes it is given.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { createApi } from "../../src/api/index.ts";
import { systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";

let answer = "";

function emptyHandler(): Hono {
  const app = new Hono();
  app.post("/api/v1/calculations", async (c) => {
    await c.req.text();
    return c.body(answer, 200, { "content-type": "application/json" });
  });
  return app;
}

const app =
  process.argv[2] === "empty"
    ? emptyHandler()
    : createApi({
        law: openLaw(),
        clock: systemClock,
        answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
        ready: async () => null,
      });
const server = createServer(getRequestListener((given, env) => app.fetch(given, env)));
process.on("message", (message) => {
  answer = message as string;
  process.send!("ready");
});
process.on("disconnect", () => process.exit(0));
server.listen(0, "127.0.0.1", () => process.send!((server.address() as AddressInfo).port));
