// Writes the few parts of a WebAssembly module that the columns need: one function over one imported memory.

/** Instructions by name; those of SIMD stand behind the prefix 0xfd. */
export const simd = {
  load: 0x00,
  load16x4Signed: 0x03,
  store: 0x0b,
  constant: 0x0c,
  shuffle: 0x0d,
  i32x4Splat: 0x11,
  i32x4Extract: 0x1b,
  i32x4Equal: 0x37,
  i32x4NotEqual: 0x38,
  i32x4Below: 0x39,
  i32x4Above: 0x3b,
  i32x4AtMost: 0x3d,
  i32x4AtLeast: 0x3f,
  f64x2Equal: 0x47,
  f64x2NotEqual: 0x48,
  f64x2Below: 0x49,
  f64x2Above: 0x4a,
  f64x2AtMost: 0x4b,
  f64x2AtLeast: 0x4c,
  not: 0x4d,
  and: 0x4e,
  andNot: 0x4f,
  or: 0x50,
  xor: 0x51,
  bitSelect: 0x52,
  load32Lane: 0x56,
  load64Lane: 0x57,
  store32Lane: 0x5a,
  store64Lane: 0x5b,
  load32Zero: 0x5c,
  load64Zero: 0x5d,
  i8x16NarrowUnsigned: 0x66,
  f64x2Ceil: 0x74,
  f64x2Floor: 0x75,
  i16x8NarrowSigned: 0x85,
  i16x8ExtendLowUnsigned: 0x89,
  i32x4ExtendLowUnsigned: 0xa9,
  i32x4ShiftLeft: 0xab,
  i32x4ShiftRight: 0xac,
  i32x4Add: 0xae,
  i32x4Subtract: 0xb1,
  i32x4Multiply: 0xb5,
  i32x4Min: 0xb6,
  i32x4Max: 0xb8,
  f64x2Add: 0xf0,
  f64x2Subtract: 0xf1,
  f64x2Multiply: 0xf2,
  f64x2Divide: 0xf3,
  f64x2PseudoMin: 0xf6,
  f64x2PseudoMax: 0xf7,
  i32x4FromF64x2Zero: 0xfc,
  f64x2FromLowI32x4: 0xfe,
} as const;

const i32 = 0x7f;
const v128 = 0x7b;

/** A function body under construction. Locals 0 and up are its parameters, all whole numbers of 32 bits. */
export class Code {
  readonly bytes: number[] = [];

  get(local: number): this {
    return this.put(0x20).unsigned(local);
  }
  set(local: number): this {
    return this.put(0x21).unsigned(local);
  }
  i32(value: number): this {
    return this.put(0x41).signed(value);
  }
  i32Add(): this {
    return this.put(0x6a);
  }
  i32ShiftLeft(): this {
    return this.put(0x74);
  }
  i32BelowUnsigned(): this {
    return this.put(0x49);
  }
  loop(body: () => void): this {
    this.put(0x03, 0x40);
    body();
    return this.put(0x0b);
  }
  /** Back to the start of the innermost loop when the number on the stack is not 0. */
  again(): this {
    return this.put(0x0d, 0x00);
  }
  simd(name: keyof typeof simd, ...immediate: readonly number[]): this {
    return this.put(0xfd)
      .unsigned(simd[name])
      .put(...immediate);
  }
  memory(name: keyof typeof simd, alignment: number, offset = 0, lane?: number): this {
    this.put(0xfd).unsigned(simd[name]).unsigned(alignment).unsigned(offset);
    return lane === undefined ? this : this.put(lane);
  }
  append(other: Code): this {
    // One by one: a long list of arguments does not fit the stack.
    for (const byte of other.bytes) this.bytes.push(byte);
    return this;
  }
  put(...bytes: readonly number[]): this {
    for (const byte of bytes) this.bytes.push(byte);
    return this;
  }
  unsigned(value: number): this {
    this.put(...leb(value));
    return this;
  }
  private signed(value: number): this {
    let rest = value;
    for (;;) {
      const byte = rest & 0x7f;
      rest >>= 7;
      const done = (rest === 0 && (byte & 0x40) === 0) || (rest === -1 && (byte & 0x40) !== 0);
      this.put(done ? byte : byte | 0x80);
      if (done) return this;
    }
  }
}

export interface FunctionShape {
  readonly parameters: number;
  /** Locals after the parameters: first those of 32 bits, then those of 128. */
  readonly numbers: number;
  readonly vectors: number;
  readonly body: Code;
}

/** A module that imports its memory as `m.m` and exports one function `run`. Shared memory must name its greatest size. */
export function moduleBytes(
  shape: FunctionShape,
  memory: { readonly pages: number; readonly shared: boolean },
): Uint8Array<ArrayBuffer> {
  const body = [...leb(2), ...leb(shape.numbers), i32, ...leb(shape.vectors), v128, ...shape.body.bytes, 0x0b];
  const limits = memory.shared ? [0x03, ...leb(0), ...leb(memory.pages)] : [0x00, ...leb(0)];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, [1, 0x60, ...leb(shape.parameters), ...new Array<number>(shape.parameters).fill(i32), 0]),
    ...section(2, [1, ...name("m"), ...name("m"), 0x02, ...limits]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name("run"), 0x00, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...leb(content.length), ...content];
}

function name(text: string): readonly number[] {
  return [...leb(text.length), ...[...text].map((sign) => sign.charCodeAt(0))];
}

function leb(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest & 0x7f;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}
