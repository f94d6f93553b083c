// The little of WebAssembly's own interface that is used, so that neither Node's nor a browser's types are needed.

export interface WasmMemory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
}

/** Compiled code: may be handed to another thread. */
export interface WasmModule {
  readonly [Symbol.toStringTag]?: string;
}

export type WasmRun = (firstRow: number, endRow: number, pool: number, ...columns: readonly number[]) => void;

interface WasmApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly m: { readonly m: WasmMemory } },
  ) => { readonly exports: { readonly run: WasmRun } };
  readonly Memory: new (size: { readonly initial: number; readonly maximum: number; readonly shared: boolean }) => WasmMemory;
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** Undefined where there is no WebAssembly, or where a page's content policy keeps it away. */
export const webAssembly: WasmApi | undefined = (globalThis as unknown as { readonly WebAssembly?: WasmApi }).WebAssembly;
