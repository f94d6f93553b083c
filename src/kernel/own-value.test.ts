import { expect, test } from "vitest";
import { ownValue } from "./own-value.ts";

test("a name of ours gives its value; one that every object has by nature gives nothing", () => {
  const record: Readonly<Record<string, number>> = { a: 1 };
  expect(["a", "b", "constructor", "__proto__", "toString"].map((name) => ownValue(record, name))).toEqual([
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
