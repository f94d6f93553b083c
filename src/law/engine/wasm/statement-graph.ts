// The statements of the columns as a graph of shared nodes: equal parts stand once, each with bounds that are worked out again from the inputs.
import { exactLimit, NotInColumns } from "../columns/expression.ts";

export type Operator =
  | "add"
  | "subtract"
  | "multiply"
  | "divide"
  | "min"
  | "max"
  | "floor"
  | "ceil"
  | "and"
  | "or"
  | "xor"
  | "shiftLeft"
  | "shiftRight"
  | "equal"
  | "notEqual"
  | "below"
  | "atMost"
  | "above"
  | "atLeast"
  | "not"
  | "select";

interface Base {
  readonly id: number;
  /** For rows whose inputs lie within their bounds. */
  readonly lo: number;
  readonly hi: number;
  /** 0 or 1, and nothing else. */
  readonly flag: boolean;
  /** False only for quotients before they are rounded. */
  readonly whole: boolean;
}

export interface InputNode extends Base {
  readonly kind: "input";
  readonly name: string;
}

export interface ConstantNode extends Base {
  readonly kind: "constant";
  readonly value: number;
}

export interface TableNode extends Base {
  readonly kind: "table";
  readonly values: Int32Array | Float64Array;
  readonly index: StatementNode;
}

export interface ApplyNode extends Base {
  readonly kind: "apply";
  readonly operator: Operator;
  readonly of: readonly StatementNode[];
}

export type StatementNode = InputNode | ConstantNode | TableNode | ApplyNode;

const limit = Number(exactLimit);
const comparisons: ReadonlySet<Operator> = new Set(["equal", "notEqual", "below", "atMost", "above", "atLeast"]);

/** Nodes of one kernel, each made once. Two scenarios that share their inputs share whatever is equal in both. */
export class StatementGraph {
  private readonly known = new Map<string, StatementNode>();
  private readonly tables: (Int32Array | Float64Array)[] = [];

  input(name: string, lo: number, hi: number): InputNode {
    const node = { kind: "input", name, lo, hi, flag: false, whole: true } as const;
    return this.shared(`input ${name}`, node) as InputNode;
  }

  constant(value: number): ConstantNode {
    const flag = value === 0 || value === 1;
    return this.shared(`constant ${value}`, { kind: "constant", value, lo: value, hi: value, flag, whole: true }) as ConstantNode;
  }

  table(values: Int32Array | Float64Array, index: StatementNode): StatementNode {
    if (index.lo < 0 || index.hi >= values.length) throw new NotInColumns("A table could be read past its end");
    let at = this.tables.findIndex((one) => one.length === values.length && one.every((value, i) => value === values[i]));
    if (at < 0) at = this.tables.push(values) - 1;
    let lo = values[0]!;
    let hi = lo;
    for (const value of values) {
      if (value < lo) lo = value;
      if (value > hi) hi = value;
    }
    const flag = lo >= 0 && hi <= 1;
    return this.shared(`table ${at} ${index.id}`, { kind: "table", values: this.tables[at]!, index, lo, hi, flag, whole: true });
  }

  /** Makes a node, in the plainest form of the same meaning. */
  apply(operator: Operator, ...of: readonly StatementNode[]): StatementNode {
    return this.simpler(operator, of) ?? this.applied(operator, of);
  }

  private applied(operator: Operator, of: readonly StatementNode[]): StatementNode {
    const [lo, hi] = boundsOf(operator, of);
    const flag = comparisons.has(operator) || operator === "not" || (isBits(operator) && of.every((one) => one.flag));
    const whole = operator === "divide" ? false : operator === "floor" || operator === "ceil" || of.every((one) => one.whole);
    if (whole && (lo < -limit || hi > limit)) {
      throw new NotInColumns(`A value could reach ${hi > limit ? hi : lo}, past what a double holds exactly`);
    }
    if (isBits(operator) && of.some((one) => !fitsInt32(one) || !one.whole)) {
      throw new NotInColumns("Bits are taken of a number that does not fit 32 of them");
    }
    return this.shared(`${operator} ${of.map((one) => one.id).join(" ")}`, { kind: "apply", operator, of, lo, hi, flag, whole });
  }

  private simpler(operator: Operator, of: readonly StatementNode[]): StatementNode | null {
    const [a, b, c] = of as [StatementNode, StatementNode, StatementNode];
    switch (operator) {
      case "not":
        return a.kind === "apply" && a.operator === "not" ? a.of[0]! : null;
      case "xor":
        return a.flag && isValue(b, 1) ? this.apply("not", a) : null;
      case "subtract": {
        if (isValue(b, 0)) return a;
        if (isValue(a, 1) && b.flag && b.kind !== "constant") return this.apply("not", b);
        // 0 or -1: the bits of "not".
        if (a.flag && isValue(b, 1)) return this.mask(this.apply("not", a));
        return null;
      }
      case "multiply": {
        if (isValue(a, 1)) return b;
        if (isValue(b, 1)) return a;
        if (a.flag && a.kind !== "constant") return this.apply("select", a, b, this.constant(0));
        if (b.flag && b.kind !== "constant") return this.apply("select", b, a, this.constant(0));
        return null;
      }
      case "add": {
        if (isValue(a, 0)) return b;
        if (isValue(b, 0)) return a;
        return this.choice(a, b) ?? this.choice(b, a);
      }
      case "and": {
        const [m, x] = isMask(a) ? [a, b] : isMask(b) ? [b, a] : [null, null];
        if (m === null) return null;
        const none = this.constant(0);
        return isValue(m.of[1]!, -1) ? this.apply("select", m.of[0]!, x, none) : this.apply("select", m.of[0]!, none, x);
      }
      case "or": {
        if (isValue(a, 0)) return b;
        if (isValue(b, 0)) return a;
        if (a === b) return a;
        const [x, y] = [asSelect(a), asSelect(b)];
        if (x === null || y === null || x.of[0] !== y.of[0]) return null;
        if (isValue(x.of[2]!, 0) && isValue(y.of[1]!, 0)) return this.apply("select", x.of[0]!, x.of[1]!, y.of[2]!);
        return isValue(x.of[1]!, 0) && isValue(y.of[2]!, 0) ? this.apply("select", x.of[0]!, y.of[1]!, x.of[2]!) : null;
      }
      case "select": {
        if (a.kind === "constant") return a.value === 1 ? b : c;
        if (b === c) return b;
        if (isValue(b, 1) && isValue(c, 0)) return a;
        return a.kind === "apply" && a.operator === "not" ? this.apply("select", a.of[0]!, c, b) : null;
      }
      default:
        return null;
    }
  }

  /** `y + when × (x − y)` is a choice, without the bounds of the difference. */
  private choice(y: StatementNode, product: StatementNode): StatementNode | null {
    const chosen = asSelect(product);
    if (chosen === null || !isValue(chosen.of[2]!, 0)) return null;
    const change = chosen.of[1]!;
    if (change.kind !== "apply" || change.operator !== "subtract" || change.of[1] !== y) return null;
    return this.apply("select", chosen.of[0]!, change.of[0]!, y);
  }

  private mask(flag: StatementNode): StatementNode {
    return this.apply("select", flag, this.constant(-1), this.constant(0));
  }

  /** `-flag`. */
  negative(of: StatementNode): StatementNode {
    if (of.kind === "constant") return this.constant(-of.value);
    return of.flag ? this.mask(of) : this.apply("subtract", this.constant(0), of);
  }

  private shared(
    key: string,
    node: Omit<InputNode, "id"> | Omit<ConstantNode, "id"> | Omit<TableNode, "id"> | Omit<ApplyNode, "id">,
  ) {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = Object.freeze({ ...node, id: this.known.size }) as StatementNode;
    this.known.set(key, made);
    return made;
  }
}

export function isValue(node: StatementNode, value: number): boolean {
  return node.kind === "constant" && node.value === value;
}

export function fitsInt32(node: StatementNode): boolean {
  return node.lo >= -2_147_483_648 && node.hi <= 2_147_483_647;
}

function asSelect(node: StatementNode): ApplyNode | null {
  return node.kind === "apply" && node.operator === "select" ? node : null;
}

function isMask(node: StatementNode): node is ApplyNode {
  const select = asSelect(node);
  if (select === null) return false;
  const [, a, b] = select.of as [StatementNode, StatementNode, StatementNode];
  return (isValue(a, -1) && isValue(b, 0)) || (isValue(a, 0) && isValue(b, -1));
}

function isBits(operator: Operator): boolean {
  return operator === "and" || operator === "or" || operator === "xor" || operator === "shiftLeft" || operator === "shiftRight";
}

/** Least and greatest result; a double that leaves the exact range stays outside it, so that rounding here cannot hide a refusal. */
function boundsOf(operator: Operator, of: readonly StatementNode[]): readonly [number, number] {
  const [a, b, c] = of as [StatementNode, StatementNode, StatementNode];
  switch (operator) {
    case "add":
      return [a.lo + b.lo, a.hi + b.hi];
    case "subtract":
      return [a.lo - b.hi, a.hi - b.lo];
    case "multiply":
      return ends([a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi]);
    case "divide":
      if (b.kind !== "constant" || b.value <= 0) throw new NotInColumns("A division by what is no positive constant");
      return [a.lo / b.value, a.hi / b.value];
    case "min":
      return [Math.min(a.lo, b.lo), Math.min(a.hi, b.hi)];
    case "max":
      return [Math.max(a.lo, b.lo), Math.max(a.hi, b.hi)];
    case "floor":
      return [Math.floor(a.lo), Math.floor(a.hi)];
    case "ceil":
      return [Math.ceil(a.lo), Math.ceil(a.hi)];
    case "select":
      return [Math.min(b.lo, c.lo), Math.max(b.hi, c.hi)];
    case "and":
      if (a.lo >= 0 && b.lo >= 0) return [0, Math.min(a.hi, b.hi)];
      if (a.lo >= 0) return [0, a.hi];
      if (b.lo >= 0) return [0, b.hi];
      return [-2_147_483_648, 2_147_483_647];
    case "or":
    case "xor":
      if (a.lo < 0 || b.lo < 0) return [-2_147_483_648, 2_147_483_647];
      return [0, 2 ** Math.ceil(Math.log2(Math.max(a.hi, b.hi) + 1)) - 1];
    case "shiftLeft":
      if (b.kind !== "constant") throw new NotInColumns("A shift by what is no constant");
      return [a.lo * 2 ** b.value, a.hi * 2 ** b.value];
    case "shiftRight":
      if (b.kind !== "constant") throw new NotInColumns("A shift by what is no constant");
      // Of use only to keep a sign; bounds of rows outside their inputs' bounds are not assumed here.
      return [-(2 ** (31 - b.value)), 2 ** (31 - b.value) - 1];
    default:
      return [0, 1];
  }
}

function ends(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
