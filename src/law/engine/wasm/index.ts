// Public face of the columns in WebAssembly.
export { ColumnMemory, rowsPerGroup } from "./column-memory.ts";
export { type Scenario, type WasmCall, type WasmKernel, type WasmOptions, wasmColumns } from "./kernel.ts";
export { simdFunction } from "./modules.ts";
export type { ReadColumns } from "./read-statements.ts";
export type { StatementNode } from "./statement-graph.ts";
export { type Statements, statementsOf } from "./statements-of.ts";
export { type WasmModule, type WasmRun, webAssembly } from "./wasm-api.ts";
export { Code, type FunctionShape } from "./wasm-bytes.ts";
