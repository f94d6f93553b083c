// A release: gated figures frozen with their question, law, position and policy, in files whose hashes the manifest keeps.
import {
  canonicalJson,
  fail,
  type Instant,
  localized,
  ok,
  type Problem,
  problem,
  type Result,
  sha256Hex,
} from "../../kernel/index.ts";
import type { Definition } from "../definition/index.ts";
import type { GatedFigure } from "../disclosure/index.ts";
import { figureCsv, figureCsvMetadata } from "./csv.ts";

export interface ReleaseManifest {
  readonly schema: "maatwerk.release/1";
  readonly name: string;
  /** 1 for the first; a changed release has the next number and a reason. */
  readonly revision: number;
  readonly reason: string;
  readonly knownAt: Instant;
  readonly law: { readonly version: string; readonly parameters: string };
  readonly policy: string;
  /** SHA-256 of the canonical definitions: the same name never stands for another question. */
  readonly definitions: string;
  /** SHA-256 by file name. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Release {
  readonly manifest: ReleaseManifest;
  readonly files: Readonly<Record<string, string>>;
}

export interface ReleaseInput {
  readonly name: string;
  readonly definitions: readonly Definition[];
  readonly figures: readonly GatedFigure[];
  readonly knownAt: Instant;
  readonly law: { readonly version: string; readonly parametersHash: string };
  readonly reason: string;
  /** The revision before, when there is one. */
  readonly before: ReleaseManifest | null;
}

/** Refused when the name already stands for another question, or when a revision gives no reason. */
export function makeRelease(input: ReleaseInput): Result<Release, readonly Problem[]> {
  const definitions = sha256Hex(canonicalJson(input.definitions));
  const problems: Problem[] = [];
  if (input.before !== null && (input.before.name !== input.name || input.before.definitions !== definitions)) {
    problems.push(
      problem(
        "release.otherQuestion",
        localized(
          `De naam “${input.name}” staat al voor een andere vraag: kies een nieuwe naam.`,
          `The name “${input.name}” already stands for another question: choose a new name.`,
          `Le nom « ${input.name} » désigne déjà une autre question : choisissez un nouveau nom.`,
        ),
        "name",
      ),
    );
  }
  if (input.before !== null && input.reason.trim() === "") {
    problems.push(
      problem(
        "release.reason",
        localized("Een herziening heeft een reden.", "A revision has a reason.", "Une révision a un motif."),
        "reason",
      ),
    );
  }
  const policies = new Set(input.figures.map((figure) => figure.gate.policy));
  if (policies.size !== 1) {
    problems.push(
      problem(
        "release.policy",
        localized(
          "Alle cijfers van een publicatie gaan door dezelfde poort.",
          "All figures of a release pass the same gate.",
          "Tous les chiffres d'une publication passent par la même porte.",
        ),
        "figures",
      ),
    );
  }
  if (problems.length > 0) return fail(problems);
  const files: Record<string, string> = { "figures.json": canonicalJson(input.figures) };
  for (const figure of input.figures) {
    files[`${figure.id}.csv`] = figureCsv(figure);
    files[`${figure.id}.csv-metadata.json`] = figureCsvMetadata(figure, `${figure.id}.csv`);
  }
  return ok({
    files,
    manifest: {
      schema: "maatwerk.release/1",
      name: input.name,
      revision: (input.before?.revision ?? 0) + 1,
      reason: input.reason,
      knownAt: input.knownAt,
      law: { version: input.law.version, parameters: input.law.parametersHash },
      policy: [...policies][0]!,
      definitions,
      files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256Hex(text)])),
    },
  });
}

export interface ReleaseFlaw {
  readonly file: string;
  /** damaged: not the bytes that were issued. missing: not there. moved: the records now give other bytes. */
  readonly flaw: "damaged" | "missing" | "moved";
}

/** Holds kept files against the manifest and, when figures computed again are given, against those too. */
export function verifyRelease(
  manifest: ReleaseManifest,
  kept: Readonly<Record<string, string>>,
  again?: Release,
): readonly ReleaseFlaw[] {
  return Object.entries(manifest.files).flatMap(([file, hash]): ReleaseFlaw[] => {
    const text = kept[file];
    if (text === undefined) return [{ file, flaw: "missing" }];
    if (sha256Hex(text) !== hash) return [{ file, flaw: "damaged" }];
    return again !== undefined && again.files[file] !== text ? [{ file, flaw: "moved" }] : [];
  });
}
