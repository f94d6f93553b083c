// What a command may touch of the process around it, so that a test can give its own.
import type { Readable, Writable } from "node:stream";
import { isLanguage, type Language } from "../kernel/index.ts";

export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves at the first signal that asks the process to stop. */
  readonly stopAsked: () => Promise<void>;
}

/** The language of messages: as asked, else of the environment when it is one of ours, else Dutch. */
export function languageOf(asked: string | undefined, env: Io["env"]): Language {
  if (isLanguage(asked)) return asked;
  const spoken = (env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "").slice(0, 2).toLowerCase();
  return isLanguage(spoken) ? spoken : "nl";
}

export function printLine(stream: Writable, text: string): void {
  stream.write(`${text}\n`);
}
