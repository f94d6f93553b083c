// A very small law for tests: one parameter, one open point, one rule, one source. Each test replaces the file it is about.
import { yamlSource } from "../../files.ts";
import type { LawError } from "../../law-data.ts";
import type { LawSource, LawSources } from "../law-source.ts";
import { loadLaw } from "../load-law.ts";

const title = (indent: string) => `${indent}nl: naam\n${indent}en: name\n${indent}fr: nom\n`;

export const smallParameter = `id: cap.amount
title:
${title("  ")}dutchTerm: plafond
unit: EUR/month
ids: REF-02
values:
  - from: 2024-01-01
    to: 2024-12-31
    knownSince: 2024-01-01
    value: 100.00
    confidence: A
    sources: S1
  - from: 2025-01-01
    knownSince: 2024-11-20
    value: 110.00
    confidence: B
    sources: S1
    openPoints: OPEN-01
    alternatives:
      - openPoint: OPEN-01
        option: HIGH
        value: 120.00
`;

export const smallSwitch = `id: OPEN-01
dutchTerm: keuze
question:
${title("  ")}why:
${title("  ")}default: LOW
options:
  - value: LOW
    computable: true
    confidence: B
    title:
${title("      ")}  - value: HIGH
    computable: true
    confidence: B
    title:
${title("      ")}  - value: VAGUE
    computable: false
    confidence: O
    title:
${title("      ")}parameters: cap.amount
policies: cap.rule
sources: S1
`;

export const smallRulebook = `section: 7
entries:
  - id: REF-02
    nl: Begrensd per maand.
    en: Capped per month.
    dutchTerm: plafond
    confidence: A
    sources: S1
`;

const smallSources = `sources:
  - key: S1
    title: A page
    kind: official
    urls:
      - https://example.org/page
`;

/** Texts of the small law, by file; a test gives the ones it changes or adds. */
export function smallSourcesWith(texts: Readonly<Record<string, string>> = {}): LawSources {
  const all: Record<string, string> = {
    "version.yaml": "version: 1.0.0\nstateOfKnowledge: 2026-11-23\n",
    "sources.yaml": smallSources,
    "coverage.yaml": "REF-02:\n  state: planned\n",
    "published.yaml": "{}\n",
    "parameters/cap.yaml": smallParameter,
    "switches/OPEN-01-choice.yaml": smallSwitch,
    "rulebook/07.yaml": smallRulebook,
    ...texts,
  };
  const one = (file: string): LawSource => yamlSource(file, all[file]!);
  const under = (folder: string) =>
    Object.keys(all)
      .filter((file) => file.startsWith(folder))
      .map(one);
  return {
    version: one("version.yaml"),
    sources: one("sources.yaml"),
    coverage: one("coverage.yaml"),
    published: one("published.yaml"),
    parameters: under("parameters/"),
    switches: under("switches/"),
    rulebook: under("rulebook/"),
    criteria: under("criteria/"),
  };
}

/** The errors that a set of texts gives; none when the law loads. */
export function errorsOf(texts: Readonly<Record<string, string>>): readonly LawError[] {
  const law = loadLaw(smallSourcesWith(texts));
  return law.ok ? [] : law.error;
}

/** `file:line rule` of each error: what a person looks for first. */
export function placesOf(texts: Readonly<Record<string, string>>): readonly string[] {
  return errorsOf(texts).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}
