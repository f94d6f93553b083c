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
import { type GatedFigure, releasePolicy } from "../disclosure/index.ts";
import type { LegalReading } from "../legal-facts.ts";
import { figureJsonStat } from "../render/json-stat.ts";
import { figureCsv, figureCsvMetadata } from "./csv.ts";
import type { ManifestFile, ReleaseManifest } from "./manifest.ts";

export interface ReleaseFile {
  readonly mediaType: string;
  readonly kind: ManifestFile["kind"];
  readonly body: string | Uint8Array;
}

export type ReleaseFiles = Readonly<Record<string, ReleaseFile>>;

export interface ReleaseInput {
  readonly name: string;
  readonly definitions: readonly Definition[];
  readonly figures: readonly GatedFigure[];
  readonly files: ReleaseFiles;
  readonly knownAt: Instant;
  readonly releasedAt: Instant;
  readonly position: number;
  readonly law: { readonly version: string; readonly parametersHash: string };
  readonly legal: LegalReading;
  readonly code: string;
  readonly source: string;
  readonly policy: string;
  readonly override: string | null;
  readonly reason: string;
  /** The revision before, when there is one. */
  readonly before: ReleaseManifest | null;
}

export function hashOfDefinitions(definitions: readonly Definition[]): string {
  return sha256Hex(canonicalJson(definitions));
}

/** Why this question cannot be released under this name; empty when it can. */
export function nameProblems(
  name: string,
  definitions: readonly Definition[],
  reason: string,
  before: ReleaseManifest | null,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!/^[a-z0-9][a-z0-9-]{2,59}$/.test(name))
    problems.push(problem("release.name", words.name, "name", "tickets-per-provincie"));
  if (before === null) return problems;
  if (before.name !== name || before.definitions !== hashOfDefinitions(definitions))
    problems.push(
      problem(
        "release.otherQuestion",
        localized(
          `De naam “${name}” staat al voor een andere vraag: kies een nieuwe naam.`,
          `The name “${name}” already stands for another question: choose a new name.`,
          `Le nom « ${name} » désigne déjà une autre question : choisissez un nouveau nom.`,
        ),
        "name",
      ),
    );
  if (reason.trim() === "") problems.push(problem("release.reason", words.reason, "reason"));
  return problems;
}

/** Refused when the name already stands for another question, when a revision gives no reason, or when a figure passed another gate. */
export function makeRelease(input: ReleaseInput): Result<ReleaseManifest, readonly Problem[]> {
  const problems: Problem[] = [...nameProblems(input.name, input.definitions, input.reason, input.before)];
  const internal = input.figures.some((figure) => releasePolicy(figure.gate.policy) === null);
  const others = input.figures.some((figure) => figure.gate.policy !== input.policy);
  if (internal || others) problems.push(problem("release.policy", words.policy, "figures"));
  if (input.figures.some((figure) => (figure.gate.unsettled ?? 0) > 0))
    problems.push(problem("release.unsettled", words.unsettled, "figures"));
  else if (input.figures.some((figure) => (figure.gate.exposed ?? 0) > 0))
    problems.push(problem("release.exposed", words.exposed, "figures"));
  if (problems.length > 0) return fail(problems);
  return ok({
    schema: "maatwerk.release/1",
    name: input.name,
    revision: (input.before?.revision ?? 0) + 1,
    reason: input.reason,
    knownAt: input.knownAt,
    releasedAt: input.releasedAt,
    position: input.position,
    law: { version: input.law.version, parameters: input.law.parametersHash },
    legal: input.legal,
    code: input.code,
    policy: input.policy,
    override: input.override,
    source: sha256Hex(input.source),
    definitions: hashOfDefinitions(input.definitions),
    files: Object.fromEntries(
      Object.entries(input.files).map(([name, { body, mediaType, kind }]) => [
        name,
        { sha256: sha256Hex(body), mediaType, kind, bytes: bytesOf(body).byteLength },
      ]),
    ),
  });
}

/** The files that the same records give again byte for byte. */
export function computedFiles(canonical: Readonly<Record<string, unknown>>, figures: readonly GatedFigure[]): ReleaseFiles {
  const file = (mediaType: string, body: string): ReleaseFile => ({ mediaType, kind: "computed", body });
  const files: Record<string, ReleaseFile> = {};
  for (const [name, value] of Object.entries(canonical)) files[name] = file("application/json", canonicalJson(value));
  for (const figure of figures) {
    files[`${figure.id}.csv`] = file("text/csv", figureCsv(figure));
    files[`${figure.id}.csv-metadata.json`] = file("application/csvm+json", figureCsvMetadata(figure, `${figure.id}.csv`));
    files[`${figure.id}.json-stat.json`] = file("application/json", canonicalJson(figureJsonStat(figure)));
  }
  return files;
}

export interface ReleaseFlaw {
  readonly file: string;
  /** damaged: not the bytes that were issued. missing: not there. moved: the records now give other bytes. */
  readonly flaw: "damaged" | "missing" | "moved";
}

type Kept = Readonly<Record<string, string | Uint8Array>>;

/** Holds kept files against the manifest and, when files computed again are given, those that are computed against these too. */
export function verifyRelease(manifest: ReleaseManifest, kept: Kept, again?: ReleaseFiles): readonly ReleaseFlaw[] {
  return Object.entries(manifest.files).flatMap(([file, { sha256, kind }]): ReleaseFlaw[] => {
    const body = kept[file];
    if (body === undefined) return [{ file, flaw: "missing" }];
    if (sha256Hex(body) !== sha256) return [{ file, flaw: "damaged" }];
    if (again === undefined || kind === "rendered") return [];
    const now = again[file];
    return now !== undefined && sha256Hex(now.body) === sha256 ? [] : [{ file, flaw: "moved" }];
  });
}

export function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}

const words = {
  name: localized(
    "Geef een naam van kleine letters, cijfers en koppeltekens, minstens drie tekens lang.",
    "Give a name of small letters, digits and hyphens, at least three characters long.",
    "Donnez un nom en minuscules, chiffres et traits d'union, d'au moins trois caractères.",
  ),
  reason: localized("Een herziening heeft een reden.", "A revision has a reason.", "Une révision a un motif."),
  policy: localized(
    "Alle cijfers van een publicatie gaan door dezelfde poort.",
    "All figures of a release pass the same gate.",
    "Tous les chiffres d'une publication passent par la même porte.",
  ),
  unsettled: localized(
    "Of een klein aantal te achterhalen zou zijn, is voor een tabel van deze omvang niet na te gaan: splits ze, of neem een ruimere indeling.",
    "Whether a small count could be worked out cannot be settled for a table of this size: split it, or take wider classes.",
    "Impossible d'établir, pour un tableau de cette taille, si un petit nombre pourrait être déduit : scindez-le ou prenez des classes plus larges.",
  ),
  exposed: localized(
    "Naast wat al gepubliceerd is, zou een klein aantal te achterhalen zijn: neem een ruimere indeling of een andere periode.",
    "Beside what was published before, a small count could be worked out: take wider classes or another period.",
    "À côté de ce qui est déjà publié, un petit nombre pourrait être déduit : prenez des classes plus larges ou une autre période.",
  ),
};
