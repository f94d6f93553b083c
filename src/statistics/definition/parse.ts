// From plain data (YAML or JSON) to a checked question. All mistakes are gathered; each points at its place and says what exists.
import {
  fail,
  type Instant,
  type Localized,
  localized,
  ok,
  type PlainDate,
  parseKnownAt,
  type Result,
} from "../../kernel/index.ts";
import { attributesOf, decisions, findAttribute, type SubjectId, subjectFacts, units } from "../catalogue/index.ts";
import { checkWhole } from "./check-whole.ts";
import { type DeclaredOutcome, type Definition, subjectOfMeasure } from "./definition.ts";
import { type Issue, Issues, type PathStep } from "./issue.ts";
import { type OutcomeField, outcomeFieldWords } from "./outcome-fields.ts";
import { parseMeasure } from "./parse-measure.ts";
import { parsePopulation } from "./parse-population.ts";
import { parseValue } from "./parse-value.ts";
import { parseWindows, unrolled } from "./parse-windows.ts";
import { isObject } from "./plain-data.ts";
import { dimensionOf, flag, oneOf, parseTitle, unitOf } from "./read-field.ts";

export interface ParseContext {
  /** Dates that a question may name as `@name`, for example the reference date of an answer. */
  readonly dates?: Readonly<Record<string, PlainDate>>;
  /** Series of days that a question may name in `at`, as `@name` or as the end of a period. */
  readonly dateLists?: Readonly<Record<string, readonly PlainDate[]>>;
}

const fields = [
  "id",
  "title",
  "unit",
  "measure",
  "at",
  "knownAt",
  "population",
  "by",
  "totals",
  "zeros",
  "value",
  "amaPerimeter",
  "share",
  "growth",
  "outcome",
] as const;

/** The question, or every mistake in it. */
export function parseDefinition(data: unknown, context: ParseContext = {}): Result<Definition, readonly Issue[]> {
  const issues = new Issues();
  if (!isObject(data)) {
    issues.add(
      [],
      "object",
      localized(
        "Een vraag is een lijst van velden.",
        "A question is a set of fields.",
        "Une question est un ensemble de champs.",
      ),
      fields.join(", "),
    );
    return fail(issues.found);
  }
  for (const key of Object.keys(data)) {
    if (!(fields as readonly string[]).includes(key))
      issues.unknown([key], localized("veld van een vraag", "field of a question", "un champ d'une question"), key, fields);
  }
  const measure = parseMeasure(data.measure, issues);
  const unit = severalUnits(data.unit)
    ? oneUnit(issues)
    : oneOf(data.unit, units, ["unit"], localized("teleenheid", "unit", "une unité"), issues);
  const at =
    measure === null ? null : parseWindows(unrolled(data.at, context.dateLists ?? {}), measure, context.dates ?? {}, issues);
  if (measure === null || unit === null || at === null) return fail(issues.found);

  const subject = subjectOfMeasure(measure);
  if (!subjectFacts[subject].units.includes(unit)) issues.unknown(["unit"], unitOf(subject), unit, subjectFacts[subject].units);
  if (unit === "decision" && (measure.kind === "stock" || measure.kind === "ever" || !decisions.includes(measure.event))) {
    issues.add(
      ["unit"],
      "notADecision",
      localized(
        "Beslissingen worden geteld als gebeurtenis.",
        "Decisions are counted as events.",
        "Les décisions se comptent comme événements.",
      ),
      `measure: { flow: ${decisions.join(" | ")} }`,
    );
  }
  const definition: Definition = {
    id: typeof data.id === "string" && data.id !== "" ? data.id : "figure",
    title: parseTitle(data.title, ["title"], issues),
    unit,
    measure,
    at,
    knownAt: readKnownAt(data.knownAt, issues),
    population: parsePopulation(data.population, subject, context.dates ?? {}, issues),
    by: parseDimensions(data.by, subject, issues),
    totals: flag(data.totals, true, ["totals"], issues),
    zeros: flag(data.zeros, false, ["zeros"], issues),
    value: parseValue(data.value, unit, subject, issues),
    amaPerimeter:
      data.amaPerimeter === undefined
        ? "SOCIAL_ECONOMY"
        : (oneOf(
            data.amaPerimeter,
            ["ALL", "SOCIAL_ECONOMY"] as const,
            ["amaPerimeter"],
            localized("perimeter van AMA", "perimeter of AMA", "un périmètre AMA"),
            issues,
          ) ?? "SOCIAL_ECONOMY"),
    share: flag(data.share, false, ["share"], issues),
    growth: flag(data.growth, false, ["growth"], issues),
    outcome: parseOutcome(data.outcome, issues),
  };
  checkWhole(definition, issues);
  return issues.found.length > 0 ? fail(issues.found) : ok(definition);
}

function parseDimensions(data: unknown, subject: SubjectId, issues: Issues): readonly string[] {
  if (data === undefined) return [];
  const list = Array.isArray(data) ? data : [data];
  const usable = attributesOf(subject).filter(
    (attribute) => attribute.domain.kind === "codes" || attribute.domain.kind === "text",
  );
  const names = usable.map((attribute) => attribute.id);
  const seen: string[] = [];
  for (const [index, entry] of list.entries()) {
    const path: PathStep[] = Array.isArray(data) ? ["by", index] : ["by"];
    const exists = typeof entry === "string" ? findAttribute(entry) : undefined;
    if (typeof entry !== "string" || !names.includes(entry)) {
      issues.unknown(
        path,
        exists === undefined ? localized("kenmerk", "attribute", "un attribut") : dimensionOf(subject),
        entry,
        names,
      );
    } else if (seen.includes(entry)) {
      issues.add(
        path,
        "twice",
        localized("Dit kenmerk staat er al.", "This attribute is already there.", "Cet attribut y est déjà."),
      );
    } else {
      seen.push(entry);
    }
  }
  return seen;
}

function parseOutcome(data: unknown, issues: Issues): DeclaredOutcome {
  if (data === undefined) return { type: "answered" };
  const path = ["outcome"];
  const text = (value: unknown, at: OutcomeField): Localized => {
    const before = issues.found.length;
    const found = parseTitle(value, [...path, at], issues);
    if (found !== null && [found.nl, found.en, found.fr].every((one) => one.trim() !== "")) return found;
    if (issues.found.length === before) {
      const [nl, en, fr] = outcomeFieldWords[at];
      const message = localized(`Zeg ook ${nl} (${at}).`, `Say ${en} too (${at}).`, `Dites aussi ${fr} (${at}).`);
      issues.add([...path, at], "outcomeField", message, `${at}: { nl: ..., en: ..., fr: ... }`);
    }
    return localized("", "", "");
  };
  if (isObject(data)) {
    if (data.type === "answered") return { type: "answered" };
    if (data.type === "proxy") return { type: "proxy", askedUnit: text(data.askedUnit, "askedUnit"), why: text(data.why, "why") };
    if (data.type === "partial") return { type: "partial", missing: text(data.missing, "missing") };
    if (data.type === "referred") return { type: "referred", to: text(data.to, "to") };
  }
  issues.unknown(path, localized("soort uitkomst", "type of outcome", "un type d'issue"), isObject(data) ? data.type : data, [
    "answered",
    "proxy",
    "partial",
    "referred",
  ]);
  return { type: "answered" };
}

function readKnownAt(data: unknown, issues: Issues): Instant | null {
  if (data === undefined || data === null || data === "now") return null;
  const read = typeof data === "string" ? parseKnownAt(data) : null;
  if (read?.ok === true) return read.value;
  issues.add(
    ["knownAt"],
    "knownAt",
    localized(
      "Schrijf een dag of een tijdstip in UTC.",
      "Write a day or a moment in UTC.",
      "Écrivez un jour ou un moment en UTC.",
    ),
    "2024-01-15 | 2024-01-15T00:00:00.000Z | now",
  );
  return null;
}

/** Two units in one figure, in a list or added up: STAT-09. */
function severalUnits(unit: unknown): boolean {
  return Array.isArray(unit) || (typeof unit === "string" && unit.split(/[\s,+&]+/).filter((part) => part !== "").length > 1);
}

function oneUnit(issues: Issues): null {
  const message = localized(
    "Een cijfer heeft één teleenheid: tickets, personen, voltijdse equivalenten en euro staan nooit in één kolom en tellen niet samen op. Maak er een cijfer per eenheid van.",
    "A figure has one unit: tickets, persons, full-time equivalents and euro never share a column and do not add up. Make a figure of each.",
    "Un chiffre a une seule unité : tickets, personnes, équivalents temps plein et euros ne partagent jamais une colonne et ne s'additionnent pas. Faites-en un chiffre par unité.",
  );
  issues.add(["unit"], "mixedUnits", message, units.join(", "));
  return null;
}
