// Several threads over one population in shared memory, each with rows of its own. Node only: browsers keep to one worker.
import { Worker } from "node:worker_threads";
import { type ColumnMemory, rowsPerGroup, type WasmCall } from "../../law/index.ts";

/** The threads' whole program: it only runs compiled columns. */
const program = `
const { parentPort } = require("node:worker_threads");
const known = new Map();
parentPort.on("message", ({ id, module, memory, addresses, from, to, step }) => {
  if (module !== null) known.set(id, new WebAssembly.Instance(module, { m: { m: memory } }).exports.run);
  const run = known.get(id);
  for (let row = from; row < to; row += step) run(row, Math.min(row + step, to), ...addresses);
  parentPort.postMessage(null);
});`;

const rowsPerCall = 4096;

export class ColumnThreads {
  private readonly threads: readonly Worker[];
  private readonly ids = new Map<WasmCall["module"], number>();

  constructor(count: number) {
    this.threads = Array.from({ length: count }, () => new Worker(program, { eval: true }));
  }

  /** Computes the first `rows` rows of a call whose columns stand in shared memory. One run at a time. Rejects when a thread fails. */
  async run(call: WasmCall, memory: ColumnMemory, rows: number): Promise<void> {
    if (!memory.shared) throw new TypeError("Threads need columns in shared memory");
    const id = this.ids.get(call.module) ?? this.ids.size;
    const first = !this.ids.has(call.module);
    this.ids.set(call.module, id);
    const groups = Math.ceil(rows / rowsPerGroup);
    const each = Math.ceil(groups / this.threads.length) * rowsPerGroup;
    await Promise.all(
      this.threads.map(
        (thread, index) =>
          new Promise<void>((done, failed) => {
            const from = index * each;
            const end = () => {
              thread.off("error", failed);
              done();
            };
            thread.once("error", failed);
            thread.once("message", end);
            thread.postMessage({
              id,
              module: first ? call.module : null,
              memory: first ? memory.memory : null,
              addresses: call.addresses,
              from,
              to: Math.min(from + each, groups * rowsPerGroup),
              step: rowsPerCall,
            });
          }),
      ),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()));
  }
}
