// `maatwerk start`: database, first records, pages and API, until it is asked to stop.
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { messages } from "../messages.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";

interface Options extends SystemFlags {
  readonly json?: boolean;
}

export function addStart(program: Command, io: Io, end: Ending): void {
  withSystemOptions(program.command("start"))
    .summary("bring up the system with its pages and API")
    .description(
      "Brings up the database (embedded under var/, or DATABASE_URL), fills an empty embedded one with synthetic Flanders, and serves the pages and the API. Ends at Ctrl+C or SIGTERM.",
    )
    .option("--port <number>", "port to listen on; a free one is taken when it is not free (default: PORT or 3000)")
    .option("--host <name>", "address to listen on (default: HOST or 127.0.0.1)")
    .option("--json", "say where it runs as one line of JSON")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Options>();
      const language = languageOf(flags.lang, io.env);
      const text = messages(language);
      const settings = await settingsOf(flags, io, language);

      // Listened to from the first moment, so that a long first start can be stopped too.
      const stop = new AbortController();
      const stopAsked = io.stopAsked().then(() => stop.abort());

      const system = await openSystem(settings, flags, io, { stop: stop.signal, serving: true });
      try {
        const { serve } = await import("../../main/index.ts");
        const served = await serve(system, settings.host, settings.port);
        if (served.instead !== null) printLine(io.stderr, text.portTaken(served.instead, served.port));
        if (system.demo) printLine(io.stderr, text.synthetic);
        if (flags.json === true) printLine(io.stdout, JSON.stringify({ url: served.url, port: served.port, demo: system.demo }));
        else printLine(io.stdout, `${text.running(served.url)} ${text.howToStop}`);
        await stopAsked;
        printLine(io.stderr, text.stopping);
        await served.close();
      } finally {
        await system.close();
      }
      end(ExitCode.ok);
    });
}
