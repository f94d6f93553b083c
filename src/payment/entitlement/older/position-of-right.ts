// An older right as the run sees it in a quarter: the position that the records give for it.

import { lastDayOfRight, type OldRight } from "../../../dossier/index.ts";
import { addDays, firstDay, fromQuarterNumber, lastDay, quarterIndexNumber, quarterOf } from "../../../kernel/index.ts";
import type { OlderTerms, Position } from "../../ports.ts";

const PAID: readonly string[] = ["VOP", "TVOP", "LDE_INDIVIDUAL"];

/** Null when the run pays nothing for the measure, or when the right does not hold on any day of the quarter. */
export function positionOfRight(right: OldRight, rightRef: string, quarterNumber: number): Position | null {
  const { facts } = right;
  const quarter = fromQuarterNumber(quarterNumber);
  const last = lastDayOfRight(right);
  if (!PAID.includes(facts.measure) || facts.personRef === null) return null;
  if (facts.startedOn > lastDay(quarter) || (last !== null && last < firstDay(quarter))) return null;
  const amount = right.amounts.findLast(
    (one) => one.fromQuarter <= quarter && (one.throughQuarter === null || one.throughQuarter >= quarter),
  );
  return {
    grantRef: rightRef,
    employerRef: facts.employerRef,
    personRef: facts.personRef,
    applicant: facts.employerRef === null ? "SELF_EMPLOYED" : "EMPLOYER",
    premiums: facts.employerRef === null ? "SUPPORT" : "WAGE",
    package: "P5",
    percentage: null,
    collectivePercentage: null,
    guidanceNeed: "NONE",
    startQuarter: quarterIndexNumber(facts.startQuarter),
    endQuarter: last === null ? NO_END : quarterIndexNumber(quarterOf(last)),
    switches: {},
    validFrom: facts.startedOn,
    validTo: last === null ? null : addDays(last, 1),
    older: {
      measure: facts.measure as OlderTerms["measure"],
      schedule: facts.schedule,
      amountPerFte: amount?.cents ?? null,
      activity: right.activity.findLast((one) => one.fromQuarter <= quarter)?.suffices ?? null,
      lastDay: last,
      ranOn: right.ranOnUntil !== null,
      besideGrant: false,
    },
  };
}

/** What an open end counts as in lists of ends. */
const NO_END = 99_999;
