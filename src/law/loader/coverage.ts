// How much of the rulebook the product covers: counts per state, and everything that the coverage file promises but nothing keeps.
import type { LawData } from "../law-data.ts";
import type { CoverageState } from "../register.ts";
import { COVERAGE_STATES } from "./read-coverage.ts";

/** A rule as the report needs it: its name and the rulebook ids it carries. */
export interface CoveredRule {
  readonly id: string;
  readonly ids: readonly string[];
}

/** A worked case: the ids it tests and the readings of open points it uses. */
export interface CoveringCase {
  readonly id: string;
  readonly ids: readonly string[];
  readonly switches?: Readonly<Record<string, string>>;
}

export interface CoverageReport {
  readonly total: number;
  readonly counts: Readonly<Record<CoverageState, number>>;
  /** Rulebook ids that the coverage file does not name. */
  readonly withoutState: readonly string[];
  /** Modelled ids that no case tests, nor a named test elsewhere. */
  readonly modelledWithoutCase: readonly string[];
  /** Modelled thresholds, with the sides (below, at, above) for which the coverage file names no case that tests them. */
  readonly thresholdsWithoutSide: readonly { readonly id: string; readonly missing: readonly string[] }[];
  /** Carriers that are no rule, no parameter, no open point, and none of the other names given. */
  readonly unknownCarriers: readonly { readonly id: string; readonly carrier: string }[];
  /** Rules that name no rulebook id. */
  readonly rulesWithoutId: readonly string[];
  /** Ids that a rule or case names but the rulebook does not have. */
  readonly unknownIds: readonly { readonly by: string; readonly id: string }[];
  /** Readings that can be computed, other than the default, that no case uses: not of points still planned or shown by a named test. */
  readonly readingsWithoutCase: readonly { readonly openPoint: string; readonly option: string }[];
}

const SIDES = ["below", "at", "above"] as const;

/** `others`: names of commands, pages and the like that may carry an id too. */
export function coverageReport(
  law: LawData,
  rules: readonly CoveredRule[],
  cases: readonly CoveringCase[],
  others: readonly string[] = [],
): CoverageReport {
  const ids = [...law.rulebook.entries.keys()];
  const modelled = [...law.coverage.values()].filter((entry) => entry.state === "modelled");
  const carrying = new Set([...rules.map((rule) => rule.id), ...law.parameters.keys(), ...law.switches.keys(), ...others]);
  const testing = (id: string) => cases.filter((one) => one.ids.includes(id));
  return {
    total: ids.length,
    counts: countStates(law),
    withoutState: ids.filter((id) => !law.coverage.has(id)),
    modelledWithoutCase: modelled.filter(({ id, tests }) => tests.length === 0 && testing(id).length === 0).map(({ id }) => id),
    thresholdsWithoutSide: modelled
      .map(({ id, threshold }) => ({
        id,
        missing: SIDES.filter((side) => threshold && !testing(id).some((one) => threshold[side].includes(one.id))),
      }))
      .filter(({ missing }) => missing.length > 0),
    unknownCarriers: [...law.coverage.values()].flatMap(({ id, carriers }) =>
      carriers.filter((carrier) => !carrying.has(carrier)).map((carrier) => ({ id, carrier })),
    ),
    rulesWithoutId: rules.filter((rule) => rule.ids.length === 0).map((rule) => rule.id),
    unknownIds: [...rules, ...cases].flatMap((one) =>
      one.ids.filter((id) => !law.rulebook.entries.has(id)).map((id) => ({ by: one.id, id })),
    ),
    readingsWithoutCase: unusedReadings(law, cases),
  };
}

function countStates(law: LawData): Record<CoverageState, number> {
  const counts = Object.fromEntries(COVERAGE_STATES.map((state) => [state, 0])) as Record<CoverageState, number>;
  for (const entry of law.coverage.values()) counts[entry.state] += 1;
  return counts;
}

function unusedReadings(law: LawData, cases: readonly CoveringCase[]): CoverageReport["readingsWithoutCase"] {
  const shownElsewhere = (id: string) => {
    const entry = law.coverage.get(id);
    return entry?.state === "planned" || (entry?.tests.length ?? 0) > 0;
  };
  return [...law.switches.values()]
    .filter((point) => !shownElsewhere(point.id))
    .flatMap((point) =>
      point.options
        .filter((option) => option.computable && option.value !== point.default)
        .filter((option) => !cases.some((one) => one.switches?.[point.id] === option.value))
        .map((option) => ({ openPoint: point.id, option: option.value })),
    );
}
