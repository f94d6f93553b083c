// Job seekers with advices: the stock of the end of 2023 by exclusive ticket cell, and those who come after it.
import type { Employability } from "../dossier/index.ts";
import { asRef, compareDates, type PersonRef, type PlainDate, plainDate } from "../kernel/index.ts";
import {
  amaWithin,
  catchUp,
  collectiveAcross,
  collectiveBefore,
  collectiveEnd,
  collectiveSince,
  conversion,
  findingBelowThresholds,
  firstContact,
  individualSince,
} from "./advices.ts";
import { addDays, dayBetween, later, workingDayBetween, workingDayFrom } from "./calendar.ts";
import type { AdvicePlan, CasePlan, PersonPlan, StatusPlan } from "./case-plan.ts";
import type { TicketCells } from "./figures.ts";
import { drawHire, type HireChances } from "./hires.ts";
import { drawPerson } from "./person-traits.ts";
import { type Rng, seededUuid } from "./rng.ts";
import { atWork, inactive, lateRecording, withoutWork, workCareFrom } from "./statuses.ts";
import type { World } from "./world.ts";

export type Cell = keyof TicketCells;

/** Last day on which facts of 2023 are recorded before the published answer. */
const LAST_OF_2023 = plainDate("2023-12-22");
const NEW_YEAR = plainDate("2024-01-02");

const HAS_AMA: ReadonlySet<Cell> = new Set(["c", "e", "f", "g"]);

/** Advices that put a person in a cell on the last day of 2023. */
function advicesOf(rng: Rng, world: World, cell: Cell): AdvicePlan[] {
  const { law } = world;
  const start = law.schemeFrom;
  const individual = (): AdvicePlan =>
    rng.chance(680) ? conversion(rng, law) : individualSince(rng, law, start, LAST_OF_2023, rng.chance(80));
  const both = (): AdvicePlan[] => {
    const way = rng.between(1, 100);
    if (way <= 50) return [collectiveSince(rng, law, start, LAST_OF_2023)];
    if (way <= 88) return [collectiveBefore(rng, law), catchUp(rng, addDays(start, 70), LAST_OF_2023)];
    if (way <= 91) return [collectiveAcross(rng, law), catchUp(rng, addDays(start, 70), LAST_OF_2023)];
    return [collectiveBefore(rng, law), conversion(rng, law, "LASTING")];
  };
  const ama = (): AdvicePlan => amaWithin(rng, law, plainDate("2020-01-06"), LAST_OF_2023, false);
  switch (cell) {
    case "a":
      return [collectiveBefore(rng, law)];
    case "b":
      return [individual()];
    case "c":
      return [ama()];
    case "d":
      return both();
    case "e":
      return [collectiveBefore(rng, law), ama()];
    case "f":
      return [individual(), ama()];
    case "g":
      return [...both(), ama()];
  }
}

function firstDayOf(advice: AdvicePlan): PlainDate {
  return advice.kind === "REQUEST" ? advice.requestedOn : advice.decidedOn;
}

function earliest(advices: readonly AdvicePlan[]): PlainDate {
  return advices.map(firstDayOf).reduce((a, b) => (compareDates(a, b) <= 0 ? a : b));
}

function employability(rng: Rng, cell: Cell): Employability {
  const notAtOnce = HAS_AMA.has(cell) ? 720 : cell === "b" ? 210 : 430;
  return rng.chance(notAtOnce) ? "NOT_IMMEDIATE" : "IMMEDIATE";
}

/** Chances of being hired with support after 2023, in thousandths over the years, by cell. */
const HIRED: Record<Cell, HireChances> = {
  a: { hired: 70, fromCollective: true },
  b: { hired: 290, fromCollective: false },
  c: { hired: 0, fromCollective: false },
  d: { hired: 170, fromCollective: true },
  e: { hired: 30, fromCollective: true },
  f: { hired: 90, fromCollective: false },
  g: { hired: 60, fromCollective: true },
};

/**
 * Somebody who is without work on the last day of 2023 and holds the tickets of the cell, and what follows.
 * @param foundWorkLate work found in December 2023 that is recorded only after the published answer
 */
export function stockSeeker(rng: Rng, world: World, cell: Cell, foundWorkLate: boolean): CasePlan {
  const ref = asRef<PersonRef>(seededUuid(rng));
  const traits = drawPerson(rng);
  const advices = advicesOf(rng, world, cell);
  const knownFrom = firstContact(rng, earliest(advices));
  const statuses: StatusPlan[] = [withoutWork(rng, knownFrom, traits.benefitWithoutWork, employability(rng, cell))];
  if (cell !== "b" && rng.chance(HAS_AMA.has(cell) ? 260 : 60)) {
    const from = workingDayBetween(rng, later(addDays(world.law.schemeFrom, 2), addDays(knownFrom, 20)), LAST_OF_2023);
    statuses.push(workCareFrom(rng, statuses[0] as StatusPlan, from));
  }

  const relations = [];
  if (foundWorkLate) {
    const from = workingDayBetween(rng, plainDate("2023-12-04"), plainDate("2023-12-29"));
    statuses.push(atWork(rng, from, "EMPLOYED", lateRecording(rng)));
  } else {
    if (cell === "a" || cell === "e") advices.push(...caughtUpLater(rng, world, advices));
    const hire = drawHire(rng, world, HIRED[cell], NEW_YEAR, advices);
    if (hire !== null) {
      statuses.push(hire.status);
      relations.push(hire.relation);
    } else if (rng.chance(190)) {
      const from = workingDayBetween(rng, plainDate("2024-01-08"), plainDate("2028-12-29"));
      statuses.push(rng.chance(640) ? atWork(rng, from, "EMPLOYED") : inactive(rng, from, traits.benefitWithoutWork));
    }
  }
  const person: PersonPlan = { ref, traits, knownFrom, statuses, advices, ends: [], educationFrom: "VDAB" };
  return { person, relations, rights: [] };
}

/** The catch-up after 2023, for collective advices that still hold when their turn comes (IND-15). */
function caughtUpLater(rng: Rng, world: World, advices: readonly AdvicePlan[]): AdvicePlan[] {
  const collective = advices.find((advice) => advice.kind === "REQUEST" && advice.measure === "COLLECTIVE");
  if (collective === undefined || !rng.chance(930)) return [];
  const given = catchUp(rng, plainDate("2024-01-29"), plainDate("2025-10-31"));
  return given.decidedOn <= collectiveEnd(world.law, collective.decidedOn) ? [given] : [];
}

/** Somebody whose advice was given in December 2023 but recorded only after the published answer. */
export function lateTicket(rng: Rng, world: World): CasePlan {
  const traits = drawPerson(rng);
  const asked = rng.chance(500)
    ? collectiveSince(rng, world.law, plainDate("2023-10-16"), LAST_OF_2023)
    : individualSince(rng, world.law, plainDate("2023-10-16"), LAST_OF_2023, false);
  return seekerCase(rng, traits, [{ ...asked, recordedOn: lateRecording(rng) }]);
}

/** Somebody who applies for an advice after 2023. */
export function newSeeker(rng: Rng, world: World, month: PlainDate): CasePlan {
  const traits = drawPerson(rng);
  const last = addDays(month, 90);
  const kind = rng.between(1, 100);
  const advices: AdvicePlan[] =
    kind <= 55
      ? [individualSince(rng, world.law, month, last, rng.chance(100))]
      : kind <= 87
        ? [collectiveSince(rng, world.law, month, last)]
        : [amaWithin(rng, world.law, addDays(month, 60), last, rng.chance(200))];
  const hire = drawHire(rng, world, { hired: 240, fromCollective: kind > 55 }, addDays(last, 5), advices);
  return seekerCase(rng, traits, advices, hire);
}

/** Somebody whose request does not reach the thresholds. */
export function refusedSeeker(rng: Rng, world: World): CasePlan {
  const traits = drawPerson(rng);
  const asked = individualSince(rng, world.law, world.law.schemeFrom, plainDate("2026-09-30"), false);
  return seekerCase(rng, traits, [{ ...asked, finding: findingBelowThresholds(rng, world.law) }]);
}

/** Somebody who cannot be placed: advice welfare (AMA-01). Nobody holds it beside another ticket. */
export function welfareSeeker(rng: Rng, world: World): CasePlan {
  const traits = drawPerson(rng);
  return seekerCase(rng, traits, [amaWithin(rng, world.law, plainDate("2021-01-04"), LAST_OF_2023, true)]);
}

/** Somebody who works in collective customised work, so is not in the stock of job seekers (IND-16). */
export function collectiveWorker(rng: Rng, world: World): CasePlan {
  const traits = drawPerson(rng);
  const advice = collectiveBefore(rng, world.law);
  const started = workingDayFrom(addDays(advice.decidedOn, rng.between(5, 120)));
  const advices: AdvicePlan[] = [advice];
  advices.push(...caughtUpLater(rng, world, advices));
  const plan = seekerCase(rng, traits, advices);
  const statuses = [...plan.person.statuses, atWork(rng, started, "EMPLOYED")];
  // Flow-through to work outside the maatwerkbedrijf (WP-12).
  const hire = drawHire(rng, world, { hired: 300, fromCollective: false }, addDays(started, 200), advices);
  if (hire === null) return { ...plan, person: { ...plan.person, statuses } };
  const relation = { ...hire.relation, previous: { measure: "CMW" as const, rightRef: null } };
  return { person: { ...plan.person, statuses }, relations: [relation], rights: [] };
}

/** Somebody whose advice ended before the end of 2023, for example by a move away. */
export function endedTicket(rng: Rng, world: World): CasePlan {
  const traits = drawPerson(rng);
  const advice = collectiveBefore(rng, world.law);
  const endedOn = workingDayBetween(rng, addDays(advice.decidedOn, 30), plainDate("2023-12-15"));
  const plan = seekerCase(rng, traits, [advice]);
  return { ...plan, person: { ...plan.person, ends: [{ advice: 0, endedOn, recordedOn: endedOn, reason: "NO_LONGER_NEEDED" }] } };
}

function seekerCase(
  rng: Rng,
  traits: PersonPlan["traits"],
  advices: readonly AdvicePlan[],
  hire: ReturnType<typeof drawHire> = null,
): CasePlan {
  const knownFrom = dayBetween(rng, addDays(earliest(advices), -300), addDays(earliest(advices), -10));
  const statuses = [withoutWork(rng, knownFrom, traits.benefitWithoutWork, rng.chance(350) ? "NOT_IMMEDIATE" : "IMMEDIATE")];
  if (hire !== null) statuses.push(hire.status);
  const ref = asRef<PersonRef>(seededUuid(rng));
  const person: PersonPlan = { ref, traits, knownFrom, statuses, advices, ends: [], educationFrom: "VDAB" };
  return { person, relations: hire === null ? [] : [hire.relation], rights: [] };
}
