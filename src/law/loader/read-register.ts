// Reads the rulebook's register: numbered entries, the timeline, the glossary, and the list of sources.
import type { GlossaryEntry, RulebookEntry, Source, SourceKind, TimelineEntry } from "../register.ts";
import type { Citations } from "./citations.ts";
import type { ErrorList } from "./error-list.ts";
import { type Fields, topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";

const ENTRY_ID = /^(LAW|IND|CMW|AMA|EMP|WP|REF|GP|SELF|PROC|PAY|TRANS|DATA|STAT|TV)-\d{2}$/;
const LETTERS = /(?<![A-Za-z])[ABCDO](?![A-Za-z])/;

export interface Register {
  readonly entries: Map<string, RulebookEntry>;
  readonly timeline: TimelineEntry[];
  readonly glossary: GlossaryEntry[];
}

export function readRegister(files: readonly LawSource[], citations: Citations, errors: ErrorList): Register {
  const register: Register = { entries: new Map(), timeline: [], glossary: [] };
  for (const file of files) {
    const fields = topFields(file, errors);
    if (!fields) continue;
    fields.onlyKeys(["section", "entries", "events", "terms"]);
    for (const child of fields.children("entries")) readEntry(child, sectionOf(fields), register.entries, citations);
    for (const child of fields.children("events")) register.timeline.push(readEvent(child, citations));
    for (const child of fields.children("terms")) register.glossary.push(readTerm(child));
  }
  return register;
}

export function readSources(file: LawSource, errors: ErrorList): Map<string, Source> {
  const sources = new Map<string, Source>();
  const fields = topFields(file, errors);
  for (const child of fields?.children("sources", true) ?? []) {
    child.onlyKeys(["key", "title", "kind", "urls"]);
    const key = child.text("key");
    if (key === null) continue;
    if (sources.has(key)) duplicate(child, "key", key);
    const kind = child.oneOf<SourceKind>("kind", ["official", "parliament", "federation", "secondary"]) ?? "secondary";
    sources.set(key, { key, title: child.text("title") ?? "", kind, urls: child.words("urls") });
  }
  return sources;
}

function sectionOf(fields: Fields): number {
  const section = fields.text("section") ?? "";
  if (/^\d{1,2}$/.test(section)) return Number(section);
  fields.fail("section", "section.shape", {
    nl: "De afdeling van het regelboek moet een getal zijn.",
    en: "The rulebook section must be a number.",
    fr: "La section du recueil doit être un nombre.",
  });
  return 0;
}

function readEntry(fields: Fields, section: number, entries: Map<string, RulebookEntry>, citations: Citations): void {
  fields.onlyKeys(["id", "nl", "en", "value", "dutchTerm", "confidence", "sources"]);
  const id = fields.text("id");
  if (id === null) return;
  if (!ENTRY_ID.test(id)) {
    fields.fail("id", "id.shape", {
      nl: `"${id}" is geen nummer van het regelboek, zoals IND-10.`,
      en: `"${id}" is not a rulebook id, such as IND-10.`,
      fr: `« ${id} » n'est pas un numéro du recueil, comme IND-10.`,
    });
  }
  if (entries.has(id)) duplicate(fields, "id", id);
  const sources = fields.words("sources");
  citations.cite(fields.source, [...fields.place, "sources"], "source", sources);
  entries.set(id, {
    id,
    section,
    nl: fields.text("nl") ?? "",
    en: fields.text("en") ?? "",
    value: fields.optionalText("value"),
    dutchTerm: fields.text("dutchTerm") ?? "",
    confidence: readLetters(fields),
    sources,
  });
}

function readEvent(fields: Fields, citations: Citations): TimelineEntry {
  fields.onlyKeys(["date", "nl", "en", "confidence", "sources"]);
  const sources = fields.words("sources");
  citations.cite(fields.source, [...fields.place, "sources"], "source", sources);
  const date = fields.text("date") ?? "";
  return { date, nl: fields.text("nl") ?? "", en: fields.text("en") ?? "", confidence: readLetters(fields), sources };
}

function readTerm(fields: Fields): GlossaryEntry {
  fields.onlyKeys(["nl", "en", "fr", "identifier", "meaning"]);
  return {
    nl: fields.text("nl") ?? "",
    en: fields.text("en") ?? "",
    fr: fields.text("fr") ?? "",
    identifier: fields.optionalText("identifier"),
    meaning: fields.localized("meaning"),
  };
}

function readLetters(fields: Fields): string {
  const text = fields.text("confidence") ?? "";
  if (text !== "" && !LETTERS.test(text)) {
    fields.fail("confidence", "field.word", {
      nl: `"${text}" noemt geen zekerheid: gebruik de letters A, B, C, D of O.`,
      en: `"${text}" names no confidence: use the letters A, B, C, D or O.`,
      fr: `« ${text} » ne nomme pas de degré de certitude : utilisez les lettres A, B, C, D ou O.`,
    });
  }
  return text;
}

function duplicate(fields: Fields, key: string, id: string): void {
  fields.fail(key, "id.duplicate", {
    nl: `${id} staat er al. Elk nummer komt één keer voor.`,
    en: `${id} is already there. Each id occurs once.`,
    fr: `${id} y figure déjà. Chaque numéro n'apparaît qu'une fois.`,
  });
}
