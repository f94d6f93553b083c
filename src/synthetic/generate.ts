// Synthetic Flanders as a stream of portions: each holds whole streams of events, sealed personal data, and declarations.
import type { BulkStream, LookupRequest, SealRequest } from "../dossier/index.ts";
import { compareQuarters, employmentFraction, type Instant, instant, type PlainDate, quarterOf } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import type { Attest, LedgerLine } from "../payment/index.ts";
import { earlier, later } from "./calendar.ts";
import type { CasePlan, RightPlan } from "./case-plan.ts";
import { FirmPool } from "./firms.ts";
import { identify, sealFirm, sealPerson } from "./identity.ts";
import { bookGrants, bookRights, type GrantToBook, onTime, paymentAttest, type RightToBook, runsUpTo } from "./ledger.ts";
import { type LegalFacts, legalFacts } from "./legal-facts.ts";
import { tellLocalSubsidies } from "./local-subsidies.ts";
import { NumberBook } from "./numbers.ts";
import { plannedLastDay } from "./old-rights-end.ts";
import { type LifePlace, type ShownLives, shownLives } from "./personas.ts";
import { drawLife, type LifeGroup, lifeGroups } from "./population.ts";
import { quotasAt } from "./quotas.ts";
import { rngOf } from "./rng.ts";
import { Actors } from "./tell/actors.ts";
import { FirstUses, tellFirm } from "./tell/firm.ts";
import { type ToldGrant, type ToldRight, tellLife } from "./tell/life.ts";
import { declare, type SyntheticAttest } from "./wages.ts";
import type { World } from "./world.ts";

/** The seed of the default population; only with it, at scale 1, are the published figures exact. */
export const DEFAULT_SEED = "vlaanderen";

export interface GenerateOptions {
  readonly law: Law;
  /** Last day that the records know of; later recordings are left out. */
  readonly until: PlainDate;
  readonly seed?: string;
  /** Above 0, at most 100; 1 is the default population. */
  readonly scale?: number;
  /** Lives drawn per portion. */
  readonly portion?: number;
  /** Whether attests and ledger lines are made too; by default they are. The events do not depend on it. */
  readonly declarations?: boolean;
}

export interface Portion {
  readonly streams: readonly BulkStream[];
  readonly sealed: readonly SealRequest[];
  readonly lookups: readonly LookupRequest[];
  readonly grants: readonly ToldGrant[];
  /** Older rights that are booked. */
  readonly rights: readonly ToldRight[];
  readonly attests: readonly Attest[];
  readonly lines: readonly LedgerLine[];
  /** Lives told so far and in all. */
  readonly done: number;
  readonly total: number;
}

/** Grants whose quarters are calculated in one go: the calculation is faster on many cases of one quarter. */
const BOOKED_TOGETHER = 1_000;

/** Number of lives of a population, those of whom nothing is known yet included; without employers. */
export function personsAt(options: Pick<GenerateOptions, "law"> & { readonly scale?: number }): number {
  // Only the groups are counted, so that one employer of each kind is enough.
  const world: World = { law: legalFacts(options.law), firms: new FirmPool(DEFAULT_SEED, 0.001) };
  return lifeGroups(world, quotasAt(options.scale ?? 1)).reduce((sum, group) => sum + group.count, 0);
}

/** The scale that gives about the wished number of persons. */
export function scaleFor(persons: number, options: Pick<GenerateOptions, "law">): number {
  return persons / personsAt({ ...options, scale: 1 });
}

/**
 * The population of a seed, portion by portion, always the same for the same law, seed and scale: `until` only leaves out what was
 * recorded after it. Employers come last, because their registrations depend on who applies first.
 * @throws RefusedByTheLaw when the rules refuse what was planned
 */
export function* generateFlanders(options: GenerateOptions): Generator<Portion, void, undefined> {
  const { law, until, seed = DEFAULT_SEED, scale = 1, portion = 100, declarations = true } = options;
  const quotas = quotasAt(scale);
  const legal = legalFacts(law);
  const world: World = { law: legal, firms: new FirmPool(seed, scale) };
  const end = instant(`${until}T23:59:59.999Z`);
  const actors = new Actors(seed);
  const uses = new FirstUses();
  const numbers = new NumberBook();
  const runs = runsUpTo(law, seed, legal.schemeFrom, until);
  let toBook: GrantToBook[] = [];
  let rightsToBook: RightToBook[] = [];
  const groups = lifeGroups(world, quotas);
  const total = groups.reduce((sum, group) => sum + group.count, 0);

  let number = 0;
  let gathered = new Gathered();
  for (const { group, index } of inOrder(groups, shownLives(groups, quotas))) {
    const life = drawLife(seed, group, index);
    number += 1;
    noteUses(uses, life);
    const rng = rngOf(seed, "tell", life.person.ref);
    const told = tellLife(life, { seed, law, legal, actors, rng }, end);
    gathered.streams.push(...told.streams);
    const identity = identify(seed, life, numbers);
    if (told.streams.length > 0) {
      const subject = sealPerson(seed, identity);
      gathered.sealed.push(...subject.items, ...told.sealed);
      gathered.lookups.push(...subject.lookups);
    }
    told.grants.forEach((grant, place) => {
      gathered.grants.push(grant);
      if (!declarations) return;
      const attests = attestsOf(seed, life, grant, number * 4 + place, world, end).map(paymentAttest);
      gathered.attests.push(...attests);
      toBook.push({ history: grant.history, attests });
    });
    if (declarations) {
      for (const right of told.rights) {
        const attests = attestsOfRight(seed, life, right, number * 4 + 3, { world, legal, end });
        // A self-employed person is paid without a declaration.
        if (attests.length === 0 && right.right.facts.employerRef !== null) continue;
        gathered.rights.push(right);
        gathered.attests.push(...attests);
        rightsToBook.push({ ...right, attests, lastDay: plannedLastDay(right.plan) });
      }
    }
    if (rightsToBook.length >= BOOKED_TOGETHER) {
      gathered.lines.push(...bookRights(runs, rightsToBook));
      rightsToBook = [];
    }
    if (toBook.length >= BOOKED_TOGETHER) {
      gathered.lines.push(...bookGrants(runs, toBook));
      toBook = [];
    }
    if (number % portion === 0) {
      yield gathered.portion(number, total);
      gathered = new Gathered();
    }
  }
  gathered.lines.push(...bookGrants(runs, toBook), ...bookRights(runs, rightsToBook));
  for (const { stream, sealed } of tellLocalSubsidies(quotas.localSubsidies, world, { seed, law, legal, actors }, end)) {
    if (stream !== null) gathered.streams.push(stream);
    gathered.sealed.push(...sealed);
  }
  for (const firm of world.firms.firms) {
    const stream = tellFirm(seed, firm, uses, actors, end);
    if (stream === null) continue;
    gathered.streams.push(stream);
    const subject = sealFirm(seed, firm);
    gathered.sealed.push(...subject.items);
    gathered.lookups.push(...subject.lookups);
  }
  yield gathered.portion(number, total);
}

class Gathered {
  readonly streams: BulkStream[] = [];
  readonly sealed: SealRequest[] = [];
  readonly lookups: LookupRequest[] = [];
  readonly grants: ToldGrant[] = [];
  readonly rights: ToldRight[] = [];
  readonly attests: Attest[] = [];
  readonly lines: LedgerLine[] = [];

  portion(done: number, total: number): Portion {
    return { ...this, done, total };
  }
}

/** The lives that personas are taken from come first, so that their numbers do not depend on the rest. */
function* inOrder(groups: readonly LifeGroup[], shown: ShownLives): Generator<LifePlace> {
  const first = Object.values(shown).filter((place: LifePlace | null) => place !== null);
  yield* first;
  for (const group of groups) {
    for (let index = 0; index < group.count; index++) {
      if (!first.some((place) => place.group === group && place.index === index)) yield { group, index };
    }
  }
}

function noteUses(uses: FirstUses, life: CasePlan): void {
  for (const relation of life.relations) {
    if (relation.firm !== null) uses.note(relation.firm, "IMW", relation.firstTry?.filedOn ?? relation.filedOn);
  }
  const vop = (right: RightPlan) => right.measure === "VOP" || right.measure === "TVOP";
  for (const right of life.rights) if (right.firm !== null && vop(right)) uses.note(right.firm, "VOP", right.startedOn);
}

/** Declarations of the worker for the quarters in which the grant runs; a self-employed person is paid without one. */
function attestsOf(seed: string, life: CasePlan, told: ToldGrant, number: number, world: World, end: Instant): SyntheticAttest[] {
  const { grant, plan } = told;
  if (plan.firm === null || plan.contract === null || plan.fraction === null) return [];
  // As planned, not as told so far: what was declared before must not depend on how far the telling went.
  const stoppedOn = plan.stop?.lastDay ?? null;
  const ends = [stoppedOn, plan.contract.until].filter((day) => day !== null);
  const until = ends.length === 0 ? null : ends.reduce(earlier);
  const last = until === null ? grant.endQuarter : quarterOf(until);
  const employment = {
    personRef: life.person.ref,
    employerRef: plan.firm.ref,
    from: plan.contract.from,
    until,
    fraction: plan.fraction,
    education: life.person.traits.education,
    number,
  };
  const rng = rngOf(seed, "wages", grant.facts.grantRef);
  const lastQuarter = compareQuarters(last, grant.endQuarter) < 0 ? last : grant.endQuarter;
  return declare(rng, employment, grant.facts.startQuarter, lastQuarter, world.law.minimumWage, end);
}

interface Declaring {
  readonly world: World;
  readonly legal: LegalFacts;
  readonly end: Instant;
}

const DECLARED: readonly string[] = ["VOP", "TVOP", "LDE_INDIVIDUAL"];

/** Declarations of a worker with VOP or LDE, from the scheme's first quarter: the ones before were paid elsewhere. */
function attestsOfRight(seed: string, life: CasePlan, told: ToldRight, number: number, of: Declaring): Attest[] {
  const { world, legal, end } = of;
  const { plan, rightRef } = told;
  const last = plannedLastDay(plan);
  if (plan.firm === null || last === null || !DECLARED.includes(plan.measure)) return [];
  const first = quarterOf(later(legal.schemeFrom, plan.startedOn));
  const lastQuarter = quarterOf(last);
  if (compareQuarters(lastQuarter, first) < 0) return [];
  const rng = rngOf(seed, "wages", rightRef);
  const employment = {
    personRef: life.person.ref,
    employerRef: plan.firm.ref,
    from: plan.startedOn,
    until: null,
    fraction: employmentFraction(rng.chance(650) ? 10_000 : 8_000),
    education: life.person.traits.education,
    number,
  };
  // What is corrected is left out whole, so that it must be seen whole first, whatever the day of telling.
  const all = declare(rng, employment, first, lastQuarter, world.law.minimumWage, END_OF_TIME).map(paymentAttest);
  return onTime(legal.schemeFrom, all).filter((attest) => attest.receivedAt <= end);
}

const END_OF_TIME = instant("9999-12-31T23:59:59.999Z");
