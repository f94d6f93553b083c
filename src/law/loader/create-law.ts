// Makes the immutable law value from checked content: reading on a day, readings of open points, views of earlier knowledge.
import { fail, hashOf, ok, type PlainDate, type Problem, type Result } from "../../kernel/index.ts";
import type { LawData, ParameterOverride, ParameterReading, ReadOptions, ReadProblem } from "../law-data.ts";
import type { DatedValue, LawSwitch, Parameter, SwitchChoice } from "../model.ts";
import { overrideParameters } from "./override.ts";
import {
  noFormula,
  noValueOn,
  unknownOption,
  unknownParameter,
  unknownSwitch,
  unsetParameter,
  waitingOn,
} from "./read-problems.ts";
import { rowOn, visibleRows } from "./timeline.ts";

/** Everything a law value holds; the loader fills it after its checks. */
export type LawContent = Pick<
  LawData,
  | "version"
  | "stateOfKnowledge"
  | "knownOn"
  | "parameters"
  | "switches"
  | "chosen"
  | "sources"
  | "rulebook"
  | "coverage"
  | "criteria"
>;

export function createLaw(content: LawContent): LawData {
  return new LoadedLaw(content);
}

class LoadedLaw implements LawData {
  readonly version: string;
  readonly stateOfKnowledge: PlainDate;
  readonly knownOn: PlainDate | null;
  readonly parameters: LawData["parameters"];
  readonly switches: LawData["switches"];
  readonly chosen: SwitchChoice;
  readonly sources: LawData["sources"];
  readonly rulebook: LawData["rulebook"];
  readonly coverage: LawData["coverage"];
  readonly criteria: LawData["criteria"];
  // Both are worked out when first asked for: many views are made only to read one value.
  private hash: string | null = null;
  private readonly rows = new Map<string, readonly DatedValue[]>();

  constructor(content: LawContent) {
    this.version = content.version;
    this.stateOfKnowledge = content.stateOfKnowledge;
    this.knownOn = content.knownOn;
    this.parameters = content.parameters;
    this.switches = content.switches;
    this.chosen = content.chosen;
    this.sources = content.sources;
    this.rulebook = content.rulebook;
    this.coverage = content.coverage;
    this.criteria = content.criteria;
  }

  get parametersHash(): string {
    this.hash ??= hashOf(hashedContent(this));
    return this.hash;
  }

  parameterAt(id: string, day: PlainDate, options: ReadOptions = {}): Result<ParameterReading, ReadProblem> {
    const parameter = this.parameters.get(id);
    if (!parameter) return fail(waitingOn(unknownParameter(id), []));
    const rows = options.knownOn === undefined ? this.timeline(id) : this.timeline(id, options.knownOn);
    const row = rowOn(rows, day);
    if (!row) return fail(waitingOn(noValueOn(parameter, rows, day), openPointsOf(parameter)));
    const value = this.valueUnder(row, options.switches);
    if (!value.ok) return fail(waitingOn(value.error, row.openPoints));
    if (value.value === "unset") return fail(waitingOn(unsetParameter(parameter, row, day), row.openPoints));
    const known = this.earlier(options.knownOn ?? this.stateOfKnowledge);
    const unseen = day > known || day > this.stateOfKnowledge;
    const carriedForward = parameter.expectsRevision && row.until === null && unseen;
    return ok({ id, value: value.value, unit: parameter.unit, openPoints: row.openPoints, row, carriedForward });
  }

  switchValue(idOrPolicy: string, switches?: SwitchChoice): Result<string> {
    const named = this.switches.get(idOrPolicy);
    const points = named ? [named] : this.switchesCarrying(idOrPolicy);
    const [point] = points;
    // A parameter can lean on several open points; only a policy has exactly one.
    if (!point || points.length > 1) return fail(unknownSwitch(idOrPolicy));
    const chosen = switches?.[point.id] ?? this.chosen[point.id];
    if (chosen === undefined) return ok(point.default);
    const wrong = checkChoice(point, chosen);
    return wrong ? fail(wrong) : ok(chosen);
  }

  switchesCarrying(name: string): readonly LawSwitch[] {
    return [...this.switches.values()].filter((point) => point.carries.includes(name));
  }

  readingsUnder(switches: SwitchChoice = {}): SwitchChoice {
    const ids = [...this.switches.keys()].sort();
    return Object.fromEntries(ids.map((id) => [id, switches[id] ?? this.chosen[id] ?? this.switches.get(id)!.default]));
  }

  hashUnder(switches?: SwitchChoice): string {
    return hashOf({ parameters: this.parametersHash, readings: this.readingsUnder(switches) });
  }

  checkSwitches(switches: SwitchChoice): readonly Problem[] {
    return Object.entries(switches).flatMap(([id, chosen]) => {
      const point = this.switches.get(id);
      const wrong = point ? checkChoice(point, chosen) : unknownSwitch(id);
      return wrong ? [wrong] : [];
    });
  }

  timeline(id: string, knownOn?: PlainDate): readonly DatedValue[] {
    const parameter = this.parameters.get(id);
    if (!parameter) return [];
    if (knownOn !== undefined) return visibleRows(parameter.values, this.earlier(knownOn));
    let rows = this.rows.get(id);
    if (!rows) {
      rows = visibleRows(parameter.values, this.knownOn);
      this.rows.set(id, rows);
    }
    return rows;
  }

  asKnownOn(day: PlainDate): LawData {
    return new LoadedLaw({ ...this.content(), knownOn: this.earlier(day) });
  }

  withSwitches(switches: SwitchChoice): Result<LawData, readonly Problem[]> {
    const problems = this.checkSwitches(switches);
    if (problems.length > 0) return fail(problems);
    return ok(new LoadedLaw({ ...this.content(), chosen: { ...this.chosen, ...switches } }));
  }

  withParameters(overrides: readonly ParameterOverride[]): Result<LawData, readonly Problem[]> {
    const parameters = overrideParameters(this.parameters, overrides);
    return parameters.ok ? ok(new LoadedLaw({ ...this.content(), parameters: parameters.value })) : parameters;
  }

  /** A view of a view never knows more than the view it was made from. */
  private earlier(day: PlainDate): PlainDate {
    return this.knownOn !== null && this.knownOn < day ? this.knownOn : day;
  }

  private valueUnder(row: DatedValue, switches: SwitchChoice | undefined): Result<DatedValue["value"]> {
    for (const id of row.openPoints) {
      const reading = this.switchValue(id, switches);
      if (!reading.ok) return reading;
      const other = row.alternatives.find((one) => one.openPoint === id && one.option === reading.value);
      if (other) return ok(other.value);
    }
    return ok(row.value);
  }

  private content(): LawContent {
    return {
      version: this.version,
      stateOfKnowledge: this.stateOfKnowledge,
      knownOn: this.knownOn,
      parameters: this.parameters,
      switches: this.switches,
      chosen: this.chosen,
      sources: this.sources,
      rulebook: this.rulebook,
      coverage: this.coverage,
      criteria: this.criteria,
    };
  }
}

function openPointsOf(parameter: Parameter): readonly string[] {
  return [...new Set(parameter.values.flatMap((row) => row.openPoints))];
}

function checkChoice(point: LawSwitch, chosen: string): Problem | null {
  const option = point.options.find((one) => one.value === chosen);
  if (!option) return unknownOption(point, chosen);
  return option.computable ? null : noFormula(point, chosen);
}

/** What the parameter hash covers: each value with its dates and readings, but no text that only explains it. */
function hashedContent(law: LawData): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const parameter of law.parameters.values()) {
    content[parameter.id] = { unit: parameter.unit, values: knownRows(parameter, law.knownOn).map(hashedRow) };
  }
  return content;
}

function knownRows(parameter: Parameter, knownOn: PlainDate | null): readonly DatedValue[] {
  return knownOn === null ? parameter.values : visibleRows(parameter.values, knownOn);
}

function hashedRow(row: DatedValue): Record<string, unknown> {
  const { from, until, knownSince, value } = row;
  return {
    from,
    until,
    knownSince,
    value,
    alternatives: row.alternatives.map(({ openPoint, option, value }) => ({ openPoint, option, value })),
  };
}
