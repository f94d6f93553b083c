// `maatwerk law`: what the product does with each id of the rulebook, and what is open.
import type { Command } from "commander";
import { pick } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";

export function addLaw(program: Command, io: Io, end: Ending): void {
  const law = program
    .command("law")
    .summary("look into the rules")
    .description("Looks into the rules as this version knows them.");

  law
    .command("coverage")
    .description("Lists every id of the rulebook with what the product does with it.")
    .option("--json", "print JSON")
    .action((options: { json?: boolean }) => {
      const rows = [...openLaw().coverage.values()];
      if (options.json === true) printLine(io.stdout, JSON.stringify(rows, null, 2));
      else {
        for (const row of rows) printLine(io.stdout, `${row.id.padEnd(10)} ${row.state.padEnd(12)} ${row.carriers.join(" ")}`);
        const counts = new Map<string, number>();
        for (const row of rows) counts.set(row.state, (counts.get(row.state) ?? 0) + 1);
        printLine(io.stdout, [...counts].map(([state, count]) => `${state}: ${count}`).join(", "));
      }
      end(ExitCode.ok);
    });

  law
    .command("open")
    .description("Lists the open points with the reading that is taken and the others.")
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
