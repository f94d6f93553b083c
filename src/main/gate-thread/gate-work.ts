// The program of the gate's thread: judges one table after the other.
import { parentPort } from "node:worker_threads";
import { type Earlier, type Passed, passGate } from "../../statistics/index.ts";
import type { FromThread } from "../job-thread/messages.ts";
import type { ToGate } from "./messages.ts";

const port = parentPort;
if (port === null) throw new Error("The gate's thread was started as a program");
let earlier: Earlier[] = [];

port.on("message", (message: ToGate) => {
  if (message.kind === "earlier") {
    for (const table of message.tables) earlier.push(table);
    return;
  }
  const beside = earlier;
  earlier = [];
  port.postMessage(judged(message, beside));
});

function judged({ figure, policy, work }: Extract<ToGate, { kind: "judge" }>, beside: readonly Earlier[]): FromThread<Passed> {
  try {
    return { kind: "computed", computed: passGate(figure, policy, beside, work) };
  } catch (error) {
    return { kind: "failed", error };
  }
}
