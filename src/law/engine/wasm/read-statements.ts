// Reads the statements that the columns are written in. They hold whole numbers, names, tables and a dozen operators; anything else is refused.
import type { CompiledColumns } from "../columns/compiler.ts";
import { anyStatus, NotInColumns, Status } from "../columns/expression.ts";
import { edgesOf, outsideText } from "../columns/input-column.ts";
import type { Operator, StatementGraph, StatementNode } from "./statement-graph.ts";

export interface ReadOutput {
  readonly rule: string;
  readonly unit: string;
  readonly node: StatementNode;
  /** The value is the number over this. */
  readonly den: number;
  readonly codes: readonly string[] | null;
}

export interface ReadColumns {
  readonly outputs: readonly ReadOutput[];
  readonly status: StatementNode;
}

/** The nodes behind compiled columns. Throws `NotInColumns` when a text or a bound is not what this back end can prove. */
export function readColumns(compiled: CompiledColumns, graph: StatementGraph): ReadColumns {
  const names = new Map<string, StatementNode>();
  for (const input of compiled.inputs) {
    const [lo, hi] = edgesOf(input);
    names.set(`x_${input.name}`, graph.input(input.name, lo, hi));
  }
  const tables = new Map(compiled.tables.map(({ name, values }) => [name, values]));
  const read = (text: string) => new Reader(text, graph, names, tables).whole();
  for (const statement of compiled.statements) {
    const match = /^const (\w+) = (.*);$/s.exec(statement);
    if (match === null) throw new NotInColumns(`“${statement}” is no statement of the columns`);
    names.set(match[1]!, read(match[2]!));
  }
  const outside = compiled.inputs.map((one) => outsideText(one, `x_${one.name}`)).filter((text) => text !== "");
  const outsideStatus = outside.length === 0 ? "0" : `((${outside.join(" | ")}) >> 31 & ${Status.outside})`;
  return {
    outputs: compiled.outputs.map(({ rule, column }) => ({
      rule: rule.id,
      unit: rule.unit,
      node: read(column.text),
      den: column.type === "number" ? Number(column.den) : 1,
      codes: column.type === "code" ? column.codes : null,
    })),
    status: read(anyStatus(outsideStatus, ...compiled.outputs.map(({ column }) => column.status))),
  };
}

const tokens = /\s*(?:(\d+)|([A-Za-z_][\w.]*)|(===|!==|>=|<=|<<|>>|[-+*/|^&<>?:()[\],]))/y;

/** Operators from the loosest to the tightest, as in JavaScript. */
const levels: readonly Readonly<Record<string, Operator>>[] = [
  { "|": "or" },
  { "^": "xor" },
  { "&": "and" },
  { "===": "equal", "!==": "notEqual" },
  { "<": "below", "<=": "atMost", ">": "above", ">=": "atLeast" },
  { "<<": "shiftLeft", ">>": "shiftRight" },
  { "+": "add", "-": "subtract" },
  { "*": "multiply", "/": "divide" },
];

const functions: Readonly<Record<string, Operator>> = {
  "Math.min": "min",
  "Math.max": "max",
  "Math.floor": "floor",
  "Math.ceil": "ceil",
  "Math.imul": "multiply",
};

class Reader {
  private readonly words: readonly string[];
  private at = 0;
  private readonly text: string;
  private readonly graph: StatementGraph;
  private readonly names: ReadonlyMap<string, StatementNode>;
  private readonly tables: ReadonlyMap<string, Int32Array | Float64Array>;

  constructor(
    text: string,
    graph: StatementGraph,
    names: ReadonlyMap<string, StatementNode>,
    tables: ReadonlyMap<string, Int32Array | Float64Array>,
  ) {
    this.text = text;
    this.graph = graph;
    this.names = names;
    this.tables = tables;
    const words: string[] = [];
    tokens.lastIndex = 0;
    while (tokens.lastIndex < text.trimEnd().length) {
      const match = tokens.exec(text);
      if (match === null) throw this.wrong();
      words.push(match[1] ?? match[2] ?? match[3]!);
    }
    this.words = words;
  }

  whole(): StatementNode {
    const node = this.conditional();
    if (this.at < this.words.length) throw this.wrong();
    return node;
  }

  private conditional(): StatementNode {
    const when = this.level(0);
    if (!this.take("?")) return when;
    const value = this.conditional();
    this.expect(":");
    return this.graph.apply("select", when, value, this.conditional());
  }

  private level(depth: number): StatementNode {
    const operators = levels[depth];
    if (operators === undefined) return this.unary();
    let left = this.level(depth + 1);
    for (;;) {
      const word = this.words[this.at];
      const operator = word === undefined ? undefined : operators[word];
      if (operator === undefined) return left;
      this.at += 1;
      left = this.graph.apply(operator, left, this.level(depth + 1));
    }
  }

  private unary(): StatementNode {
    return this.take("-") ? this.graph.negative(this.unary()) : this.primary();
  }

  private primary(): StatementNode {
    const word = this.words[this.at];
    if (word === undefined) throw this.wrong();
    this.at += 1;
    if (word === "(") {
      const node = this.conditional();
      this.expect(")");
      return node;
    }
    if (/^\d/.test(word)) return this.graph.constant(Number(word));
    const operator = functions[word];
    if (operator !== undefined) return this.call(operator);
    const values = this.tables.get(word);
    if (values !== undefined) {
      this.expect("[");
      const index = this.conditional();
      this.expect("]");
      return this.graph.table(values, index);
    }
    const node = this.names.get(word);
    if (node === undefined) throw this.wrong();
    return node;
  }

  private call(operator: Operator): StatementNode {
    this.expect("(");
    const first = this.conditional();
    const rest: StatementNode[] = [];
    while (this.take(",")) rest.push(this.conditional());
    this.expect(")");
    if (operator === "floor" || operator === "ceil") return this.graph.apply(operator, first);
    return rest.reduce((a, b) => this.graph.apply(operator, a, b), first);
  }

  private take(word: string): boolean {
    if (this.words[this.at] !== word) return false;
    this.at += 1;
    return true;
  }

  private expect(word: string): void {
    if (!this.take(word)) throw this.wrong();
  }

  private wrong(): NotInColumns {
    return new NotInColumns(`The column text “${this.text}” cannot be read`);
  }
}
