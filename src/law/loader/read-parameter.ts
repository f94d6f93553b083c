// Reads one parameter file: its names, its unit and its dated rows.
import { addDays, compareDates, type PlainDate } from "../../kernel/index.ts";
import type { AlternativeValue, DatedValue, Parameter, ParameterUnit, ParameterValue } from "../model.ts";
import { checkTimeline } from "./check-timeline.ts";
import type { Citations } from "./citations.ts";
import type { ErrorList } from "./error-list.ts";
import { type Fields, topFields } from "./fields.ts";
import type { LawSource } from "./law-source.ts";
import { parseValue, UNIT_WORDS } from "./units.ts";

const KEYS = ["id", "title", "dutchTerm", "unit", "ids", "expectsRevision", "values"];
const ROW_KEYS = ["from", "to", "knownSince", "value", "confidence", "sources", "openPoints", "alternatives", "note"];
const ID = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9_]+)*$/;

/** The parameter, or null when its file is so wrong that no parameter can be made of it. */
export function readParameter(source: LawSource, citations: Citations, errors: ErrorList): Parameter | null {
  const fields = topFields(source, errors);
  if (!fields) return null;
  fields.onlyKeys(KEYS);
  const id = fields.text("id");
  if (id !== null && !ID.test(id)) {
    fields.fail("id", "id.shape", {
      nl: `"${id}" is geen goede naam: gebruik woorden met punten ertussen, zoals referenceWage.capMultiplier.`,
      en: `"${id}" is not a good name: use words joined by dots, such as referenceWage.capMultiplier.`,
      fr: `« ${id} » n'est pas un bon nom : utilisez des mots joints par des points, comme referenceWage.capMultiplier.`,
    });
  }
  const unitWord = fields.oneOf("unit", Object.keys(UNIT_WORDS));
  const ids = fields.someWords("ids", "id.missing");
  citations.cite(source, ["ids"], "id", ids);
  const title = fields.localized("title");
  const dutchTerm = fields.text("dutchTerm") ?? "";
  const expectsRevision = fields.flag("expectsRevision");
  const unit = unitWord === null ? null : UNIT_WORDS[unitWord];
  if (id === null || unit === undefined || unit === null) return null;
  const read = fields.children("values", true).map((row) => readRow(row, unit, citations));
  const rows = read.filter((row): row is PlacedRow => row !== null);
  if (rows.length === read.length) checkTimeline(source, rows, errors);
  const values = rows.sort(byFromThenKnown).map(({ row }) => row);
  return { id, title, dutchTerm, unit, ids, expectsRevision, values, file: source.file };
}

/** A row and its position in the file, for the errors about it. */
export interface PlacedRow {
  readonly row: DatedValue;
  readonly index: number;
}

function readRow(fields: Fields, unit: ParameterUnit, citations: Citations): PlacedRow | null {
  fields.onlyKeys(ROW_KEYS);
  const from = fields.date("from");
  const to = fields.optionalDate("to");
  if (from !== null && to !== null && compareDates(to, from) < 0) {
    fields.fail("to", "value.period", {
      nl: `De laatste dag (${to}) ligt vóór de eerste dag (${from}).`,
      en: `The last day (${to}) lies before the first day (${from}).`,
      fr: `Le dernier jour (${to}) précède le premier jour (${from}).`,
    });
    return null;
  }
  const knownSince = fields.date("knownSince");
  const value = readValue(fields, "value", unit, true);
  const confidence = fields.confidence();
  const sources = fields.words("sources");
  const openPoints = fields.words("openPoints");
  if (sources.length === 0 && openPoints.length === 0) {
    fields.fail("sources", "source.missing", {
      nl: "Deze waarde heeft geen bron. Noem er minstens één uit sources.yaml, of het open punt waarop ze steunt.",
      en: "This value has no source. Name at least one from sources.yaml, or the open point that it leans on.",
      fr: "Cette valeur n'a pas de source. Citez-en au moins une de sources.yaml, ou le point ouvert sur lequel elle s'appuie.",
    });
  }
  citations.cite(fields.source, [...fields.place, "sources"], "source", sources);
  citations.cite(fields.source, [...fields.place, "openPoints"], "openPoint", openPoints);
  const alternatives = readAlternatives(fields, unit, openPoints, citations);
  const note = fields.optionalLocalized("note");
  if (from === null || knownSince === null || value === null || confidence === null) return null;
  const until: PlainDate | null = to === null ? null : addDays(to, 1);
  const row = { from, until, knownSince, value, confidence, sources, openPoints, alternatives, note };
  return { row, index: Number(fields.place[fields.place.length - 1]) };
}

function readAlternatives(
  fields: Fields,
  unit: ParameterUnit,
  openPoints: readonly string[],
  citations: Citations,
): readonly AlternativeValue[] {
  const alternatives: AlternativeValue[] = [];
  for (const child of fields.children("alternatives")) {
    child.onlyKeys(["openPoint", "option", "value"]);
    const openPoint = child.text("openPoint");
    const option = child.text("option");
    const value = readValue(child, "value", unit, false);
    if (openPoint === null || option === null || value === null || value === "unset") continue;
    if (!openPoints.includes(openPoint)) {
      child.fail("openPoint", "alternative.openPoint", {
        nl: `Deze rij heeft een andere waarde onder ${openPoint}, maar noemt dat punt niet bij openPoints. Voeg het toe.`,
        en: `This row has another value under ${openPoint}, but does not name that point in openPoints. Add it.`,
        fr: `Cette ligne a une autre valeur sous ${openPoint}, mais ne cite pas ce point dans openPoints. Ajoutez-le.`,
      });
    }
    if (alternatives.some((one) => one.openPoint !== openPoint || one.option === option)) {
      child.fail(null, "alternative.duplicate", {
        nl: "Een rij mag alternatieven van één open punt hebben, en elke lezing één keer.",
        en: "A row may have alternatives of one open point, and each reading once.",
        fr: "Une ligne peut avoir des alternatives d'un seul point ouvert, et chaque lecture une fois.",
      });
    }
    citations.citeOption(fields.source, [...child.place, "option"], openPoint, option);
    alternatives.push({ openPoint, option, value });
  }
  return alternatives;
}

function readValue(fields: Fields, key: string, unit: ParameterUnit, mayBeUnset: boolean): ParameterValue | "unset" | null {
  const text = fields.text(key);
  if (text === null || (mayBeUnset && text === "unset")) return text as "unset" | null;
  const value = parseValue(text, unit);
  if (value.ok) return value.value;
  fields.fail(key, value.error.rule, value.error.message);
  return null;
}

function byFromThenKnown(a: PlacedRow, b: PlacedRow): number {
  return compareDates(a.row.from, b.row.from) || compareDates(a.row.knownSince, b.row.knownSince);
}
