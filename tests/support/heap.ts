// What this thread keeps: the heap after everything that nobody holds was thrown away.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

export function heapKept(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
