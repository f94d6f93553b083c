// From plain data (YAML or JSON) to a checked question. All mistakes are gathered; each points at its place and says what exists.
import { fail, type Instant, isInstant, type Localized, localized, ok, type PlainDate, type Result } from "../../kernel/index.ts";
import {
  attributesOf,
  decisions,
  type EventId,
  events,
  findAttribute,
  type SubjectId,
  subjectFacts,
  subjectOf,
  subjects,
  type Unit,
  units,
} from "../catalogue/index.ts";
import { checkWhole } from "./check-whole.ts";
import {
  type DeclaredOutcome,
  type Definition,
  type Measure,
  statistics,
  subjectOfMeasure,
  type ValueMeasure,
} from "./definition.ts";
import { type Issue, Issues, type PathStep } from "./issue.ts";
import { parsePopulation } from "./parse-population.ts";
import { parseWindows, unrolled } from "./parse-windows.ts";
import { isObject } from "./plain-data.ts";

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
  const unit = oneOf(data.unit, units, ["unit"], localized("teleenheid", "unit", "une unité"), issues);
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
    knownAt: parseKnownAt(data.knownAt, issues),
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

const measureKinds = ["stock", "flow", "ever", "cumulative", "cohort"] as const;

function parseMeasure(data: unknown, issues: Issues): Measure | null {
  const keys = isObject(data) ? Object.keys(data) : [];
  const kind = keys[0];
  if (!isObject(data) || kind === undefined || keys.some((key) => key !== kind && key !== "until")) {
    issues.add(
      ["measure"],
      "measure",
      localized(
        "Zeg hoe er geteld wordt, met één soort meting.",
        "Say how to count, with one kind of measure.",
        "Dites comment compter, avec un seul type de mesure.",
      ),
      "{ stock: ticket } | { flow: ticket.issued } | { ever: grant } | { cumulative: grant.decided } | { cohort: application.filed, until: application.decided }",
    );
    return null;
  }
  const known = oneOf(
    kind,
    measureKinds,
    ["measure", kind],
    localized("soort meting", "kind of measure", "un type de mesure"),
    issues,
  );
  if (known === null) return null;
  if (known === "stock" || known === "ever") {
    const standing = subjects.filter((subject) => subjectFacts[subject].standing);
    const subject = oneOf(
      data[known],
      standing,
      ["measure", known],
      localized("onderwerp met een stand", "subject that can stand at a date", "un sujet qui peut exister à une date"),
      issues,
    );
    return subject === null ? null : { kind: known, subject };
  }
  const what = localized("gebeurtenis", "event", "un événement");
  const event = oneOf(data[known], events, ["measure", known], what, issues);
  if (event === null) return null;
  if (known !== "cohort") return { kind: known, event };
  const same = events.filter((other) => subjectOf(other) === subjectOf(event) && other !== event && following.includes(other));
  const until = oneOf(data.until, same, ["measure", "until"], what, issues);
  return until === null ? null : { kind: "cohort", event, until };
}

/** Events that a cohort can wait for. */
const following: readonly EventId[] = [
  "indication.decided",
  "indication.issued",
  "indication.refused",
  "application.decided",
  "application.granted",
  "application.refused",
  "application.withdrawn",
  "application.inadmissible",
];

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

const defaultValues: Partial<Record<Unit, ValueMeasure>> = {
  euro: { statistic: "sum", attribute: "amount", per: "paidQuarter" },
  fte: { statistic: "sum", attribute: "contractualFraction", per: "relation" },
  day: { statistic: "median", attribute: "turnaroundDays", per: "application" },
  percent: { statistic: "median", attribute: "percentage", per: "grant" },
  year: { statistic: "median", attribute: "age", per: "person" },
};

function parseValue(data: unknown, unit: Unit, subject: SubjectId, issues: Issues): ValueMeasure | null {
  const usual = defaultValues[unit] ?? null;
  const standard: ValueMeasure | null =
    unit === "day" && usual !== null && subject === "indication" ? { ...usual, per: "indication" } : usual;
  if (data === undefined) return standard;
  if (standard === null || !isObject(data)) {
    issues.add(
      ["value"],
      "value",
      localized(
        "Een bedrag, breuk, duur of leeftijd hoort bij een eenheid euro, fte, day, percent of year.",
        "An amount, fraction, duration or age goes with the unit euro, fte, day, percent or year.",
        "Un montant, une fraction, une durée ou un âge va avec l'unité euro, fte, day, percent ou year.",
      ),
      "{ median: amount, per: relation }",
    );
    return standard;
  }
  const [statistic] = Object.keys(data).filter((key) => key !== "per");
  const known = oneOf(statistic, statistics, ["value"], localized("samenvatting", "statistic", "une statistique"), issues);
  const names = attributesOf(subject)
    .filter((attribute) => attribute.domain.kind === "number" && attribute.domain.unit === unit)
    .map((attribute) => attribute.id);
  const attribute = oneOf(
    data[statistic ?? ""],
    names,
    ["value", statistic ?? ""],
    localized("getal bij deze eenheid", "number of this unit", "un nombre de cette unité"),
    issues,
  );
  if (known === null || attribute === null) return standard;
  const domain = findAttribute(attribute)!.domain;
  if (known === "sum" && domain.kind === "number" && !domain.additive && unit !== "fte") {
    issues.add(
      ["value", known],
      "notAdditive",
      localized("Dit getal telt niet op.", "This number does not add up.", "Ce nombre ne s'additionne pas."),
      statistics.filter((other) => other !== "sum").join(", "),
    );
  }
  const heads = subjectFacts[subject].units.filter((other) => defaultValues[other] === undefined && other !== "component");
  const per =
    data.per === undefined ? standard.per : (oneOf(data.per, heads, ["value", "per"], unitOf(subject), issues) ?? standard.per);
  return { statistic: known, attribute, per };
}

function parseOutcome(data: unknown, issues: Issues): DeclaredOutcome {
  if (data === undefined) return { type: "answered" };
  const path = ["outcome"];
  const text = (value: unknown, at: string): Localized => parseTitle(value, [...path, at], issues) ?? localized("", "", "");
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

function parseTitle(data: unknown, path: readonly PathStep[], issues: Issues): Localized | null {
  if (data === undefined || data === null) return null;
  if (isObject(data) && typeof data.nl === "string" && typeof data.en === "string" && typeof data.fr === "string")
    return localized(data.nl, data.en, data.fr);
  issues.add(
    path,
    "languages",
    localized("Geef de tekst in nl, en en fr.", "Give the text in nl, en and fr.", "Donnez le texte en nl, en et fr."),
    "{ nl: ..., en: ..., fr: ... }",
  );
  return null;
}

function parseKnownAt(data: unknown, issues: Issues): Instant | null {
  if (data === undefined || data === null || data === "now") return null;
  if (isInstant(data)) return data;
  issues.add(
    ["knownAt"],
    "knownAt",
    localized("Schrijf een tijdstip in UTC.", "Write a moment in UTC.", "Écrivez un moment en UTC."),
    "2024-01-15T00:00:00.000Z | now",
  );
  return null;
}

function oneOf<T extends string>(
  value: unknown,
  known: readonly T[],
  path: readonly PathStep[],
  what: Localized,
  issues: Issues,
): T | null {
  if (typeof value === "string" && (known as readonly string[]).includes(value)) return value as T;
  issues.unknown(path, what, value ?? "", known);
  return null;
}

function flag(value: unknown, standard: boolean, path: readonly PathStep[], issues: Issues): boolean {
  if (value === undefined) return standard;
  if (typeof value === "boolean") return value;
  issues.add(path, "flag", localized("Schrijf true of false.", "Write true or false.", "Écrivez true ou false."), "true, false");
  return standard;
}

function unitOf(subject: SubjectId): Localized {
  const { title } = subjectFacts[subject];
  return localized(`teleenheid van ${title.nl}`, `unit of ${title.en}`, `une unité de ${title.fr}`);
}

function dimensionOf(subject: SubjectId): Localized {
  const { title } = subjectFacts[subject];
  return localized(`indeling van ${title.nl}`, `dimension of ${title.en}`, `une dimension de ${title.fr}`);
}
