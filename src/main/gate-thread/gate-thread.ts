// The disclosure gate in a thread of its own, one table at a time: the largest take seconds, and a server must go on answering.
import {
  type DisclosurePolicy,
  type Earlier,
  type Figure,
  heldAgainst,
  type Judge,
  judgeHere,
  type Passed,
} from "../../statistics/index.ts";
import { jobThread } from "../job-thread/job-thread.ts";
import type { ToGate } from "./messages.ts";

/** Handing over so many takes a few milliseconds. */
const TABLES_AT_ONCE = 10;

interface Job {
  readonly figure: Figure;
  readonly policy: DisclosurePolicy;
  readonly earlier: readonly Earlier[];
}

/** @param work - Steps that one table may take; the usual number when left out. */
export function gateThread(work?: number): Judge {
  const here = judgeHere(work);
  const judged = jobThread<Job, ToGate, Passed>({
    name: "The gate's thread",
    start: new URL("./start.mjs", import.meta.url),
    handOver: async ({ figure, policy, earlier }, send) => {
      for (let from = 0; from < earlier.length; from += TABLES_AT_ONCE) {
        send({ kind: "earlier", tables: earlier.slice(from, from + TABLES_AT_ONCE) });
        await new Promise((next) => setImmediate(next));
      }
      send({ kind: "judge", figure, policy, work });
    },
  });
  return async (figure, policy, earlier) => {
    // Where nothing is withheld, nothing is sought.
    if (policy.smallest === 0) return here(figure, policy, earlier);
    return judged({ figure, policy, earlier: heldAgainst(figure, earlier) });
  };
}
