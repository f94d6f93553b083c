// The whole population as a list of lives still to be drawn: each has an own random source, so any part can be made again.
import { addMonths, dateParts, type PlainDate, plainDate } from "../kernel/index.ts";
import type { CasePlan, RelationCategory } from "./case-plan.ts";
import type { TicketCells } from "./figures.ts";
import { departmentHolder, formerHolder, ldeHolder, sineHolder, vopHolder } from "./old-rights.ts";
import type { Quotas, RelationQuota } from "./quotas.ts";
import { type Rng, rngOf } from "./rng.ts";
import { collectiveWorker, endedTicket, lateTicket, newSeeker, refusedSeeker, stockSeeker, welfareSeeker } from "./seekers.ts";
import { newWorker, type Relation2023, worker2023 } from "./workers.ts";
import type { World } from "./world.ts";

/** A number of lives that are drawn in the same way. `draw` is given the place in the group, from 0. */
export interface LifeGroup {
  readonly name: string;
  readonly count: number;
  readonly draw: (rng: Rng, index: number) => CasePlan;
}

const CELLS: readonly (keyof TicketCells)[] = ["a", "b", "c", "d", "e", "f", "g"];
const FIRST_MONTH_AFTER = plainDate("2024-01-01");
/**
 * Last month that brings newcomers. It is fixed: people are known to VDAB long before an employer applies for them, so that a horizon
 * which moved with the day of loading would change what the records say of earlier years.
 */
const LAST_MONTH = plainDate("2030-12-01");

/** All groups, in a fixed order, whatever the day up to which they will be told. */
export function lifeGroups(world: World, quotas: Quotas): LifeGroup[] {
  const groups: LifeGroup[] = [];
  const add = (name: string, count: number, draw: LifeGroup["draw"]) => {
    if (count > 0) groups.push({ name, count, draw });
  };

  const inStock = CELLS.reduce((sum, cell) => sum + quotas.cells[cell], 0);
  for (const cell of CELLS) {
    const size = quotas.cells[cell];
    // Those who found work late are spread over the cells by size.
    const late = inStock === 0 ? 0 : Math.round((quotas.late.foundWork * size) / inStock);
    add(`stock-${cell}`, size, (rng, index) => stockSeeker(rng, world, cell, index < late));
  }
  add("late-ticket", quotas.late.tickets, (rng) => lateTicket(rng, world));
  add("welfare", quotas.welfare, (rng) => welfareSeeker(rng, world));
  add("refused", quotas.refusedIndications, (rng) => refusedSeeker(rng, world));
  add("collective-worker", quotas.cmwWorkers, (rng) => collectiveWorker(rng, world));
  add("ended-ticket", quotas.endedTickets, (rng) => endedTicket(rng, world));

  const wishes = wishesOf2023(quotas);
  add("worker-2023", wishes.length, (rng, index) => worker2023(rng, world, wishes[index] as readonly Relation2023[]));

  add("vop", quotas.vopWithoutGrantIn2023, (rng) => vopHolder(rng, world));
  add("lde-individual", quotas.ldeIndividual, (rng) => ldeHolder(rng, world, "INDIVIDUAL"));
  add("lde-collective", quotas.ldeCollective, (rng) => ldeHolder(rng, world, "COLLECTIVE"));
  add("sine-regular", quotas.sineRegular, (rng) => sineHolder(rng, world, "SINE_REGULAR"));
  add("sine-mwb-inside", quotas.sineMwbInside, (rng) => sineHolder(rng, world, "SINE_MWB_INSIDE"));
  add("sine-mwb-outside", quotas.sineMwbOutside, (rng) => sineHolder(rng, world, "SINE_MWB_OUTSIDE"));
  add("mwa", quotas.mwa, (rng) => departmentHolder(rng, world));

  for (let month = FIRST_MONTH_AFTER; month <= LAST_MONTH; month = addMonths(month, 1)) {
    const from = month;
    add(`new-worker-${month.slice(0, 7)}`, newRelations(quotas, month), (rng) => newWorker(rng, world, from));
    add(`new-seeker-${month.slice(0, 7)}`, quotas.newSeekersPerMonth, (rng) => newSeeker(rng, world, from));
  }
  // Last, so that the lives before keep their place, and with it who they are.
  const { vop, temporaryVop, sine, mwa } = quotas.overBefore2023;
  add("vop-over", vop, (rng) => formerHolder(rng, world, "VOP"));
  add("temporary-vop-over", temporaryVop, (rng) => formerHolder(rng, world, "TVOP"));
  add("sine-over", sine, (rng) => formerHolder(rng, world, "SINE_REGULAR"));
  add("mwa-over", mwa, (rng) => formerHolder(rng, world, "MWA"));
  return groups;
}

/** One life, drawn from its own source. */
export function drawLife(seed: string, group: LifeGroup, index: number): CasePlan {
  return group.draw(rngOf(seed, group.name, index), index);
}

function newRelations(quotas: Quotas, month: PlainDate): number {
  const years = Object.keys(quotas.newRelationsPerMonth).map(Number);
  const year = Math.min(dateParts(month).year, Math.max(...years));
  return quotas.newRelationsPerMonth[year] ?? 0;
}

/** Every relation of 2023, gathered per person: nearly always one, two for those with two employers. */
export function wishesOf2023(quotas: Quotas): (readonly Relation2023[])[] {
  const { wage, wageAndGuidance, selfEmployed } = quotas.relations2023;
  const all = [
    ...wishesOf("WAGE", wage, quotas.late.grants),
    ...wishesOf("WAGE_AND_GUIDANCE", wageAndGuidance, 0),
    ...wishesOf("SUPPORT", selfEmployed, 0),
  ];
  const plain = all.filter((wish) => wish.category === "WAGE" && wish.state === "GRANTED" && wish.formerVop === null);
  const anew = new Set(plain.slice(0, quotas.filedAnew));
  const doubled = plain.slice(quotas.filedAnew, quotas.filedAnew + 2 * quotas.twoEmployers);
  const inPairs = new Set(doubled);
  const persons: (readonly Relation2023[])[] = [];
  for (let i = 0; i + 1 < doubled.length; i += 2) persons.push([doubled[i] as Relation2023, doubled[i + 1] as Relation2023]);
  if (doubled.length % 2 === 1) persons.push([doubled.at(-1) as Relation2023]);
  for (const wish of all) if (!inPairs.has(wish)) persons.push([anew.has(wish) ? { ...wish, filedAnew: true } : wish]);
  for (let i = 0; i < quotas.late.applications; i++)
    persons.push([{ ...BARE, category: "WAGE", state: "PENDING", lateApplication: true }]);
  return persons;
}

const BARE = { formerVop: null, filedAnew: false, lateGrant: false, lateApplication: false } as const;

function wishesOf(category: RelationCategory, quota: RelationQuota, lateGrants: number): Relation2023[] {
  const times = (count: number, wish: (index: number) => Relation2023) =>
    Array.from({ length: count }, (_, index) => wish(index));
  return [
    ...times(quota.granted, (index) => ({
      ...BARE,
      category,
      state: "GRANTED",
      formerVop: index < quota.formerTemporaryVop ? "TVOP" : index < quota.formerVop ? "VOP" : null,
    })),
    ...times(quota.pending, (index) => ({ ...BARE, category, state: "PENDING", lateGrant: index < lateGrants })),
    ...times(quota.incomplete, () => ({ ...BARE, category, state: "INCOMPLETE" })),
    ...times(quota.refused, () => ({ ...BARE, category, state: "REFUSED" })),
    ...times(quota.withdrawn, () => ({ ...BARE, category, state: "WITHDRAWN" })),
    ...times(quota.inadmissible, () => ({ ...BARE, category, state: "INADMISSIBLE" })),
  ];
}
