// Traces, when a collector is named: one tracer and one collector per process.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { traceWith } from "../../store/index.ts";
import { PACKAGE_FOLDER, type Settings } from "../settings.ts";
import { Collector } from "./otlp.ts";
import { Tracer } from "./tracer.ts";

export { tracedRequest } from "./request.ts";
export type { Tracer } from "./tracer.ts";

export interface Traces {
  readonly tracer: Tracer;
  /** Sends what waits. */
  close(): Promise<void>;
}

/** Null: traces are off, and nothing is followed. */
export function startTraces({ traces }: Pick<Settings, "traces">): Traces | null {
  if (traces === undefined) return null;
  const { version } = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8")) as { version: string };
  const collector = new Collector({ url: traces.url, service: { name: "maatwerk", version } });
  const tracer = new Tracer({ share: traces.share, keep: (span) => collector.keep(span) });
  traceWith(tracer);
  return {
    tracer,
    async close() {
      traceWith(null);
      await collector.close();
    },
  };
}
