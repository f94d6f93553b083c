// A million inputs that nobody would type, over all parsers, without a fault and without growth.
import { expect, test } from "vitest";
import { fuzzParsers } from "../support/fuzz-parsers.ts";

test("a million inputs: every one is taken or refused, none takes a second, and memory does not grow", async () => {
  const first = await fuzzParsers(100_000, 1, 1_000);
  const before = process.memoryUsage().rss;
  const rest = await fuzzParsers(900_000, 2, 1_000);
  const growth = process.memoryUsage().rss - before;
  console.log(
    `${first.inputs + rest.inputs} inputs, ${first.faults.length + rest.faults.length} faults, slowest ${Math.round(rest.slowest.ms)} ms (${rest.slowest.parser}), growth ${Math.round(growth / 2 ** 20)} MB`,
  );
  expect([...first.faults, ...rest.faults]).toEqual([]);
  expect(growth).toBeLessThan(200 * 2 ** 20);
});
