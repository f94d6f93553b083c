// One memory for the columns of a population, so that kernels and threads work on them where they stand.
import type { ColumnArrayName } from "../columns/input-column.ts";
import type { ColumnArray } from "../columns/kernel.ts";
import { type WasmMemory, webAssembly } from "./wasm-api.ts";

const pageBytes = 65_536;
const widths: Readonly<Record<ColumnArrayName, number>> = { Uint8Array: 1, Int16Array: 2, Int32Array: 4, Float64Array: 8 };

/** Kernels work on whole groups of rows: every column has room for the rest of its last group. */
export const rowsPerGroup = 16;

export class ColumnMemory {
  readonly memory: WasmMemory;
  readonly pages: number;
  readonly shared: boolean;
  // Address 0 stays free, so that no column has it.
  private used = 64;

  /**
   * @param bytes - Room for all columns and tables; it never grows, so that arrays stay valid. Below 4 GiB. Untouched pages cost nothing.
   * @param shared - True for columns that several threads work on.
   * Throws a `RangeError` when there is no such room, and a `TypeError` where there is no WebAssembly.
   */
  constructor(bytes: number, shared = false) {
    if (webAssembly === undefined) throw new TypeError("There is no WebAssembly here");
    this.pages = Math.ceil((bytes + 128) / pageBytes);
    if (this.pages > 65_535) throw new RangeError(`${bytes} bytes is more than one memory can hold`);
    this.shared = shared;
    this.memory = new webAssembly.Memory({ initial: this.pages, maximum: this.pages, shared });
  }

  get freeBytes(): number {
    return this.pages * pageBytes - this.used;
  }

  /** A column of zeros, or of what stood there before a `release`. */
  column(array: ColumnArrayName, count: number): ColumnArray {
    const room = Math.ceil(count / rowsPerGroup) * rowsPerGroup;
    const address = this.take(room * widths[array]);
    const buffer = this.memory.buffer as ArrayBuffer;
    if (array === "Uint8Array") return new Uint8Array(buffer, address, count);
    if (array === "Int16Array") return new Int16Array(buffer, address, count);
    return array === "Int32Array" ? new Int32Array(buffer, address, count) : new Float64Array(buffer, address, count);
  }

  /** The address of so many bytes, on a boundary of 64. */
  take(bytes: number): number {
    const address = this.used;
    const end = address + Math.ceil(bytes / 64) * 64;
    if (end > this.pages * pageBytes) throw new RangeError("The columns do not fit the memory that was asked for");
    this.used = end;
    return address;
  }

  mark(): number {
    return this.used;
  }

  /** Gives back everything taken since a mark. */
  release(mark: number): void {
    this.used = mark;
  }

  holds(column: ColumnArray): boolean {
    return column.buffer === this.memory.buffer;
  }
}
