// `maatwerk law criteria`: which access criteria are read, and which findings a new text would touch.
import { existsSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { pick, plainDate } from "../../kernel/index.ts";
import { readLaw } from "../../law/files.ts";
import { type FindingSummary, findingsTouched, type LawError } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";

export function addLawCriteria(law: Command, io: Io, end: Ending): void {
  law
    .command("criteria")
    .summary("access criteria: what is read, and what a new text would touch")
    .description(
      "Lists the catalogues of access criteria with their state. With --law and --findings: reports the recorded findings that the criteria of another folder of the law would touch. It changes nothing.",
    )
    .option("--law <folder>", "a copy of the law's folder in which the criteria were entered")
    .option("--findings <file>", "findings as JSON Lines: ref, measure, decidedOn, evidence (list), granted")
    .option("--json", "print JSON")
    .action((_own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Shared & { law?: string; findings?: string; json?: boolean }>();
      const language = languageOf(options.lang, io.env);
      const current = openLaw();
      if (options.law === undefined && options.findings === undefined) {
        const catalogues = [...current.criteria.catalogues.values()];
        if (options.json === true) printLine(io.stdout, JSON.stringify(catalogues, null, 2));
        else
          for (const { measure, citedAs, versions } of catalogues)
            for (const version of versions)
              printLine(
                io.stdout,
                `${measure} (${citedAs}) from ${version.from}: ${version.status === "notRead" ? "not read" : `${version.criteria.length} criteria`}`,
              );
        return end(ExitCode.ok);
      }
      if (options.law === undefined || options.findings === undefined) throw new UsageError("Give both --law and --findings.");
      const entered = readLaw(options.law.endsWith("/") ? options.law : `${options.law}/`);
      if (!entered.ok) {
        for (const { file, line, rule, message } of entered.error as readonly LawError[])
          printLine(io.stderr, `${file}:${line} ${rule} ${pick(message, language)}`);
        return end(ExitCode.badInput);
      }
      const touched = findingsTouched(current.criteria, entered.value.criteria, readFindings(options.findings));
      if (options.json === true) printLine(io.stdout, JSON.stringify(touched, null, 2));
      else {
        for (const { finding, criteria } of touched)
          printLine(io.stdout, `${finding.ref} ${finding.measure} ${finding.decidedOn}: ${criteria.join(" ")}`);
        printLine(io.stdout, `${touched.length} findings touched; nothing was changed`);
      }
      end(ExitCode.ok);
    });
}

function readFindings(file: string): FindingSummary[] {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      try {
        const { ref, measure, decidedOn, evidence, granted } = JSON.parse(line) as Record<string, unknown>;
        if (typeof ref !== "string" || (measure !== "INDIVIDUAL" && measure !== "COLLECTIVE") || !Array.isArray(evidence))
          throw new TypeError("fields");
        return {
          ref,
          measure,
          decidedOn: plainDate(String(decidedOn)),
          evidence: evidence.map(String),
          granted: granted === true,
        };
      } catch {
        throw new UsageError(
          `${file}:${index + 1} is no finding. Write {"ref":"…","measure":"INDIVIDUAL","decidedOn":"2024-02-01","evidence":["ATTEST"],"granted":true}.`,
        );
      }
    });
}
