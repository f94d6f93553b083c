// A thread for work that takes seconds, one job at a time: a server must go on answering.
import { Worker } from "node:worker_threads";
import type { FromThread } from "./messages.ts";

export interface JobThread<Job, Told> {
  /** What its errors call it. */
  readonly name: string;
  /** The program that the thread runs: it answers each job with one message of {@link FromThread}. */
  readonly start: URL;
  /** What the thread is given once, when it starts. */
  readonly input?: () => unknown;
  /** Tells the thread the job; in pieces with others' turns between them, where it is large. */
  readonly handOver: (job: Job, send: (message: Told) => void) => Promise<void>;
}

/** A thread that ends is made again for the next job. It keeps no process alive. */
export function jobThread<Job, Told, Answer>(how: JobThread<Job, Told>): (job: Job) => Promise<Answer> {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const started = (): Worker => {
    if (worker !== null) return worker;
    const made = new Worker(how.start, { workerData: how.input?.(), execArgv: [] });
    made.once("exit", () => {
      if (worker === made) worker = null;
    });
    // Somebody listens in any case: without, an error would end the process.
    made.on("error", () => {});
    worker = made;
    return made;
  };
  return (job) => {
    const answer = last.then(() => answeredBy<Job, Told, Answer>(started(), job, how));
    last = answer.catch(() => {});
    return answer;
  };
}

async function answeredBy<Job, Told, Answer>(
  worker: Worker,
  job: Job,
  { name, handOver }: JobThread<Job, Told>,
): Promise<Answer> {
  worker.ref();
  try {
    return await new Promise((resolve, reject) => {
      const told = (message: FromThread<Answer>) => {
        done();
        if (message.kind === "computed") resolve(message.computed);
        else reject(message.error);
      };
      const failed = (error: Error) => {
        done();
        reject(error);
      };
      const ended = (code: number) => failed(new Error(`${name} ended with code ${code}`));
      const done = () => worker.off("message", told).off("error", failed).off("exit", ended);
      worker.on("message", told).on("error", failed).on("exit", ended);
      handOver(job, (message) => worker.postMessage(message)).catch(failed);
    });
  } finally {
    worker.unref();
  }
}
