// `maatwerk db`: move the whole database to a server, and make its read tables anew.
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { withSystemOptions } from "../open-system.ts";
import { type OperatorFlags, operatorOf } from "../operator.ts";
import { operatorMessages } from "../operator-messages.ts";
import type { Ending } from "../program.ts";

export function addDb(program: Command, io: Io, end: Ending): void {
  const db = program
    .command("db")
    .summary("move the database, make its read tables anew")
    .description("Work on the whole database.");

  withSystemOptions(db.command("move"))
    .summary("copy everything to an empty PostgreSQL database and compare it")
    .description(
      "Copies every table of the database of the settings (embedded, or DATABASE_URL) into an empty PostgreSQL database, version 15 or newer, and compares counts and checksums of each. All or nothing; nothing may use the old one meanwhile.",
    )
    .requiredOption("--to <url>", "the new database, as postgres://login:password@host:port/name")
    .option("--json", "print the report as JSON")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags & { readonly to: string }>();
      const { operator, language } = await operatorOf(flags, io);
      const text = operatorMessages(language);
      const report = await operator.move(flags.to);
      if (flags.json === true) printLine(io.stdout, JSON.stringify(report));
      else {
        printLine(io.stdout, text.moved(report.rows, report.tables));
        printLine(io.stdout, text.nowUse);
      }
      end(ExitCode.ok);
    });

  withSystemOptions(db.command("rebuild"))
    .summary("make the read tables anew from the log")
    .description("In one transaction: readers keep the old tables until the new ones are whole; writers wait.")
    .option("--json", "print the report as JSON")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags>();
      const { operator, language } = await operatorOf(flags, io);
      const started = performance.now();
      const { events, rows } = await operator.rebuild();
      const perSecond = Math.round(events / Math.max(0.001, (performance.now() - started) / 1000));
      if (flags.json === true) printLine(io.stdout, JSON.stringify({ events, rows, perSecond }));
      else printLine(io.stdout, operatorMessages(language).rebuilt(events, rows, perSecond));
      end(ExitCode.ok);
    });
}
