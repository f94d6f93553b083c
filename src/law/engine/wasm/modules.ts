// Modules and instances, each made once: code that was made better by running stays so.
import type { ColumnMemory } from "./column-memory.ts";
import { type WasmModule, type WasmRun, webAssembly } from "./wasm-api.ts";
import { type FunctionShape, moduleBytes } from "./wasm-bytes.ts";

/** Modules by their bytes: scenarios that differ in values only run the same code on another pool. */
const modules = new Map<string, WasmModule>();
const modulesKept = 128;

/** A function over the columns of a memory. Throws a `TypeError` where there is no WebAssembly. */
export function simdFunction(memory: ColumnMemory, shape: FunctionShape): WasmRun {
  return instanceOf(moduleOf(moduleBytes(shape, memory)), memory);
}

export function moduleOf(bytes: Uint8Array<ArrayBuffer>): WasmModule {
  if (webAssembly === undefined) throw new TypeError("There is no WebAssembly here");
  let key = "";
  for (const byte of bytes) key += String.fromCharCode(byte);
  const known = modules.get(key);
  if (known !== undefined) return known;
  if (modules.size >= modulesKept) modules.clear();
  const module = new webAssembly.Module(bytes);
  modules.set(key, module);
  return module;
}

const instances = new WeakMap<ColumnMemory, Map<WasmModule, WasmRun>>();

export function instanceOf(module: WasmModule, memory: ColumnMemory): WasmRun {
  let known = instances.get(memory);
  if (known === undefined) {
    known = new Map();
    instances.set(memory, known);
  }
  let run = known.get(module);
  if (run === undefined) {
    run = new webAssembly!.Instance(module, { m: { m: memory.memory } }).exports.run;
    known.set(module, run);
  }
  return run;
}
