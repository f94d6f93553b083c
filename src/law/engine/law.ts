// The law as data together with the rules that compute with it: one immutable value that every other room passes around.
import type { PlainDate, Problem, Quarter, Result } from "../../kernel/index.ts";
import { fail, ok } from "../../kernel/index.ts";
import type { LawData, LawError, ParameterOverride, ParameterReading, ReadOptions, ReadProblem } from "../law-data.ts";
import type { DatedValue, LawSwitch, SwitchChoice } from "../model.ts";
import { checkGraph } from "./check-graph.ts";
import { Frame } from "./frame.ts";
import { graphOf, type RuleGraph } from "./graph.ts";
import type { AnyRule } from "./kinds/rule.ts";
import { type Program, prepareProgram } from "./program.ts";

export interface Law extends LawData {
  readonly graph: RuleGraph;
  readonly program: Program;
  /** The law folded for a reference quarter (null: for rules that are about days only) under a choice of readings. */
  frame(quarter: Quarter | null, switches: SwitchChoice): Frame;
  asKnownOn(day: PlainDate): Law;
  withSwitches(switches: SwitchChoice): Result<Law, readonly Problem[]>;
  withParameters(overrides: readonly ParameterOverride[]): Result<Law, readonly Problem[]>;
  /** The same data under another graph, for example one stored with a payment. */
  withGraph(graph: RuleGraph): Result<Law, readonly LawError[]>;
}

/** Joins data and rules, or says everything wrong with the graph: cycle, unit, unknown parameter, switch or rulebook id. */
export function buildLaw(data: LawData, rules: Iterable<AnyRule>): Result<Law, readonly LawError[]> {
  return withGraph(data, graphOf(rules));
}

/** A law on other data with the same rules. The data must be of the same kind: no check is made again. */
export function lawWithData(data: LawData, program: Program): Law {
  return new BuiltLaw(data, program);
}

function withGraph(data: LawData, graph: RuleGraph): Result<Law, readonly LawError[]> {
  const errors = checkGraph(data, graph);
  return errors.length > 0 ? fail(errors) : ok(new BuiltLaw(data, prepareProgram(graph)));
}

/** Frames kept per law: quarters times choices of readings. More than that means input made up to fill memory. */
const framesKept = 512;

class BuiltLaw implements Law {
  readonly graph: RuleGraph;
  readonly program: Program;
  private readonly data: LawData;
  private readonly frames = new Map<string, Frame>();
  private lastFrame: Frame | null = null;

  constructor(data: LawData, program: Program) {
    this.data = data;
    this.program = program;
    this.graph = program.graph;
  }

  get version() {
    return this.data.version;
  }
  get stateOfKnowledge() {
    return this.data.stateOfKnowledge;
  }
  get knownOn() {
    return this.data.knownOn;
  }
  get parametersHash() {
    return this.data.parametersHash;
  }
  get parameters() {
    return this.data.parameters;
  }
  get switches() {
    return this.data.switches;
  }
  get chosen() {
    return this.data.chosen;
  }
  get sources() {
    return this.data.sources;
  }
  get rulebook() {
    return this.data.rulebook;
  }
  get coverage() {
    return this.data.coverage;
  }
  get criteria() {
    return this.data.criteria;
  }

  parameterAt(id: string, day: PlainDate, options?: ReadOptions): Result<ParameterReading, ReadProblem> {
    return this.data.parameterAt(id, day, options);
  }

  switchValue(idOrPolicy: string, switches?: SwitchChoice): Result<string> {
    return this.data.switchValue(idOrPolicy, switches);
  }

  switchesCarrying(name: string): readonly LawSwitch[] {
    return this.data.switchesCarrying(name);
  }

  checkSwitches(switches: SwitchChoice): readonly Problem[] {
    return this.data.checkSwitches(switches);
  }

  timeline(id: string, knownOn?: PlainDate): readonly DatedValue[] {
    return this.data.timeline(id, knownOn);
  }

  frame(quarter: Quarter | null, switches: SwitchChoice): Frame {
    const last = this.lastFrame;
    if (last !== null && last.quarter === quarter && last.switches === switches) return last;
    const key = `${quarter} ${switchKey(switches)}`;
    let frame = this.frames.get(key);
    if (frame === undefined) {
      if (this.frames.size >= framesKept) this.frames.clear();
      frame = new Frame(this.data, quarter, switches);
      this.frames.set(key, frame);
    }
    this.lastFrame = frame;
    return frame;
  }

  asKnownOn(day: PlainDate): Law {
    return new BuiltLaw(this.data.asKnownOn(day), this.program);
  }

  withSwitches(switches: SwitchChoice): Result<Law, readonly Problem[]> {
    const data = this.data.withSwitches(switches);
    return data.ok ? ok(new BuiltLaw(data.value, this.program)) : data;
  }

  readingsUnder(switches?: SwitchChoice): SwitchChoice {
    return this.data.readingsUnder(switches);
  }

  hashUnder(switches?: SwitchChoice): string {
    return this.data.hashUnder(switches);
  }

  withParameters(overrides: readonly ParameterOverride[]): Result<Law, readonly Problem[]> {
    const data = this.data.withParameters(overrides);
    return data.ok ? ok(new BuiltLaw(data.value, this.program)) : data;
  }

  withGraph(graph: RuleGraph): Result<Law, readonly LawError[]> {
    return withGraph(this.data, graph);
  }
}

/** One text per choice of readings, whatever the order in which they were given. */
export function switchKey(switches: SwitchChoice): string {
  const names = Object.keys(switches);
  if (names.length === 0) return "";
  return JSON.stringify(names.sort().map((name) => [name, switches[name]]));
}
