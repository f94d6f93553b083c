// For tests of this room: the product's own law, read from its files.
import { assertOk } from "../kernel/index.ts";
import { readLaw } from "../law/files.ts";
import { allRules, buildLaw, type Law } from "../law/index.ts";

export function lawForTests(): Law {
  return assertOk(buildLaw(assertOk(readLaw()), allRules));
}
