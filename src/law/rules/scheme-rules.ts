// The rules of individual customised work itself, in legal order.
import type { AnyRule } from "../engine/index.ts";
import {
  contractDuration,
  contractEligible,
  contractLongEnough,
  filedDuringContract,
  wageEvidence,
} from "./eligibility/contract.ts";
import {
  debtsAllowed,
  difficultyStanding,
  employerEligible,
  employerStanding,
  serviceVoucherStanding,
} from "./eligibility/employer.ts";
import {
  counterOpen,
  employerApplication,
  filingAllowed,
  selfEmployedApplication,
  supportCombines,
} from "./eligibility/filing.ts";
import { activityAfterReference, prognosisStanding, selfEmployedEligible } from "./eligibility/self-employed.ts";
import {
  incomeEqualsMinimum,
  incomeFromContributions,
  incomeSuffices,
  minimumIncome,
  provenIncome,
  yearlyMinimum,
} from "./eligibility/self-employed-income.ts";
import {
  applicationBeforeFinding,
  selfEmployedResidence,
  supportFound,
  workerEligible,
  workerResidence,
} from "./eligibility/worker.ts";
import { evaluationFirstQuarter, evaluationPercentage, supportEndsOn } from "./grant/evaluation-effect.ts";
import { indexAfterPause, reemploymentStart } from "./grant/re-employment.ts";
import { quarterIndex, termEnd, termLength, termStart } from "./grant/term.ts";
import {
  adjustmentAllowed,
  adjustmentFirstQuarter,
  extensionAllowed,
  extensionFirstQuarter,
  extensionPercentage,
} from "./grant/windows.ts";
import {
  guidanceFixedAmount,
  guidanceFixedPart,
  guidanceFraction,
  guidancePremium,
  guidanceVariableAmount,
  guidanceVariablePart,
} from "./guidance-premium/guidance-premium.ts";
import { accessByCriteria } from "./need/access-criteria.ts";
import { catchUpWay, examinationNeeded } from "./need/catch-up.ts";
import { collectiveAdvice } from "./need/collective-advice.ts";
import { doubleTicket, doubleTicketAtOnce } from "./need/double-ticket.ts";
import { individualAdvice, individualNeed, needClass } from "./need/individual-advice.ts";
import { guidanceLevel, packageOfNeed } from "./need/start-package.ts";
import { collectiveTicketLastDay, findingLastDay, findingValid, needQuarters } from "./need/validity.ts";
import { vopEvaluationCriteria } from "./need/vop-evaluation.ts";
import { appealLastDay, confirmationMailBy, decisionDueOn } from "./procedure/department-terms.ts";
import { guideAndCoachAllowed, guideCoachingUntil, guideQualified, guideTrainingBy } from "./procedure/guide.ts";
import { returnGuaranteed } from "./procedure/return-guarantee.ts";
import { boardLastDay, committeeLastDay, reviewInTime, reviewLastDay } from "./procedure/review.ts";
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
import { temporaryPackageOpen, temporaryPercentage } from "./wage-premium/temporary-package.ts";
import { cappedWage, unroundedWagePremium, wagePremium } from "./wage-premium/wage-premium.ts";

export const schemeRules: readonly AnyRule[] = [
  collectiveAdvice,
  individualNeed,
  individualAdvice,
  needClass,
  accessByCriteria,
  doubleTicket,
  doubleTicketAtOnce,
  packageOfNeed,
  catchUpWay,
  examinationNeeded,
  vopEvaluationCriteria,
  findingLastDay,
  findingValid,
  collectiveTicketLastDay,
  needQuarters,
  guidanceLevel,
  returnGuaranteed,
  employerStanding,
  difficultyStanding,
  debtsAllowed,
  serviceVoucherStanding,
  employerEligible,
  workerResidence,
  supportFound,
  workerEligible,
  applicationBeforeFinding,
  contractDuration,
  contractLongEnough,
  filedDuringContract,
  wageEvidence,
  contractEligible,
  counterOpen,
  supportCombines,
  filingAllowed,
  employerApplication,
  activityAfterReference,
  selfEmployedResidence,
  incomeFromContributions,
  provenIncome,
  yearlyMinimum,
  minimumIncome,
  incomeSuffices,
  incomeEqualsMinimum,
  prognosisStanding,
  selfEmployedEligible,
  selfEmployedApplication,
  confirmationMailBy,
  decisionDueOn,
  appealLastDay,
  reviewLastDay,
  reviewInTime,
  committeeLastDay,
  boardLastDay,
  guideAndCoachAllowed,
  guideQualified,
  guideTrainingBy,
  guideCoachingUntil,
  termStart,
  termLength,
  termEnd,
  quarterIndex,
  adjustmentFirstQuarter,
  adjustmentAllowed,
  extensionFirstQuarter,
  extensionAllowed,
  extensionPercentage,
  evaluationFirstQuarter,
  evaluationPercentage,
  supportEndsOn,
  reemploymentStart,
  indexAfterPause,
  temporaryPackageOpen,
  temporaryPercentage,
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
