// A rule graph made ready to run: every node becomes a function, every rule, input and parameter gets a numbered place.
import type { ParameterSlot } from "./frame.ts";
import type { RuleGraph } from "./graph.ts";
import { kindOf } from "./kinds/index.ts";
import type { Input } from "./kinds/input.ts";
import type { AnyRule } from "./kinds/rule.ts";
import { isMonthly } from "./monthly.ts";
import type { Evaluate, Expression } from "./node.ts";
import { Memo } from "./run.ts";
import type { AnyUnit } from "./units.ts";

export interface InputSlot {
  readonly index: number;
  readonly name: string;
  readonly unit: AnyUnit;
}

/** Hands out places while a graph is prepared; each rule is prepared once however often it is used. */
export interface Linker {
  prepare(this: void, node: Expression): Evaluate;
  rule(rule: AnyRule): { readonly index: number; readonly perMonth: boolean; readonly body: () => Evaluate };
  input(name: string, unit: AnyUnit): InputSlot;
  parameter(id: string, unit: AnyUnit): ParameterSlot;
  /** A place in frames for the reading that one node follows. */
  reading(): number;
}

export interface Program {
  readonly graph: RuleGraph;
  readonly inputs: ReadonlyMap<string, InputSlot>;
  /** Where the values of the case at hand are kept. */
  readonly memo: Memo;
  /** The function that computes a rule. Throws a `TypeError` when the graph has no such rule. */
  evaluator(ruleId: string): Evaluate;
  /** The function that computes any node of the graph. */
  prepare(this: void, node: Expression): Evaluate;
  /** The facts that a node can ask for, in order of their places. */
  inputsOf(node: Expression): readonly Input[];
  /** The place of a parameter in frames. */
  parameter(this: void, id: string, unit: AnyUnit): ParameterSlot;
}

export function prepareProgram(graph: RuleGraph): Program {
  const inputs = new Map<string, InputSlot>();
  const parameters = new Map<string, ParameterSlot>();
  const ruleIndex = new Map([...graph.rules.keys()].map((id, index) => [id, index]));
  const bodies = new Map<string, Evaluate>();
  const prepared = new Map<Expression, Evaluate>();
  let readings = 0;
  const needed = new WeakMap<Expression, readonly Input[]>();

  const prepare = (node: Expression): Evaluate => {
    const known = prepared.get(node);
    if (known !== undefined) return known;
    const evaluate = kindOf(node).prepare(node, linker);
    prepared.set(node, evaluate);
    return evaluate;
  };

  const linker: Linker = {
    prepare,
    rule: (rule) => ({
      index: ruleIndex.get(rule.id)!,
      perMonth: isMonthly(rule),
      body: () => {
        const known = bodies.get(rule.id);
        if (known !== undefined) return known;
        const body = prepare(rule.body);
        bodies.set(rule.id, body);
        return body;
      },
    }),
    input: (name, unit) => {
      const known = inputs.get(name);
      if (known !== undefined) return known;
      const slot = { index: inputs.size, name, unit };
      inputs.set(name, slot);
      return slot;
    },
    parameter: (id, unit) => {
      const key = `${id} ${unit}`;
      const known = parameters.get(key);
      if (known !== undefined) return known;
      const slot = { index: parameters.size, id, unit };
      parameters.set(key, slot);
      return slot;
    },
    reading: () => {
      readings += 1;
      return readings - 1;
    },
  };

  // Every rule is prepared now, so that inputs have their places before the first case comes.
  for (const rule of graph.rules.values()) linker.rule(rule).body();
  for (const rule of graph.rules.values()) prepare(rule);

  return {
    graph,
    inputs,
    memo: new Memo(graph.rules.size),
    evaluator: (ruleId) => {
      const rule = graph.rules.get(ruleId);
      if (rule === undefined) throw new TypeError(`The graph has no rule “${ruleId}”`);
      return prepare(rule);
    },
    prepare,
    parameter: linker.parameter,
    inputsOf: (node) => {
      const known = needed.get(node);
      if (known !== undefined) return known;
      const found = new Map<string, Input>();
      const walk = (part: Expression): void => {
        if (part.kind === "input") found.set((part as Input).name, part as Input);
        for (const operand of kindOf(part).operands(part)) walk(operand);
      };
      walk(node);
      const sorted = [...found.values()].sort((a, b) => inputs.get(a.name)!.index - inputs.get(b.name)!.index);
      needed.set(node, sorted);
      return sorted;
    },
  };
}
