import { expect, test } from "vitest";
import { pagesShown } from "./pagination.tsx";

test("shows the first, the last and the neighbours, with a gap between them", () => {
  expect(pagesShown(4, 9)).toEqual([1, 0, 3, 4, 5, 0, 9]);
  expect(pagesShown(1, 9)).toEqual([1, 2, 0, 9]);
  expect(pagesShown(2, 3)).toEqual([1, 2, 3]);
  expect(pagesShown(1, 1)).toEqual([1]);
});
