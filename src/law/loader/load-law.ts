// Turns the law's files (already parsed) into one immutable law value, or into the list of everything wrong with them.
import { fail, type Localized, ok, type Result } from "../../kernel/index.ts";
import type { LawData, LawError } from "../law-data.ts";
import type { LawSwitch } from "../model.ts";
import type { RulebookEntry } from "../register.ts";
import { type Citable, Citations } from "./citations.ts";
import { createLaw } from "./create-law.ts";
import { ErrorList } from "./error-list.ts";
import { topFields } from "./fields.ts";
import type { LawSource, LawSources } from "./law-source.ts";
import { checkPublished } from "./published.ts";
import { readCoverage } from "./read-coverage.ts";
import { readCriteria } from "./read-criteria.ts";
import { readParameter } from "./read-parameter.ts";
import { readRegister, readSources } from "./read-register.ts";
import { readSwitch } from "./read-switch.ts";

/** Section of the rulebook that holds the open points; their register entries are made from the switch files. */
const OPEN_POINTS_SECTION = 17;

/** Loads and checks the whole law. Pure: no file is read, no clock is asked. Every error of every file is returned. */
export function loadLaw(files: LawSources): Result<LawData, readonly LawError[]> {
  const errors = new ErrorList();
  const citations = new Citations();
  const version = readVersion(files.version, errors);
  const sources = readSources(files.sources, errors);
  const register = readRegister(files.rulebook, citations, errors);
  const switches = readAll(files.switches, (file) => readSwitch(file, citations, errors), errors);
  const parameters = readAll(files.parameters, (file) => readParameter(file, citations, errors), errors);
  const criteria = readCriteria(files.criteria, citations, errors);
  const coverage = readCoverage(files.coverage, citations, errors);
  const entries = new Map([...register.entries, ...[...switches.values.values()].map(openPointEntry)]);

  const citable: Citable = { ids: new Set(entries.keys()), sources, switches: switches.values };
  citations.check(citable, errors);
  checkCarried(switches, parameters.declared, errors);
  checkPublished(files.published, parameters, errors);
  if (errors.errors.length > 0 || version === null) return fail(errors.errors);
  return ok(
    createLaw({
      ...version,
      knownOn: null,
      parameters: parameters.values,
      switches: switches.values,
      chosen: {},
      sources,
      rulebook: { entries, timeline: register.timeline, glossary: register.glossary },
      coverage,
      criteria,
    }),
  );
}

/** Values by id, and the file each came from. */
interface ById<T> {
  readonly values: Map<string, T>;
  readonly files: Map<string, LawSource>;
  /** Every id that some file gives, also a file that could not be read for another reason: one mistake gives one error. */
  readonly declared: ReadonlySet<string>;
}

function readAll<T extends { readonly id: string }>(
  files: readonly LawSource[],
  read: (file: LawSource) => T | null,
  errors: ErrorList,
): ById<T> {
  const values = new Map<string, T>();
  const origins = new Map<string, LawSource>();
  const declared = new Set<string>();
  for (const file of files) {
    const value = read(file);
    declared.add(String((file.data as { id?: unknown } | null)?.id ?? ""));
    if (value === null) continue;
    const other = origins.get(value.id);
    if (other) errors.add(file, ["id"], "id.duplicate", alreadyIn(value.id, other.file));
    values.set(value.id, value);
    origins.set(value.id, file);
  }
  return { values: sortedById(values), files: origins, declared };
}

/** In order of id, so that nothing depends on the order in which the files were found. */
function sortedById<T>(values: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...values].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

function readVersion(file: LawSource, errors: ErrorList): Pick<LawData, "version" | "stateOfKnowledge"> | null {
  const fields = topFields(file, errors);
  if (!fields) return null;
  fields.onlyKeys(["version", "stateOfKnowledge"]);
  const version = fields.text("version");
  const stateOfKnowledge = fields.date("stateOfKnowledge");
  return version === null || stateOfKnowledge === null ? null : { version, stateOfKnowledge };
}

/** What an open point says it carries must exist: a parameter, all parameters under a prefix (`self.*`), or a policy of its own. */
function checkCarried(switches: ById<LawSwitch>, parameters: ReadonlySet<string>, errors: ErrorList): void {
  const policies = new Map<string, string>();
  for (const [id, file] of switches.files) {
    const data = file.data as { parameters?: string; policies?: string };
    for (const name of words(data.parameters)) {
      const prefix = name.endsWith("*") ? name.slice(0, -1) : null;
      const found = prefix === null ? parameters.has(name) : [...parameters].some((one) => one.startsWith(prefix));
      if (!found) errors.add(file, ["parameters"], "parameter.unknown", noParameter(id, name));
    }
    for (const name of words(data.policies)) {
      const other = policies.get(name);
      if (other !== undefined) errors.add(file, ["policies"], "id.duplicate", alreadyIn(name, other));
      policies.set(name, id);
    }
  }
}

function words(text: unknown): readonly string[] {
  return typeof text === "string" ? text.split(/[\s,]+/).filter((word) => word !== "") : [];
}

function noParameter(id: string, name: string): Localized {
  return {
    nl: `${id} zegt dat het de parameter ${name} draagt, maar die bestaat niet.`,
    en: `${id} says that it carries the parameter ${name}, but there is none.`,
    fr: `${id} dit porter la donnée ${name}, mais elle n'existe pas.`,
  };
}

function alreadyIn(id: string, file: string): Localized {
  return {
    nl: `${id} staat al in ${file}. Elke naam komt één keer voor.`,
    en: `${id} is already in ${file}. Each name occurs once.`,
    fr: `${id} figure déjà dans ${file}. Chaque nom n'apparaît qu'une fois.`,
  };
}

function openPointEntry(point: LawSwitch): [string, RulebookEntry] {
  const { id, question, dutchTerm, sources } = point;
  return [
    id,
    { id, section: OPEN_POINTS_SECTION, nl: question.nl, en: question.en, value: null, dutchTerm, confidence: "O", sources },
  ];
}
