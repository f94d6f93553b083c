// `maatwerk answer verify`: every release once more, from the records and byte for byte; drawn files against their hash.
import type { Command } from "commander";
import type { VerifiedRelease } from "../../counter/index.ts";
import { brusselsDate, formatDate, type Language } from "../../kernel/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";

interface Options extends SystemFlags {
  readonly json?: boolean;
}

export function addVerify(answer: Command, io: Io, end: Ending): void {
  withSystemOptions(answer.command("verify"))
    .summary("compute every release again and compare it byte for byte")
    .description(
      "Computes the canonical JSON, CSV and JSON-stat of every release again from the records and compares them byte for byte with what was issued; checks every other file by its hash. Ends with exit code 1 when something differs.",
    )
    .argument("[name]", "only the releases of this name")
    .option("--json", "print the outcome as JSON")
    .action(async (name: string | undefined, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Options>();
      const language = languageOf(flags.lang, io.env);
      const system = await openSystem(await settingsOf(flags, io, language), flags, io);
      let sound = true;
      try {
        const { figures } = await import("../../counter/index.ts");
        const verified = await figures.verifyReleases(system.figures, name ?? null);
        sound = verified.every(figures.isSound);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(verified, null, 2));
        else for (const line of linesOf(verified, figures.isSound, language)) printLine(io.stdout, line);
      } finally {
        await system.close();
      }
      end(sound ? ExitCode.ok : ExitCode.badInput);
    });
}

function linesOf(
  verified: readonly VerifiedRelease[],
  isSound: (one: VerifiedRelease) => boolean,
  language: Language,
): readonly string[] {
  const say = words[language];
  if (verified.length === 0) return [say.none];
  return [
    ...verified.flatMap((one) => [
      `${isSound(one) ? say.same : say.different}  ${one.name} ${one.revision} (${formatDate(brusselsDate(one.releasedAt), language)}): ${say.files(one.files, one.computed)}`,
      ...one.flaws.map(({ file, flaw }) => `  ${file}: ${say[flaw]}`),
      ...(one.notComputed === null ? [] : [`  ${say.notComputed}: ${one.notComputed}`]),
      ...(one.moved === null ? [] : [`  ${say.position(one.moved.frozen, one.moved.now)}`]),
      ...(one.lawMoved ? [`  ${say.law}`] : []),
    ]),
    say.sum(verified.filter(isSound).length, verified.length),
  ];
}

const words = {
  nl: {
    none: "Er is nog niets gepubliceerd.",
    same: "gelijk    ",
    different: "VERSCHILT ",
    files: (all: number, computed: number) => `${all} bestanden, waarvan ${computed} opnieuw berekend`,
    damaged: "niet de bytes die uitgegeven zijn",
    missing: "ontbreekt",
    moved: "de registers geven nu iets anders",
    notComputed: "kan niet meer berekend worden",
    position: (frozen: number, now: number) => `de registers kenden ${frozen} gebeurtenissen, nu ${now} voor hetzelfde moment`,
    law: "de wet is intussen gewijzigd; de cijfers zijn onder de wet van toen berekend",
    sum: (sound: number, all: number) => `${sound} van ${all} publicaties gelijk.`,
  },
  en: {
    none: "Nothing was published yet.",
    same: "same      ",
    different: "DIFFERENT ",
    files: (all: number, computed: number) => `${all} files, of which ${computed} computed again`,
    damaged: "not the bytes that were issued",
    missing: "missing",
    moved: "the records now give something else",
    notComputed: "cannot be computed any more",
    position: (frozen: number, now: number) => `the records held ${frozen} events, now ${now} for the same moment`,
    law: "the law has changed since; the figures were computed under the law of then",
    sum: (sound: number, all: number) => `${sound} of ${all} releases the same.`,
  },
  fr: {
    none: "Rien n'a encore été publié.",
    same: "identique ",
    different: "DIFFÉRENT ",
    files: (all: number, computed: number) => `${all} fichiers, dont ${computed} recalculés`,
    damaged: "pas les octets publiés",
    missing: "manque",
    moved: "les registres donnent maintenant autre chose",
    notComputed: "ne peut plus être calculé",
    position: (frozen: number, now: number) =>
      `les registres contenaient ${frozen} événements, maintenant ${now} pour le même moment`,
    law: "la loi a changé depuis ; les chiffres sont calculés sous la loi d'alors",
    sum: (sound: number, all: number) => `${sound} publications identiques sur ${all}.`,
  },
} as const;
