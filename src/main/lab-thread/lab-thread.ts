// The lab in a thread of its own, one job at a time: a run takes seconds, and a server must go on answering.
import type { ComputeLab, LabJob } from "../../lab/index.ts";
import { type Law, plainLaw } from "../../law/index.ts";
import { jobThread } from "../job-thread/job-thread.ts";
import type { Computed, ThreadLaw, ToThread } from "./messages.ts";

/** Handing over so many takes a few milliseconds. */
const GRANTS_AT_ONCE = 2000;

export function labThread(law: Law): ComputeLab {
  return jobThread<LabJob, ToThread, Computed>({
    name: "The lab's thread",
    start: new URL("./start.mjs", import.meta.url),
    input: (): ThreadLaw => ({ law: plainLaw(law), parametersHash: law.parametersHash, graphHash: law.graph.hash }),
    handOver: handedOver,
  });
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
