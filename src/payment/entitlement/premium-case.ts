// One grant in one quarter as the law is asked about it.
import {
  addDays,
  firstDay,
  fromQuarterNumber,
  lastDay,
  type PlainDate,
  type Quarter,
  quarterIndexNumber,
} from "../../kernel/index.ts";
import type { Facts, Law, SwitchChoice } from "../../law/index.ts";
import type { RelationFacts } from "../attest/relation-facts.ts";
import type { Position } from "../ports.ts";

export interface PremiumCase {
  readonly scheme: "employer" | "selfEmployed";
  readonly quarter: Quarter;
  readonly facts: Facts;
  readonly switches: SwitchChoice;
  /** OPEN ids that the framing of the case leans on, beside those of the calculation. */
  readonly openPoints: readonly string[];
}

/** The employer's case: what was declared, inside the days that the grant covers. Null when the two do not meet. */
export function employerCase(law: Law, quarterNumber: number, position: Position, declared: RelationFacts): PremiumCase | null {
  const quarter = fromQuarterNumber(quarterNumber);
  const from = latest(declared.inServiceFrom, position.validFrom, firstDay(quarter));
  const until = earliest(declared.inServiceUntil, lastDayOf(position), lastDay(quarter));
  if (until < from) return null;
  const terms = termsFacts(law, quarter, position);
  return {
    scheme: "employer",
    quarter,
    switches: terms.switches,
    openPoints: terms.openPoints,
    facts: {
      ...terms.facts,
      collectivePercentage: inBasisPoints(position.collectivePercentage),
      guidanceNeed: position.guidanceNeed,
      employmentFraction: declared.contractualFraction,
      performedFraction: declared.performedFraction,
      grossWage: declared.grossCents,
      employerContributions: declared.contributionCents,
      contributionReductions: declared.reductionCents,
      inServiceFrom: from > firstDay(quarter) ? from : null,
      inServiceUntil: until < lastDay(quarter) ? until : null,
    },
  };
}

/** The self-employed person's case needs no declaration (SELF-09, SELF-12). */
export function selfEmployedCase(law: Law, quarterNumber: number, position: Position): PremiumCase {
  const quarter = fromQuarterNumber(quarterNumber);
  return { scheme: "selfEmployed", quarter, ...termsFacts(law, quarter, position) };
}

function termsFacts(law: Law, quarter: Quarter, position: Position): Pick<PremiumCase, "facts" | "switches" | "openPoints"> {
  const openPoints: string[] = [];
  let startQuarter = position.startQuarter;
  const term = termLength(law, quarter);
  const index = quarterIndexNumber(quarter) - position.startQuarter + 1;
  if (index > term) {
    // After an extension the counter stays at the last quarter of the term: the law gives no rule for what comes after it (OPEN-16).
    startQuarter = quarterIndexNumber(quarter) - term + 1;
    openPoints.push("OPEN-16");
  }
  // A temporary package has its percentage entered by hand (OPEN-14) and is then paid as any percentage that a person set.
  const manual = position.package === "TEMP_VULNERABLE";
  if (manual) openPoints.push("OPEN-14");
  const given = manual ? "AFTER_EVALUATION" : position.package;
  const facts: Facts = {
    package: given,
    percentage: given === "AFTER_EVALUATION" ? inBasisPoints(position.percentage) : null,
    startQuarter: fromQuarterNumber(startQuarter),
  };
  return { facts, switches: departures(law, position.switches), openPoints };
}

/** Readings on which the grant was decided otherwise than by the law's defaults; for the rest the law as it reads now counts. */
function departures(law: Law, switches: SwitchChoice): SwitchChoice {
  const chosen = Object.entries(switches).filter(([id, option]) => {
    const point = law.switches.get(id);
    return point !== undefined && point.default !== option && point.options.some((one) => one.value === option && one.computable);
  });
  return chosen.length === 0 ? NONE : Object.fromEntries(chosen);
}

const NONE: SwitchChoice = {};

function termLength(law: Law, quarter: Quarter): number {
  const reading = law.parameterAt("term.quarters.lasting", firstDay(quarter));
  return reading.ok && typeof reading.value.value === "number" ? reading.value.value : Number.POSITIVE_INFINITY;
}

const inBasisPoints = (percent: number | null): number | null => (percent === null ? null : percent * 100);
const lastDayOf = (position: Position): PlainDate | null => (position.validTo === null ? null : addDays(position.validTo, -1));
const latest = (...days: PlainDate[]): PlainDate => days.sort().at(-1)!;
const earliest = (...days: (PlainDate | null)[]): PlainDate => days.filter((day) => day !== null).sort()[0]!;
