// `maatwerk work`: a process that only does the work that follows, beside the one that serves pages and API.
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { messages } from "../messages.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";

export function addWork(program: Command, io: Io, end: Ending): void {
  withSystemOptions(program.command("work"))
    .summary("do the work that follows, without pages or API")
    .description(
      "Does the jobs that follow from what is recorded, such as calls to programs of enterprises, on the same database as `maatwerk start`. Any number of these processes can run beside each other. Ends at Ctrl+C or SIGTERM, after the job under way.",
    )
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<SystemFlags>();
      const language = languageOf(flags.lang, io.env);
      const text = messages(language);
      const settings = await settingsOf(flags, io, language);
      const stop = new AbortController();
      const stopAsked = io.stopAsked().then(() => stop.abort());
      const system = await openSystem(settings, flags, io, { stop: stop.signal });
      try {
        const { work } = await import("../../main/index.ts");
        const worker = work(system);
        printLine(io.stderr, `${text.working} ${text.howToStop}`);
        await stopAsked;
        printLine(io.stderr, text.stopping);
        await worker.stop();
      } finally {
        await system.close();
      }
      end(ExitCode.ok);
    });
}
