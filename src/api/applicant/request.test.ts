import { Hono } from "hono";
import { expect, test } from "vitest";
import type { ApiEnv } from "./asker.ts";
import { withJson } from "./request.ts";

const app = new Hono<ApiEnv>();
app.post("/", (c) => withJson(c, async (body) => Response.json(body)));
const send = async (body: string) => {
  const answer = await app.request("/", { method: "POST", body });
  return [answer.status, ((await answer.json()) as { type?: string }).type?.split("/").at(-1)];
};

test("a body is one JSON object of whole characters", async () => {
  expect(await send(String.raw`{"name":"Zo\u00eb \ud83e\uddbe"}`)).toEqual([200, undefined]);
  expect((await send("[]"))[0]).toBe(400);
  for (const text of [String.raw`{"a":["x\ud800"]}`, String.raw`{"\udc00":1}`, String.raw`{"a":{"b":"\u0000"}}`])
    expect((await send(text))[0]).toBe(400);
});
