// `maatwerk law open`: the open points of the law with their readings.
import type { Command } from "commander";
import { pick } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";

export function addLawOpen(law: Command, io: Io, end: Ending): void {
  law
    .command("open")
    .description("Lists the open points with the reading that is taken (*), the others, and those without a formula (x).")
    .option("--json", "print JSON")
    .action((_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Shared & { json?: boolean }>();
      const language = languageOf(options.lang, io.env);
      const points = [...openLaw().switches.values()];
      if (options.json === true) printLine(io.stdout, JSON.stringify(points, null, 2));
      else
        for (const point of points) {
          printLine(io.stdout, `${point.id}  ${pick(point.question, language)}`);
          for (const option of point.options) {
            const mark = option.value === point.default ? "*" : option.computable ? " " : "x";
            printLine(io.stdout, `  ${mark} ${option.value}: ${pick(option.title, language)}`);
          }
        }
      end(ExitCode.ok);
    });
}
