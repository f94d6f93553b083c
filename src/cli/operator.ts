// What the operator's commands share: the operator of the settings, progress on stderr, and files with one record a line.
import { readFileSync } from "node:fs";
import type { Language } from "../kernel/index.ts";
import type { operator } from "../main/index.ts";
import { type Io, languageOf, printLine } from "./io.ts";
import { type SystemFlags, settingsOf } from "./open-system.ts";
import { operatorMessages } from "./operator-messages.ts";
import { UsageError } from "./told-error.ts";

export interface OperatorFlags extends SystemFlags {
  readonly json?: boolean;
}

export type Operator = ReturnType<typeof operator>;

export async function operatorOf(flags: OperatorFlags, io: Io): Promise<{ operator: Operator; language: Language }> {
  const language = languageOf(flags.lang, io.env);
  const text = operatorMessages(language);
  const main = await import("../main/index.ts");
  const made = main.operator({
    settings: await settingsOf(flags, io, language),
    env: io.env,
    onMessage: (message) => printLine(io.stderr, message),
    onProgress: (table, done, total) => {
      if (io.stderr.isTTY === true && table !== "") printLine(io.stderr, text.copying(table, done, total));
    },
  });
  return { operator: made, language };
}

/** One JSON record a line, as our own exports are. */
export function readLines<T>(file: string): T[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      try {
        return JSON.parse(line) as T;
      } catch {
        throw new UsageError(`${file}:${index + 1}: JSON`);
      }
    });
}
