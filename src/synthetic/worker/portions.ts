// Portions of synthetic Flanders made in another thread, so that drawing lives and loading them go on at the same time.
import { Worker } from "node:worker_threads";
import { plainLaw } from "../../law/index.ts";
import type { GenerateOptions, Portion } from "../generate.ts";
import type { ThreadInput } from "./generator-thread.ts";

/** A portion as it is loaded; what is only looked at while generating stays behind. */
export type LoadedPortion = Omit<Portion, "grants">;

const ROOM = 3;
/** Lives are short-lived objects: more room for young ones saves a tenth of the time. */
const YOUNG_MEGABYTES = 64;

/** The same portions in the same order as the generator gives. Throws what the generator throws. */
export async function* portionsFromThread(options: GenerateOptions): AsyncGenerator<LoadedPortion, void, undefined> {
  const { law, ...rest } = options;
  const input: ThreadInput = {
    law: plainLaw(law),
    parametersHash: law.parametersHash,
    graphHash: law.graph.hash,
    options: rest,
    room: ROOM,
  };
  const worker = new Worker(new URL("./start.mjs", import.meta.url), {
    workerData: input,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const arrived: (LoadedPortion | null)[] = [];
  let failure: unknown = null;
  let wake: (() => void) | null = null;
  worker.on("message", (portion: LoadedPortion | null) => {
    arrived.push(portion);
    wake?.();
  });
  worker.on("error", (error) => {
    failure = error;
    wake?.();
  });
  worker.on("exit", (code) => {
    if (code !== 0) failure ??= new Error(`The generator's thread ended with code ${code}`);
    wake?.();
  });
  try {
    for (;;) {
      if (failure !== null) throw failure;
      const portion = arrived.shift();
      if (portion === null) return;
      if (portion === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else {
        worker.postMessage("more");
        yield portion;
      }
    }
  } finally {
    await worker.terminate();
  }
}
