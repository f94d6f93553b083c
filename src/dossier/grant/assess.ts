// What a decision on an application would be today, with every check that stands in its way. Used by the screen and by the decision.
import { firstDay, type PlainDate } from "../../kernel/index.ts";
import { type Check, check } from "../application/check.ts";
import { checkApplication, type Surroundings } from "../application/checks.ts";
import type { Application } from "../application/state.ts";
import { type Indications, lastDayOf, type Ticket, validTickets } from "../indication/state.ts";
import type { LawReading } from "../law-reading.ts";
import type { GuidanceNeed, Package, Premiums } from "../vocabulary.ts";
import type { FollowsOn, ManualTerms } from "./commands.ts";
import * as reasons from "./reasons.ts";
import { quartersOf, type Term, termOf } from "./term.ts";

export interface Outcome extends Term {
  readonly ticket: Ticket;
  readonly premiums: Premiums;
  readonly package: Package;
  readonly percentage: number | null;
  readonly collectivePercentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
}

export interface Assessment {
  readonly checks: readonly Check[];
  /** Null when no ticket gives a package yet. */
  readonly outcome: Outcome | null;
}

export interface Question {
  readonly application: Application;
  /** The person's tickets. Department and employer see no more of VDAB than what is read here. */
  readonly indications: Indications;
  readonly around: Surroundings;
  readonly on: PlainDate;
  readonly followsOn: FollowsOn | null;
  readonly manual: ManualTerms | null;
  /** Whether the grant goes on with the counter of one that was taken over; as the application says when left out. */
  readonly takesOver?: boolean;
}

export function assess(law: LawReading, question: Question): Assessment {
  const { application, around, on } = question;
  const checks: Check[] = [...checkApplication(law, application, around), ...olderRightChecks(question)];
  const { ticket, checks: ticketChecks } = findTicket(law, question.indications, application.filedOn, on);
  checks.push(...ticketChecks);
  if (ticket === null) return { checks, outcome: null };

  const premiums = premiumsFor(application, ticket, around);
  checks.push(...premiums.checks);
  const bound = collectiveBound(law, question, ticket);
  const given = question.manual?.package ?? bound.package;
  if (given === null) return { checks: [...checks, check("MANUAL", reasons.packageMissing())], outcome: null };
  const quarters = question.manual?.quarters ?? quartersOf(law, given, ticket.needDuration);
  const percentage = question.manual?.percentage ?? null;
  if (quarters === null || (given === "TEMP_VULNERABLE" && percentage === null)) {
    law.policy("OPEN-14");
    return { checks: [...checks, check("MANUAL", reasons.enterTerms())], outcome: null };
  }
  const guided = premiums.value === "WAGE_AND_GUIDANCE" || premiums.value === "GUIDANCE";
  const term = termOf(law, on, application.filedOn, quarters);
  checks.push(...overChecks(question, term));
  return {
    checks,
    outcome: {
      ticket,
      premiums: premiums.value,
      package: given,
      percentage,
      collectivePercentage: bound.percentage,
      guidanceNeed: guided ? (question.manual?.guidanceNeed ?? bound.guidanceNeed) : "NONE",
      ...term,
    },
  };
}

/** PROC-11: support ends with the employment, so one that was over before q1 leaves nothing to grant. After a take-over q1 lies in the past. */
function overChecks({ application, on, takesOver = application.takeOverOf !== null }: Question, term: Term): Check[] {
  const until = application.contract?.until ?? null;
  if (takesOver || until === null || until >= on || until >= firstDay(term.startQuarter)) return [];
  return [check("REFUSE", reasons.overBeforeStart(until))];
}

/** The individual ticket the grant rests on (IND-01, SELF-01); one that ran out after filing is for a person to judge. */
function findTicket(law: LawReading, indications: Indications, filedOn: PlainDate, on: PlainDate) {
  const valid = validTickets(indications, "INDIVIDUAL", on)[0];
  if (valid !== undefined) return { ticket: valid, checks: [] };
  const expired = validTickets(indications, "INDIVIDUAL", filedOn)[0];
  if (expired !== undefined) return { ticket: expired, checks: [check("MANUAL", reasons.ticketExpired(lastDayOf(expired)))] };
  const refused = law.policy("OPEN-59") === "REFUSE";
  return { ticket: null, checks: [check(refused ? "REFUSE" : "COMPLETE", reasons.noTicket())] };
}

/** WP-09, GP-01, EMP-08: need decides which premiums can and must be granted. */
function premiumsFor(application: Application, ticket: Ticket, around: Surroundings): { value: Premiums; checks: Check[] } {
  if (application.applicant === "SELF_EMPLOYED") return { value: "SUPPORT", checks: [] };
  const bothNeeded = ticket.needClass === "WAGE_AND_GUIDANCE_PREMIUM";
  const bothAsked = application.premiums === "WAGE_AND_GUIDANCE";
  if (around.employer?.serviceVoucher === true) {
    return { value: "GUIDANCE", checks: bothNeeded ? [] : [check("REFUSE", reasons.noGuidanceNeed())] };
  }
  if (bothNeeded && !bothAsked) return { value: "WAGE", checks: [check("COMPLETE", reasons.mustTakeBoth())] };
  if (bothAsked && !bothNeeded) return { value: "WAGE", checks: [check("WARN", reasons.noGuidanceNeed())] };
  return { value: bothNeeded ? "WAGE_AND_GUIDANCE" : "WAGE", checks: [] };
}

const LEVELS: readonly GuidanceNeed[] = ["NONE", "LOW", "MEDIUM", "HIGH"];

/** WP-06, WP-08, OPEN-12: a maatwerkbedrijf is bound by the collective advice that the person also has. */
function collectiveBound(law: LawReading, question: Question, ticket: Ticket) {
  const unbound = { package: ticket.package, percentage: null, guidanceNeed: ticket.guidanceNeed };
  if (question.around.employer?.mwb !== true) return unbound;
  const collective = validTickets(question.indications, "COLLECTIVE", question.on)[0];
  if (collective?.percentage == null) return unbound;
  law.policy("OPEN-12");
  const startOfMwbPackage = (law.numbers("wagePremium.package.P5_MWB")[0] ?? 0) / 100;
  const asMwb = ticket.package === "P5_PLUS" && collective.percentage === startOfMwbPackage;
  const lower = Math.min(LEVELS.indexOf(ticket.guidanceNeed), LEVELS.indexOf(collective.guidanceNeed));
  return {
    package: asMwb ? ("P5_MWB" as const) : ticket.package,
    percentage: collective.percentage,
    guidanceNeed: asMwb ? (LEVELS[lower] ?? "NONE") : ticket.guidanceNeed,
  };
}

/** TRANS-04: while an older right runs for the relation, a grant follows on it or does not come. */
function olderRightChecks(question: Question): Check[] {
  const { followsOn, around } = question;
  return around.runningRights
    .filter((right) => right.rightRef !== followsOn?.rightRef)
    .map((right) => check("REFUSE", reasons.olderRightRuns(right.measure)));
}
