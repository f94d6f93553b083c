import { expect, test } from "vitest";
import { refOf } from "./derived-ref.ts";
import { isRef } from "./ref.ts";

test("the same thing always has the same reference, another thing another one", () => {
  const one = refOf({ of: "test", n: 1 });
  expect(isRef(one)).toBe(true);
  expect(one[14]).toBe("8");
  expect(refOf({ n: 1, of: "test" })).toBe(one);
  expect(refOf({ of: "test", n: 2 })).not.toBe(one);
});
