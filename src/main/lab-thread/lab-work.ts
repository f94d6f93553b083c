// The thread's program: builds the law once, then computes one job after the other.
import { parentPort, workerData } from "node:worker_threads";
import { computeLab, type RecordedGrant, recordsGate } from "../../lab/index.ts";
import { allRules, buildLaw, lawFromPlain } from "../../law/index.ts";
import { policies, protect, smallOnes } from "../../statistics/index.ts";
import type { FromThread } from "../job-thread/messages.ts";
import type { Computed, ThreadLaw, ToThread } from "./messages.ts";

function lawOf({ law: plain, parametersHash, graphHash }: ThreadLaw) {
  const built = buildLaw(lawFromPlain(plain), allRules);
  if (!built.ok) throw new Error(`The law cannot be built in the lab's thread: ${built.error.map((one) => one.rule).join(", ")}`);
  const law = built.value;
  if (law.parametersHash !== parametersHash || law.graph.hash !== graphHash)
    throw new Error("The lab's thread got another law than was sent");
  return law;
}

const port = parentPort;
if (port === null) throw new Error("The lab's thread was started as a program");
const law = lawOf(workerData as ThreadLaw);
const gate = recordsGate({ policy: policies.public, protect, smallOnes });
let grants: RecordedGrant[] = [];

port.on("message", (message: ToThread) => {
  if (message.kind === "grants") {
    for (const grant of message.grants) grants.push(grant);
    return;
  }
  const { job } = message;
  const people = "dimensions" in job.people ? { ...job.people, grants } : job.people;
  grants = [];
  computeLab(law, gate, { ...job, people }).then(
    (computed) => port.postMessage({ kind: "computed", computed } satisfies FromThread<Computed>),
    (error: unknown) => port.postMessage({ kind: "failed", error } satisfies FromThread<Computed>),
  );
});
