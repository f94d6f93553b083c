// `maatwerk law coverage`: what the product does with each id of the rulebook, and every promise that nothing keeps.
import type { Command } from "commander";
import { allRules, type CoverageReport, coverageReport, readingsOfCase } from "../../law/index.ts";
import { openCases } from "../../law/open-cases.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import type { Ending } from "../program.ts";

export function addLawCoverage(law: Command, io: Io, end: Ending): void {
  law
    .command("coverage")
    .summary("counts per state, and every gap")
    .description(
      "Counts what the product does with the ids of the rulebook, and lists every gap: ids without a state, modelled ids without a case, thresholds without a case on each side, rules without an id, readings without a case. Ends with 1 when there is a gap.",
    )
    .option("--list", "list every id with its state and what carries it")
    .option("--counts", "print only the counts, as a Markdown table")
    .option("--json", "print JSON")
    .action((options: { list?: boolean; counts?: boolean; json?: boolean }) => {
      const { report, rows } = coverageOfProduct();
      if (options.json === true) printLine(io.stdout, JSON.stringify({ report, rows }, null, 2));
      else if (options.counts === true) for (const line of countLines(report)) printLine(io.stdout, line);
      else {
        if (options.list === true)
          for (const row of rows) printLine(io.stdout, `${row.id.padEnd(10)} ${row.state.padEnd(12)} ${row.carriers.join(" ")}`);
        for (const [state, count] of Object.entries(report.counts)) printLine(io.stdout, `${state.padEnd(12)} ${count}`);
        printLine(io.stdout, `${"total".padEnd(12)} ${report.total}`);
        for (const line of gapLines(report)) printLine(io.stdout, line);
      }
      end(gapLines(report).length > 0 ? ExitCode.badInput : ExitCode.ok);
    });
}

export function coverageOfProduct() {
  const law = openLaw();
  const cases = openCases(law).map((one) => ({ id: one.id, ids: one.ids, switches: readingsOfCase(one) }));
  const rows = [...law.coverage.values()];
  // Whether commands, functions and questions are there is checked by the tests, which see the whole source.
  const named = rows.flatMap((row) => row.carriers.filter((carrier) => carrier.includes(":")));
  return { report: coverageReport(law, allRules, cases, named), rows };
}

/** A table for the documentation. */
export function countLines({ counts, total }: CoverageReport): string[] {
  return [
    "| State | Ids |",
    "|---|---|",
    ...Object.entries(counts).map(([state, count]) => `| ${state} | ${count} |`),
    `| total | ${total} |`,
  ];
}

function gapLines(report: CoverageReport): string[] {
  return [
    ...report.withoutState.map((id) => `${id}: no state`),
    ...report.modelledWithoutCase.map((id) => `${id}: modelled, and no case shows it`),
    ...report.thresholdsWithoutSide.map(({ id, missing }) => `${id}: no case ${missing.join(", ")} the threshold`),
    ...report.unknownCarriers.map(({ id, carrier }) => `${id}: ${carrier} does not exist`),
    ...report.rulesWithoutId.map((rule) => `rule ${rule}: names no rulebook id`),
    ...report.unknownIds.map(({ by, id }) => `${by}: ${id} is not in the rulebook`),
    ...report.readingsWithoutCase.map(({ openPoint, option }) => `${openPoint}=${option}: no case shows this reading`),
  ];
}
