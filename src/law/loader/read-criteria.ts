// Reads the criteria catalogues and the older reference lists.
import { addDays, compareDates } from "../../kernel/index.ts";
import type {
  CriteriaCatalogue,
  CriteriaMeasure,
  CriteriaStatus,
  CriteriaVersion,
  Criterion,
  ReferenceList,
} from "../criteria.ts";
import type { Citations } from "./citations.ts";
import type { ErrorList } from "./error-list.ts";
import { type Fields, topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";

export interface CriteriaFiles {
  readonly catalogues: Map<CriteriaMeasure, CriteriaCatalogue>;
  readonly references: Map<string, ReferenceList>;
}

export function readCriteria(files: readonly LawSource[], citations: Citations, errors: ErrorList): CriteriaFiles {
  const found: CriteriaFiles = { catalogues: new Map(), references: new Map() };
  for (const file of files) {
    const fields = topFields(file, errors);
    if (!fields) continue;
    if (fields.has("measure")) readCatalogue(fields, found.catalogues, citations);
    else readReference(fields, found.references, citations);
  }
  return found;
}

function readCatalogue(fields: Fields, catalogues: Map<CriteriaMeasure, CriteriaCatalogue>, citations: Citations): void {
  fields.onlyKeys(["measure", "title", "citedAs", "ids", "versions"]);
  const measure = fields.oneOf<CriteriaMeasure>("measure", ["INDIVIDUAL", "COLLECTIVE"]);
  const title = fields.localized("title");
  const citedAs = fields.text("citedAs") ?? "";
  const ids = fields.someWords("ids", "id.missing");
  citations.cite(fields.source, ["ids"], "id", ids);
  const versions = fields.children("versions", true).map((child) => readVersion(child, citations));
  if (measure === null) return;
  if (catalogues.has(measure)) duplicate(fields, "measure", measure);
  const complete = versions.filter((version): version is CriteriaVersion => version !== null);
  checkVersions(fields, complete);
  catalogues.set(measure, { measure, title, citedAs, ids, versions: complete, file: fields.source.file });
}

function readVersion(fields: Fields, citations: Citations): CriteriaVersion | null {
  fields.onlyKeys(["from", "to", "knownSince", "status", "sources", "openPoints", "note", "criteria"]);
  const from = fields.date("from");
  const to = fields.optionalDate("to");
  const knownSince = fields.date("knownSince");
  const status = fields.oneOf<CriteriaStatus>("status", ["notRead", "read"]);
  const sources = fields.someWords("sources", "source.missing");
  const openPoints = fields.words("openPoints");
  citations.cite(fields.source, [...fields.place, "sources"], "source", sources);
  citations.cite(fields.source, [...fields.place, "openPoints"], "openPoint", openPoints);
  const criteria = readList(fields);
  if (status === "notRead" && criteria.length > 0) {
    fields.fail("criteria", "criteria.notRead", {
      nl: "Een versie die niet gelezen is, kan geen criteria hebben. Zet de status op read of schrap de criteria.",
      en: "A version that was not read cannot have criteria. Set the status to read or remove the criteria.",
      fr: "Une version qui n'a pas été lue ne peut pas avoir de critères. Mettez le statut à read ou supprimez les critères.",
    });
  }
  if (status === "read" && criteria.length === 0) {
    fields.fail("criteria", "criteria.empty", {
      nl: "Een gelezen versie heeft minstens één criterium. Voer de tekst in.",
      en: "A version that was read has at least one criterion. Enter the text.",
      fr: "Une version lue a au moins un critère. Saisissez le texte.",
    });
  }
  const note = fields.optionalLocalized("note");
  if (from === null || knownSince === null || status === null) return null;
  const until = to === null ? null : addDays(to, 1);
  return { from, until, knownSince, status, sources, openPoints, note, criteria };
}

/** Versions follow each other like the rows of a parameter; one with the same first day and a later knownSince corrects. */
function checkVersions(fields: Fields, versions: readonly CriteriaVersion[]): void {
  const current = versions
    .filter((one) => !versions.some((other) => other.from === one.from && other.knownSince > one.knownSince))
    .sort((a, b) => compareDates(a.from, b.from));
  current.forEach((one, index) => {
    const next = current[index + 1];
    if (!next || one.until === next.from) return;
    fields.fail("versions", one.until !== null && one.until < next.from ? "value.gap" : "value.overlap", {
      nl: `De versie vanaf ${next.from} sluit niet aan op die vanaf ${one.from}. Geef de vorige "to: ${addDays(next.from, -1)}".`,
      en: `The version from ${next.from} does not join the one from ${one.from}. Give the one before "to: ${addDays(next.from, -1)}".`,
      fr: `La version à partir du ${next.from} ne suit pas celle à partir du ${one.from}. Donnez à la précédente « to: ${addDays(next.from, -1)} ».`,
    });
  });
}

function readReference(fields: Fields, references: Map<string, ReferenceList>, citations: Citations): void {
  fields.onlyKeys(["reference", "title", "lastDay", "sources", "warning", "criteria"]);
  const id = fields.text("reference");
  const title = fields.localized("title");
  const lastDay = fields.date("lastDay");
  const sources = fields.someWords("sources", "source.missing");
  citations.cite(fields.source, ["sources"], "source", sources);
  const warning = fields.localized("warning");
  const criteria = readList(fields);
  if (id === null || lastDay === null) return;
  if (references.has(id)) duplicate(fields, "reference", id);
  references.set(id, { id, title, lastDay, sources, warning, criteria, file: fields.source.file });
}

function readList(fields: Fields): readonly Criterion[] {
  const criteria: Criterion[] = [];
  for (const child of fields.children("criteria")) {
    child.onlyKeys(["id", "evidence", "title", "effect"]);
    const id = child.text("id");
    const evidence = child.text("evidence") ?? "";
    const title = child.localized("title");
    const effect = child.oneOf("effect", ["DIRECT_ENTITLEMENT", "EXAMINED_BY_VDAB"]);
    if (id === null || effect === null) continue;
    if (criteria.some((one) => one.id === id)) duplicate(child, "id", id);
    criteria.push({ id, evidence, title, effect });
  }
  return criteria;
}

function duplicate(fields: Fields, key: string, id: string): void {
  fields.fail(key, "id.duplicate", {
    nl: `${id} staat er al. Elke naam komt één keer voor.`,
    en: `${id} is already there. Each name occurs once.`,
    fr: `${id} y figure déjà. Chaque nom n'apparaît qu'une fois.`,
  });
}
