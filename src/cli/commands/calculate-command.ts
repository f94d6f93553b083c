// `maatwerk calculate`: JSON Lines on standard input, a result line for each on standard output.

import { createReadStream, existsSync } from "node:fs";
import type { Command } from "commander";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { runCalculate } from "./calculate.ts";

export function addCalculate(program: Command, io: Io, end: Ending): void {
  program
    .command("calculate")
    .summary("calculate premiums: JSON Lines in, one result line each")
    .description(
      "Reads one calculation per line (JSON) from standard input or a file and writes one result line for each, in order. A line that cannot be read gets its own error; the rest still run. Ends with 1 when there was such a line.",
    )
    .argument("[file]", "file to read; standard input when left out")
    .option("--steps", "add every step of the calculation to each result")
    .option("--json", "the output is always JSON Lines; accepted for symmetry with the other commands")
    .addHelpText("after", example)
    .action(async (file: string | undefined, options: { steps?: boolean }) => {
      const input = file === undefined || file === "-" ? io.stdin : openFile(file);
      const { lines, bad } = await runCalculate(input, io.stdout, openLaw(), { steps: options.steps === true });
      if (bad > 0) printLine(io.stderr, `${bad} / ${lines}: invalid`);
      end(bad > 0 ? ExitCode.badInput : ExitCode.ok);
    });
}

function openFile(file: string) {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return createReadStream(file);
}

const example = `
Example:
  echo '{"scheme":"selfEmployed","package":"P5","startQuarter":"2025-Q1","quarter":"2025-Q2"}' | maatwerk calculate
`;
