// Nothing about real people leaves the lab but through a gate: the one of statistics, laid over the lab's own tables.
import type { CellSystem, DisclosurePolicy, Suppression } from "../statistics/index.ts";
import type { Breakdown, Group } from "./run/result.ts";

/** A group before the gate, with what the gate must know of the employers behind its amount. */
export interface FullGroup {
  readonly code: string;
  readonly same: number;
  readonly winners: number;
  readonly losers: number;
  readonly change: number;
  /** Employers with a change, and the largest change of one of them, in cents; null: the population has no employers. */
  readonly employers: { readonly count: number; readonly largest: number } | null;
}

export interface FullBreakdown {
  readonly trait: string;
  readonly groups: readonly FullGroup[];
}

export interface DisclosureGate {
  /** Whether a figure about so many people may stand by itself. */
  mayShow(this: void, people: number): boolean;
  shown(this: void, breakdowns: readonly FullBreakdown[]): readonly Breakdown[];
}

/** A result that is about too few people to be shown at all. */
export class TooFewPeople extends Error {
  override readonly name = "TooFewPeople";
}

/** For invented people: there is nobody to protect. */
export const openGate: DisclosureGate = {
  mayShow: () => true,
  shown: (breakdowns) =>
    breakdowns.map(({ trait, groups }) => ({ trait, groups: groups.map((group) => groupOf(group, () => true, true)) })),
};

/** What the gate of statistics does; handed over, so that a browser need not carry all of statistics. */
export interface Guard {
  readonly policy: DisclosurePolicy;
  smallOnes(this: void, counts: readonly number[], policy: DisclosurePolicy, also: ReadonlySet<number>): ReadonlySet<number>;
  protect(this: void, system: CellSystem, policy: DisclosurePolicy): Suppression;
}

/** For records: small counts, what would give them away, and amounts that one employer stands for are withheld. */
export function recordsGate({ policy, smallOnes, protect }: Guard): DisclosureGate {
  return {
    mayShow: (people) => people === 0 || people > policy.smallest,
    shown: (breakdowns) => {
      const system = cellsOf(breakdowns);
      const withheld = protect({ ...system, primary: smallOnes(system.counts, policy, new Set()) }, policy).all;
      let at = totals;
      return breakdowns.map(({ trait, groups }) => ({
        trait,
        groups: groups.map((group) => {
          const start = at;
          at += 4;
          const shows = (cell: number) => !withheld.has(start + cell);
          return groupOf(group, shows, [0, 1, 2, 3].every(shows) && !dominated(group, policy));
        }),
      }));
    },
  };
}

/** Cells of a group in this order; before all groups stand the same four of everybody. */
const order = (group: FullGroup) => [group.same + group.winners + group.losers, group.same, group.winners, group.losers];
const totals = 4;

/** All tables together, for every trait divides the same people. */
function cellsOf(breakdowns: readonly FullBreakdown[]): Omit<CellSystem, "primary"> {
  const everybody = (breakdowns[0]?.groups ?? []).map(order);
  const counts = Array.from({ length: totals }, (_, kind) => everybody.reduce((sum, group) => sum + group[kind]!, 0));
  const lines = [{ total: 0, parts: [1, 2, 3], exact: true }];
  for (const { groups } of breakdowns) {
    const starts = groups.map((group) => counts.push(...order(group)) - 4);
    for (const start of starts) lines.push({ total: start, parts: [start + 1, start + 2, start + 3], exact: true });
    for (let kind = 0; kind < 4; kind += 1) lines.push({ total: kind, parts: starts.map((start) => start + kind), exact: true });
  }
  // The totals are said in the sentence above the tables; a result whose totals are small is not shown at all.
  const rank = (cell: number) => (cell < totals ? null : cell % 4 === 0 ? 1 : 0);
  return { counts, lines, hidden: new Set(), rank };
}

function dominated({ change, employers }: FullGroup, { dominance }: DisclosurePolicy): boolean {
  if (dominance === null || employers === null || employers.count === 0) return false;
  return employers.count < dominance.fewest || Math.abs(employers.largest) * 100 >= Math.abs(change) * dominance.percent;
}

function groupOf(group: FullGroup, shows: (cell: number) => boolean, amount: boolean): Group {
  const [people, same, winners, losers] = order(group).map((count, cell) => (shows(cell) ? count : null));
  return {
    code: group.code,
    people: people!,
    same: same!,
    winners: winners!,
    losers: losers!,
    change: amount ? group.change : null,
  };
}
