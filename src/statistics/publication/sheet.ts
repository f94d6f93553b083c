// A sheet: the YAML of what is published. One question, a list of questions under `figures`, or a parliamentary question with its
// header (`answer`) and its sub-questions, each bound to questions of the records or to text.
import {
  addDays,
  addMonths,
  fail,
  type Instant,
  isPlainDate,
  type Localized,
  localized,
  ok,
  type PlainDate,
  type Result,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { type NamedDates, namedDatesOf } from "../answer/named-dates.ts";
import { type Definition, type ParseContext, type PlacedIssue, parseDefinition, readYaml } from "../definition/index.ts";
import type { Outcome } from "../figure/index.ts";
import { datesOfLaw } from "../legal-facts.ts";
import { type AnswerHeader, isRecord, parseHeader } from "./header.ts";
import { SheetReader } from "./reader.ts";

export interface SheetSection {
  /** Number of the sub-question; null for figures that answer no question. */
  readonly number: number | null;
  readonly title: Localized;
  readonly asked: Localized | null;
  /** The answer in words. */
  readonly text: Localized | null;
  /** How what is given relates to what was asked; null: as the figures say. */
  readonly outcome: Outcome | null;
  readonly definitions: readonly Definition[];
}

export interface Sheet {
  readonly title: Localized | null;
  readonly header: AnswerHeader | null;
  /** The day that definitions name as @reference. */
  readonly reference: PlainDate | null;
  readonly knownAt: Instant | null;
  readonly sections: readonly SheetSection[];
}

const rootFields = ["title", "answer", "reference", "monthsLater", "knownAt", "questions", "figures"];
const sectionFields = ["number", "title", "asked", "text", "outcome", "figures"];

/** The sheet, or every mistake at its line. Ids of figures must differ. */
export function parseSheet(text: string, file: string, law: LawData): Result<Sheet, readonly PlacedIssue[]> {
  const yaml = readYaml(text, file);
  if (!yaml.ok) return yaml;
  const { data, place } = yaml.value;
  const reader = new SheetReader(place);
  const isSheet = isRecord(data) && ("figures" in data || "questions" in data || "answer" in data);
  const root: Readonly<Record<string, unknown>> = isSheet ? data : { figures: [data] };
  if (isSheet) reader.onlyFields(root, rootFields, []);
  const reference = referenceOf(root, reader);
  const later = laterOf(root.monthsLater, reference, reader);
  const context: ParseContext =
    reference === null ? { dates: datesOfLaw(law) } : withLater(namedDatesOf(reference, law), reference, later);
  const ids = new Set<string>();
  const definitionsOf = (list: unknown, path: readonly (string | number)[]): Definition[] => {
    if (list === undefined || list === null) return [];
    if (!Array.isArray(list)) {
      reader.add(
        path,
        "list",
        "Zet hier een lijst van vragen.",
        "Put a list of questions here.",
        "Mettez ici une liste de questions.",
      );
      return [];
    }
    return list.flatMap((entry: unknown, index) => {
      const parsed = parseDefinition(entry, context);
      const at = isSheet ? [...path, index] : [];
      if (!parsed.ok) {
        reader.found.push(...parsed.error.map((issue) => place({ ...issue, path: [...at, ...issue.path] })));
        return [];
      }
      if (ids.has(parsed.value.id)) reader.sameId([...at, "id"], parsed.value.id);
      if (!/^[a-z0-9][a-z0-9-]{0,59}$/i.test(parsed.value.id)) reader.badId([...at, "id"]);
      ids.add(parsed.value.id);
      return [parsed.value];
    });
  };
  const sections: SheetSection[] = [];
  const own = definitionsOf(root.figures, ["figures"]);
  if (own.length > 0) {
    const title = localized("Cijfers", "Figures", "Chiffres");
    sections.push({ number: null, title, asked: null, text: null, outcome: null, definitions: own });
  }
  const questions = root.questions === undefined ? [] : root.questions;
  if (!Array.isArray(questions)) {
    reader.add(["questions"], "list", "Zet hier de deelvragen.", "Put the sub-questions here.", "Mettez ici les sous-questions.");
  } else {
    for (const [index, entry] of questions.entries()) {
      const path = ["questions", index] as const;
      if (!isRecord(entry)) {
        reader.add(
          [...path],
          "question",
          "Een deelvraag heeft velden.",
          "A sub-question has fields.",
          "Une sous-question a des champs.",
        );
        continue;
      }
      reader.onlyFields(entry, sectionFields, path);
      const number = typeof entry.number === "number" ? entry.number : index + 1;
      const definitions = definitionsOf(entry.figures, [...path, "figures"]);
      const text = reader.text(entry.text, [...path, "text"]);
      const outcome = reader.outcome(entry.outcome, [...path, "outcome"], definitions.length > 0);
      if (definitions.length === 0 && text === null && outcome === null) reader.empty(path);
      sections.push({
        number,
        title:
          reader.text(entry.title, [...path, "title"]) ??
          localized(`Vraag ${number}`, `Question ${number}`, `Question ${number}`),
        asked: reader.text(entry.asked, [...path, "asked"]),
        text,
        outcome: outcome ?? (definitions.length === 0 ? { type: "narrative" } : null),
        definitions,
      });
    }
  }
  if (sections.length === 0 && reader.found.length === 0)
    reader.add([], "nothing", "Er staat geen enkele vraag in.", "There is no question in it.", "Il n'y a aucune question.");
  const header = root.answer === undefined ? null : parseHeader(root.answer, reader);
  const sheet: Sheet = {
    title: reader.text(root.title, ["title"]),
    header,
    reference,
    knownAt: reader.moment(root.knownAt),
    sections,
  };
  return reader.found.length > 0 ? fail(reader.found) : ok(sheet);
}

/** Months between the reference date and the day that definitions name as @monthsLater: who was there then is looked up again. */
function laterOf(given: unknown, reference: PlainDate | null, reader: SheetReader): number | null {
  if (given === undefined || given === null) return null;
  if (reference !== null && typeof given === "number" && Number.isInteger(given) && given > 0 && given <= MOST_MONTHS)
    return given;
  reader.add(
    ["monthsLater"],
    "months",
    "Schrijf een aantal maanden na de referentiedatum (reference).",
    "Write a number of months after the reference date (reference).",
    "Écrivez un nombre de mois après la date de référence (reference).",
    `1 ... ${MOST_MONTHS}`,
  );
  return null;
}

const MOST_MONTHS = 120;

/** The last day of a month stays the last day of a month. */
function withLater(named: NamedDates, reference: PlainDate, months: number | null): NamedDates {
  if (months === null) return named;
  return { ...named, dates: { ...named.dates, monthsLater: addDays(addMonths(addDays(reference, 1), months), -1) } };
}

function referenceOf(root: Readonly<Record<string, unknown>>, reader: SheetReader): PlainDate | null {
  if (root.reference === undefined || root.reference === null) return null;
  if (isPlainDate(root.reference)) return root.reference;
  reader.add(["reference"], "day", "Schrijf een dag.", "Write a day.", "Écrivez un jour.", "2024-12-31");
  return null;
}
