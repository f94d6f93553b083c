// The lab in a thread of its own, one job at a time: a run takes seconds, and a server must go on answering.
import { Worker } from "node:worker_threads";
import type { ComputeLab, LabJob } from "../../lab/index.ts";
import { type Law, plainLaw } from "../../law/index.ts";
import type { FromThread, ThreadLaw, ToThread } from "./messages.ts";

/** Handing over so many takes a few milliseconds. */
const GRANTS_AT_ONCE = 2000;

/** A thread that ends is made again for the next job. It keeps no process alive. */
export function labThread(law: Law): ComputeLab {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const started = (): Worker => {
    if (worker !== null) return worker;
    const input: ThreadLaw = { law: plainLaw(law), parametersHash: law.parametersHash, graphHash: law.graph.hash };
    const made = new Worker(new URL("./start.mjs", import.meta.url), { workerData: input, execArgv: [] });
    made.once("exit", () => {
      if (worker === made) worker = null;
    });
    // Somebody listens in any case: without, an error would end the process.
    made.on("error", () => {});
    worker = made;
    return made;
  };
  return (job) => {
    const answer = last.then(() => computedBy(started(), job));
    last = answer.catch(() => {});
    return answer;
  };
}

async function computedBy(worker: Worker, job: LabJob): ReturnType<ComputeLab> {
  const send = (message: ToThread) => worker.postMessage(message);
  worker.ref();
  try {
    return await new Promise((resolve, reject) => {
      const told = (message: FromThread) => {
        done();
        if (message.kind === "computed") resolve(message.computed);
        else reject(message.error);
      };
      const failed = (error: Error) => {
        done();
        reject(error);
      };
      const ended = (code: number) => failed(new Error(`The lab's thread ended with code ${code}`));
      const done = () => worker.off("message", told).off("error", failed).off("exit", ended);
      worker.on("message", told).on("error", failed).on("exit", ended);
      handedOver(job, send).catch(failed);
    });
  } finally {
    worker.unref();
  }
}

/** In pieces, with others' turns between them. */
async function handedOver(job: LabJob, send: (message: ToThread) => void): Promise<void> {
  const { people } = job;
  if (!("dimensions" in people)) return send({ kind: "job", job });
  for (let from = 0; from < people.grants.length; from += GRANTS_AT_ONCE) {
    send({ kind: "grants", grants: people.grants.slice(from, from + GRANTS_AT_ONCE) });
    await new Promise((next) => setImmediate(next));
  }
  send({ kind: "job", job: { ...job, people: { ...people, grants: [] } } });
}
