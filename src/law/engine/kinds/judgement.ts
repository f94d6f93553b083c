// What the law leaves to a person: a question, and the article that puts it. The outcome says who must answer what.
import type { Localized } from "../../../kernel/index.ts";
import { type Expression, frozen, type Kind } from "../node.ts";
import type { Unit } from "../units.ts";
import { NoValue } from "../value.ts";

export interface JudgementNode<U extends Unit = Unit> extends Expression<U> {
  readonly kind: "judgement";
  /** Rulebook id. */
  readonly id: string;
  /** The instrument or article that leaves it open, as cited. */
  readonly article: string;
  readonly question: Localized;
  /** Where it is asked, and the event that records the answer. */
  readonly asked?: JudgementPlace;
}

export interface JudgementPlace {
  readonly screen: string;
  readonly event: string;
}

export function judgement<U extends Unit>(
  unit: U,
  id: string,
  article: string,
  question: Localized,
  asked?: JudgementPlace,
): Expression<U> {
  return frozen<JudgementNode<U>>({ kind: "judgement", unit, id, article, question, ...(asked === undefined ? {} : { asked }) });
}

export const judgementKind: Kind<JudgementNode> = {
  kind: "judgement",
  operands: () => [],
  check: () => null,
  prepare: (node) => {
    const { id, article, question, asked } = node;
    const open = new NoValue([], [], [{ id, article, question, ...(asked ?? {}) }]);
    return () => open;
  },
};
