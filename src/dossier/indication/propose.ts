// Which tickets follow from a finding, and why: proposed to the adviser and used by the decision alike (IND-10 to IND-14).
import { addMonths, assertOk, type PlainDate, parsePercent } from "../../kernel/index.ts";
import type { Facts, StepLine } from "../../law/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { GuidanceNeed, Measure, NeedClass, NeedDuration, Package, TicketOrigin } from "../vocabulary.ts";
import type { CollectivePackage, FindingInput } from "./commands.ts";

export interface ProposedTicket {
  readonly type: "INDIVIDUAL" | "COLLECTIVE";
  readonly package: Package | null;
  readonly percentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
  readonly needClass: NeedClass | null;
  readonly origin: TicketOrigin;
  /** Rulebook ids that it follows from. */
  readonly rules: readonly string[];
}

export interface Proposal {
  readonly tickets: readonly ProposedTicket[];
  /** Rulebook ids of conditions that are not met, for the measure that was asked. */
  readonly refused: readonly string[];
}

export interface Asked {
  readonly measure: Measure;
  readonly requestedOn: PlainDate;
  readonly decidedOn: PlainDate;
  readonly collective: CollectivePackage | null;
  /** What a person judged of the criteria that could not be read (OPEN-37); null: not judged. */
  readonly criteriaMet: boolean | null;
}

export function proposeTickets(law: LawReading, finding: FindingInput, asked: Asked): Proposal {
  if (!finding.workDisability) return { tickets: [], refused: ["IND-01"] };
  if (asked.criteriaMet === false) return { tickets: [], refused: ["IND-13"] };
  const facts = factsOf(finding, asked);
  const collective = asked.measure === "COLLECTIVE" && law.rule("collectiveAdvice", facts) === true;
  const tickets: ProposedTicket[] = [];
  if (collective && asked.collective !== null) {
    const { percentage, guidanceNeed } = asked.collective;
    tickets.push({
      type: "COLLECTIVE",
      package: null,
      percentage,
      guidanceNeed,
      needClass: null,
      origin: "REQUEST",
      rules: ["IND-10"],
    });
  }
  if (collective) {
    if (law.rule("doubleTicketAtOnce", facts) === true) tickets.push(doubleTicket(law, facts));
  } else if (law.rule("individualNeed", facts) === true) {
    tickets.push(individualTicket(law, finding, asked));
  }
  const refused = asked.measure === "COLLECTIVE" && !collective ? ["IND-10"] : [];
  return { tickets, refused: tickets.length === 0 ? [...refused, "IND-11"] : refused };
}

/** A proposal with every step of the law behind it, for the adviser who confirms it or departs from it. */
export interface ExplainedProposal extends Proposal {
  /** In the order of the law; each `result` is a rule of `PROPOSAL_RULES`. */
  readonly steps: readonly StepLine[];
  readonly results: readonly string[];
  readonly openPoints: readonly string[];
  /** The longest that the finding can be valid. */
  readonly lastDay: PlainDate;
}

/** @throws Refusal where the law gives no value */
export function explainProposal(law: LawReading, finding: FindingInput, asked: Asked): ExplainedProposal {
  const proposal = proposeTickets(law, finding, asked);
  const individual = proposal.tickets.some((ticket) => ticket.type === "INDIVIDUAL");
  const results = [
    ...(asked.measure === "COLLECTIVE" ? ["collectiveAdvice", "doubleTicketAtOnce"] : []),
    "individualNeed",
    ...(individual ? ["packageOfNeed", "needClass", "guidanceLevel"] : []),
  ];
  const { needDuration, validFrom } = finding;
  const steps = [
    ...law.steps(results, factsOf(finding, asked)),
    ...law.steps(["findingLastDay", ...(needDuration === "TEMPORARY" ? ["needQuarters"] : [])], {
      foundOn: validFrom,
      needDuration,
    }),
  ];
  const lastDay = longestValidity(law, finding.validFrom, finding.needDuration);
  return { ...proposal, steps, results: [...results, "findingLastDay"], openPoints: law.openPoints, lastDay };
}

/** IND-20, IND-21: the last day that a finding made on `from` can be valid; a temporary need lasts no longer than its term. */
export function longestValidity(law: LawReading, from: PlainDate, needDuration: NeedDuration): PlainDate {
  const facts = { foundOn: from, needDuration };
  const ofFinding = law.rule("findingLastDay", facts) as PlainDate;
  if (needDuration === "LASTING") return ofFinding;
  const ofNeed = addMonths(from, 3 * (law.rule("needQuarters", facts) as number));
  return [ofNeed, ofFinding].sort()[0]!;
}

/** IND-17: the package that the law gives to a need of this duration, for the conversion of an older right. */
export function packageOfDuration(law: LawReading, needDuration: NeedDuration): Package {
  return law.rule("packageOfNeed", {
    productivityLoss: 0,
    extraCosts: 0,
    guidanceRequired: false,
    needDuration,
    higherNeed: false,
    foundOn: law.day,
    appliedOn: law.day,
    grantedOn: law.day,
    collectiveAdviceGiven: false,
  }) as Package;
}

/** IND-14: whether an advice applied for on `appliedOn` brings the double ticket at once, when VDAB gave a collective advice. */
export function doubleTicketAtOnce(law: LawReading, appliedOn: PlainDate, grantedOn: PlainDate): boolean {
  return law.rule("doubleTicketAtOnce", { ...givenCollective, appliedOn, grantedOn, foundOn: grantedOn }) === true;
}

/** IND-15, OPEN-39: whether a collective advice belongs in the catch-up that is looked at on `assessedOn`. */
export function inBacklog(law: LawReading, appliedOn: PlainDate, grantedOn: PlainDate, assessedOn: PlainDate): boolean {
  return law.rule("doubleTicket", { ...givenCollective, appliedOn, grantedOn, foundOn: grantedOn, assessedOn }) === "BACKLOG";
}

/** The individual ticket of a double ticket, whether given at once or caught up: what a collective advice at once would bring. */
export function doubleTicketFacts(
  law: LawReading,
): Pick<ProposedTicket, "package" | "percentage" | "guidanceNeed" | "needClass"> {
  const on = law.day;
  const {
    package: given,
    percentage,
    guidanceNeed,
    needClass,
  } = doubleTicket(law, { ...givenCollective, appliedOn: on, grantedOn: on, foundOn: on });
  return { package: given, percentage, guidanceNeed, needClass };
}

/** A collective advice given by VDAB, without the figures behind it: those who hold one meet IND-10. */
const givenCollective = { collectiveAdviceGiven: true, guidanceRequired: true, productivityLoss: 10_000, extraCosts: 0 };

function doubleTicket(law: LawReading, facts: Facts): ProposedTicket {
  return { type: "INDIVIDUAL", ...packageOf(law, facts), origin: "DOUBLE_TICKET", rules: ["IND-14"] };
}

/** IND-11, IND-12, IND-21, IND-22: what the person's own need gives. */
export function individualTicket(law: LawReading, finding: FindingInput, asked: Asked): ProposedTicket {
  const facts = { ...factsOf(finding, asked), collectiveAdviceGiven: false };
  const duration = finding.needDuration === "TEMPORARY" ? "IND-21" : "IND-22";
  return { type: "INDIVIDUAL", ...packageOf(law, facts), origin: "REQUEST", rules: ["IND-11", "IND-12", duration] };
}

function packageOf(law: LawReading, facts: Facts): Pick<ProposedTicket, "package" | "percentage" | "guidanceNeed" | "needClass"> {
  return {
    package: law.rule("packageOfNeed", facts) as Package,
    percentage: null,
    guidanceNeed: law.rule("guidanceLevel", facts) as GuidanceNeed,
    needClass: law.rule("needClass", facts) as NeedClass,
  };
}

function factsOf(finding: FindingInput, asked: Asked): Facts {
  return {
    productivityLoss: assertOk(parsePercent(finding.productivityLossPct, "productivityLossPct")),
    extraCosts: assertOk(parsePercent(finding.extraCostsPct, "extraCostsPct")),
    guidanceRequired: finding.guidanceRequired,
    needDuration: finding.needDuration,
    higherNeed: finding.higherNeed,
    guidanceLevelFound: finding.guidanceNeed,
    appliedOn: asked.requestedOn,
    grantedOn: asked.decidedOn,
    foundOn: asked.decidedOn,
    collectiveAdviceGiven: asked.measure === "COLLECTIVE" ? undefined : false,
  };
}
