// Rules beside what the scheme itself gives: work-oriented activities, settlement, advances, other support, corrections.
import type { AnyRule } from "../engine/index.ts";
import { amaAverage, amaBalance, amaReassessBy, amaSubsidy, amaVolumeReached } from "./ama/subsidy.ts";
import { advanceExcess, advanceShortfall, monthlyAdvance } from "./payment/advance.ts";
import { settlementFrom, shortfallPaidOn } from "./payment/calendar.ts";
import { arrears, recoveryProposed } from "./payment/correction.ts";
import { cumulationExcess, premiumBesideSupport } from "./payment/cumulation.ts";

export const besideRules: readonly AnyRule[] = [
  amaReassessBy,
  amaVolumeReached,
  amaAverage,
  amaSubsidy,
  amaBalance,
  cumulationExcess,
  premiumBesideSupport,
  monthlyAdvance,
  advanceShortfall,
  advanceExcess,
  settlementFrom,
  shortfallPaidOn,
  arrears,
  recoveryProposed,
];
