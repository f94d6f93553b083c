// `maatwerk linkage`: ask for the yearly linkage, take what came back, and see the calendar.
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { type PlainDate, type Problem, parsePlainDate } from "../../kernel/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";
import { problemLine, UsageError } from "../told-error.ts";
import { fileText } from "./figure-command.ts";

interface Options extends SystemFlags {
  readonly dimension?: string;
  readonly coversUntil?: string;
  readonly expectedOn?: string;
  readonly out?: string;
  readonly linkage?: string;
  readonly json?: boolean;
}

/** A command line is nobody's login. */
const actor = { role: "system", ref: "command-line" };

export function addLinkage(program: Command, io: Io, end: Ending): void {
  const linkage = program
    .command("linkage")
    .summary("the yearly linkage of education and origin")
    .description("Pseudonyms go out, values come back; figures by that attribute are available from then on.");
  withSystemOptions(linkage.command("request"))
    .summary("write the pseudonyms for a linkage to a file")
    .requiredOption("--dimension <name>", "education or origin")
    .requiredOption("--covers-until <day>", "last day that the linkage covers")
    .option("--expected-on <day>", "day on which it is expected back, for the calendar")
    .requiredOption("--out <file>", "where the pseudonyms are written")
    .action((_own: unknown, command: Command) => run(command, request));
  withSystemOptions(linkage.command("take"))
    .summary("take the file that came back")
    .argument("<file>", "CSV with the columns pseudonym and value")
    .requiredOption("--linkage <id>", "as the request told it")
    .action((file: string, _own: unknown, command: Command) => run(command, (flags) => take(flags, file)));
  withSystemOptions(linkage.command("list"))
    .summary("what is available, and what is expected")
    .option("--json", "print as JSON")
    .action((_own: unknown, command: Command) => run(command, list));

  type System = Awaited<ReturnType<typeof openSystem>>;
  type Work = (system: System) => Promise<void>;

  /** What is wrong on the command line is said before the database comes up. */
  async function run(command: Command, prepare: (flags: Options) => Work): Promise<void> {
    const flags = command.optsWithGlobals<Options>();
    const work = prepare(flags);
    const system = await openSystem(await settingsOf(flags, io, languageOf(flags.lang, io.env)), flags, io);
    try {
      await work(system);
    } finally {
      await system.close();
    }
    end(ExitCode.ok);
  }

  function request(flags: Options): Work {
    const coversUntil = dayOf(flags.coversUntil ?? "", "--covers-until", flags);
    const expectedOn = flags.expectedOn === undefined ? null : dayOf(flags.expectedOn, "--expected-on", flags);
    return async (system) => {
      const { figures } = await import("../../counter/index.ts");
      const asked = { dimension: flags.dimension ?? "", coversUntil, expectedOn };
      const made = await figures.requestLinkage(system.figures, actor, asked);
      if (!made.ok) throw refused(made.error, flags);
      writeFileSync(flags.out ?? "", made.value.csv, { mode: 0o600 });
      printLine(io.stdout, `${made.value.linkageRef} ${made.value.persons} ${flags.out}`);
    };
  }

  function take(flags: Options, file: string): Work {
    const text = fileText(file);
    return async (system) => {
      const { figures } = await import("../../counter/index.ts");
      const taken = await figures.takeLinkage(system.figures, actor, flags.linkage ?? "", text);
      if (!taken.ok) throw refused(taken.error, flags);
      const { matched, persons, coverage } = taken.value;
      printLine(io.stdout, `${matched}/${persons} ${coverage} %`);
    };
  }

  function list(flags: Options): Work {
    return async (system) => {
      const { figures } = await import("../../counter/index.ts");
      const lines = await figures.linkageCalendar(system.figures);
      if (flags.json === true) return printLine(io.stdout, JSON.stringify(lines, null, 2));
      for (const one of lines) {
        const state =
          one.arrivedAt === null
            ? `expected ${one.expectedOn ?? "?"}`
            : `${one.arrivedAt} ${figures.coverageOf(one.matched ?? 0, one.persons)} %`;
        printLine(io.stdout, `${one.dimension.padEnd(10)} ${one.coversUntil}  ${state}  ${one.linkageRef}`);
      }
    };
  }

  function refused(problems: readonly Problem[], flags: Options): UsageError {
    const language = languageOf(flags.lang, io.env);
    const lines = problems.map((one) => `${problemLine(one, language)}${one.expected === undefined ? "" : ` (${one.expected})`}`);
    return new UsageError(lines.join("\n"));
  }

  function dayOf(text: string, name: string, flags: Options): PlainDate {
    const read = parsePlainDate(text, name);
    if (read.ok) return read.value;
    throw new UsageError(problemLine(read.error, languageOf(flags.lang, io.env)));
  }
}
