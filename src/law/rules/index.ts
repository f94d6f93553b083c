// Public face of the rules: every rule of the law, in legal order.
import type { Localized } from "../../kernel/index.ts";
import type { AnyRule } from "../engine/index.ts";
import { besideRules } from "./beside-rules.ts";
import { codeName as schemeCodeName } from "./codes.ts";
import { olderCodeName } from "./older-codes.ts";
import { olderRules } from "./older-rules.ts";
import { schemeRules } from "./scheme-rules.ts";

/** Undefined for a code that has no name of its own. */
export function codeName(code: string): Localized | undefined {
  return schemeCodeName(code) ?? olderCodeName(code);
}

export const allRules: readonly AnyRule[] = [...schemeRules, ...besideRules, ...olderRules];
