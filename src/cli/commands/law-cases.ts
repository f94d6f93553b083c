// `maatwerk law cases`: runs the worked cases of the law and says which hold.
import type { Command } from "commander";
import { describeFailure, runCases } from "../../law/index.ts";
import { openCases } from "../../law/open-cases.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import type { Ending } from "../program.ts";

export function addLawCases(law: Command, io: Io, end: Ending): void {
  law
    .command("cases")
    .summary("run the worked cases")
    .description(
      "Runs every worked case, or those whose name or rulebook id is given. A case that fails shows both values and the step where they part. Ends with 1 when one fails.",
    )
    .argument("[name...]", "names of cases (TV-10, TV-40/1) or rulebook ids (WP-08)")
    .option("--list", "list the cases, with what each shows")
    .option("--json", "print JSON")
    .action((names: readonly string[], options: { list?: boolean; json?: boolean }) => {
      const law = openLaw();
      const chosen = openCases(law).filter(
        (one) =>
          names.length === 0 || names.some((name) => one.id === name || one.id.startsWith(`${name}/`) || one.ids.includes(name)),
      );
      const started = performance.now();
      const results = runCases(law, chosen);
      const seconds = ((performance.now() - started) / 1000).toFixed(2);
      const failed = results.filter((result) => !result.passed);
      if (options.json === true) {
        const plain = results.map(({ case: { id, ids, origin, intent, file, line }, passed, differences, partsAt }) => ({
          ...{ id, ids, origin, intent, file, line },
          ...{ passed, differences, partsAt },
        }));
        printLine(io.stdout, JSON.stringify(plain, null, 2));
      } else {
        if (options.list === true)
          for (const { case: one, passed } of results)
            printLine(io.stdout, `${passed ? "ok  " : "FAIL"} ${one.id.padEnd(28)} ${one.ids.join(" ")}: ${one.intent.en}`);
        for (const result of failed) printLine(io.stdout, describeFailure(result));
        printLine(io.stdout, `${results.length - failed.length} of ${results.length} cases hold (${seconds} s)`);
      }
      end(failed.length > 0 || results.length === 0 ? ExitCode.badInput : ExitCode.ok);
    });
}
