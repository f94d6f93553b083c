// The values of the law that a payment can lean on, as they were: kept with each run, so that a later change can be told from what it was.
import { canonicalJson, type PlainDate } from "../../kernel/index.ts";
import { type AnyRule, type DatedValue, type Law, type StoredGraph, storeGraph } from "../../law/index.ts";
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

/** What the rules of a payment are made of, each in order. */
export interface ReadByPayment {
  /** Rules by what they say, as canonical JSON. */
  readonly rules: ReadonlyMap<string, string>;
  readonly parameters: readonly string[];
  /** Open points. */
  readonly switches: readonly string[];
}

const known = new WeakMap<object, ReadByPayment>();

export function readByPayment(law: Law): ReadByPayment {
  const held = known.get(law.graph);
  if (held !== undefined) return held;
  const found = readByRules(storeGraph(law.graph));
  const parameters = [...new Set([...found.parameters, ...BESIDE_RULES])].filter((id) => law.parameters.has(id)).sort();
  const read = {
    rules: found.rules,
    parameters,
    // A reading chooses between rules, or between values of a parameter.
    switches: [...law.switches.values()]
      .filter(({ id, carries }) => found.switches.includes(id) || carries.some((one) => parameters.includes(one)))
      .map((one) => one.id)
      .sort(),
  };
  known.set(law.graph, read);
  return read;
}

/** Of any graph as it was stored; a rule that it does not know is left out. */
export function readByRules({ rules }: Pick<StoredGraph, "rules">): ReadByPayment {
  const parameters = new Set<string>();
  const switches = new Set<string>();
  const seen = new Map<string, string>();
  const walk = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { kind, id, openPoint } = part as { readonly kind?: unknown; readonly id?: unknown; readonly openPoint?: unknown };
    if (kind === "switch" && typeof openPoint === "string") switches.add(openPoint);
    if (kind === "parameter" && typeof id === "string") parameters.add(id);
    if (kind === "rule" && typeof id === "string") visit(id);
    for (const inner of Object.values(part)) walk(inner);
  };
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    const rule = rules[id] as Pick<AnyRule, "body" | "from" | "until"> | undefined;
    if (rule === undefined) return;
    // Its words may change without the law changing.
    seen.set(id, canonicalJson({ body: rule.body, from: rule.from, until: rule.until }));
    walk(rule.body);
  };
  for (const id of PAID_RULES) visit(id);
  return { rules: seen, parameters: [...parameters].sort(), switches: [...switches].sort() };
}

/** @param knownOn - Left out: the law as it reads now. */
export function paidValues(law: Law, knownOn?: PlainDate): KeptValues {
  return Object.fromEntries(readByPayment(law).parameters.map((id) => [id, law.timeline(id, knownOn).map(keptRow)]));
}

const keptRow = ({ from, until, value, alternatives }: DatedValue): KeptRow => ({
  from,
  until,
  reads: canonicalJson({ value, alternatives }),
});
