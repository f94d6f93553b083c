// `maatwerk bounds FILE`: what published margins leave open, cell by cell.
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";
import { problemLine, UsageError } from "../told-error.ts";
import { fileText } from "./figure-command.ts";

interface Options extends Shared {
  readonly json?: boolean;
}

export function addBounds(program: Command, io: Io, end: Ending): void {
  program
    .command("bounds")
    .summary("solve what published margins leave open")
    .description(
      "Gives the least and the most that each cell and each sum can be when only margins were published, and says when margins contradict each other.",
    )
    .argument("<file>", "the margins, as in examples/bounds-of-three-tickets.yaml")
    .option("--json", "print the ranges as JSON")
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Options>();
      const language = languageOf(flags.lang, io.env);
      const { bounds, describePlaced, parseBoundsFile } = await import("../../statistics/index.ts");
      const read = parseBoundsFile(fileText(file), file);
      if (!read.ok) throw new UsageError(read.error.map((issue) => describePlaced(issue, language)).join("\n"));
      const solved = bounds(read.value);
      if (!solved.ok) throw new UsageError(solved.error.map((p) => problemLine(p, language)).join("\n"));
      const cells = solved.value.cells.map((cell) => ({ ...cell, id: cell.tickets.join(" + ") }));
      if (flags.json === true) printLine(io.stdout, JSON.stringify(solved.value));
      else
        for (const { id, min, max } of [...cells, ...solved.value.derived])
          printLine(io.stdout, `${id.padEnd(48)} ${String(min).padStart(10)} ${String(max ?? "∞").padStart(10)}`);
      end(ExitCode.ok);
    });
}
