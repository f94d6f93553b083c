// The law changed for quarters that are paid already: which values, readings and rules, for which quarters.
import {
  brusselsDate,
  firstDay,
  fromQuarterNumber,
  type Instant,
  type Localized,
  lastDay,
  type PlainDate,
} from "../../kernel/index.ts";
import type { Law, StoredGraph } from "../../law/index.ts";
import { readingsOf } from "../ledger/law-hash.ts";
import type { RuleGraphs } from "../ports.ts";
import type { RunStart } from "../run/steps.ts";
import { type KeptRow, type KeptValues, paidValues, type ReadByPayment, readByPayment, readByRules } from "./paid-values.ts";

export interface MovedLaw {
  readonly kind: "PARAMETER" | "SWITCH" | "RULE";
  /** Id of the parameter or the rule, or of the open point. */
  readonly id: string;
  readonly title: Localized;
  /** Paid quarters in which it reads otherwise than when they were paid, in order. */
  readonly quarters: readonly number[];
}

/** How a quarter was last calculated: by a run, or, as when records were taken in, without one. */
export type PaidUnder = { readonly quarter: number } & (
  | { readonly start: RunStart }
  | { readonly start: null; readonly bookedAt: Instant }
);

export async function movedLaw(
  law: Law,
  today: PlainDate,
  paid: readonly PaidUnder[],
  graphs: RuleGraphs,
): Promise<readonly MovedLaw[]> {
  const now = paidValues(law, today);
  const read = readByPayment(law);
  const readings = readingsOf(law);
  const kept = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const held = (kept.get(key) as Promise<T> | undefined) ?? make();
    kept.set(key, held);
    return held;
  };
  const moved = new Map<string, { kind: MovedLaw["kind"]; id: string; quarters: number[] }>();
  const note = (kind: MovedLaw["kind"], id: string, quarter: number): void => {
    const held = moved.get(`${kind} ${id}`) ?? { kind, id, quarters: [] };
    moved.set(`${kind} ${id}`, held);
    held.quarters.push(quarter);
  };

  for (const one of paid) {
    const { quarter, start } = one;
    const day = start === null ? brusselsDate(one.bookedAt) : start.lawKnownOn;
    const hash = start?.valuesHash;
    const then: KeptValues =
      hash === undefined
        ? await once(day, async () => paidValues(law, day))
        : await once(hash, async () => ((await graphs.read(hash)) ?? paidValues(law, day)) as KeptValues);
    for (const id of Object.keys(now)) if (differs(then[id] ?? [], now[id]!, quarter)) note("PARAMETER", id, quarter);
    if (start === null) continue;
    for (const id of read.switches) {
      const was = start.switches[id];
      if (was !== undefined && was !== readings[id]) note("SWITCH", id, quarter);
    }
    if (start.graphHash === law.graph.hash) continue;
    const was = await once(start.graphHash, async () => rulesOf((await graphs.read(start.graphHash)) as StoredGraph | null));
    for (const id of otherRules(was, read)) note("RULE", id, quarter);
  }
  return [...moved.values()].map((one) => ({ ...one, title: titleOf(law, one.kind, one.id) }));
}

const rulesOf = (graph: StoredGraph | null): ReadByPayment["rules"] | null => (graph === null ? null : readByRules(graph).rules);

/** A rule that is new or gone shows in the rules that use it. */
function otherRules(then: ReadByPayment["rules"] | null, { rules }: ReadByPayment): string[] {
  if (then === null) return [];
  return [...rules.keys()].filter((id) => then.get(id) !== rules.get(id)).sort();
}

function titleOf(law: Law, kind: MovedLaw["kind"], id: string): Localized {
  if (kind === "PARAMETER") return law.parameters.get(id)!.title;
  return kind === "SWITCH" ? law.switches.get(id)!.question : law.graph.rules.get(id)!.title;
}

/** Whether the two timelines read otherwise on any day of the quarter. */
function differs(then: readonly KeptRow[], now: readonly KeptRow[], number: number): boolean {
  const quarter = fromQuarterNumber(number);
  const [first, last] = [firstDay(quarter), lastDay(quarter)];
  const edges = [...then, ...now].flatMap(({ from, until }) => (until === null ? [from] : [from, until]));
  const days = [first, ...edges.filter((day) => day > first && day <= last)];
  return days.some((day) => readsOn(then, day) !== readsOn(now, day));
}

const readsOn = (rows: readonly KeptRow[], day: PlainDate): string | undefined =>
  rows.find(({ from, until }) => from <= day && (until === null || day < until))?.reads;
