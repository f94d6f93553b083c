// Only the work that follows, without pages or API: for a machine beside the one that serves.
import { handlersOf } from "./handlers.ts";
import type { System } from "./system.ts";
import { startWorker, type Worker } from "./worker.ts";

export function work(system: System): Worker {
  return startWorker(system, handlersOf(system));
}
