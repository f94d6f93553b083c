// Brings up what a command needs: settings from the environment and the command line, the database, its first records.
import type { Command } from "commander";
import type { Language } from "../kernel/index.ts";
import type { Settings, System, SystemOptions } from "../main/index.ts";
import { type Io, languageOf, printLine } from "./io.ts";
import { messages } from "./messages.ts";
import type { Shared } from "./program.ts";
import { fillProgress } from "./progress.ts";
import { problemLine, UsageError } from "./told-error.ts";

export interface SystemFlags extends Shared {
  readonly demo?: boolean;
  readonly data?: string;
  readonly port?: string;
  readonly host?: string;
}

/** Options of every command that opens the database. */
export function withSystemOptions(command: Command): Command {
  return command
    .option("--demo", "use synthetic records also with DATABASE_URL or NODE_ENV=production; needs an empty database")
    .option("--data <folder>", "folder for everything that lasts (default: var/ of the package)");
}

/** Asked to stop before the system was up. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The wiring is large; commands that only calculate do without it. */
const wiring = () => import("../main/index.ts");

export async function settingsOf(flags: SystemFlags, io: Io, language: Language): Promise<Settings> {
  const { readSettings } = await wiring();
  const port = flags.port === undefined ? undefined : Number(flags.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new UsageError(`--port ${flags.port}: 0 - 65535`);
  }
  const read = readSettings(io.env, {
    demo: flags.demo,
    dataFolder: flags.data,
    host: flags.host,
    port,
  });
  if (!read.ok) throw new UsageError(read.error.map((problem) => problemLine(problem, language)).join("\n"));
  return read.value;
}

export async function openSystem(
  settings: Settings,
  flags: SystemFlags,
  io: Io,
  { stop, ...how }: Pick<SystemOptions, "scale" | "serving"> & { readonly stop?: AbortSignal } = {},
): Promise<System> {
  const language = languageOf(flags.lang, io.env);
  const { createSystem } = await wiring();
  const progress = fillProgress(io, language);
  try {
    return await createSystem({
      settings,
      onMessage: (message) => printLine(io.stderr, message),
      onProgress: (phase, done, total) => {
        if (stop?.aborted === true) throw new Stopped(messages(language).stoppedWhileFilling);
        progress.onProgress(phase, done, total);
      },
      ...how,
    });
  } finally {
    progress.end();
  }
}
