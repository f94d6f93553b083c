// `maatwerk law mutate`: makes small mistakes in the rules, one by one, and says which of them no worked case notices.
import type { Command } from "commander";
import { mutantsOf, runMutants } from "../../law/mutation/index.ts";
import { openCases } from "../../law/open-cases.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";

/** Share of mistakes that the cases must notice. */
const least = 0.9;

export function addLawMutate(law: Command, io: Io, end: Ending): void {
  law
    .command("mutate")
    .summary("try small mistakes in the rules")
    .description(
      "Makes small mistakes in the rules, one by one (minimum for maximum, a threshold a step off, a dropped term, another parameter), runs the worked cases, and lists the mistakes that no case notices. Ends with 1 below 90 %.",
    )
    .argument("[rule]", "only the mistakes in this rule")
    .option("--brief", "print only the last line")
    .action((wanted: string | undefined, options: { brief?: boolean }) => {
      const law = openLaw();
      if (wanted !== undefined && !law.graph.rules.has(wanted)) throw new UsageError(`There is no rule called "${wanted}".`);
      const cases = openCases(law);
      const mutants = mutantsOf(law.graph, (rule) => wanted === undefined || rule.id === wanted);
      const results = runMutants(law, mutants, cases).filter(({ outcome }) => outcome !== "refused");
      const killed = results.filter(({ outcome }) => outcome === "killed").length;
      if (options.brief !== true) {
        for (const { mutant, outcome } of results)
          if (outcome === "survived") printLine(io.stdout, `${mutant.rule}: not noticed: ${mutant.change}`);
      }
      const share = results.length === 0 ? 1 : killed / results.length;
      printLine(
        io.stdout,
        `${cases.length} cases notice ${killed} of ${results.length} mistakes in the rules (${(100 * share).toFixed(1)} %)`,
      );
      end(share < least ? ExitCode.badInput : ExitCode.ok);
    });
}
