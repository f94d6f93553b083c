// `maatwerk law diff`: what became known about the law between two days.
import type { Command } from "commander";
import { pick } from "../../kernel/index.ts";
import { lawDifference } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { dayOf } from "./law-days.ts";
import { valueText } from "./law-show.ts";

export function addLawDiff(law: Command, io: Io, end: Ending): void {
  law
    .command("diff")
    .summary("what became known between two days")
    .description("Lists the values of the law that came, went or changed between what was known on two days.")
    .requiredOption("--known <day>", "a day; give it twice: before and after", (value: string, before: string[] = []) => [
      ...before,
      value,
    ])
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  maatwerk law diff --known 2026-03-31 --known 2026-04-01\n")
    .action((_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Shared & { known: readonly string[]; json?: boolean }>();
      const [first, second, ...more] = options.known;
      if (first === undefined || second === undefined || more.length > 0)
        throw new UsageError("Give --known twice: before and after.");
      const changes = lawDifference(openLaw(), dayOf("--known", first), dayOf("--known", second));
      if (options.json === true) printLine(io.stdout, JSON.stringify(changes, null, 2));
      else {
        for (const { parameter, title, from, before, after } of changes) {
          printLine(io.stdout, `${parameter} on ${from}: ${before?.value ?? "nothing"} -> ${after?.value ?? "nothing"}`);
          printLine(io.stdout, `  ${pick(title, languageOf(options.lang, io.env))}`);
          if (after !== null) printLine(io.stdout, valueText(after));
        }
        if (changes.length === 0) printLine(io.stdout, "Nothing became known between the two days.");
      }
      end(ExitCode.ok);
    });
}
