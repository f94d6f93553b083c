// Facts that a case may leave out: whether one is given, and what holds in its place.
import { selectColumns } from "../columns/expression.ts";
import { readColumn } from "../columns/input-column.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Unit } from "../units.ts";
import type { Input } from "./input.ts";
import { firstOf, hasUnit, sameUnits } from "./operands.ts";

export interface Given extends Expression<"flag"> {
  readonly kind: "given";
  readonly fact: Expression;
}

/** Whether the case gives a fact. */
export function given(fact: Input): Expression<"flag"> {
  return frozen<Given>({ kind: "given", unit: "flag", fact });
}

export const givenKind: Kind<Given> = {
  kind: "given",
  operands: (node) => [node.fact],
  check: (node) =>
    node.fact.kind === "input" ? hasUnit(node, node.fact, node.fact.unit) : "“given” asks about a fact of the case",
  prepare: (node, link) => {
    const { name, unit } = node.fact as Input;
    const { index } = link.input(name, unit);
    return (run) => {
      const fact = run.facts[index];
      if (run.trace !== null) run.trace.fact(name, unit, fact);
      return fact !== undefined;
    };
  },
  column: (node, compiler) => {
    const { column, text } = compiler.input(node.fact as Input);
    return { type: "flag", text: column.absent === null ? "1" : `(${text} !== ${column.absent} | 0)`, status: "0" };
  },
};

export interface Otherwise<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "otherwise";
  readonly fact: Expression<U>;
  readonly value: Expression<U>;
}

/** The fact, or another value when the case does not give it. */
export function otherwise<U extends Unit>(fact: Input<U>, value: Expression<NoInfer<U>>): Expression<U> {
  return frozen<Otherwise<U>>({ kind: "otherwise", unit: fact.unit, fact, value });
}

export const otherwiseKind: Kind<Otherwise> = {
  kind: "otherwise",
  operands: (node) => [node.fact, node.value],
  check: (node) =>
    firstOf(
      node.fact.kind === "input" ? null : "“otherwise” stands in for a fact of the case",
      sameUnits(node, [node.fact, node.value], () => true),
    ),
  prepare: (node, link) => {
    const { name, unit } = node.fact as Input;
    const { index } = link.input(name, unit);
    const value = link.prepare(node.value);
    return (run) => {
      const fact = run.facts[index];
      if (fact === undefined) return value(run);
      if (run.trace !== null) run.trace.fact(name, unit, fact);
      return fact;
    };
  },
  column: (node, compiler) => {
    const { column, text } = compiler.input(node.fact as Input);
    const fact = { ...readColumn(column, text), status: "0" };
    if (column.absent === null) return fact;
    const isGiven = compiler.named({ type: "flag", text: `(${text} !== ${column.absent} | 0)`, status: "0" } as const);
    return selectColumns(isGiven, fact, compiler.column(node.value));
  },
};
