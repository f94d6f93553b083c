// People at work, or taken on, for whom support is applied for: the relations of 2023 by published category, and those after it.
import { asRef, type PersonRef, type PlainDate, plainDate } from "../kernel/index.ts";
import { conversion, findingBelowThresholds, firstContact, individualSince } from "./advices.ts";
import { addDays, earlier, later, workingDayBetween, workingDayFrom } from "./calendar.ts";
import type {
  AdvicePlan,
  CasePlan,
  Fate,
  Flaw,
  PersonPlan,
  RelationCategory,
  RelationPlan,
  RequestedAdvice,
  RightPlan,
  StatusPlan,
} from "./case-plan.ts";
import { STOCK_DAY } from "./figures.ts";
import { vopRight } from "./old-rights.ts";
import { drawPerson, type PersonTraits } from "./person-traits.ts";
import { drawFlaw, drawLaterFate, drawRelation, grantDay, SITUATIONS } from "./relations.ts";
import { type Choices, choices, type Rng, seededUuid } from "./rng.ts";
import { atWork, lateRecording, withoutWork } from "./statuses.ts";
import type { World } from "./world.ts";

/** How one relation of 2023 stood when the answer was given, and whether a closed VOP evaluation lies behind it. */
export interface Relation2023 {
  readonly category: RelationCategory;
  readonly state: "GRANTED" | "PENDING" | "INCOMPLETE" | "REFUSED" | "WITHDRAWN" | "INADMISSIBLE";
  readonly formerVop: "VOP" | "TVOP" | null;
  readonly filedAnew: boolean;
  /** The grant is of December 2023 but recorded after the published answer. */
  readonly lateGrant: boolean;
  /** The application is of December 2023 but recorded after the published answer; it is not one of the published. */
  readonly lateApplication: boolean;
}

/** Months of filing in 2023, with growing numbers: first and last day. */
const MONTHS_2023: Choices<readonly [string, string]> = choices([
  [["2023-07-01", "2023-07-31"], 9],
  [["2023-08-01", "2023-08-31"], 13],
  [["2023-09-01", "2023-09-29"], 18],
  [["2023-10-02", "2023-10-31"], 21],
  [["2023-11-02", "2023-11-30"], 23],
  [["2023-12-01", "2023-12-22"], 16],
] as const);

const FILED_ANEW_FROM = plainDate("2023-08-08");
const LAST_DECISION = plainDate("2023-12-29");
const LAST_FILING = plainDate("2023-12-22");

function filingDay(rng: Rng, world: World, last: PlainDate): PlainDate {
  const [from, to] = rng.weighted(MONTHS_2023);
  const first = later(plainDate(from), world.law.onlineFrom);
  if (first > addDays(last, -4)) return workingDayBetween(rng, world.law.onlineFrom, last);
  return workingDayBetween(rng, first, earlier(plainDate(to), last));
}

/** Filing day and fate of a relation of 2023, as known in January 2024 and as it went on. */
function course2023(rng: Rng, world: World, wish: Relation2023): { readonly filedOn: PlainDate; readonly fate: Fate } {
  const afterAnswer = workingDayBetween(rng, plainDate("2024-01-23"), plainDate("2024-04-26"));
  switch (wish.state) {
    case "GRANTED":
    case "REFUSED": {
      // Who files anew had filed some weeks before.
      const filedOn = later(
        filingDay(rng, world, addDays(LAST_DECISION, -20)),
        wish.filedAnew ? FILED_ANEW_FROM : world.law.onlineFrom,
      );
      const decidedOn = workingDayBetween(rng, addDays(filedOn, 11), earlier(addDays(filedOn, 70), LAST_DECISION));
      return { filedOn, fate: { kind: wish.state, decidedOn, recordedOn: decidedOn } };
    }
    case "PENDING": {
      if (wish.lateApplication) {
        const filedOn = workingDayBetween(rng, plainDate("2023-12-04"), LAST_FILING);
        const decidedOn = workingDayBetween(rng, plainDate("2024-03-25"), plainDate("2024-05-31"));
        return { filedOn, fate: { kind: "GRANTED", decidedOn, recordedOn: decidedOn } };
      }
      const filedOn = rng.chance(800)
        ? workingDayBetween(rng, plainDate("2023-11-02"), LAST_FILING)
        : filingDay(rng, world, LAST_FILING);
      if (wish.lateGrant) {
        const decidedOn = workingDayBetween(rng, plainDate("2023-12-27"), LAST_DECISION);
        return {
          filedOn: earlier(filedOn, plainDate("2023-12-15")),
          fate: { kind: "GRANTED", decidedOn, recordedOn: lateRecording(rng) },
        };
      }
      const ended = rng.between(1, 100);
      if (ended <= 84) return { filedOn, fate: { kind: "GRANTED", decidedOn: afterAnswer, recordedOn: afterAnswer } };
      if (ended <= 94) return { filedOn, fate: { kind: "WITHDRAWN", on: afterAnswer } };
      return { filedOn, fate: { kind: "PENDING" } };
    }
    case "INCOMPLETE": {
      const filedOn = workingDayBetween(rng, plainDate("2023-10-02"), plainDate("2023-12-08"));
      const askedOn = workingDayBetween(rng, addDays(filedOn, 4), addDays(filedOn, 14));
      if (rng.chance(250))
        return {
          filedOn,
          fate: { kind: "INCOMPLETE", askedOn, completedOn: null, next: { kind: "WITHDRAWN", on: afterAnswer } },
        };
      const decidedOn = workingDayFrom(addDays(afterAnswer, rng.between(10, 45)));
      const next: Fate = { kind: "GRANTED", decidedOn, recordedOn: decidedOn };
      return { filedOn, fate: { kind: "INCOMPLETE", askedOn, completedOn: afterAnswer, next } };
    }
    case "WITHDRAWN":
    case "INADMISSIBLE": {
      const filedOn = filingDay(rng, world, addDays(LAST_DECISION, -20));
      const on = workingDayBetween(rng, addDays(filedOn, 3), earlier(addDays(filedOn, 25), LAST_DECISION));
      return { filedOn, fate: { kind: wish.state, on } };
    }
  }
}

/** An advice that was there when the application was filed; without one the request itself is refused. */
function adviceBefore(rng: Rng, world: World, filedOn: PlainDate, category: RelationCategory, flaw: Flaw): AdvicePlan {
  const guidance = category === "WAGE_AND_GUIDANCE";
  const { law } = world;
  if (flaw === "NO_ADVICE") return { ...askedBefore(rng, world, filedOn, guidance), finding: findingBelowThresholds(rng, law) };
  const roomSinceStart = filedOn >= addDays(law.schemeFrom, 50);
  return guidance || (roomSinceStart && rng.chance(860))
    ? askedBefore(rng, world, filedOn, guidance)
    : convertedBefore(rng, world, filedOn);
}

function askedBefore(rng: Rng, world: World, filedOn: PlainDate, guidance: boolean): RequestedAdvice {
  const { law } = world;
  const first = later(addDays(filedOn, -200), law.schemeFrom);
  if (filedOn < addDays(law.schemeFrom, 50)) {
    // Asked for before the scheme began and found after it: an individual advice can only be given from then on.
    const requestedOn = workingDayBetween(rng, addDays(law.schemeFrom, -80), addDays(law.schemeFrom, -10));
    const asked = individualSince(rng, law, first, addDays(law.schemeFrom, 60), guidance);
    const decidedOn = workingDayBetween(rng, addDays(law.schemeFrom, 2), filedOn);
    return { ...asked, requestedOn, decidedOn, recordedOn: decidedOn };
  }
  return individualSince(rng, law, first, filedOn, guidance);
}

function convertedBefore(rng: Rng, world: World, filedOn: PlainDate): AdvicePlan {
  const converted = conversion(rng, world.law, "LASTING");
  const decidedOn = earlier(converted.decidedOn, filedOn);
  return { ...converted, decidedOn, recordedOn: decidedOn };
}

function flawOf(rng: Rng, wish: Relation2023): Flaw {
  return wish.state === "REFUSED" ? drawFlaw(rng, wish.category) : "NONE";
}

/** One person with one relation of 2023, or with two when a second wish is given (EMP-16). */
export function worker2023(rng: Rng, world: World, wishes: readonly Relation2023[]): CasePlan {
  const relations: RelationPlan[] = [];
  const rights: RightPlan[] = [];
  const first = wishes[0] as Relation2023;
  const flaw = flawOf(rng, first);
  for (const wish of wishes) {
    const course = course2023(rng, world, wish);
    const decidedOn = grantDay(course.fate);
    const right =
      wish.formerVop === null || decidedOn === null
        ? null
        : vopRight(rng, world, wish.formerVop, wish.category, decidedOn, relations.length);
    if (right !== null) rights.push(right);
    relations.push(
      drawRelation(rng, world, {
        category: wish.category,
        situation: right !== null ? "AT_WORK" : rng.weighted(SITUATIONS),
        filedOn: course.filedOn,
        flaw,
        fate: course.fate,
        filedAnew: wish.filedAnew,
        ...(right?.firm == null ? {} : { firm: right.firm }),
        ...(right === null ? {} : { previous: { measure: right.measure === "TVOP" ? "TVOP" : "VOP", rightRef: right.ref } }),
        ...(wish.lateApplication ? { recordedOn: lateRecording(rng) } : {}),
      }),
    );
  }
  return workerCase(rng, world, relations, rights, flaw);
}

/** Somebody not in the records before, for whom an application is filed in the month. */
export function newWorker(rng: Rng, world: World, month: PlainDate): CasePlan {
  const filedOn = workingDayFrom(addDays(month, rng.between(0, 27)));
  const category: RelationCategory = rng.weighted(CATEGORIES);
  const fate = drawLaterFate(rng, filedOn);
  const flaw: Flaw = fate.kind === "REFUSED" ? drawFlaw(rng, category) : "NONE";
  const relation = drawRelation(rng, world, { category, situation: rng.weighted(SITUATIONS), filedOn, flaw, fate });
  return workerCase(rng, world, [relation], [], flaw);
}

const CATEGORIES: Choices<RelationCategory> = choices([
  ["WAGE", 878],
  ["WAGE_AND_GUIDANCE", 90],
  ["SUPPORT", 32],
]);

const OUTSIDE_REGION: Choices<"BRUSSELS" | "WALLONIA"> = choices([
  ["BRUSSELS", 6],
  ["WALLONIA", 4],
]);

function workerCase(
  rng: Rng,
  world: World,
  relations: readonly RelationPlan[],
  rights: readonly RightPlan[],
  flaw: Flaw,
): CasePlan {
  const ref = asRef<PersonRef>(seededUuid(rng));
  const firstRelation = relations[0] as RelationPlan;
  const traits = drawPerson(rng, flaw === "RESIDENCE" ? rng.weighted(OUTSIDE_REGION) : rng.chance(12) ? "EEA" : "FLANDERS");
  const firstFiled = relations.map((one) => one.firstTry?.filedOn ?? one.filedOn).reduce(earlier);
  const advice =
    rights.length > 0 && firstRelation.category !== "WAGE_AND_GUIDANCE"
      ? convertedBefore(rng, world, firstFiled)
      : adviceBefore(rng, world, firstFiled, firstRelation.category, flaw);
  const asked = advice.kind === "REQUEST" ? advice.requestedOn : advice.decidedOn;
  const oldest = rights.reduce((day, right) => earlier(day, right.recordedOn), firstContact(rng, asked));
  const knownFrom = earlier(oldest, addDays(asked, -3));
  const statuses = workStatuses(rng, traits, knownFrom, firstRelation, advice.decidedOn);
  const person: PersonPlan = { ref, traits, knownFrom, statuses, advices: [advice], ends: [], educationFrom: "LINKAGE" };
  return { person, relations, rights };
}

/** Who is hired after 2023 on an advice of 2023 comes from another job: the stock of job seekers holds exactly its own people. */
function workStatuses(
  rng: Rng,
  traits: PersonTraits,
  knownFrom: PlainDate,
  relation: RelationPlan,
  advisedOn: PlainDate,
): StatusPlan[] {
  const kind = relation.category === "SUPPORT" ? "SELF_EMPLOYED" : "EMPLOYED";
  const started = relation.contract?.from ?? null;
  const wouldBeInStock = started !== null && started > STOCK_DAY && advisedOn <= STOCK_DAY;
  if (relation.situation === "NEW_HIRE" && started !== null && started > addDays(knownFrom, 5) && !wouldBeInStock) {
    return [withoutWork(rng, knownFrom, traits.benefitWithoutWork, "IMMEDIATE"), atWork(rng, started, kind)];
  }
  return [{ ...atWork(rng, knownFrom, kind), recordedOn: knownFrom }];
}
