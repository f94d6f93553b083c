// Formulas of reforms: calls over rules, facts, parameters and amounts, turned into nodes of the rule graph. Units are checked by the graph.
import type { AnyRule, Law, RuleGraph } from "../../law/index.ts";

/** A node as stored graphs write it. */
export type PlainNode = { readonly kind: string; readonly unit: string } & Readonly<Record<string, unknown>>;

/** A formula that cannot be read: what it is about, for people. */
export class FormulaError extends Error {
  override readonly name = "FormulaError";
  readonly rule: "formula.shape" | "formula.unknown";

  constructor(rule: "formula.shape" | "formula.unknown", message: string) {
    super(message);
    this.rule = rule;
  }
}

type Make = (of: readonly PlainNode[]) => PlainNode;

const first = (of: readonly PlainNode[]) => of[0]!;
const many =
  (kind: string): Make =>
  (of) => ({ kind, unit: first(of).unit, of });
const compare =
  (is: string): Make =>
  ([left, right]) => ({ kind: "compare", unit: "flag", is, left, right });

const functions: Readonly<Record<string, { readonly least: number; readonly most: number; readonly make: Make }>> = {
  add: { least: 2, most: 9, make: (of) => ({ kind: "add", unit: first(of).unit, terms: of }) },
  subtract: { least: 2, most: 2, make: (of) => ({ kind: "subtract", unit: first(of).unit, from: of[0], less: of[1] }) },
  times: { least: 2, most: 2, make: (of) => ({ kind: "times", unit: first(of).unit, of: of[0], by: of[1] }) },
  divide: { least: 2, most: 2, make: (of) => ({ kind: "divide", unit: first(of).unit, of: of[0], by: of[1] }) },
  minimum: { least: 2, most: 9, make: many("minimum") },
  maximum: { least: 2, most: 9, make: many("maximum") },
  roundHalfUp: { least: 1, most: 1, make: (of) => ({ kind: "round", unit: first(of).unit, mode: "halfUp", of: of[0] }) },
  truncate: { least: 1, most: 1, make: (of) => ({ kind: "round", unit: first(of).unit, mode: "towardsZero", of: of[0] }) },
  select: {
    least: 3,
    most: 3,
    make: ([when, value, otherwise]) => ({ kind: "select", unit: value!.unit, when, value, otherwise }),
  },
  atLeast: { least: 2, most: 2, make: compare("atLeast") },
  above: { least: 2, most: 2, make: compare("above") },
  atMost: { least: 2, most: 2, make: compare("atMost") },
  below: { least: 2, most: 2, make: compare("below") },
  equals: { least: 2, most: 2, make: compare("equals") },
  allOf: { least: 1, most: 9, make: (of) => ({ kind: "allOf", unit: "flag", of }) },
  anyOf: { least: 1, most: 9, make: (of) => ({ kind: "anyOf", unit: "flag", of }) },
  not: { least: 1, most: 1, make: (of) => ({ kind: "not", unit: "flag", of: of[0] }) },
};

export const formulaFunctions: readonly string[] = [...Object.keys(functions), "oneOf", "parameter"];

const words = /\s*(?:(\d+(?:\.\d+)?)\s*(%|EUR\/month|EUR)?|"([^"]*)"|([A-Za-z][\w.-]*)|([(),]))/y;

interface Word {
  readonly kind: "number" | "text" | "name" | "sign";
  readonly text: string;
  readonly unit: string;
}

/**
 * `roundHalfUp(times(cappedWage, 5 %))`: names are rules or facts, `parameter(ggmmi)` is a value of the law, `5 %`, `12.50 EUR` (per quarter),
 * `12.50 EUR/month` and `1.5` are constants, `oneOf(package, "P5", "T2")` asks for a code. Throws a `FormulaError`.
 */
export function readFormula(text: string, law: Law, known: RuleGraph, added: ReadonlyMap<string, string>): PlainNode {
  const found = split(text);
  let at = 0;
  const facts = factsOf(known);

  const expect = (sign: string): void => {
    if (found[at]?.text !== sign || found[at]?.kind !== "sign") throw shape(text, `“${sign}”`);
    at += 1;
  };
  const node = (): PlainNode => {
    const word = found[at];
    if (word === undefined) throw shape(text, "a value");
    at += 1;
    if (word.kind === "number") return constant(word);
    if (word.kind !== "name") throw shape(text, "a value");
    return found[at]?.text === "(" ? call(word.text) : named(word.text);
  };
  const call = (name: string): PlainNode => {
    expect("(");
    if (name === "parameter") {
      const id = found[at]?.text ?? "";
      at += 1;
      expect(")");
      return parameterNode(id, law);
    }
    if (name === "oneOf") {
      const code = node();
      const codes: string[] = [];
      while (found[at]?.text === ",") {
        at += 1;
        codes.push(found[at]?.text ?? "");
        at += 1;
      }
      expect(")");
      return { kind: "oneOf", unit: "flag", code, codes };
    }
    const made = functions[name];
    if (made === undefined) {
      throw new FormulaError("formula.unknown", `There is no function “${name}”; use ${formulaFunctions.join(", ")}`);
    }
    const of = [node()];
    while (found[at]?.text === ",") {
      at += 1;
      of.push(node());
    }
    expect(")");
    if (of.length < made.least || of.length > made.most) throw shape(text, `${made.least} to ${made.most} values in ${name}`);
    return made.make(of);
  };
  const named = (name: string): PlainNode => {
    const unit = known.rules.get(name)?.unit ?? added.get(name);
    if (unit !== undefined) return { kind: "rule", id: name, unit };
    const fact = facts.get(name);
    if (fact !== undefined) return fact;
    throw new FormulaError("formula.unknown", `There is no rule and no fact “${name}”`);
  };

  const made = node();
  if (at < found.length) throw shape(text, "the end");
  return made;
}

function split(text: string): readonly Word[] {
  const found: Word[] = [];
  words.lastIndex = 0;
  const end = text.trimEnd().length;
  while (words.lastIndex < end) {
    const from = words.lastIndex;
    const match = words.exec(text);
    if (match === null) throw shape(text, `something else than “${text.slice(from, from + 12)}”`);
    const [, number, unit = "", quoted, name, sign] = match;
    if (number !== undefined) found.push({ kind: "number", text: number, unit });
    else if (quoted !== undefined) found.push({ kind: "text", text: quoted, unit: "" });
    else if (name !== undefined) found.push({ kind: "name", text: name, unit: "" });
    else found.push({ kind: "sign", text: sign!, unit: "" });
  }
  return found;
}

const decimals: Readonly<Record<string, readonly [unit: string, places: number]>> = {
  "%": ["basisPoints", 2],
  EUR: ["cents/quarter", 2],
  "EUR/month": ["cents/month", 2],
  "": ["ratio", 4],
};

function constant({ text, unit }: Word): PlainNode {
  const [name, places] = decimals[unit]!;
  const [whole = "", rest = ""] = text.split(".");
  if (rest.length > places) throw new FormulaError("formula.shape", `“${text}” has more than ${places} decimals`);
  return { kind: "constant", unit: name, value: Number(whole + rest.padEnd(places, "0")) };
}

function parameterNode(id: string, law: Law): PlainNode {
  const parameter = law.parameters.get(id);
  if (parameter === undefined) throw new FormulaError("formula.unknown", `The law has no parameter “${id}”`);
  return { kind: "parameter", unit: parameter.unit, id, at: parameter.unit.endsWith("/month") ? "month" : "quarter" };
}

/** Every fact that the law's rules ask for. */
export function factsOf(graph: RuleGraph): ReadonlyMap<string, PlainNode> {
  const facts = new Map<string, PlainNode>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) {
      const part = value as PlainNode;
      if (part.kind === "rule") return;
      if (part.kind === "input") facts.set(String(part.name), part);
      else Object.values(part).forEach(walk);
    }
  };
  for (const rule of graph.rules.values()) walk((rule as AnyRule).body);
  return facts;
}

function shape(text: string, expected: string): FormulaError {
  return new FormulaError("formula.shape", `“${text}”: expected ${expected}`);
}
