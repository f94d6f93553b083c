// What the law says of one older right from its own facts: its trajectory, its reduction, its package, its crossing.
import { lastDayOfRight, type OldRight } from "../../dossier/index.ts";
import { type Localized, type PlainDate, type Quarter, quarterOf } from "../../kernel/index.ts";
import { explain, type Law, stepLines } from "../../law/index.ts";

export interface SaidOfRight {
  readonly rule: string;
  readonly ids: readonly string[];
  readonly title: Localized;
  readonly sentence: Localized;
  /** As text; a day as 2026-10-31, a percentage in 1/100 %. */
  readonly value: string;
  readonly openPoints: readonly string[];
}

interface Asked {
  readonly rule: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Of which the law's values count; left out: of today. */
  readonly quarter?: Quarter;
}

/** Where a SINE worker stands; a worker of LDE has a SINE reduction only when the list names its code. */
export function sinePlaceOf({ facts: { measure, reductionCode } }: Pick<OldRight, "facts">): string | null {
  switch (measure) {
    case "SINE_REGULAR":
      return "REGULAR";
    case "SINE_MWB_INSIDE":
      return "MWB_INSIDE";
    case "SINE_MWB_OUTSIDE":
      return "MWB_OUTSIDE";
    case "LDE_INDIVIDUAL":
    case "LDE_COLLECTIVE":
      return reductionCode === undefined ? null : measure;
    default:
      return null;
  }
}

/** In the order of the right's life; a rule that gives nothing for these facts is left out. */
export function lawOfRight(law: Law, right: OldRight, today: PlainDate): readonly SaidOfRight[] {
  return askedOf(right).flatMap(({ rule, facts, quarter = quarterOf(today) }): SaidOfRight[] => {
    const { steps } = explain(law, { rules: [rule], facts: facts as never, quarter, steps: true });
    const said = stepLines(law, steps).find((one) => one.rule === rule);
    if (said === undefined || said.value === null) return [];
    const { ids, title, sentence, value, openPoints } = said;
    return [{ rule, ids, title, sentence, value, openPoints }];
  });
}

function askedOf(right: OldRight): Asked[] {
  const { measure, startedOn, startQuarter, reductionCode } = right.facts;
  const endsOn = lastDayOfRight(right);
  const sinePlace = sinePlaceOf(right);
  const decidedOn = right.evaluation?.outcome === "IMW" ? right.evaluation.decidedOn : null;
  return [
    ...(measure === "LDE_INDIVIDUAL" || measure === "LDE_COLLECTIVE"
      ? [{ rule: "ldeTrajectoryEnd", facts: { ldeStartedOn: startedOn } }]
      : []),
    ...(measure === "LDE_COLLECTIVE"
      ? [{ rule: "ldeTemporaryPercentage", facts: { ldeStartedOn: startedOn, ldeChoice: "COLLECTIVE" } }]
      : []),
    ...(sinePlace === null
      ? []
      : [{ rule: "sineWageSubsidyUntil", facts: { sinePlace, ...(endsOn === null ? {} : { olderEndsOn: endsOn }) } }]),
    ...(reductionCode === undefined
      ? []
      : [
          {
            rule: "sineRightLastQuarter",
            facts: { sineCode: reductionCode, sineStartQuarter: startQuarter },
            quarter: startQuarter,
          },
        ]),
    ...(decidedOn === null || endsOn === null ? [] : [{ rule: "olderSeamless", facts: { decidedOn, olderEndsOn: endsOn } }]),
  ];
}
