import { expect, test } from "vitest";
import { listen } from "./listen.ts";

const hello = () => new Response("hello");

test("answers on the port it says", async () => {
  const first = await listen(hello, "127.0.0.1", 0);
  expect(await (await fetch(`http://127.0.0.1:${first.port}/`)).text()).toBe("hello");
  expect(first.instead).toBeNull();
  await first.close();
});

test("an idle connection is kept for longer than a proxy keeps it", async () => {
  const server = await listen(hello, "127.0.0.1", 0);
  const { headers } = await fetch(`http://127.0.0.1:${server.port}/`);
  expect(Number(/timeout=(\d+)/.exec(headers.get("keep-alive") ?? "")?.[1])).toBeGreaterThan(60);
  await server.close();
});

test("a taken port is named and another one used", async () => {
  const first = await listen(hello, "127.0.0.1", 0);
  const second = await listen(hello, "127.0.0.1", first.port);
  expect(second.port).not.toBe(first.port);
  expect(second.instead).toBe(first.port);
  await Promise.all([first.close(), second.close()]);
});

test("closing waits for a request under way", async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const server = await listen(
    async () => {
      await gate;
      return new Response("done");
    },
    "127.0.0.1",
    0,
  );
  const answer = fetch(`http://127.0.0.1:${server.port}/`).then((r) => r.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = server.close();
  release();
  expect(await answer).toBe("done");
  await closed;
});
