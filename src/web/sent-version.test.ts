import { expect, test } from "vitest";
import { versionIn } from "./sent-version.ts";

test("a form says the version it was made from, and nonsense is a version that no file has", () => {
  expect(["0", "12", "", "x", "1.5", "-1", "1e3", "99999999999"].map(versionIn)).toEqual([0, 12, -1, -1, -1, -1, -1, -1]);
});
