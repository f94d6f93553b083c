// `maatwerk synthetic`: fills an empty database with synthetic Flanders of any size.
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { messages } from "../messages.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { addSyntheticDeclarations } from "./synthetic-declarations-command.ts";

interface Options extends SystemFlags {
  readonly scale?: string;
  readonly json?: boolean;
}

export function addSynthetic(program: Command, io: Io, end: Ending): void {
  const synthetic = withSystemOptions(program.command("synthetic"));
  addSyntheticDeclarations(synthetic, io, end);
  synthetic
    .summary("fill an empty database with synthetic Flanders")
    .description(
      "Fills an empty database with invented persons, employers and files. At scale 1 the totals equal the published figures of written question 170. Refuses a database that holds anything else.",
    )
    .option("--scale <number>", "size, above 0 and at most 100; 1 is the whole of Flanders' scheme", "1")
    .option("--json", "print the report as JSON")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Options>();
      const language = languageOf(flags.lang, io.env);
      const text = messages(language);
      const scale = Number(flags.scale);
      if (!(scale > 0 && scale <= 100)) throw new UsageError(`--scale ${flags.scale}: 0 < scale <= 100`);
      const settings = await settingsOf(flags, io, language);
      if (!settings.demo && (settings.production || settings.databaseUrl !== undefined)) throw new UsageError(text.needsDemo);

      const system = await openSystem(settings, flags, io, { scale });
      try {
        const { filled } = system;
        if (flags.json === true) printLine(io.stdout, JSON.stringify(filled ?? { alreadyFilled: true }));
        else printLine(io.stdout, filled === null ? text.alreadyFilled : text.filled(filled.events, filled.sealedItems));
      } finally {
        await system.close();
      }
      end(ExitCode.ok);
    });
}
