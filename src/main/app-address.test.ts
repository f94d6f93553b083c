import { expect, test } from "vitest";
import { addressOf } from "./app.ts";

const env = { incoming: { socket: { remoteAddress: "192.0.2.1" } } };
const asked = (forwarded: string) => new Request("http://localhost/", { headers: { "x-forwarded-for": forwarded } });

test("without proxies the address is the one that connects, whatever the sender says", () => {
  expect(addressOf(asked("198.51.100.7"), env, 0)).toBe("192.0.2.1");
});

test("behind a proxy it is the one that the proxy saw, not what the sender put before it", () => {
  expect(addressOf(asked("203.0.113.9, 198.51.100.7"), env, 1)).toBe("198.51.100.7");
  expect(addressOf(asked("203.0.113.9, 198.51.100.7, 192.0.2.5"), env, 2)).toBe("198.51.100.7");
});

test("a request that came around the proxies has the address that connects", () => {
  expect(addressOf(new Request("http://localhost/"), env, 2)).toBe("192.0.2.1");
});
