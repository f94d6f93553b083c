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
      const system = (list: readonly FullBreakdown[]) => {
        const cells = cellsOf(list);
        return protect({ ...cells, primary: smallOnes(cells.counts, policy, new Set()) }, policy);
      };
      // What cannot be protected by itself, nor beside the rest, is not shown at all: it then gives nothing away of the rest either.
      const alone = coarseOnes(breakdowns, policy).filter((one) => smallIn(one, policy) === 0 || !system([one]).exposed);
      const together = system(alone);
      const judged = together.exposed ? alone.filter((one) => smallIn(one, policy) === 0) : alone;
      const withheld = together.exposed ? new Set<number>() : together.all;
      let at = totals;
      return breakdowns.map((one) => {
        if (!judged.includes(one)) return closed(one);
        const cells = one.groups.map((group) => {
          const start = at;
          at += 4;
          return order(group).map((_, cell) => !withheld.has(start + cell));
        });
        const amounts = shownAmounts(one.groups, cells, policy);
        const groups = one.groups.map((group, index) => groupOf(group, (cell) => cells[index]![cell]!, amounts[index]!));
        return { trait: one.trait, groups };
      });
    },
  };
}

/** So many small counts the attacker's sums are solved for; more would take longer than anybody waits, and leave little to show. */
const mostSmall = 12;

/** Tables whose small counts, with those of the tables before them, are few enough to be judged together. */
function coarseOnes(breakdowns: readonly FullBreakdown[], policy: DisclosurePolicy): readonly FullBreakdown[] {
  let room = mostSmall;
  return breakdowns.filter((one) => {
    const small = smallIn(one, policy);
    if (small > room) return false;
    room -= small;
    return true;
  });
}

function smallIn({ groups }: FullBreakdown, { smallest }: DisclosurePolicy): number {
  return groups.flatMap(order).filter((count) => count > 0 && count <= smallest).length;
}

function closed({ trait, groups }: FullBreakdown): Breakdown {
  return { trait, groups: groups.map((group) => groupOf(group, () => false, false)) };
}

/** Which amounts of a table may stand: one that is withheld alone would follow from the total, so a second one goes with it. */
function shownAmounts(
  groups: readonly FullGroup[],
  cells: readonly (readonly boolean[])[],
  policy: DisclosurePolicy,
): readonly boolean[] {
  const shown = groups.map((group, index) => cells[index]!.every(Boolean) && !dominated(group, policy));
  const withheld = shown.filter((one) => !one).length;
  if (withheld !== 1) return shown;
  const others = [...groups.keys()].filter((index) => shown[index] && order(groups[index]!)[0]! > 0);
  const changing = others.filter((index) => groups[index]!.change !== 0);
  const candidates = changing.length > 0 ? changing : others;
  const [least] = candidates.sort((a, b) => Math.abs(groups[a]!.change) - Math.abs(groups[b]!.change) || a - b);
  return shown.map((one, index) => one && index !== least);
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
