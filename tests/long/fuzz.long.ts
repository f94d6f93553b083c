// A million inputs that nobody would type, over all parsers, without a fault and without growth.
import { expect, test } from "vitest";
import { fuzzParsers } from "../support/fuzz-parsers.ts";
import { heapKept } from "../support/heap.ts";

test("a million inputs: every one is taken or refused, none takes a second, and memory does not grow", async () => {
  const first = await fuzzParsers(100_000, 1, 1_000);
  const before = heapKept();
  const rest = await fuzzParsers(900_000, 2, 1_000);
  const growth = heapKept() - before;
  console.log(
    `${first.inputs + rest.inputs} inputs over ${first.parsers} parsers, ${first.faults.length + rest.faults.length} faults, slowest ${Math.round(rest.slowest.ms)} ms (${rest.slowest.parser}), heap growth ${Math.round(growth / 2 ** 20)} MB`,
  );
  expect([...first.faults, ...rest.faults]).toEqual([]);
  expect(growth).toBeLessThan(20 * 2 ** 20);
});
