// The log of the process: one JSON line per event on standard error, never with personal data.
import pino, { type Logger } from "pino";
import type { Settings } from "./settings.ts";

export type Log = Logger;

/**
 * Callers log names of things and counts, not the things themselves: no request bodies, queries, names or numbers of persons. What a library
 * might hang on an error besides its name and message is dropped.
 */
export function makeLog(level: Settings["logLevel"]): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: {
        err: (error: unknown) =>
          error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { name: "unknown" },
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
