// Conditions combined. What decides is enough: a condition that fails decides `allOf` even when another fact is missing.
import { anyStatus, type FlagColumn } from "../columns/expression.ts";
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
    column: (node, compiler) => {
      const flags = node.of.map(compiler.flag);
      const text = `(${flags.map((flag) => flag.text).join(decisive ? " | " : " & ")})`;
      const status = anyStatus(...flags.map((flag) => flag.status));
      if (status === "0") return { type: "flag", text, status };
      // A decisive operand that is known decides, whatever is missing elsewhere.
      const knownOf = (flag: FlagColumn) => {
        const isDecisive = decisive ? flag.text : `${flag.text} ^ 1`;
        return flag.status === "0" ? `(${isDecisive})` : `(${isDecisive}) & ${flag.status} === 0`;
      };
      const known = compiler.named({ type: "flag", text: `(${flags.map(knownOf).join(" | ")})`, status: "0" } as const).text;
      return {
        type: "flag",
        text: decisive ? `(${known} | ${text})` : `(${text} & (${known} ^ 1))`,
        status: `(${known} - 1 & ${status})`,
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
  column: (node, compiler) => {
    const { text, status } = compiler.flag(node.of);
    return { type: "flag", text: `(${text} ^ 1)`, status };
  },
};
