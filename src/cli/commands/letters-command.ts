// `maatwerk letters`: checks that letters are as they were issued, and writes those for the post into a folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";

interface Options extends SystemFlags {
  readonly json?: boolean;
}

export function addLetters(program: Command, io: Io, end: Ending): void {
  const letters = program
    .command("letters")
    .summary("issued letters: verify them, print those for the post")
    .description("Issued letters.");
  const run = async (
    command: Command,
    work: (system: Awaited<ReturnType<typeof openSystem>>, json: boolean) => Promise<ExitCode>,
  ) => {
    const flags = command.optsWithGlobals<Options>();
    const settings = await settingsOf(flags, io, languageOf(flags.lang, io.env));
    const system = await openSystem(settings, flags, io);
    try {
      end(await work(system, flags.json === true));
    } finally {
      await system.close();
    }
  };
  withSystemOptions(letters.command("verify"))
    .description("Opens every letter and compares document and PDF with their hashes. Exit code 1 when one differs.")
    .option("--json", "print the report as JSON")
    .action((_own: unknown, command: Command) =>
      run(command, async (system, json) => {
        const { verifyLetters } = await import("../../main/index.ts");
        const report = await verifyLetters(system);
        if (json) printLine(io.stdout, JSON.stringify(report));
        else {
          printLine(io.stdout, `${report.intact} letters are as they were issued, ${report.erased} were erased.`);
          for (const letterRef of report.differing) printLine(io.stdout, `${letterRef} differs from what was issued`);
        }
        return report.differing.length === 0 ? ExitCode.ok : ExitCode.badInput;
      }),
    );
  withSystemOptions(letters.command("print <folder>"))
    .description("Writes the PDFs of the letters that wait for the post into a folder, one file each, named by reference.")
    .requiredOption("--sender <name>", "DEPARTMENT or VDAB")
    .option("--json", "print the files as JSON")
    .action((folder: string, own: { sender: string }, command: Command) =>
      run(command, async (system, json) => {
        if (own.sender !== "DEPARTMENT" && own.sender !== "VDAB")
          throw new UsageError(`--sender ${own.sender}: DEPARTMENT or VDAB`);
        const { paperLetters } = await import("../../main/index.ts");
        mkdirSync(folder, { recursive: true });
        const files: string[] = [];
        for await (const { reference, pdf } of paperLetters(system, own.sender)) {
          const file = join(folder, `${reference.replace(/[^A-Za-z0-9-]/g, "-")}.pdf`);
          writeFileSync(file, pdf, { mode: 0o600 });
          files.push(file);
        }
        printLine(io.stdout, json ? JSON.stringify({ files }) : `${files.length} letters written to ${folder}.`);
        return ExitCode.ok;
      }),
    );
}
