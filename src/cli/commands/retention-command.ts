// `maatwerk retention`: whose personal data may go because their time is over, and letting them go.
import type { Command } from "commander";
import { pick } from "../../kernel/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";

const WORDS = {
  nl: {
    found: (count: number, years: number, before: string) =>
      `${count} personen over wie sinds ${before} niets meer vastgelegd is (bewaartermijn ${years} jaar).`,
    erased: (count: number) => `Gewist: ${count} personen. Een back-up van voordien wist hen opnieuw met de lijst van wissingen.`,
  },
  en: {
    found: (count: number, years: number, before: string) =>
      `${count} persons about whom nothing was recorded since ${before} (retention ${years} years).`,
    erased: (count: number) => `Erased: ${count} persons. A backup of before erases them again with the list of erasures.`,
  },
  fr: {
    found: (count: number, years: number, before: string) =>
      `${count} personnes sans enregistrement depuis le ${before} (conservation ${years} ans).`,
    erased: (count: number) =>
      `Effacées : ${count} personnes. Une sauvegarde antérieure les efface à nouveau avec la liste des effacements.`,
  },
} as const;

export function addRetention(program: Command, io: Io, end: Ending): void {
  withSystemOptions(program.command("retention"))
    .summary("personal data whose retention period is over")
    .description(
      "Counts the persons whose data may go by the law's retention period, at most a thousand; with --erase destroys their keys, as happens every night by itself. Refuses while the law's period is not known.",
    )
    .option("--erase", "destroy the keys")
    .option("--json", "print JSON")
    .action(async (own: { readonly erase?: boolean; readonly json?: boolean }, command: Command) => {
      const flags = command.optsWithGlobals<SystemFlags>();
      const language = languageOf(flags.lang, io.env);
      const text = WORDS[language];
      const { applyRetention, retentionOf } = await import("../../main/index.ts");
      const system = await openSystem(await settingsOf(flags, io, language), flags, io);
      try {
        const found = await retentionOf(system);
        if (!found.ok) {
          printLine(io.stderr, `maatwerk: ${pick(found.error.message, language)}`);
          return end(ExitCode.badInput);
        }
        const { years, before, overdue } = found.value;
        const erased = own.erase === true ? await applyRetention(system) : null;
        if (own.json === true)
          printLine(io.stdout, JSON.stringify({ years, before, overdue: overdue.length, erased: erased?.ok ? erased.value : 0 }));
        else {
          printLine(io.stdout, text.found(overdue.length, years, before));
          if (erased?.ok) printLine(io.stdout, text.erased(erased.value));
        }
        end(ExitCode.ok);
      } finally {
        await system.close();
      }
    });
}
