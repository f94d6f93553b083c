// The command `maatwerk` with all its commands; runs one and gives its exit code.
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { addAnswer } from "./commands/answer-command.ts";
import { addBackup } from "./commands/backup-command.ts";
import { addBank } from "./commands/bank-command.ts";
import { addBooks } from "./commands/books-command.ts";
import { addBounds } from "./commands/bounds-command.ts";
import { addCalculate } from "./commands/calculate-command.ts";
import { addDb } from "./commands/db-command.ts";
import { addDeclarations } from "./commands/declarations-command.ts";
import { addExplain } from "./commands/explain-command.ts";
import { addFigure } from "./commands/figure-command.ts";
import { addJobs } from "./commands/jobs-command.ts";
import { addLab } from "./commands/lab-command.ts";
import { addLaw } from "./commands/law-command.ts";
import { addLedger } from "./commands/ledger-command.ts";
import { addLetters } from "./commands/letters-command.ts";
import { addLinkage } from "./commands/linkage-command.ts";
import { addRelease } from "./commands/release-command.ts";
import { addRetention } from "./commands/retention-command.ts";
import { addRun } from "./commands/run-command.ts";
import { addStart } from "./commands/start-command.ts";
import { addSynthetic } from "./commands/synthetic-command.ts";
import { addTransition } from "./commands/transition-command.ts";
import { addVerify } from "./commands/verify-command.ts";
import { addWork } from "./commands/work-command.ts";
import { ExitCode } from "./exit-code.ts";
import { type Io, languageOf, printLine } from "./io.ts";
import { tellError } from "./told-error.ts";

/** Options of every command. */
export interface Shared {
  readonly lang?: string;
}

/** Called once by a command that has done its work. */
export type Ending = (code: ExitCode) => void;

export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok;
  const end: Ending = (given) => {
    code = given;
  };
  const program = new Command("maatwerk")
    .description("Individueel maatwerk: calculate, explain, answer, and run the system with its pages and API.")
    .version(version(), "-V, --version", "print the version")
    .option("--lang <language>", "language of messages: nl, en or fr (default: of the environment, else nl)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: (text) => io.stderr.write(text) })
    .showHelpAfterError('(add "--help" for more)');
  for (const add of [
    addStart,
    addWork,
    addLetters,
    addCalculate,
    addExplain,
    addAnswer,
    addFigure,
    addLinkage,
    addBounds,
    addSynthetic,
    addLab,
    addLaw,
    addBackup,
    addDb,
    addVerify,
    addDeclarations,
    addJobs,
    addRelease,
    addRetention,
    addRun,
    addLedger,
    addBank,
    addBooks,
    addTransition,
  ])
    add(program, io, end);
  for (const command of program.commands) inherit(command);

  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has written its own message already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.ok : ExitCode.usage;
    const told = tellError(error, languageOf(program.opts<Shared>().lang, io.env));
    for (const line of told.lines) printLine(io.stderr, `maatwerk: ${line}`);
    return told.code;
  }
}

/** Commander does not hand these settings down by itself. */
function inherit(command: Command): void {
  command.exitOverride().showHelpAfterError('(add "--help" for more)');
  if (command.parent !== null) command.configureOutput(command.parent.configureOutput());
  for (const child of command.commands) inherit(child);
}

function version(): string {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
