// A function under construction: its loop over the rows, what is loaded before it, and the pool of values that both read.
import type { ColumnArrayName } from "../columns/input-column.ts";
import { Code, type FunctionShape } from "./wasm-bytes.ts";

/** Parameters of the function: first row, row after the last, address of the pool, then of each input and each output. */
const firstRow = 0;
const endRow = 1;
export const poolAddress = 2;
export const firstColumn = 3;

/** Two vectors of two doubles each: four rows. */
export type Pair = readonly [number, number];

/** The bytes of four words of 32 bits, chosen from two vectors. */
export const lanes = (...words: readonly number[]) => words.flatMap((word) => [0, 1, 2, 3].map((byte) => word * 4 + byte));
const sizes: Readonly<Record<ColumnArrayName, number>> = { Uint8Array: 0, Int16Array: 1, Int32Array: 2, Float64Array: 3 };

export class Writer {
  readonly body = new Code();
  private readonly before = new Code();
  private readonly places: { readonly at: number; readonly values: Int32Array | Float64Array }[] = [];
  private poolSize = 0;
  private vectors = 0;
  private readonly offsets: readonly [number, number, number, number];
  private readonly vectorBase: number;
  private readonly parameters: number;
  private readonly constants = new Map<string, number>();

  constructor(columns: number) {
    this.parameters = firstColumn + columns;
    // The row times 1, 2, 4 and 8.
    this.offsets = [firstRow, this.parameters, this.parameters + 1, this.parameters + 2];
    this.vectorBase = this.parameters + 3;
    for (const size of [1, 2, 3]) this.body.get(firstRow).i32(size).i32ShiftLeft().set(this.offsets[size]!);
  }

  finish(): { readonly shape: FunctionShape; readonly pool: Uint8Array<ArrayBuffer> } {
    this.body.get(firstRow).i32(4).i32Add().set(firstRow);
    this.body.get(firstRow).get(endRow).i32BelowUnsigned().again();
    const body = new Code().append(this.before).loop(() => {});
    // The loop was written empty: its end goes after the rows' work.
    body.bytes.pop();
    body.append(this.body).put(0x0b);
    const pool = new Uint8Array(this.poolSize);
    for (const { at, values } of this.places) {
      pool.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    }
    return { shape: { parameters: this.parameters, numbers: 3, vectors: this.vectors, body }, pool };
  }

  vector(): number {
    this.vectors += 1;
    return this.vectorBase + this.vectors - 1;
  }

  /** Keeps what was written on the stack. */
  kept(write: () => void): number {
    write();
    const local = this.vector();
    this.body.set(local);
    return local;
  }

  both(write: (half: 0 | 1) => void): Pair {
    return [this.kept(() => write(0)), this.kept(() => write(1))];
  }

  shuffled(a: number, b: number, words: readonly number[]): number {
    return this.kept(() =>
      this.body
        .get(a)
        .get(b)
        .simd("shuffle", ...lanes(...words)),
    );
  }

  inPool(values: Int32Array | Float64Array): number {
    const at = this.poolSize;
    this.places.push({ at, values });
    this.poolSize = at + Math.ceil(values.byteLength / 16) * 16;
    return at;
  }

  /** A number in every lane, loaded from the pool before the loop. */
  constant(value: number, type: "i32" | "f64"): number {
    const key = `${type} ${value}`;
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const at = this.inPool(type === "i32" ? new Int32Array(4).fill(value) : new Float64Array(2).fill(value));
    const local = this.vector();
    this.before.get(poolAddress).memory("load", 4, at).set(local);
    this.constants.set(key, local);
    return local;
  }

  /** Where the row at hand stands in a column. */
  address(column: number, array: ColumnArrayName): Code {
    return this.body
      .get(firstColumn + column)
      .get(this.offsets[sizes[array]]!)
      .i32Add();
  }
}
