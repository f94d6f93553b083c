// The codes by which figures divide are those that the dossier records: the two rooms do not know each other.
import { expect, test } from "vitest";
import * as dossier from "../../src/dossier/index.ts";
import { findAttribute } from "../../src/statistics/catalogue/index.ts";

const codesOf = (id: string): readonly string[] => {
  const domain = findAttribute(id)?.domain;
  return domain?.kind === "codes" ? domain.values : [];
};

test("every reason for which support can stop is one that figures divide by", () => {
  expect(codesOf("stopReason")).toEqual(["NONE", ...dossier.STOP_REASONS]);
});

test("every reason for which an older right can end is one that figures divide by", () => {
  expect(codesOf("oldRightEndReason")).toEqual(["NONE", ...dossier.OLD_RIGHT_END_REASONS]);
});
