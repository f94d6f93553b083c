// `maatwerk figure run FILE`: a question written as a file, put to the records.
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { canonicalJson, type Instant, parseKnownAt } from "../../kernel/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { notComputedText } from "../not-computed.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";
import { problemLine, UsageError } from "../told-error.ts";

interface Options extends SystemFlags {
  readonly knownAt?: string;
  readonly internal?: boolean;
  readonly json?: boolean;
}

export function addFigure(program: Command, io: Io, end: Ending): void {
  const figure = program.command("figure").summary("put a question to the records").description("Figures from the records.");
  withSystemOptions(figure.command("run"))
    .summary("run the questions of a file")
    .description(
      "Runs the questions of a YAML file (see examples/) and prints each figure with its unit, dates and caveats. Brings up the embedded database, with synthetic records when it is empty.",
    )
    .argument("<file>", "the questions")
    .option("--known-at <date>", "only what was known then: a day (its end in Brussels) or a moment in UTC (default: now)")
    .option("--internal", "also small counts: for use inside the department only")
    .option("--json", "print the figures as canonical JSON")
    .action(async (file: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Options>();
      const language = languageOf(flags.lang, io.env);
      const text = fileText(file);
      const asked = flags.knownAt === undefined ? null : momentOf(flags.knownAt);
      const system = await openSystem(await settingsOf(flags, io, language), flags, io);
      try {
        const { figuresOf, figureText, figureView, internalWatermark } = await import("../../statistics/index.ts");
        const { figures } = await import("../../counter/index.ts");
        const channel = flags.internal === true ? "internal" : "public";
        const run = await figures.ask(system.figures, { text, file, knownAt: asked, channel });
        if (!run.ok) throw new UsageError(await notComputedText(run.error, language));
        const shown = figuresOf(run.value.publication);
        // Each figure carries the mark, so that it keeps it when it is taken apart.
        const marked = channel === "internal" ? shown.map((figure) => ({ ...figure, watermark: internalWatermark })) : shown;
        const asText = () => shown.map((figure) => figureText(figureView(figure, language), language).join("\n")).join("\n\n");
        if (flags.json === true) printLine(io.stdout, canonicalJson(marked));
        else printLine(io.stdout, channel === "internal" ? `${internalWatermark[language]}\n\n${asText()}` : asText());
      } finally {
        await system.close();
      }
      end(ExitCode.ok);
    });

  function momentOf(text: string): Instant {
    const read = parseKnownAt(text, "--known-at");
    if (read.ok) return read.value;
    throw new UsageError(problemLine(read.error, languageOf(undefined, io.env)));
  }
}

/** The text of a file that a user named. */
export function fileText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : "unreadable"}`);
  }
}
