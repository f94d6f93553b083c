// `maatwerk answer draft` and `answer release`: one person drafts the answer of a folder, another looks at it and releases it.
import type { Command } from "commander";
import type { NotComputed, ReleaseState } from "../../counter/index.ts";
import { canonicalJson, type Instant, type Language, parseKnownAt, type Result } from "../../kernel/index.ts";
import type { System } from "../../main/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { messages } from "../messages.ts";
import { notComputedText } from "../not-computed.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import { AS_OPTION, actorOf } from "../payment-system.ts";
import type { Ending } from "../program.ts";
import { problemLine, UsageError } from "../told-error.ts";

interface Flags extends SystemFlags {
  readonly as?: string;
  readonly name?: string;
  readonly reason?: string;
  readonly knownAt?: string;
  readonly seen?: string;
  readonly json?: boolean;
}

interface Work {
  readonly system: System;
  readonly flags: Flags;
  readonly language: Language;
}

export function addDraft(answer: Command, io: Io, end: Ending): void {
  const counter = () => import("../../counter/index.ts");
  const run = async (command: Command, work: (of: Work) => Promise<ExitCode>) => {
    const flags = command.optsWithGlobals<Flags>();
    const language = languageOf(flags.lang, io.env);
    const system = await openSystem(await settingsOf(flags, io, language), flags, io);
    try {
      end(await work({ system, flags, language }));
    } finally {
      await system.close();
    }
  };
  const told = async (done: Result<ReleaseState, NotComputed>, { flags, language }: Work): Promise<ExitCode> => {
    if (!done.ok) {
      printLine(io.stderr, await notComputedText(done.error, language));
      return ExitCode.badInput;
    }
    const { releaseRef, status, name, revision, seen } = done.value;
    if (flags.json === true) printLine(io.stdout, JSON.stringify({ id: releaseRef, status, name, revision, seen }));
    else printLine(io.stdout, words[language][status === "DRAFT" ? "drafted" : "released"](name, revision, releaseRef));
    return ExitCode.ok;
  };

  withSystemOptions(answer.command("draft"))
    .summary("draft an answer for release")
    .description("Freezes the files of an answer's folder as a draft and computes it. Another person releases it.")
    .argument("<id>", "which answer, such as sv-170")
    .requiredOption(...AS_OPTION)
    .option("--name <name>", "name of the release (default: the id)")
    .option("--reason <text>", "why there is a new revision; needed for every one but the first")
    .option("--known-at <date>", "only what was known then (default: the moment in the answer's own file)")
    .option("--json", "print the draft as JSON")
    .action((id: string, _own: unknown, command: Command) =>
      run(command, async (work) => {
        const { system, flags, language } = work;
        const actor = actorOf(flags, "statistician");
        const texts = system.figures.answerTexts(id);
        if (texts === null) throw new UsageError(messages(language).noAnswer(id, system.figures.answerFolders().join(", ")));
        if (!texts.ok) throw new UsageError(await notComputedText({ kind: "source", issues: texts.error }, language));
        const { figures } = await counter();
        const source = { kind: "folder" as const, id, ...texts.value };
        const knownAt = flags.knownAt === undefined ? null : momentOf(flags.knownAt, language);
        const drafting = { name: flags.name ?? id, reason: flags.reason ?? "", source, knownAt };
        return told(await figures.draftRelease(system.figures, actor, drafting), work);
      }),
    );

  withSystemOptions(answer.command("release"))
    .summary("look at a draft and release it, as another person than who drafted it")
    .description(
      "Without --seen it shows what would be released and its hash, and releases nothing. With the hash of what was looked at it releases exactly that.",
    )
    .argument("<draft>", "the draft, as it was printed when it was made")
    .requiredOption(...AS_OPTION)
    .option("--seen <hash>", "hash of what you looked at")
    .option("--json", "print JSON")
    .action((ref: string, _own: unknown, command: Command) =>
      run(command, async (work) => {
        const { system, flags, language } = work;
        const actor = actorOf(flags, "statistician");
        if (!/^[0-9a-f-]{36}$/.test(ref)) throw new UsageError(`${ref}: 8-4-4-4-12`);
        const { figures } = await counter();
        const state = figures.foldRelease(await system.figures.publications.steps(ref));
        // Only what a second person has looked at is released.
        if (flags.seen !== undefined || state?.status !== "DRAFT")
          return told(await figures.releaseDraft(system.figures, actor, ref, flags.seen ?? ""), work);
        const computed = await figures.computeDraft(system.figures, state);
        if (!computed.ok) return told(computed, work);
        const seen = figures.seenOf(computed.value);
        const { answerText } = await import("../../statistics/index.ts");
        const { answer, publication } = computed.value;
        if (flags.json === true || answer === null) printLine(io.stdout, canonicalJson({ seen, publication }));
        else printLine(io.stdout, `${answerText(answer, language)}\n\n${words[language].look(ref, seen)}`);
        return ExitCode.ok;
      }),
    );
}

function momentOf(text: string, language: Language): Instant {
  const read = parseKnownAt(text, "--known-at");
  if (read.ok) return read.value;
  throw new UsageError(problemLine(read.error, language));
}

const words = {
  nl: {
    drafted: (name: string, revision: number, ref: string) =>
      `Ontwerp ${ref}: ${name}, herziening ${revision}. Een tweede persoon geeft het vrij: maatwerk answer release ${ref} --as <naam>`,
    released: (name: string, revision: number) => `Vrijgegeven: ${name}, herziening ${revision}.`,
    look: (ref: string, seen: string) =>
      `Nog niet vrijgegeven. Is dit juist: maatwerk answer release ${ref} --as <naam> --seen ${seen}`,
  },
  en: {
    drafted: (name: string, revision: number, ref: string) =>
      `Draft ${ref}: ${name}, revision ${revision}. A second person releases it: maatwerk answer release ${ref} --as <name>`,
    released: (name: string, revision: number) => `Released: ${name}, revision ${revision}.`,
    look: (ref: string, seen: string) =>
      `Not released yet. If this is right: maatwerk answer release ${ref} --as <name> --seen ${seen}`,
  },
  fr: {
    drafted: (name: string, revision: number, ref: string) =>
      `Projet ${ref} : ${name}, révision ${revision}. Une deuxième personne le publie : maatwerk answer release ${ref} --as <nom>`,
    released: (name: string, revision: number) => `Publié : ${name}, révision ${revision}.`,
    look: (ref: string, seen: string) =>
      `Pas encore publié. Si c'est correct : maatwerk answer release ${ref} --as <nom> --seen ${seen}`,
  },
} as const;
