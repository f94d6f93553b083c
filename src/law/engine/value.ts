// What a node can give: a value, or the reasons why there is none.
import type { Localized } from "../../kernel/index.ts";
import type { Exact } from "./exact.ts";

/** Why the law refuses. `id` is the rulebook id it rests on. */
export interface Reason {
  readonly id: string;
  readonly rule: string | null;
  readonly field: string | null;
  readonly message: Localized;
  /** What would mend it, when the message itself does not say so. */
  readonly remedy?: Localized;
  /** True when the case itself is written wrongly (a quarter outside the term); false when the law refuses a well-formed case. */
  readonly input: boolean;
}

/** A fact that the law needs and the case does not give. */
export interface Missing {
  readonly field: string;
  readonly message: Localized;
}

/** A question that the law leaves to a person. */
export interface Judgement {
  readonly id: string;
  readonly article: string;
  readonly question: Localized;
  /** Where it is asked. */
  readonly screen?: string;
  /** The event that records the answer. */
  readonly event?: string;
}

/** The absence of a value, with every reason that led to it. */
export class NoValue {
  readonly refused: readonly Reason[];
  readonly missing: readonly Missing[];
  readonly judgements: readonly Judgement[];

  constructor(refused: readonly Reason[], missing: readonly Missing[], judgements: readonly Judgement[]) {
    this.refused = refused;
    this.missing = missing;
    this.judgements = judgements;
  }
}

/** A single value. Lists occur only between a parameter and the node that picks from it. */
export type Value = Exact | boolean | string | readonly Exact[];

export function refusal(...reasons: Reason[]): NoValue {
  return new NoValue(reasons, [], []);
}

/** Both absences at once: a refusal names all its reasons, each once. */
export function both(a: NoValue, b: NoValue): NoValue {
  if (a === b) return a;
  return new NoValue(
    union(a.refused, b.refused, (r) => `${r.id} ${r.field} ${r.message.en}`),
    union(a.missing, b.missing, (m) => m.field),
    union(a.judgements, b.judgements, (j) => `${j.id} ${j.question.en}`),
  );
}

/** `a` and `b` together when either is absent; undefined when both are values. */
export function absence(a: Value | NoValue, b: Value | NoValue): NoValue | undefined {
  if (a instanceof NoValue) return b instanceof NoValue ? both(a, b) : a;
  return b instanceof NoValue ? b : undefined;
}

function union<T>(a: readonly T[], b: readonly T[], key: (item: T) => string): readonly T[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const seen = new Set(a.map(key));
  return [...a, ...b.filter((item) => !seen.has(key(item)))];
}
