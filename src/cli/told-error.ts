// Tells a failure to the person at the terminal: what is wrong and what to do, never a stack of calls.
import { type Language, type Problem, pick, Refusal } from "../kernel/index.ts";
import { LawRefused } from "../law/open-law.ts";
import { ExitCode } from "./exit-code.ts";

/** A command line that cannot be carried out as it stands. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface ToldError {
  readonly lines: readonly string[];
  readonly code: ExitCode;
}

export function problemLine(problem: Problem, language: Language): string {
  return `${problem.field === undefined ? "" : `${problem.field}: `}${pick(problem.message, language)}`;
}

export function tellError(error: unknown, language: Language): ToldError {
  if (error instanceof UsageError) return { lines: [error.message], code: ExitCode.usage };
  if (error instanceof Refusal) return { lines: error.problems.map((one) => problemLine(one, language)), code: ExitCode.system };
  if (error instanceof LawRefused) {
    return {
      lines: error.errors.map(({ file, line, message }) => `${file}:${line}: ${pick(message, language)}`),
      code: ExitCode.system,
    };
  }
  return { lines: [error instanceof Error ? error.message : String(error)], code: ExitCode.system };
}
