// The law as one immutable value: what the loader makes and every other part of the house reads.
import type { Localized, PlainDate, Problem, Result } from "../kernel/index.ts";
import type { Criteria } from "./criteria.ts";
import type { DatedValue, LawSwitch, Parameter, ParameterUnit, ParameterValue, SwitchChoice } from "./model.ts";
import type { CoverageEntry, Rulebook, Source } from "./register.ts";

/** How a parameter is read: under which readings of the open points, and with the knowledge of which day. */
export interface ReadOptions {
  readonly switches?: SwitchChoice;
  readonly knownOn?: PlainDate;
}

/** A value with everything that an explanation must say about it. */
export interface ParameterReading {
  readonly id: string;
  readonly value: ParameterValue;
  readonly unit: ParameterUnit;
  /** OPEN ids that the value leans on, whatever reading was chosen. */
  readonly openPoints: readonly string[];
  /** The row the value came from; its own `value` is that of the default reading. */
  readonly row: DatedValue;
  /** True when the value is expected to be revised and the day lies past what the law's authors knew. */
  readonly carriedForward: boolean;
}

/** Why a value could not be read, with the OPEN ids that it waits on. */
export interface ReadProblem extends Problem {
  readonly openPoints: readonly string[];
}

/**
 * Replaces a parameter's values, for a worked case or a reform. `value` is written as in the parameter files ("1593.76", "45, 45, 40").
 * Without `from` it holds from the beginning, without `to` (last day, included) for good.
 */
export interface ParameterOverride {
  readonly id: string;
  readonly value: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

export interface LawData {
  readonly version: string;
  /** Day up to which the law's authors looked: after it, values that are expected to change are only carried forward. */
  readonly stateOfKnowledge: PlainDate;
  /** The day whose knowledge this view shows; null: all that is known. */
  readonly knownOn: PlainDate | null;
  /** SHA-256 of the canonical JSON of every value (with its dates, readings and overrides). Says nothing of which reading is followed. */
  readonly parametersHash: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly switches: ReadonlyMap<string, LawSwitch>;
  /** Readings chosen for this view; what is left out reads the default. */
  readonly chosen: SwitchChoice;
  readonly sources: ReadonlyMap<string, Source>;
  readonly rulebook: Rulebook;
  readonly coverage: ReadonlyMap<string, CoverageEntry>;
  readonly criteria: Criteria;

  /** The value in force on `day`; refuses an unknown id, `unset`, a day without value, and a reading without formula. */
  parameterAt(id: string, day: PlainDate, options?: ReadOptions): Result<ParameterReading, ReadProblem>;
  /** The reading of an open point ("OPEN-06") or of the policy that it carries ("guidancePremium.fixed.dueRule"). */
  switchValue(idOrPolicy: string, switches?: SwitchChoice): Result<string>;
  /** The open points that carry a policy name (one) or parameter id (any number). */
  switchesCarrying(name: string): readonly LawSwitch[];
  /**
   * The reading that is followed of every open point, defaults included: what a record must keep next to the values, so that a default
   * that changes later does not change what was computed.
   */
  readingsUnder(switches?: SwitchChoice): SwitchChoice;
  /** SHA-256 over the values and the readings that are followed: the same only when both are. */
  hashUnder(switches?: SwitchChoice): string;
  /** Everything wrong with a choice: unknown open point, unknown option, option without formula. Empty: usable. */
  checkSwitches(switches: SwitchChoice): readonly Problem[];
  /** The rows in force under one knowledge (default: this view's), in order, with the ends that were then known. */
  timeline(id: string, knownOn?: PlainDate): readonly DatedValue[];
  /** The law as one could know it at the end of `day`. */
  asKnownOn(day: PlainDate): LawData;
  withSwitches(switches: SwitchChoice): Result<LawData, readonly Problem[]>;
  withParameters(overrides: readonly ParameterOverride[]): Result<LawData, readonly Problem[]>;
}

/** A refused law file: where it is, which check it failed, and what to do. */
export interface LawError {
  readonly file: string;
  readonly line: number;
  /** Name of the check, for example `value.gap`. */
  readonly rule: string;
  readonly message: Localized;
}
