// Other engines, each with its program from the rule graph. An engine that is not installed is left out and said so.
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { StatementNode } from "../../src/law/index.ts";
import type { CaseObject } from "./cases.ts";
import { type Dialect, type GraphProgram, runsOf, written } from "./from-graph.ts";

export interface Premiums {
  readonly wage: number;
  readonly guidance: number;
}

export interface Peer {
  readonly name: string;
  readonly version: string;
  run(cases: readonly CaseObject[]): Promise<readonly Premiums[]>;
}

const folder = fileURLToPath(new URL("../", import.meta.url));
const require = createRequire(join(folder, "package.json"));

// The peers are installed apart from the product, so their types are not here.
// biome-ignore lint/suspicious/noExplicitAny: see above.
export async function peerPackage(name: string): Promise<{ module: any; version: string }> {
  const { version } = require(join(folder, "node_modules", name, "package.json")) as { version: string };
  const imported = (await import(pathToFileURL(require.resolve(name)).href)) as Record<string, unknown>;
  return {
    module:
      "default" in imported && Object.keys(imported).length <= 2 ? { ...(imported.default as object), ...imported } : imported,
    version,
  };
}

const nameOf = (node: StatementNode) => `n${node.id}`;
const javascript = (node: StatementNode) => (node.kind === "input" ? node.name : nameOf(node));

/** Nested expressions: the language has no names for parts, so shared parts are written out again. */
export async function jsonLogic(program: GraphProgram): Promise<Peer> {
  const { module, version } = await peerPackage("json-logic-engine");
  const engine = new module.LogicEngine();
  const tables: ArrayLike<number>[] = [];
  const dialect: Dialect<unknown> = {
    input: (name) => ({ var: name }),
    constant: (value) => value,
    reference: (node) => written(node, dialect),
    add: (a, b) => ({ "+": [a, b] }),
    subtract: (a, b) => ({ "-": [a, b] }),
    multiply: (a, b) => ({ "*": [a, b] }),
    floorOfQuotient: (a, b) => ({ floor: [{ "/": [a, b] }] }),
    min: (a, b) => ({ min: [a, b] }),
    max: (a, b) => ({ max: [a, b] }),
    compare: (operator, a, b) => ({ [operator === "=" ? "===" : operator === "!=" ? "!==" : operator]: [a, b] }),
    and: (a, b) => ({ and: [a, b] }),
    or: (a, b) => ({ or: [a, b] }),
    not: (a) => ({ "!": [a] }),
    select: (when, a, b) => ({ if: [when, a, b] }),
    table: (values, index) => {
      const at = tables.push(values) - 1;
      engine.addMethod(`table${at}`, ([place]: [number]) => values[place], { deterministic: true });
      return { [`table${at}`]: [index] };
    },
    truth: (_, value) => value,
  };
  engine.addMethod("floor", ([value]: [number]) => Math.floor(value), { deterministic: true });
  const wage = engine.build(written(program.outputs.wagePremium!, dialect)) as (one: CaseObject) => number;
  const guidance = engine.build(written(program.outputs.guidancePremium!, dialect)) as (one: CaseObject) => number;
  return {
    name: "json-logic-engine",
    version,
    run: async (cases) => cases.map((one) => ({ wage: wage(one), guidance: guidance(one) })),
  };
}

/** A dynamic fact per node, each a function of other facts, as its manual says for what is computed. */
export async function jsonRulesEngine(program: GraphProgram): Promise<Peer> {
  const { module, version } = await peerPackage("json-rules-engine");
  const engine = new module.Engine([], { allowUndefinedFacts: true });
  const name = javascript;
  type Almanac = { factValue(name: string): Promise<number> };
  for (const node of program.nodes) {
    if (node.kind === "input") continue;
    const used = node.kind === "apply" ? node.of : node.kind === "table" ? [node.index] : [];
    const work = oneStep(node);
    engine.addFact(name(node), async (_: unknown, almanac: Almanac) => {
      const values: number[] = [];
      for (const one of used) values.push(one.kind === "constant" ? one.value : await almanac.factValue(name(one)));
      return work(values);
    });
  }
  engine.addRule({
    conditions: { all: [{ fact: "grossWage", operator: "greaterThanInclusive", value: 0 }] },
    event: { type: "due" },
  });
  return {
    name: "json-rules-engine",
    version,
    run: async (cases) => {
      const found: Premiums[] = [];
      for (const one of cases) {
        const { almanac } = (await engine.run({ ...one })) as { almanac: Almanac };
        found.push({
          wage: await almanac.factValue(name(program.outputs.wagePremium!)),
          guidance: await almanac.factValue(name(program.outputs.guidancePremium!)),
        });
      }
      return found;
    },
  };
}

function oneStep(node: StatementNode): (values: readonly number[]) => number {
  if (node.kind === "constant") return () => node.value;
  if (node.kind === "table") return ([at]) => node.values[at!]!;
  if (node.kind === "input") throw new Error("A fact is given");
  const steps: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
    add: (a, b) => a + b,
    subtract: (a, b) => a - b,
    multiply: (a, b) => a * b,
    divide: (a, b) => a / b,
    floor: (a) => Math.floor(a),
    ceil: (a) => Math.ceil(a),
    min: (a, b) => Math.min(a, b),
    max: (a, b) => Math.max(a, b),
    and: (a, b) => a & b,
    or: (a, b) => a | b,
    xor: (a, b) => a ^ b,
    shiftLeft: (a, b) => a << b,
    shiftRight: (a, b) => a >> b,
    equal: (a, b) => (a === b ? 1 : 0),
    notEqual: (a, b) => (a !== b ? 1 : 0),
    below: (a, b) => (a < b ? 1 : 0),
    atMost: (a, b) => (a <= b ? 1 : 0),
    above: (a, b) => (a > b ? 1 : 0),
    atLeast: (a, b) => (a >= b ? 1 : 0),
    not: (a) => 1 - a,
    select: (a, b, c) => (a === 1 ? b : c),
  };
  const step = steps[node.operator]!;
  return ([a, b, c]) => step(a!, b!, c!);
}

/** One expression node that names its parts. */
export async function zen(program: GraphProgram, trace = false): Promise<Peer> {
  const { module, version } = await peerPackage("@gorules/zen-engine");
  const dialect: Dialect<string> = {
    ...infix,
    reference: (node) => (node.kind === "input" ? node.name : `$.${nameOf(node)}`),
    floorOfQuotient: (a, b) => `floor(${a} / ${b})`,
    min: (a, b) => `min([${a}, ${b}])`,
    max: (a, b) => `max([${a}, ${b}])`,
    compare: (operator, a, b) => `(${a} ${operator === "=" ? "==" : operator} ${b})`,
    and: (a, b) => `(${a} and ${b})`,
    or: (a, b) => `(${a} or ${b})`,
    not: (a) => `(not (${a}))`,
    select: (when, a, b) => `(${when} ? ${a} : ${b})`,
    table: (values, index, flag) => `[${Array.from(values, (value) => (flag ? value === 1 : value)).join(",")}][${index}]`,
    truth: (_, value) => value,
  };
  const expressions = program.nodes
    .filter((node) => node.kind === "apply" || node.kind === "table")
    .map((node) => ({ id: nameOf(node), key: nameOf(node), value: written(node, dialect) }));
  const engine = new module.ZenEngine();
  const decision = engine.createDecision({
    nodes: [
      { id: "in", type: "inputNode", name: "in", content: { schema: "" }, position: { x: 0, y: 0 } },
      { id: "law", type: "expressionNode", name: "law", content: { expressions }, position: { x: 1, y: 0 } },
      { id: "out", type: "outputNode", name: "out", content: { schema: "" }, position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: "a", sourceId: "in", targetId: "law", type: "edge" },
      { id: "b", sourceId: "law", targetId: "out", type: "edge" },
    ],
  });
  const [wage, guidance] = [nameOf(program.outputs.wagePremium!), nameOf(program.outputs.guidancePremium!)];
  return {
    name: trace ? "zen-engine with trace" : "zen-engine",
    version,
    run: async (cases) => {
      const found: Premiums[] = [];
      for (const one of cases) {
        const { result } = (await decision.evaluate(one, { trace })) as { result: Record<string, number> };
        found.push({ wage: Number(result[wage]), guidance: Number(result[guidance]) });
      }
      return found;
    },
  };
}

const infix = {
  input: (name: string) => name,
  constant: (value: number) => (value < 0 ? `(${value})` : String(value)),
  add: (a: string, b: string) => `(${a} + ${b})`,
  subtract: (a: string, b: string) => `(${a} - ${b})`,
  multiply: (a: string, b: string) => `(${a} * ${b})`,
};

/** A rule per node, in its own formulas. */
export async function publicodes(program: GraphProgram): Promise<Peer> {
  const { module, version } = await peerPackage("publicodes");
  const Engine = module.default?.default ?? module.default ?? module;
  const words = (name: string) => `f ${name.toLowerCase()}`;
  const rules: Record<string, unknown> = {};
  for (const { name } of program.inputs) rules[words(name)] = { valeur: 0 };
  const named = (node: StatementNode) => (node.kind === "input" ? words(node.name) : `n ${node.id}`);
  const isConstant = (node: StatementNode) => node.kind === "constant";
  for (const node of program.nodes) {
    if (node.kind === "input" || node.kind === "constant") continue;
    const dialect: Dialect<unknown> = {
      ...infix,
      add: (a, b) => `${a} + ${b}`,
      subtract: (a, b) => `${a} - ${b}`,
      multiply: (a, b) => `${a} * ${b}`,
      constant: (value) => String(value),
      reference: (one) => (isConstant(one) ? String(one.lo) : named(one)),
      // Rounds a half up; the half that was added before is taken off again.
      floorOfQuotient: (a, b) => ({ valeur: `(${a} - ${Math.floor(b / 2)}) / ${b}`, arrondi: "oui" }),
      min: (a, b) => ({ "le minimum de": [a, b] }),
      max: (a, b) => ({ "le maximum de": [a, b] }),
      compare: (operator, a, b) => `${a} ${operator} ${b}`,
      and: (a, b) => ({ "toutes ces conditions": [a, b] }),
      or: (a, b) => ({ "une de ces conditions": [a, b] }),
      not: (a) => `${a} = non`,
      select: (when, a, b) => ({ variations: [{ si: when, alors: a }, { sinon: b }] }),
      table: (values, index, flag) => {
        const runs = runsOf(values);
        const word = (value: number) => (flag ? (value === 1 ? "oui" : "non") : value);
        const last = runs.at(-1)!;
        return {
          variations: [
            ...runs.slice(0, -1).map(([end, value]) => ({ si: `${index} <= ${end}`, alors: word(value) })),
            { sinon: word(last[1]) },
          ],
        };
      },
      truth: (_, value) => value,
    };
    const formula = written(node, dialect);
    rules[named(node)] = typeof formula === "string" ? { valeur: formula } : formula;
  }
  const engine = new Engine(rules, { logger: { log: () => {}, warn: () => {}, error: () => {} } });
  const [wage, guidance] = [named(program.outputs.wagePremium!), named(program.outputs.guidancePremium!)];
  return {
    name: "publicodes",
    version,
    run: async (cases) =>
      cases.map((one) => {
        engine.setSituation(Object.fromEntries(Object.entries(one).map(([name, value]) => [words(name), value])));
        return { wage: engine.evaluate(wage).nodeValue as number, guidance: engine.evaluate(guidance).nodeValue as number };
      }),
  };
}
