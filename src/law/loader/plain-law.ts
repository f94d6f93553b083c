// The law as plain JSON and back: for a browser, a worker thread, or a build that ships the law without its YAML files.
import type { CriteriaCatalogue, CriteriaMeasure, ReferenceList } from "../criteria.ts";
import type { LawData } from "../law-data.ts";
import type { LawSwitch, Parameter } from "../model.ts";
import type { CoverageEntry, GlossaryEntry, RulebookEntry, Source, TimelineEntry } from "../register.ts";
import { createLaw } from "./create-law.ts";

/** What is only read by people; a calculation works without it. */
export interface PlainRegister {
  readonly sources: readonly Source[];
  readonly entries: readonly RulebookEntry[];
  readonly timeline: readonly TimelineEntry[];
  readonly glossary: readonly GlossaryEntry[];
  readonly coverage: readonly CoverageEntry[];
  readonly catalogues: readonly CriteriaCatalogue[];
  readonly references: readonly ReferenceList[];
}

export interface PlainLaw {
  readonly version: string;
  readonly stateOfKnowledge: LawData["stateOfKnowledge"];
  readonly knownOn: LawData["knownOn"];
  readonly chosen: LawData["chosen"];
  readonly parameters: readonly Parameter[];
  readonly switches: readonly LawSwitch[];
  readonly register: PlainRegister | null;
}

/** Only JSON values: what `JSON.stringify` writes is what `lawFromPlain` needs. `register: false` leaves out what only people read. */
export function plainLaw(law: LawData, options: { readonly register: boolean } = { register: true }): PlainLaw {
  const { version, stateOfKnowledge, knownOn, chosen } = law;
  return {
    version,
    stateOfKnowledge,
    knownOn,
    chosen,
    parameters: [...law.parameters.values()],
    switches: [...law.switches.values()],
    register: options.register ? plainRegister(law) : null,
  };
}

/** The law value from its plain form, which a checked law made: nothing is checked again. */
export function lawFromPlain(plain: PlainLaw): LawData {
  const register = plain.register;
  return createLaw({
    version: plain.version,
    stateOfKnowledge: plain.stateOfKnowledge,
    knownOn: plain.knownOn,
    chosen: plain.chosen,
    parameters: byId(plain.parameters),
    switches: byId(plain.switches),
    sources: new Map((register?.sources ?? []).map((source) => [source.key, source])),
    rulebook: {
      entries: byId(register?.entries ?? []),
      timeline: register?.timeline ?? [],
      glossary: register?.glossary ?? [],
    },
    coverage: byId(register?.coverage ?? []),
    criteria: {
      catalogues: new Map<CriteriaMeasure, CriteriaCatalogue>((register?.catalogues ?? []).map((one) => [one.measure, one])),
      references: byId(register?.references ?? []),
    },
  });
}

function plainRegister(law: LawData): PlainRegister {
  return {
    sources: [...law.sources.values()],
    entries: [...law.rulebook.entries.values()],
    timeline: law.rulebook.timeline,
    glossary: law.rulebook.glossary,
    coverage: [...law.coverage.values()],
    catalogues: [...law.criteria.catalogues.values()],
    references: [...law.criteria.references.values()],
  };
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Map<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}
