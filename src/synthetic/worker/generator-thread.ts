// The generator in a thread of its own: sends a portion for each one that the other side has room for.
import { parentPort, workerData } from "node:worker_threads";
import { allRules, buildLaw, lawFromPlain, type PlainLaw } from "../../law/index.ts";
import { type GenerateOptions, generateFlanders } from "../generate.ts";

export interface ThreadInput {
  readonly law: PlainLaw;
  /** Of the law that was sent: the thread works under the same parameters and rules or not at all. */
  readonly parametersHash: string;
  readonly graphHash: string;
  readonly options: Omit<GenerateOptions, "law">;
  /** Portions that may be on their way. */
  readonly room: number;
}

async function run(input: ThreadInput): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error("The generator's thread was started as a program");
  const built = buildLaw(lawFromPlain(input.law), allRules);
  if (!built.ok)
    throw new Error(`The law cannot be built in the generator's thread: ${built.error.map((one) => one.rule).join(", ")}`);
  const law = built.value;
  if (law.parametersHash !== input.parametersHash || law.graph.hash !== input.graphHash)
    throw new Error("The generator's thread got another law than was sent");

  let room = input.room;
  let wake: (() => void) | null = null;
  port.on("message", () => {
    room += 1;
    wake?.();
  });
  for (const { grants: _, ...portion } of generateFlanders({ ...input.options, law })) {
    while (room === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    room -= 1;
    port.postMessage(portion);
  }
  port.postMessage(null);
  port.close();
}

await run(workerData as ThreadInput);
