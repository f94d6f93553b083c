// Which tickets follow from a finding, and why: proposed to the adviser and used by the decision alike (IND-10 to IND-14).
import { assertOk, type PlainDate, parsePercent } from "../../kernel/index.ts";
import type { LawReading } from "../law-reading.ts";
import {
  GUIDANCE_NEEDS,
  type GuidanceNeed,
  type Measure,
  type NeedClass,
  PACKAGES,
  type Package,
  type TicketOrigin,
} from "../vocabulary.ts";
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
  readonly collective: CollectivePackage | null;
}

export function proposeTickets(law: LawReading, finding: FindingInput, asked: Asked): Proposal {
  if (!finding.workDisability) return { tickets: [], refused: ["IND-01"] };
  const wantsCollective = asked.measure === "COLLECTIVE";
  const collective = wantsCollective && meetsCollective(law, finding);
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
    const double = doubleTicket(law, asked.requestedOn);
    if (double !== null) tickets.push(double);
  } else if (meetsIndividual(law, finding)) {
    tickets.push(individualTicket(finding));
  }
  const refused = wantsCollective && !collective ? ["IND-10"] : [];
  return { tickets, refused: tickets.length === 0 ? [...refused, "IND-11"] : refused };
}

/** IND-10: productivity loss at or above the threshold and need of guidance on the workfloor. */
export function meetsCollective(law: LawReading, finding: FindingInput): boolean {
  const loss = assertOk(parsePercent(finding.productivityLossPct, "productivityLossPct"));
  const enough = loss >= law.number("indication.collective.minProductivityLoss");
  return enough && (finding.guidanceRequired || !law.flag("indication.collective.requiresGuidance"));
}

/** IND-11: productivity loss or extra costs at or above the threshold. */
export function meetsIndividual(law: LawReading, finding: FindingInput): boolean {
  const threshold = law.number("indication.individual.minLossOrExtraCost");
  const loss = assertOk(parsePercent(finding.productivityLossPct, "productivityLossPct"));
  const costs = assertOk(parsePercent(finding.extraCostsPct, "extraCostsPct"));
  return loss >= threshold || costs >= threshold;
}

/** IND-14, at once for who applied from the date on; earlier applications wait for the catch-up (IND-15, OPEN-39). */
export function doubleTicket(law: LawReading, requestedOn: PlainDate): ProposedTicket | null {
  if (requestedOn < law.date("indication.doubleTicket.applicationFrom")) {
    law.policy("OPEN-39");
    return null;
  }
  return { type: "INDIVIDUAL", ...doublePackage(law), origin: "DOUBLE_TICKET", rules: ["IND-14"] };
}

/** Package and guidance need of a double ticket, whether given at once or caught up. */
export function doublePackage(law: LawReading) {
  const words = law.words("indication.doubleTicket.package").flatMap((word) => word.split(/,\s*|\s+/));
  const given = PACKAGES.find((one) => words.includes(one));
  const need = GUIDANCE_NEEDS.find((one) => words.includes(one));
  if (given === undefined || need === undefined) throw new TypeError("indication.doubleTicket.package names no package and need");
  return { package: given, percentage: null, guidanceNeed: need, needClass: "WAGE_AND_GUIDANCE_PREMIUM" as const };
}

/** IND-12, IND-21, IND-22: need duration and level give the package, need of guidance gives the class. */
export function individualTicket(finding: FindingInput): ProposedTicket {
  const lasting = finding.higherNeed ? "P5_PLUS" : "P5";
  return {
    type: "INDIVIDUAL",
    package: finding.needDuration === "TEMPORARY" ? "T2" : lasting,
    percentage: null,
    guidanceNeed: finding.guidanceRequired ? finding.guidanceNeed : "NONE",
    needClass: finding.guidanceRequired ? "WAGE_AND_GUIDANCE_PREMIUM" : "WAGE_PREMIUM",
    origin: "REQUEST",
    rules: ["IND-11", "IND-12", finding.needDuration === "TEMPORARY" ? "IND-21" : "IND-22"],
  };
}
