// From nodes to SIMD instructions: four rows at a time, whole numbers of 32 bits where the bounds allow it, else doubles, conditions as masks.
import { NotInColumns } from "../columns/expression.ts";
import type { ColumnArrayName } from "../columns/input-column.ts";
import { type ApplyNode, fitsInt32, type Operator, type StatementNode, type TableNode } from "./statement-graph.ts";
import { packsOf, readPack, readWide } from "./table-look-up.ts";
import type { Code, FunctionShape, simd } from "./wasm-bytes.ts";
import { lanes, type Pair, Writer } from "./writer.ts";

/** Values that change from one scenario to the next while the code stays: constants and tables, as the code finds them from its pool on. */
export interface Lowered {
  readonly shape: FunctionShape;
  readonly pool: Uint8Array<ArrayBuffer>;
}

export interface LoweredColumn {
  readonly node: StatementNode;
  readonly array: ColumnArrayName;
}

/** Adding this to a whole double of at most 51 bits leaves its lowest 32 bits as those of the number in two's complement. */
const toBits = 6_755_399_441_055_744;

const i32Operators: Partial<Record<Operator, keyof typeof simd>> = {
  add: "i32x4Add",
  subtract: "i32x4Subtract",
  multiply: "i32x4Multiply",
  min: "i32x4Min",
  max: "i32x4Max",
  and: "and",
  or: "or",
  xor: "xor",
};
const f64Operators: Partial<Record<Operator, keyof typeof simd>> = {
  add: "f64x2Add",
  subtract: "f64x2Subtract",
  multiply: "f64x2Multiply",
  divide: "f64x2Divide",
  floor: "f64x2Floor",
  ceil: "f64x2Ceil",
};
const comparisons: Partial<Record<Operator, readonly [keyof typeof simd, keyof typeof simd]>> = {
  equal: ["i32x4Equal", "f64x2Equal"],
  notEqual: ["i32x4NotEqual", "f64x2NotEqual"],
  below: ["i32x4Below", "f64x2Below"],
  atMost: ["i32x4AtMost", "f64x2AtMost"],
  above: ["i32x4Above", "f64x2Above"],
  atLeast: ["i32x4AtLeast", "f64x2AtLeast"],
};

export function lower(
  inputs: readonly { readonly name: string; readonly array: ColumnArrayName }[],
  outputs: readonly LoweredColumn[],
): Lowered {
  return new Lowering(inputs, outputs).result();
}

class Lowering {
  private readonly writer: Writer;
  private readonly body: Code;
  private readonly whole = new Map<StatementNode, number>();
  private readonly doubles = new Map<StatementNode, Pair>();
  private readonly masks = new Map<StatementNode, number>();
  private readonly wideMasks = new Map<StatementNode, Pair>();
  private readonly inputs: readonly { readonly name: string; readonly array: ColumnArrayName }[];
  private readonly outputs: readonly LoweredColumn[];
  private readonly packs: ReadonlyMap<TableNode, readonly TableNode[]>;

  constructor(inputs: readonly { readonly name: string; readonly array: ColumnArrayName }[], outputs: readonly LoweredColumn[]) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.writer = new Writer(inputs.length + outputs.length);
    this.body = this.writer.body;
    this.packs = packsOf(outputs.map(({ node }) => node));
  }

  result(): Lowered {
    this.outputs.forEach(({ node, array }, i) => {
      this.store(node, array, this.inputs.length + i);
    });
    return this.writer.finish();
  }

  /** Whether the node is worked out in 32 bits; otherwise in doubles. */
  private isNarrow(node: StatementNode): boolean {
    if (node.kind === "input" || node.flag) return true;
    if (!node.whole || !fitsInt32(node)) return false;
    if (node.kind !== "apply") return true;
    if (node.operator === "select") return this.isNarrow(node.of[1]!) && this.isNarrow(node.of[2]!);
    if (node.operator === "shiftLeft" || node.operator === "shiftRight") return true;
    return i32Operators[node.operator] !== undefined && node.of.every((one) => this.isNarrow(one));
  }

  private i32(node: StatementNode): number {
    if (node.kind === "constant") return this.writer.constant(node.value, "i32");
    const known = this.whole.get(node);
    if (known !== undefined) return known;
    const local = this.writeI32(node);
    this.whole.set(node, local);
    return local;
  }

  private writeI32(node: StatementNode): number {
    if (node.kind === "input") return this.readInput(node.name);
    if (node.kind === "table" && fitsInt32(node) && !node.flag) return this.packed(node);
    if (node.flag) {
      const mask = this.mask(node);
      const one = this.writer.constant(1, "i32");
      return this.writer.kept(() => this.body.get(mask).get(one).simd("and"));
    }
    if (node.kind === "apply" && this.isNarrow(node)) return this.writeNarrow(node);
    if (!fitsInt32(node)) throw new NotInColumns("A number does not fit 32 bits where it must");
    const [low, high] = this.f64(node);
    const bits = this.writer.constant(toBits, "f64");
    return this.writer.kept(() => {
      this.body.get(low).get(bits).simd("f64x2Add").get(high).get(bits).simd("f64x2Add");
      this.body.simd("shuffle", ...lanes(0, 2, 4, 6));
    });
  }

  private writeNarrow(node: ApplyNode): number {
    const { operator } = node;
    if (operator === "shiftLeft" || operator === "shiftRight") {
      const of = this.i32(node.of[0]!);
      const by = node.of[1]!.lo;
      return this.writer.kept(() =>
        this.body
          .get(of)
          .i32(by)
          .simd(operator === "shiftLeft" ? "i32x4ShiftLeft" : "i32x4ShiftRight"),
      );
    }
    if (operator === "select") {
      const [when, a, b] = node.of as [StatementNode, StatementNode, StatementNode];
      return this.choose(this.mask(when), a, b, (one) => this.i32(one));
    }
    const [a, b] = node.of.map((one) => this.i32(one)) as [number, number];
    return this.writer.kept(() => this.body.get(a).get(b).simd(i32Operators[operator]!));
  }

  private choose(mask: number, a: StatementNode, b: StatementNode, local: (node: StatementNode) => number): number {
    const isZero = (node: StatementNode) => node.kind === "constant" && node.value === 0;
    if (isZero(b)) {
      const only = local(a);
      return this.writer.kept(() => this.body.get(only).get(mask).simd("and"));
    }
    if (isZero(a)) {
      const only = local(b);
      return this.writer.kept(() => this.body.get(only).get(mask).simd("andNot"));
    }
    const [x, y] = [local(a), local(b)];
    return this.writer.kept(() => this.body.get(x).get(y).get(mask).simd("bitSelect"));
  }

  private f64(node: StatementNode): Pair {
    if (node.kind === "constant") {
      const local = this.writer.constant(node.value, "f64");
      return [local, local];
    }
    const known = this.doubles.get(node);
    if (known !== undefined) return known;
    const pair = this.writeF64(node);
    this.doubles.set(node, pair);
    return pair;
  }

  private writeF64(node: StatementNode): Pair {
    if (node.kind === "table" && !fitsInt32(node)) return readWide(this.writer, node, this.i32(node.index));
    if (this.isNarrow(node)) {
      const local = this.i32(node);
      return [
        this.writer.kept(() => this.body.get(local).simd("f64x2FromLowI32x4")),
        this.writer.kept(() =>
          this.body
            .get(local)
            .get(local)
            .simd("shuffle", ...lanes(2, 3, 2, 3))
            .simd("f64x2FromLowI32x4"),
        ),
      ];
    }
    if (node.kind !== "apply") throw new NotInColumns("A column has no doubles");
    const { operator } = node;
    if (operator === "select") {
      const [when, a, b] = node.of as [StatementNode, StatementNode, StatementNode];
      const [low, high] = this.wideMask(when);
      return [this.choose(low, a, b, (one) => this.f64(one)[0]), this.choose(high, a, b, (one) => this.f64(one)[1])];
    }
    const of = node.of.map((one) => this.f64(one));
    // Of two equal zeros either will do, and nothing is ever "not a number": the plain form is one instruction.
    if (operator === "min" || operator === "max") {
      const name = operator === "min" ? "f64x2PseudoMin" : "f64x2PseudoMax";
      return this.writer.both((half) => this.body.get(of[0]![half]).get(of[1]![half]).simd(name));
    }
    const name = f64Operators[operator];
    if (name === undefined) throw new NotInColumns(`“${operator}” does not work on doubles`);
    return this.writer.both((half) => {
      for (const pair of of) this.body.get(pair[half]);
      this.body.simd(name);
    });
  }

  /** All bits of a lane set where the flag is 1. */
  private mask(node: StatementNode): number {
    const known = this.masks.get(node);
    if (known !== undefined) return known;
    const local = this.writeMask(node);
    this.masks.set(node, local);
    return local;
  }

  private writeMask(node: StatementNode): number {
    if (node.kind === "constant") return this.writer.constant(node.value === 1 ? -1 : 0, "i32");
    if (node.kind === "table") return this.packed(node);
    if (node.kind !== "apply") throw new NotInColumns("A fact is no condition");
    const { operator, of } = node;
    const comparison = comparisons[operator];
    if (comparison !== undefined) {
      const [a, b] = of as [StatementNode, StatementNode];
      if (this.isNarrow(a) && this.isNarrow(b)) {
        const [x, y] = [this.i32(a), this.i32(b)];
        return this.writer.kept(() => this.body.get(x).get(y).simd(comparison[0]));
      }
      const [x, y] = [this.f64(a), this.f64(b)];
      return this.writer.kept(() => {
        this.body.get(x[0]).get(y[0]).simd(comparison[1]).get(x[1]).get(y[1]).simd(comparison[1]);
        this.body.simd("shuffle", ...lanes(0, 2, 4, 6));
      });
    }
    if (operator === "not") {
      const mask = this.mask(of[0]!);
      return this.writer.kept(() => this.body.get(mask).simd("not"));
    }
    if (operator === "select") return this.choose(this.mask(of[0]!), of[1]!, of[2]!, (one) => this.mask(one));
    if (node.flag && (operator === "and" || operator === "or" || operator === "xor")) {
      const [x, y] = of.map((one) => this.mask(one)) as [number, number];
      return this.writer.kept(() => this.body.get(x).get(y).simd(operator));
    }
    throw new NotInColumns(`“${operator}” gives no condition`);
  }

  private wideMask(node: StatementNode): Pair {
    const known = this.wideMasks.get(node);
    if (known !== undefined) return known;
    const mask = this.mask(node);
    const spread = (a: number, b: number) =>
      this.writer.kept(() =>
        this.body
          .get(mask)
          .get(mask)
          .simd("shuffle", ...lanes(a, a, b, b)),
      );
    const pair: Pair = [spread(0, 1), spread(2, 3)];
    this.wideMasks.set(node, pair);
    return pair;
  }

  private readInput(name: string): number {
    const column = this.inputs.findIndex((one) => one.name === name);
    const { array } = this.inputs[column]!;
    return this.writer.kept(() => {
      this.writer.address(column, array);
      if (array === "Int32Array") this.body.memory("load", 2);
      else if (array === "Int16Array") this.body.memory("load16x4Signed", 1);
      else if (array === "Uint8Array")
        this.body.memory("load32Zero", 0).simd("i16x8ExtendLowUnsigned").simd("i32x4ExtendLowUnsigned");
      else throw new NotInColumns("Facts stand in columns of whole numbers");
    });
  }

  /** Reads a table, and with it those of its pack. */
  private packed(table: TableNode): number {
    const pack = this.packs.get(table)!;
    const found = readPack(this.writer, pack, this.i32(table.index));
    pack.forEach((one, place) => {
      (one.flag ? this.masks : this.whole).set(one, found[place]!);
    });
    return (table.flag ? this.masks : this.whole).get(table)!;
  }

  private store(node: StatementNode, array: ColumnArrayName, column: number): void {
    const address = () => this.writer.address(column, array);
    if (array === "Float64Array") {
      const [low, high] = this.f64(node);
      address().get(low).memory("store", 3);
      address().get(high).memory("store", 3, 16);
      return;
    }
    const local = this.i32(node);
    if (array === "Int32Array") {
      address().get(local).memory("store", 2);
      return;
    }
    if (array !== "Uint8Array") throw new NotInColumns("A result has no column of 16 bits");
    address();
    this.body.get(local).get(local).simd("i16x8NarrowSigned");
    const narrow = this.writer.vector();
    this.body.put(0x22).unsigned(narrow).get(narrow).simd("i8x16NarrowUnsigned").memory("store32Lane", 0, 0, 0);
  }
}
