// `maatwerk release`: sign what is given out, check what is installed, and the bill of materials.
import { resolve, sep } from "node:path";
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { readLines } from "../operator.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";

const WORDS = {
  nl: {
    keys: (file: string) => `${file} (houd geheim) en ${file}.pub (geef aan iedereen).`,
    signed: (files: number, packages: number) => `${files} bestanden en ${packages} pakketten ondertekend.`,
    whole: (version: string, files: number) => `Versie ${version}: ${files} bestanden zijn wat ondertekend werd.`,
    differs: "Niet wat ondertekend werd:",
    changed: "gewijzigd",
    missing: "ontbreekt",
    added: "toegevoegd",
  },
  en: {
    keys: (file: string) => `${file} (keep secret) and ${file}.pub (give to everybody).`,
    signed: (files: number, packages: number) => `${files} files and ${packages} packages signed.`,
    whole: (version: string, files: number) => `Version ${version}: ${files} files are what was signed.`,
    differs: "Not what was signed:",
    changed: "changed",
    missing: "missing",
    added: "added",
  },
  fr: {
    keys: (file: string) => `${file} (à garder secret) et ${file}.pub (à donner à tous).`,
    signed: (files: number, packages: number) => `${files} fichiers et ${packages} paquets signés.`,
    whole: (version: string, files: number) => `Version ${version} : ${files} fichiers sont ceux qui ont été signés.`,
    differs: "Différent de ce qui a été signé :",
    changed: "modifié",
    missing: "manquant",
    added: "ajouté",
  },
} as const;

export function addRelease(program: Command, io: Io, end: Ending): void {
  const release = program
    .command("release")
    .summary("sign a release, check an installed one, bill of materials")
    .description("A release is the files of this package, named by their hashes in a manifest that is signed with Ed25519.");
  const words = (command: Command) => WORDS[languageOf(command.optsWithGlobals<Shared>().lang, io.env)];

  release
    .command("key <file>")
    .summary("make a pair of keys to sign with")
    .action(async (file: string, _own: unknown, command: Command) => {
      const { makeKeys } = await import("../../main/index.ts");
      makeKeys(file);
      printLine(io.stdout, words(command).keys(file));
      end(ExitCode.ok);
    });

  release
    .command("sign")
    .summary("write manifest, signature, bill of materials and licences")
    .requiredOption("--key <file>", "the secret key")
    .requiredOption("--out <folder>", "where the four files go, outside this package")
    .option("--seals <file>", "seals of the log (maatwerk seals); the last one is published with the release")
    .action(async (own: { readonly key: string; readonly out: string; readonly seals?: string }, command: Command) => {
      const { PACKAGE_FOLDER, signRelease } = await import("../../main/index.ts");
      const out = resolve(own.out);
      if (`${out}${sep}`.startsWith(PACKAGE_FOLDER)) throw new UsageError(`--out ${own.out}: outside ${PACKAGE_FOLDER}`);
      const seal = own.seals === undefined ? null : (readLines<unknown>(own.seals).at(-1) ?? null);
      const signed = signRelease({ folder: PACKAGE_FOLDER, keyFile: own.key, out, seal });
      printLine(io.stdout, words(command).signed(signed.files, signed.components));
      end(ExitCode.ok);
    });

  release
    .command("verify <folder>")
    .summary("compare this installation with a signed release")
    .description("Ends with code 1 when a file was changed, taken away or added, and names it.")
    .requiredOption("--key <file>", "the public key of who signed, from elsewhere than the release itself")
    .option("--json", "print the report as JSON")
    .action(async (from: string, own: { readonly key: string; readonly json?: boolean }, command: Command) => {
      const { PACKAGE_FOLDER, verifyRelease } = await import("../../main/index.ts");
      const found = verifyRelease({ folder: PACKAGE_FOLDER, publicKeyFile: own.key, from });
      const text = words(command);
      const wrong = (["changed", "missing", "added"] as const).flatMap((how) =>
        found[how].map((path) => `  ${text[how]}: ${path}`),
      );
      if (own.json === true) printLine(io.stdout, JSON.stringify(found));
      else if (wrong.length === 0) printLine(io.stdout, text.whole(found.version, found.files));
      else for (const line of [text.differs, ...wrong]) printLine(io.stdout, line);
      end(wrong.length === 0 ? ExitCode.ok : ExitCode.badInput);
    });

  release
    .command("bill")
    .summary("print the bill of materials (CycloneDX), or the licences")
    .option("--licences", "one line per package: licence, name, version")
    .action(async (own: { readonly licences?: boolean }) => {
      const { billOfInstalled, licencesOf } = await import("../../main/index.ts");
      const bill = billOfInstalled();
      printLine(io.stdout, own.licences === true ? licencesOf(bill).text.trimEnd() : JSON.stringify(bill, null, 2));
      end(ExitCode.ok);
    });
}
