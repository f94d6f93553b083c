// Headers are read and set where the server has them, and on request and answer themselves where there is no server.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { expect, it } from "vitest";
import { openLaw } from "../law/open-law.ts";
import { createApi, headerOf } from "./index.ts";

const api = createApi({
  law: openLaw(),
  clock: { today: () => "2026-01-01", now: () => 0 } as never,
  answers: { ids: [], give: async () => ({ answer: {}, released: true }) },
  ready: async () => null,
});
const request = (headers: Record<string, string>) => new Request("http://localhost/", { headers });

it("reads a header of a request that came by no server", () => {
  expect(headerOf(request({ "x-one": "1" }), undefined, "x-one")).toBe("1");
  expect(headerOf(request({}), undefined, "x-one")).toBeUndefined();
});

it("reads a header as the server has it, joined when it came more than once", () => {
  const env = { incoming: { headers: { "x-one": "1", "set-cookie": ["a", "b"] } } };
  expect(headerOf(request({}), env, "x-one")).toBe("1");
  expect(headerOf(request({}), env, "set-cookie")).toBe("a, b");
  expect(headerOf(request({ "x-two": "2" }), env, "x-two")).toBeUndefined();
});

it.each(["/healthz", "/api/v1/nothing", "/api/v1/openapi.json"])(
  "sends %s with the same headers through a server as without one",
  async (path) => {
    const server = createServer(getRequestListener((given, env) => api.fetch(given, env)));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const served = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
      const plain = await api.request(path);
      for (const name of ["x-content-type-options", "content-security-policy", "content-type"]) {
        expect(plain.headers.get(name)).not.toBeNull();
        expect(served.headers.get(name)).toBe(plain.headers.get(name));
      }
    } finally {
      server.close();
    }
  },
);
