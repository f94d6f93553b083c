// An older right in one quarter as the law is asked about it: VOP of employees and of the self-employed, and the LDE compensation.
import { addDays, type PlainDate } from "../../../kernel/index.ts";
import type { RelationFacts } from "../../attest/relation-facts.ts";
import type { Component, OlderTerms, Position } from "../../ports.ts";
import type { PremiumCase } from "../premium-case.ts";
import type { QuarterFrame } from "../quarter-frame.ts";

export type OlderPosition = Position & { readonly older: OlderTerms };

export const isOlder = (position: Position): position is OlderPosition => position.older !== undefined;

/** What an older right is paid as. */
export function olderComponent({ older }: OlderPosition): Component {
  return older.measure === "LDE_INDIVIDUAL" ? "COMPENSATION" : "VOP";
}

/** No quarter is paid by two measures (TRANS-05, TRANS-31): a right that runs beside a grant is work for a person. */
export const BESIDE_GRANT = "TRANS-05.besideGrant";

/** Null when the right and what was declared have no day in common. */
export function olderCase(frame: QuarterFrame, position: OlderPosition, declared: RelationFacts | null): PremiumCase | null {
  const { older, validFrom, validTo } = position;
  const lastDay = older.lastDay;
  if (position.employerRef === null) return selfCase(frame, position, lastDay);
  if (declared === null) return null;
  const from = [validFrom, declared.inServiceFrom].sort()[1]!;
  const rightUntil = validTo === null ? null : addDays(validTo, -1);
  const until = rightUntil !== null && rightUntil < declared.inServiceUntil ? rightUntil : declared.inServiceUntil;
  if (until < from) return null;
  const service = {
    employmentFraction: declared.contractualFraction,
    inServiceFrom: from > frame.firstDay ? from : null,
    inServiceUntil: until < frame.lastDay ? until : null,
  };
  const shared = { switches: frame.departures(position.switches), openPoints: [] };
  if (older.measure === "LDE_INDIVIDUAL") {
    const facts = { ...service, ldeAmountPerFte: older.amountPerFte, ldeEndsOn: lastDay ?? frame.lastDay, imwPackageRuns: false };
    return { scheme: "compensation", facts, ...shared };
  }
  const facts = {
    ...service,
    performedFraction: declared.performedFraction,
    grossWage: declared.grossCents,
    employerContributions: declared.contributionCents,
    contributionReductions: declared.reductionCents,
    vopKind: older.measure === "TVOP" ? "TEMPORARY" : "EMPLOYEE",
    ...vopFacts(position, lastDay),
    // Asked only under another reading of OPEN-53; the source gives one first quarter.
    vopHiringQuarter: position.startQuarter,
    vopGivenPercentage: givenPercentage(frame, position),
  };
  return { scheme: "vop", facts, ...shared };
}

function selfCase(frame: QuarterFrame, position: OlderPosition, lastDay: PlainDate | null): PremiumCase {
  const kind = position.older.measure === "TVOP" ? "TEMPORARY" : "LASTING";
  return {
    scheme: "vopSelf",
    // Asked in the second phase only; not judged yet, the law asks for it and a person answers (TRANS-11).
    facts: {
      vopSelfKind: kind,
      ...vopFacts(position, lastDay),
      vopActivity: position.older.activity,
      vopRunsOn: position.older.ranOn,
    },
    switches: frame.departures(position.switches),
    openPoints: [],
  };
}

function vopFacts(position: OlderPosition, lastDay: PlainDate | null) {
  return { vopStartQuarter: position.startQuarter, olderEndsOn: lastDay };
}

/**
 * As the source gives it (OPEN-53), in basis points; null past the schedule: the law then says that the term is over. Who runs on until
 * the decision keeps the last percentage (TRANS-05).
 */
function givenPercentage(frame: QuarterFrame, { older, startQuarter }: OlderPosition): number | null {
  const index = frame.number - startQuarter + 1;
  const phase = older.schedule.find((one) => index <= one.throughQuarter) ?? (older.ranOn ? older.schedule.at(-1) : undefined);
  return phase === undefined ? null : phase.percentage * 100;
}
