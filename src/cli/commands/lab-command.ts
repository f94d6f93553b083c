// `maatwerk lab run`: what a reform would cost and who would notice, over an invented population; `lab diff` and `lab case` show it from near.
import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import {
  endOfBrusselsDate,
  type Instant,
  isLanguage,
  isPlainDate,
  type Language,
  parseQuarter,
  pick,
  quarter,
  type Result,
  systemClock,
} from "../../kernel/index.ts";
import {
  applyReform,
  askLab,
  breakEvenWage,
  composed,
  defaultLoss,
  diffOf,
  diffText,
  employerShares,
  explainBoth,
  type LabAnswer,
  type LabQuestion,
  noteOf,
  noteText,
  openGate,
  type Reform,
  readReform,
  resultCsv,
} from "../../lab/index.ts";
import { yamlSource } from "../../law/files.ts";
import { type Law, type LawError, parseCalculation } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";

interface RunOptions extends SystemFlags {
  readonly quarters: string;
  readonly from?: string;
  readonly grants: string;
  readonly draws: string;
  readonly seed: string;
  readonly loss: string;
  readonly json?: boolean;
  readonly pdf?: string;
  readonly csv?: string;
  readonly records?: boolean;
  readonly knownAt?: string;
  readonly by?: string;
}

export function addLab(program: Command, io: Io, end: Ending): void {
  const lab = program.command("lab").description("Try a reform of the law: its cost over time, and who gains or loses.");
  withSystemOptions(lab.command("run"))
    .summary("compute reforms over an invented population")
    .description(
      "Computes one or more reform files, put together in order, over an invented population. Says what changes, the cost per year, and who notices. The same seed gives the same result.",
    )
    .argument("<reform...>", "YAML files")
    .option("--quarters <count>", "quarters ahead, 1 to 40", "20")
    .option("--from <quarter>", "first quarter, such as 2027-Q1 (default: the next one)")
    .option("--grants <count>", "grants that run at the start", "20000")
    .option("--draws <count>", "times the population is drawn; more than one gives the uncertainty", "1")
    .option("--seed <number>", "number of the first draw", "2023")
    .option("--loss <percent>", "loss of productivity for the break-even wage", String(defaultLoss / 100))
    .option("--records", "compute over the grants and wages of the records in place of invented people")
    .option("--known-at <day>", "with --records: as known at the end of this day (default: now)")
    .option("--by <dimensions>", "with --records: dimensions of the statistics to divide results by, such as ageBand,nace")
    .option("--json", "print the whole result as JSON")
    .option("--pdf <file>", "also write the note of one page as PDF")
    .option("--csv <file>", "also write every figure as CSV")
    .action(async (files: readonly string[], _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<RunOptions>();
      const language = languageOf(options.lang, io.env);
      const law = openLaw();
      const reform = read(files, io, language);
      if (reform === null) return end(ExitCode.badInput);
      const quarters = count("--quarters", options.quarters, 1, 40);
      const grants = count("--grants", options.grants, 1, 10_000_000);
      const draws = count("--draws", options.draws, 1, 1000);
      const seed = count("--seed", options.seed, 0, 2_147_483_647);
      if (options.from !== undefined && !parseQuarter(options.from).ok)
        throw new UsageError(`--from ${options.from}: such as 2027-Q1`);
      if (options.by !== undefined && options.records !== true) throw new UsageError("--by: only together with --records");
      const source =
        options.records === true
          ? {
              kind: "records" as const,
              ...(options.knownAt === undefined ? {} : { knownAt: moment(options.knownAt) }),
              ...(options.by === undefined ? {} : { by: options.by.split(",").map((id) => id.trim()) }),
            }
          : { kind: "synthetic" as const, grants, seed };
      const question = {
        reform,
        quarters,
        source,
        draws,
        employerShare: true,
        cases: true,
        loss: count("--loss", options.loss, 1, 100) * 100,
        ...(options.from === undefined ? {} : { from: quarter(options.from) }),
      };
      const answer = await asked(options, io, law, question);
      if (!answer.ok) {
        tell(answer.error, io, language);
        return end(ExitCode.badInput);
      }
      const { result, traits, snapshot } = answer.value;
      const note = noteOf(law, reform, result, traits, language);
      if (options.pdf !== undefined) await writePdf(options.pdf, law, reform, note, language);
      if (options.csv !== undefined) writeFileSync(options.csv, resultCsv(result));
      if (options.json === true)
        printLine(io.stdout, JSON.stringify({ ...result, snapshot, changes: diffOf(law, reform) }, null, 2));
      else printLine(io.stdout, noteText(note));
      end(ExitCode.ok);
    });

  lab
    .command("diff")
    .summary("show what a reform changes in the law")
    .argument("<reform...>", "YAML files")
    .action((files: readonly string[], _own: unknown, command: Command) => {
      const language = languageOf(command.optsWithGlobals<Shared>().lang, io.env);
      const law = openLaw();
      const reform = read(files, io, language);
      const applied = reform === null ? null : applyReform(law, reform);
      if (reform === null || applied === null) return end(ExitCode.badInput);
      if (!applied.ok) {
        tell(applied.error, io, language);
        return end(ExitCode.badInput);
      }
      printLine(io.stdout, diffText(diffOf(law, reform), language));
      end(ExitCode.ok);
    });

  lab
    .command("case")
    .summary("one case under both laws: what moved, the employer's share, the break-even wage")
    .argument("<case>", "file with one JSON object as `maatwerk calculate` reads it")
    .argument("<reform...>", "YAML files")
    .option("--loss <percent>", "loss of productivity for the break-even wage", String(defaultLoss / 100))
    .action((given: string, files: readonly string[], _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Shared & { loss: string }>();
      const language = languageOf(options.lang, io.env);
      const law = openLaw();
      const reform = read(files, io, language);
      const applied = reform === null ? null : applyReform(law, reform);
      if (reform === null || applied === null) return end(ExitCode.badInput);
      if (!applied.ok) {
        tell(applied.error, io, language);
        return end(ExitCode.badInput);
      }
      const input = parseCalculation(JSON.parse(text(given)));
      if (!input.ok || input.value.quarter === null || input.value.quarter === undefined) {
        throw new UsageError(
          input.ok ? "The case names no quarter." : input.error.map(({ message }) => pick(message, language)).join("\n"),
        );
      }
      const facts = input.value as unknown as Parameters<typeof explainBoth>[1];
      const at = input.value.quarter;
      const both = explainBoth(applied.value, facts, at);
      const loss = count("--loss", options.loss, 1, 100) * 100;
      const shares = (which: "before" | "after") => employerShares(applied.value, facts, at, 1, which)[0]!;
      const line = (which: "before" | "after") => ({
        ...shares(which),
        breakEvenWage: breakEvenWage(applied.value, facts, at, loss, which),
      });
      printLine(
        io.stdout,
        JSON.stringify({ quarter: at, difference: both.difference, before: line("before"), after: line("after") }, null, 2),
      );
      end(ExitCode.ok);
    });
}

/** The records are opened only when they are asked for. */
async function asked(
  options: RunOptions,
  io: Io,
  law: Law,
  question: LabQuestion,
): Promise<Result<LabAnswer, readonly LawError[]>> {
  if (options.records !== true) return askLab({ law, clock: systemClock, records: null, gate: openGate }, question);
  const { createLab } = await import("../../main/index.ts");
  const system = await openSystem(await settingsOf(options, io, languageOf(options.lang, io.env)), options, io);
  try {
    return await askLab(createLab(system), question);
  } finally {
    await system.close();
  }
}

function moment(day: string): Instant {
  if (!isPlainDate(day)) throw new UsageError(`--known-at ${day}: a day such as 2026-06-30`);
  return endOfBrusselsDate(day);
}

function read(files: readonly string[], io: Io, language: Language): Reform | null {
  const reforms = files.map((file) => readReform(yamlSource(file, text(file))));
  const errors = reforms.flatMap((one) => (one.ok ? [] : one.error));
  if (errors.length > 0) {
    tell(errors, io, language);
    return null;
  }
  const made = reforms.flatMap((one) => (one.ok ? [one.value] : []));
  const [first] = made;
  if (made.length === 1) return first!;
  const title = (of: Language) => made.map((one) => pick(one.title, of)).join(" + ");
  return composed(made.map(({ id }) => id).join("+"), { nl: title("nl"), en: title("en"), fr: title("fr") }, made);
}

function tell(errors: readonly LawError[], io: Io, language: Language): void {
  for (const { file, line, rule, message } of errors) printLine(io.stderr, `${file}:${line} ${rule} ${pick(message, language)}`);
}

function text(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`There is no file ${file} that can be read.`);
  }
}

function count(name: string, given: string, least: number, most: number): number {
  const number = Number(given);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`${name} ${given}: a whole number from ${least} to ${most}`);
}

async function writePdf(
  file: string,
  law: Law,
  reform: Reform,
  note: ReturnType<typeof noteOf>,
  language: Language,
): Promise<void> {
  const { renderPdf } = await import("../../letters/index.ts");
  const now = systemClock.now();
  const pdf = renderPdf({
    kind: "lab-note",
    language: isLanguage(language) ? language : "nl",
    reference: `${reform.id} / ${law.version}`,
    date: systemClock.today(),
    createdAt: now,
    from: { name: "Maatwerk", lines: [] },
    to: { name: "Kabinet", lines: [] },
    title: note.title,
    summary: note.summary,
    blocks: note.blocks,
    synthetic: true,
  });
  writeFileSync(file, pdf);
}
