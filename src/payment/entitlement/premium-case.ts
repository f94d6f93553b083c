// One grant in one quarter as the law is asked about it.
import { addDays } from "../../kernel/index.ts";
import type { Facts, SwitchChoice } from "../../law/index.ts";
import type { RelationFacts } from "../attest/relation-facts.ts";
import type { Position } from "../ports.ts";
import type { QuarterFrame } from "./quarter-frame.ts";

export interface PremiumCase {
  readonly scheme: "employer" | "selfEmployed" | "vop" | "vopSelf" | "compensation";
  readonly facts: Facts;
  readonly switches: SwitchChoice;
  /** OPEN ids that the framing of the case leans on, beside those of the calculation. */
  readonly openPoints: readonly string[];
}

/** The employer's case: what was declared, inside the days that the grant covers. Null when the two do not meet. */
export function employerCase(frame: QuarterFrame, position: Position, declared: RelationFacts): PremiumCase | null {
  // Most grants cover the whole quarter: days are compared only where one starts or ends inside it.
  const starts = position.validFrom > frame.firstDay;
  const ends = position.validTo !== null && position.validTo <= frame.lastDay;
  const from = starts ? [declared.inServiceFrom, position.validFrom].sort()[1]! : declared.inServiceFrom;
  const until = ends ? [declared.inServiceUntil, addDays(position.validTo, -1)].sort()[0]! : declared.inServiceUntil;
  if (until < from) return null;
  const terms = termsOf(frame, position);
  // Written out and not spread: a run makes one for each grant.
  return {
    scheme: "employer",
    switches: terms.switches,
    openPoints: terms.openPoints,
    facts: {
      package: terms.package,
      percentage: terms.percentage,
      startQuarter: terms.startQuarter,
      collectivePercentage: inBasisPoints(position.collectivePercentage),
      guidanceNeed: position.guidanceNeed,
      employmentFraction: declared.contractualFraction,
      performedFraction: declared.performedFraction,
      grossWage: declared.grossCents,
      employerContributions: declared.contributionCents,
      contributionReductions: declared.reductionCents,
      inServiceFrom: from > frame.firstDay ? from : null,
      inServiceUntil: until < frame.lastDay ? until : null,
    },
  };
}

/** The self-employed person's case needs no declaration (SELF-09, SELF-12). */
export function selfEmployedCase(frame: QuarterFrame, position: Position): PremiumCase {
  const { switches, openPoints, package: given, percentage, startQuarter } = termsOf(frame, position);
  return { scheme: "selfEmployed", switches, openPoints, facts: { package: given, percentage, startQuarter } };
}

interface Terms extends Pick<PremiumCase, "switches" | "openPoints"> {
  readonly package: Position["package"];
  readonly percentage: number | null;
  readonly startQuarter: number;
}

function termsOf(frame: QuarterFrame, position: Position): Terms {
  const index = frame.number - position.startQuarter + 1;
  const extended = index > frame.longestTerm;
  // A temporary package has its percentage entered by hand (OPEN-14) and is then paid as any percentage that a person set.
  const manual = position.package === "TEMP_VULNERABLE";
  const given = manual ? "AFTER_EVALUATION" : position.package;
  return {
    switches: frame.departures(position.switches),
    openPoints: extended || manual ? [...(manual ? ["OPEN-14"] : []), ...(extended ? ["OPEN-16"] : [])] : NO_POINTS,
    package: given,
    percentage: given === "AFTER_EVALUATION" ? inBasisPoints(position.percentage) : null,
    // After an extension the counter stays at the last quarter of the term: the law gives no rule for what comes after it (OPEN-16).
    startQuarter: extended ? frame.number - frame.longestTerm + 1 : position.startQuarter,
  };
}

const NO_POINTS: readonly string[] = [];
const inBasisPoints = (percent: number | null): number | null => (percent === null ? null : percent * 100);
