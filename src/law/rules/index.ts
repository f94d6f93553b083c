// Public face of the rules: every rule of the scheme, in legal order.
export { codeName } from "./codes.ts";

import type { AnyRule } from "../engine/index.ts";
import { quarterIndex, termEnd, termLength, termStart } from "./grant/term.ts";
import {
  guidanceFixedAmount,
  guidanceFixedPart,
  guidanceFraction,
  guidancePremium,
  guidanceVariableAmount,
  guidanceVariablePart,
} from "./guidance-premium/guidance-premium.ts";
import { accessByCriteria } from "./need/access-criteria.ts";
import { collectiveAdvice } from "./need/collective-advice.ts";
import { doubleTicket, doubleTicketAtOnce } from "./need/double-ticket.ts";
import { individualAdvice, individualNeed, needClass } from "./need/individual-advice.ts";
import { guidanceLevel, packageOfNeed } from "./need/start-package.ts";
import { findingLastDay, needQuarters } from "./need/validity.ts";
import {
  monthlySupportBase,
  supportBase,
  supportPercentage,
  supportPremium,
  unroundedSupportPremium,
} from "./support-premium/support-premium.ts";
import { employerTotal } from "./total.ts";
import {
  capFraction,
  fullTimeCap,
  monthlyMaximum,
  serviceDays,
  serviceShare,
  wageCap,
  workedFraction,
} from "./wage-premium/cap.ts";
import {
  packagePercentage,
  percentageAfterEvaluation,
  percentageP5,
  percentageP5Mwb,
  percentageP5Plus,
  percentageT2,
} from "./wage-premium/packages.ts";
import { wagePremiumPercentage } from "./wage-premium/percentage.ts";
import { phase } from "./wage-premium/phase.ts";
import { referenceWage } from "./wage-premium/reference-wage.ts";
import { cappedWage, unroundedWagePremium, wagePremium } from "./wage-premium/wage-premium.ts";

export const allRules: readonly AnyRule[] = [
  collectiveAdvice,
  individualNeed,
  individualAdvice,
  needClass,
  accessByCriteria,
  doubleTicket,
  doubleTicketAtOnce,
  packageOfNeed,
  findingLastDay,
  needQuarters,
  guidanceLevel,
  termStart,
  termLength,
  termEnd,
  quarterIndex,
  percentageT2,
  percentageP5,
  percentageP5Plus,
  percentageP5Mwb,
  phase,
  percentageAfterEvaluation,
  packagePercentage,
  wagePremiumPercentage,
  referenceWage,
  monthlyMaximum,
  serviceDays,
  serviceShare,
  workedFraction,
  capFraction,
  fullTimeCap,
  wageCap,
  cappedWage,
  unroundedWagePremium,
  wagePremium,
  guidanceFixedAmount,
  guidanceFixedPart,
  guidanceVariableAmount,
  guidanceFraction,
  guidanceVariablePart,
  guidancePremium,
  employerTotal,
  monthlySupportBase,
  supportBase,
  supportPercentage,
  unroundedSupportPremium,
  supportPremium,
];
