// `maatwerk backup`: make, check and restore backups, and keep the list of erasures beside them.
import { existsSync } from "node:fs";
import type { Command } from "commander";
import type { Erasure } from "../../main/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { withSystemOptions } from "../open-system.ts";
import { type OperatorFlags, operatorOf, readLines } from "../operator.ts";
import { operatorMessages } from "../operator-messages.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { tellChecked } from "./verify-command.ts";

export function addBackup(program: Command, io: Io, end: Ending): void {
  const backup = program
    .command("backup")
    .summary("make, check and restore backups")
    .description(
      "One encrypted file holds the whole database of one moment. It needs two keys that are not in it: see docs/operations.md.",
    );

  withSystemOptions(backup.command("make"))
    .summary("write a backup; others may go on working")
    .argument("<file>", "the file to write; must not exist")
    .option("--json", "print the report as JSON")
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags>();
      if (existsSync(file)) throw new UsageError(`${file}: exists`);
      const { operator, language } = await operatorOf(flags, io);
      const text = operatorMessages(language);
      const report = await operator.backup(file);
      if (flags.json === true) printLine(io.stdout, JSON.stringify(report));
      else {
        printLine(io.stdout, text.backedUp(file, report.rows, report.tables));
        printLine(io.stdout, text.keysNeeded(report.header.keyId, report.header.masterKeyId));
      }
      end(ExitCode.ok);
    });

  withSystemOptions(backup.command("check"))
    .summary("read a backup to its end; needs no database")
    .argument("<file>", "the backup")
    .option("--json", "print the report as JSON")
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags>();
      const { operator, language } = await operatorOf(flags, io);
      const { header, rows, tables } = await operator.checkFile(file);
      if (flags.json === true) printLine(io.stdout, JSON.stringify({ header, rows, tables }));
      else printLine(io.stdout, operatorMessages(language).whole(file, rows, tables, header.madeAt));
      end(ExitCode.ok);
    });

  withSystemOptions(backup.command("restore"))
    .summary("restore into an empty database, and check all of it")
    .argument("<file>", "the backup")
    .option("--erasures <file>", "erasures exported after the backup, to be done again")
    .option("--json", "print the report as JSON")
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags & { readonly erasures?: string }>();
      const { operator, language } = await operatorOf(flags, io);
      const erasures = flags.erasures === undefined ? [] : readLines<Erasure>(flags.erasures);
      const report = await operator.restore(file, erasures);
      if (flags.json === true) printLine(io.stdout, JSON.stringify(report));
      else printLine(io.stdout, operatorMessages(language).restored(report.rows, report.tables, report.erased));
      end(tellChecked(report, flags, language, io));
    });

  withSystemOptions(backup.command("erasures"))
    .summary("print the list of erasures, one a line, to be kept beside the backups")
    .action(async (_own: unknown, command: Command) => {
      const { operator } = await operatorOf(command.optsWithGlobals<OperatorFlags>(), io);
      for (const erasure of await operator.erasures()) printLine(io.stdout, JSON.stringify(erasure));
      end(ExitCode.ok);
    });
}
