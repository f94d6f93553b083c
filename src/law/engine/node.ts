// What every node of a rule graph has, and what the engine must know of each kind of node.
import type { ColumnCompiler } from "./columns/compiler.ts";
import type { ColumnExpression } from "./columns/expression.ts";
import type { Linker } from "./program.ts";
import type { Run } from "./run.ts";
import type { AnyUnit } from "./units.ts";
import type { NoValue, Value } from "./value.ts";

/** A node: plain frozen data, so that a graph can be printed, hashed, stored and read back. `U` is what it gives. */
export interface Expression<U extends AnyUnit = AnyUnit> {
  readonly kind: string;
  readonly unit: U;
}

/** Computes a node for one case. */
export type Evaluate = (run: Run) => Value | NoValue;

/**
 * The semantics of one kind of node. `check` says what is wrong with its operands' units (null: nothing): the compiler checks graphs written
 * in TypeScript, this checks graphs read back from JSON.
 */
export interface Kind<N extends Expression> {
  readonly kind: string;
  readonly operands: (node: N) => readonly Expression[];
  readonly check: (node: N) => string | null;
  readonly prepare: (node: N, link: Linker) => Evaluate;
  /** Left out: the kind cannot be run in columns. */
  readonly column?: (node: N, compiler: ColumnCompiler) => ColumnExpression;
}

/** Freezes a node and the lists and records it holds. */
export function frozen<N extends Expression>(node: N): N {
  for (const part of Object.values(node)) {
    if (typeof part === "object" && part !== null && !Object.isFrozen(part)) Object.freeze(part);
  }
  return Object.freeze(node);
}
