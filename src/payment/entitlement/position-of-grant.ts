// A grant in a quarter as the calculation takes it: the position that the read tables hold once its events are recorded.
import { type Grant, lastDayOfGrant, termsIn } from "../../dossier/index.ts";
import { addDays, firstDay, fromQuarterNumber, lastDay, quarterIndexNumber } from "../../kernel/index.ts";
import type { Position } from "../ports.ts";

/** The grant in a quarter as the read tables give it; null when it holds on no day of it. */
export function positionIn(grant: Grant, quarterNumber: number): Position | null {
  const quarter = fromQuarterNumber(quarterNumber);
  const terms = termsIn(grant, quarter);
  const { facts } = grant;
  const validFrom = firstDay(facts.fromQuarter ?? facts.startQuarter);
  const validTo = addDays(lastDayOfGrant(grant), 1);
  if (terms === null || validFrom > lastDay(quarter) || validTo <= firstDay(quarter)) return null;
  return {
    grantRef: facts.grantRef,
    employerRef: facts.employerRef,
    personRef: facts.personRef,
    applicant: facts.applicant,
    premiums: facts.premiums,
    package: terms.package,
    percentage: terms.percentage,
    collectivePercentage: facts.collectivePercentage,
    guidanceNeed: terms.guidanceNeed,
    startQuarter: quarterIndexNumber(facts.startQuarter),
    endQuarter: quarterIndexNumber(grant.endQuarter),
    switches: facts.switches,
    validFrom,
    validTo,
  };
}
