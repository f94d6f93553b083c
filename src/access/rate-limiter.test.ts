import { expect, test } from "vitest";
import { RateLimiter } from "./rate-limiter.ts";

test("as many as the limit go on at once; the next waits until the bucket has filled by one", () => {
  const limiter = new RateLimiter(60);
  for (let n = 0; n < 60; n += 1) expect(limiter.take("a", 0)).toBe(0);
  expect(limiter.take("a", 0)).toBe(1);
  expect(limiter.take("a", 999)).toBe(1);
  expect(limiter.take("a", 1000)).toBe(0);
  expect(limiter.take("a", 1000)).toBe(1);
});

test("another's requests are not counted, and a pause never gives more than the limit", () => {
  const limiter = new RateLimiter(2);
  expect([limiter.take("a", 0), limiter.take("a", 0), limiter.take("a", 0)]).toEqual([0, 0, 30]);
  expect(limiter.take("b", 0)).toBe(0);
  const later = 60 * 60_000;
  expect([limiter.take("a", later), limiter.take("a", later), limiter.take("a", later)]).toEqual([0, 0, 30]);
});

test("looking how long to wait takes nothing", () => {
  const limiter = new RateLimiter(1);
  expect([limiter.wait("a", 0), limiter.wait("a", 0), limiter.take("a", 0), limiter.wait("a", 0)]).toEqual([0, 0, 0, 60]);
  expect(limiter.wait("a", 60_000)).toBe(0);
});
