// Conditions combined. What decides is enough: a condition that fails decides `allOf` even when another fact is missing.
import { type Expression, frozen, type Kind } from "../node.ts";
import { both, NoValue } from "../value.ts";
import { sameUnits } from "./operands.ts";

export interface Logic extends Expression<"flag"> {
  readonly kind: "allOf" | "anyOf";
  readonly of: readonly Expression<"flag">[];
}

export interface Not extends Expression<"flag"> {
  readonly kind: "not";
  readonly of: Expression<"flag">;
}

export function allOf(...of: Expression<"flag">[]): Expression<"flag"> {
  return frozen<Logic>({ kind: "allOf", unit: "flag", of });
}

export function anyOf(...of: Expression<"flag">[]): Expression<"flag"> {
  return frozen<Logic>({ kind: "anyOf", unit: "flag", of });
}

export function not(of: Expression<"flag">): Expression<"flag"> {
  return frozen<Not>({ kind: "not", unit: "flag", of });
}

function logicKind(kind: "allOf" | "anyOf"): Kind<Logic> {
  const decisive = kind === "anyOf";
  return {
    kind,
    operands: (node) => node.of,
    check: (node) => sameUnits(node, node.of, (unit) => unit === "flag"),
    prepare: (node, link) => {
      const operands = node.of.map(link.prepare);
      return (run) => {
        let absent: NoValue | null = null;
        for (const operand of operands) {
          const value = operand(run);
          if (value === decisive) return decisive;
          if (value instanceof NoValue) absent = absent === null ? value : both(absent, value);
        }
        return absent ?? !decisive;
      };
    },
  };
}

export const allOfKind: Kind<Logic> = logicKind("allOf");
export const anyOfKind: Kind<Logic> = logicKind("anyOf");

export const notKind: Kind<Not> = {
  kind: "not",
  operands: (node) => [node.of],
  check: (node) => sameUnits(node, [node.of], (unit) => unit === "flag"),
  prepare: (node, link) => {
    const of = link.prepare(node.of);
    return (run) => {
      const value = of(run);
      return value instanceof NoValue ? value : value === false;
    };
  },
};
