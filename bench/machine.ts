// On what a figure was measured. A figure without it says little.
import { cpus, loadavg, platform, release, totalmem } from "node:os";

export interface Machine {
  readonly processor: string;
  readonly processors: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly v8: string;
  /** Of the last 1, 5 and 15 minutes: above the number of processors, others were using them too. */
  readonly load: readonly number[];
  readonly at: string;
}

export function machine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? "unknown",
    processors: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.versions.node,
    v8: process.versions.v8,
    load: loadavg().map((value) => Math.round(value * 100) / 100),
    at: new Date().toISOString(),
  };
}
