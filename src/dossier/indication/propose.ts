// Which tickets follow from a finding, and why: proposed to the adviser and used by the decision alike (IND-10 to IND-14).
import { assertOk, type PlainDate, parsePercent } from "../../kernel/index.ts";
import type { Facts } from "../../law/index.ts";
import type { LawReading } from "../law-reading.ts";
import type { GuidanceNeed, Measure, NeedClass, Package, TicketOrigin } from "../vocabulary.ts";
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

interface Asked {
  readonly measure: Measure;
  readonly requestedOn: PlainDate;
  readonly decidedOn: PlainDate;
  readonly collective: CollectivePackage | null;
}

export function proposeTickets(law: LawReading, finding: FindingInput, asked: Asked): Proposal {
  if (!finding.workDisability) return { tickets: [], refused: ["IND-01"] };
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
