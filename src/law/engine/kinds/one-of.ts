// Whether a code is one of a few.
import { type Expression, frozen, type Kind } from "../node.ts";
import { NoValue } from "../value.ts";
import { hasUnit } from "./operands.ts";

export interface OneOf extends Expression<"flag"> {
  readonly kind: "oneOf";
  readonly code: Expression<"code">;
  readonly codes: readonly string[];
}

export function isOneOf(code: Expression<"code">, ...codes: string[]): Expression<"flag"> {
  return frozen<OneOf>({ kind: "oneOf", unit: "flag", code, codes });
}

export const oneOfKind: Kind<OneOf> = {
  kind: "oneOf",
  operands: (node) => [node.code],
  check: (node) => hasUnit(node, node.code, "code"),
  prepare: (node, link) => {
    const code = link.prepare(node.code);
    const { codes } = node;
    return (run) => {
      const value = code(run);
      return value instanceof NoValue ? value : codes.includes(value as string);
    };
  },
  column: (node, compiler) => {
    const { text, codes, status } = compiler.code(node.code);
    const places = node.codes.map((one) => codes.indexOf(one) + 1).filter((place) => place > 0);
    return { type: "flag", text: `(${places.map((place) => `${text} === ${place}`).join(" | ") || "0"} | 0)`, status };
  },
};
