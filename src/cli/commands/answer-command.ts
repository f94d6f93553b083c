// `maatwerk answer sv-170`: a parliamentary answer computed from the records, as text or as data.
import type { Command } from "commander";
import { canonicalJson, type Instant, type PlainDate, parseKnownAt, parsePlainDate, Refusal } from "../../kernel/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { messages } from "../messages.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";
import { problemLine, UsageError } from "../told-error.ts";
import { addDraft } from "./answer-draft.ts";
import { addVerify } from "./answer-verify.ts";

interface Options extends SystemFlags {
  readonly at?: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

export function addAnswer(program: Command, io: Io, end: Ending): void {
  const answer = withSystemOptions(program.command("answer"));
  addDraft(answer, io, end);
  addVerify(answer, io, end);
  answer
    .summary("compute a parliamentary answer from the records")
    .description(
      "Computes a parliamentary answer from the records and prints it. Brings up the embedded database, with synthetic records when it is empty.",
    )
    .argument("<id>", "which answer, such as sv-170")
    .option("--at <date>", "reference date of the figures (default: that of the document)")
    .option(
      "--known-at <date>",
      "only what was known then: a day (its end in Brussels) or a moment in UTC (default: that of the document)",
    )
    .option("--json", "print the answer as canonical JSON: the same records give the same bytes")
    .action(async (id: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Options>();
      const language = languageOf(flags.lang, io.env);
      const { answerIds, answerText } = await import("../../statistics/index.ts");
      if (!answerIds().includes(id)) throw new UsageError(messages(language).noAnswer(id, answerIds().join(", ")));
      const at = flags.at === undefined ? null : dayOf(flags.at);
      const knownAt = flags.knownAt === undefined ? null : momentOf(flags.knownAt);

      const system = await openSystem(await settingsOf(flags, io, language), flags, io);
      try {
        const answer = await system.answers.compute({ id, at, knownAt }).catch((error: unknown) => {
          // A date that has no answer is the command line's, not the system's.
          if (!(error instanceof Refusal)) throw error;
          throw new UsageError(error.problems.map((one) => problemLine(one, language)).join("\n"));
        });
        printLine(io.stdout, flags.json === true ? canonicalJson(answer) : answerText(answer, language));
      } finally {
        await system.close();
      }
      end(ExitCode.ok);
    });

  function dayOf(text: string): PlainDate {
    const read = parsePlainDate(text, "--at");
    if (read.ok) return read.value;
    throw new UsageError(problemLine(read.error, languageOf(undefined, io.env)));
  }

  function momentOf(text: string): Instant {
    const read = parseKnownAt(text, "--known-at");
    if (read.ok) return read.value;
    throw new UsageError(problemLine(read.error, languageOf(undefined, io.env)));
  }
}
