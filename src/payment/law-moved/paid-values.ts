// The values of the law that a payment can lean on, as they were: kept with each run, so that a later change can be told from what it was.
import { canonicalJson, type PlainDate } from "../../kernel/index.ts";
import { type DatedValue, type Law, storeGraph } from "../../law/index.ts";
import { PAID_RULES } from "../entitlement/compute.ts";

/** One row of a parameter's timeline, with everything that a calculation reads of it. */
export interface KeptRow {
  readonly from: PlainDate;
  /** Day after the last one; null: no end known. */
  readonly until: PlainDate | null;
  /** Value and alternatives as canonical JSON: the same text is the same law. */
  readonly reads: string;
}

export type KeptValues = Readonly<Record<string, readonly KeptRow[]>>;

/** Read by payment itself, outside of any rule. */
const BESIDE_RULES = ["term.quarters.lasting", "referenceWage.codes"] as const;

const known = new WeakMap<object, readonly string[]>();

/** Ids of the parameters that any rule of a payment reads, in order. */
export function paidParameters(law: Law): readonly string[] {
  const held = known.get(law.graph);
  if (held !== undefined) return held;
  const { rules } = storeGraph(law.graph);
  const found = new Set<string>(BESIDE_RULES);
  const seen = new Set<string>();
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { kind, id } = part as { readonly kind?: unknown; readonly id?: unknown };
    if (kind === "parameter" && typeof id === "string") found.add(id);
    if (kind === "rule" && typeof id === "string") visit(id);
    for (const inner of Object.values(part)) walk(inner);
  };
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    walk((rules[id] as { readonly body?: unknown } | undefined)?.body);
  };
  for (const id of PAID_RULES) visit(id);
  const ids = [...found].filter((id) => law.parameters.has(id)).sort();
  known.set(law.graph, ids);
  return ids;
}

/** @param knownOn - Left out: the law as it reads now. */
export function paidValues(law: Law, knownOn?: PlainDate): KeptValues {
  return Object.fromEntries(paidParameters(law).map((id) => [id, law.timeline(id, knownOn).map(keptRow)]));
}

const keptRow = ({ from, until, value, alternatives }: DatedValue): KeptRow => ({
  from,
  until,
  reads: canonicalJson({ value, alternatives }),
});
