// Computes a whole answer from the records: every figure, comparison, derived number, breach, bound and sentence.
import {
  assertOk,
  brusselsDate,
  fail,
  formatDate,
  type Instant,
  instant,
  type Localized,
  localized,
  ok,
  type PlainDate,
  type Problem,
  plainDate,
  problem,
  type Quarter,
  quarterOf,
  Refusal,
  type Result,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { lastDeclaredQuarter } from "../declarations/index.ts";
import { type AmaPerimeter, type Definition, type PlacedIssue, parseDefinition } from "../definition/index.ts";
import {
  type Channel,
  type DisclosurePolicy,
  type Earlier,
  type Guard,
  type Judge,
  judgeHere,
  policies,
} from "../disclosure/index.ts";
import type { Evaluator } from "../evaluator.ts";
import { type Caveat, type Figure, type FigureContext, type Linkage, runFigure } from "../figure/index.ts";
import { legalFactsOf, readingFollowed } from "../legal-facts.ts";
import type { Answer, AnswerFigure, AnswerQuestion, Comparison } from "./answer.ts";
import { boundsOfAnswer } from "./bounds-of-answer.ts";
import { cellOf, countIn } from "./cells.ts";
import { derivedOf } from "./derived.ts";
import { documentWords } from "./document-words.ts";
import { answerMistakes } from "./mistakes.ts";
import { namedDatesOf } from "./named-dates.ts";
import type { AnswerSource, FiguresFile } from "./source.ts";
import { formatNumber } from "./words.ts";

export interface AnswerOptions {
  /** What the records held then. Left out: the moment in the answer's own file. */
  readonly knownAt?: Instant;
  /** Another reference date than the one in the answer's file. */
  readonly at?: PlainDate;
  readonly linkages?: readonly Linkage[];
  /** Left out: the public, with small counts withheld and single cases not listed. */
  readonly channel?: Channel;
  /** Tables published before: the answer's own must show nothing by difference with them. */
  readonly earlier?: readonly Earlier[];
  /** Left out: here. */
  readonly judge?: Judge;
  /** Told what the house must remember of each figure to protect it from later tables. */
  readonly onGuard?: (figureId: string, guard: Guard) => void;
}

/** Every figure definition of the answer, or every mistake at its line. */
export function definitionsOf(
  source: AnswerSource,
  law: LawData,
  at?: PlainDate,
  wageQuarter?: Quarter,
): Result<readonly Definition[], readonly PlacedIssue[]> {
  const context = namedDatesOf(at ?? plainDate(source.question.reference), law, wageQuarter);
  const found: Definition[] = [];
  const mistakes: PlacedIssue[] = [];
  for (const [index, entry] of source.figures.figures.entries()) {
    const perimeter = perimeterOf(entry, law);
    const data = perimeter === null ? entry.figure : { ...entry.figure, amaPerimeter: perimeter };
    const parsed = parseDefinition(data, context);
    if (parsed.ok) found.push(parsed.value);
    else
      mistakes.push(
        ...parsed.error.map((issue) => source.placeInFigures(["figures", index, "figure", ...issue.path], issue.problem)),
      );
  }
  return mistakes.length > 0 ? fail(mistakes) : ok(found);
}

/** The answer as plain data. Throws a `Refusal` for a reference date before the scheme, or when a figure cannot be given at all. */
export async function buildAnswer(
  evaluator: Evaluator,
  law: LawData,
  source: AnswerSource,
  options: AnswerOptions = {},
): Promise<Answer> {
  const reference = options.at ?? plainDate(source.question.reference);
  const knownAt = options.knownAt ?? instant(source.question.knownAt);
  const facts = legalFactsOf(law);
  if (reference < facts.schemeFrom) throw new Refusal([beforeScheme(facts.schemeFrom)]);
  const wageQuarter = await lastDeclaredQuarter(evaluator, quarterOf(reference), knownAt);
  const definitions = definitionsOf(source, law, reference, wageQuarter);
  if (!definitions.ok) throw new Refusal(answerMistakes(definitions.error));
  const context: FigureContext = { knownAt, law: facts, linkages: options.linkages ?? [] };

  const { channel = "public", judge = judgeHere() } = options;
  const policy: DisclosurePolicy = policies[channel];
  const figures = new Map<string, AnswerFigure>();
  const own: Earlier[] = [];
  for (const [index, definition] of definitions.value.entries()) {
    const figure = assertOk<Figure, readonly Problem[]>(await runFigure(evaluator, definition, context));
    const { role } = source.figures.figures[index]!;
    // Tables of one answer are held against each other too: their differences can be small.
    const { figure: passed, guard } = await judge(figure, policy, [...(options.earlier ?? []), ...own]);
    own.push({ ...passed, guard });
    options.onGuard?.(definition.id, guard);
    figures.set(definition.id, { ...passed, role, comparisons: comparisonsOf(passed, source, reference) });
  }
  const { statements, criteria, breachesIn } = documentWords(source.question.header.source, law, {
    reference,
    knownAt,
    wageQuarter,
  });
  const breaches = breachesIn === null ? [] : await evaluator.doubleTicketBreaches(reference, { knownAt, law: facts });
  const checked = breachesIn === null ? null : countIn(figures, { figure: breachesIn.checked, key: [] });
  const openPoints = new Set<string>(criteria?.of.readings.flatMap((reading) => reading.openPoints) ?? []);

  const questions = source.question.questions.map((question): [string, AnswerQuestion] => {
    const own = source.figures.figures
      .filter((entry) => entry.question === question.number)
      .map((entry) => figures.get(String(entry.figure.id))!);
    const derived = source.figures.derived
      .filter((entry) => entry.question === question.number)
      .map((entry) => [entry.id, derivedOf(entry, figures)] as const);
    const ofLaw = question.number === criteria?.question ? criteria.of : null;
    return [
      String(question.number),
      {
        ...question,
        statements: { ...(statements.byQuestion[question.number] ?? {}), ...ofLaw?.statements },
        figures: Object.fromEntries(own.map((figure) => [figure.id, figure])),
        derived: Object.fromEntries(derived),
        ...(ofLaw === null ? {} : { criteria: ofLaw.rows }),
        ...(question.number === breachesIn?.question
          ? {
              doubleTicketBreaches: {
                title: localized(
                  "Schendingen van de regel van het dubbelticket",
                  "Breaches of the rule of the double ticket",
                  "Infractions à la règle du double avis",
                ),
                ids: ["IND-14"],
                checked,
                count: breachesShown(breaches.length, checked, policy),
                list: channel === "internal" ? breaches : null,
              },
            }
          : {}),
        // What concerns the sums of one table stays with that table.
        caveats: distinct(own.flatMap((figure) => figure.caveats)).filter((caveat) => caveat.id !== "partsExceedTotal"),
      },
    ];
  });
  const caveats = generalCaveats(figures, knownAt);
  for (const { ids } of [
    ...caveats,
    ...questions.flatMap(([, question]) => [...question.caveats, ...Object.values(question.statements)]),
    ...Object.values(statements.general),
  ]) {
    for (const id of ids) if (id.startsWith("OPEN-")) openPoints.add(id);
  }
  return {
    schema: "maatwerk.answer/1",
    id: source.question.id,
    header: source.question.header,
    reference,
    knownAt,
    channel,
    law: { version: law.version, parameters: law.parametersHash },
    openPoints: [...openPoints].sort(),
    statements: statements.general,
    questions: Object.fromEntries(questions),
    bounds:
      source.figures.bounds === undefined ? null : boundsOfAnswer(source.figures.bounds, figures, perimeterOfAnswerThree(law)),
    caveats,
  };
}

/** Null where those who broke the rule, or those who kept it, are few. */
function breachesShown(count: number, checked: number | null, policy: DisclosurePolicy): number | null {
  const few = (size: number): boolean => size > 0 && size <= policy.smallest;
  return few(count) || (checked !== null && few(checked - count)) ? null : count;
}

function beforeScheme(schemeFrom: PlainDate): Problem {
  const day = (language: "nl" | "en" | "fr"): string => formatDate(schemeFrom, language);
  const message = localized(
    `Op die datum bestond de maatregel nog niet: kies een dag vanaf ${day("nl")}.`,
    `On that date the measure did not exist yet: choose a day from ${day("en")}.`,
    `À cette date la mesure n'existait pas encore : choisissez un jour à partir du ${day("fr")}.`,
  );
  return problem("answer.beforeScheme", message, "at", `>= ${schemeFrom}`);
}

function comparisonsOf(figure: Figure, source: AnswerSource, reference: PlainDate): Comparison[] {
  if (reference !== source.question.published.reference) return [];
  return source.published.facts
    .filter((fact) => fact.figure === figure.id)
    .map((fact) => {
      if (fact.unit !== figure.unit.id) throw new RangeError(`${fact.id} is in ${fact.unit}, ${figure.id} in ${figure.unit.id}`);
      const cell = cellOf(figure, fact.key);
      const computed = cell === undefined ? 0 : cell.value;
      return { id: fact.id, key: fact.key, published: fact.value, computed, equal: computed === fact.value };
    });
}

/** The reading of OPEN-57: one perimeter for both answers, or the plain word AMA meaning both kinds. */
function perimeterOfAnswerThree(law: LawData): AmaPerimeter {
  return readingFollowed(law, "OPEN-57") === "TWO_PERIMETERS" ? "ALL" : "SOCIAL_ECONOMY";
}

function perimeterOf(entry: FiguresFile["figures"][number], law: LawData): AmaPerimeter | null {
  if (entry.amaWording === undefined) return null;
  return entry.amaWording === "AMA" ? perimeterOfAnswerThree(law) : "SOCIAL_ECONOMY";
}

/** Caveats between questions: which numbers never go together, and what was known. */
function generalCaveats(figures: ReadonlyMap<string, Figure>, knownAt: Instant): Caveat[] {
  const together = ["vop-files", "lde-files", "grants"].every((id) => figures.has(id));
  const countOf = (figure: string, key: readonly null[]): number | null =>
    together ? countIn(figures, { figure, key: [...key] }) : null;
  const [vop, lde, granted] = [countOf("vop-files", []), countOf("lde-files", []), countOf("grants", [null])];
  const day = (language: "nl" | "en" | "fr"): string => formatDate(brusselsDate(knownAt), language);
  // What the gate took away is not named here either.
  const n = (count: number | null, language: "nl" | "en" | "fr"): string =>
    count === null ? "" : `${formatNumber(count, language)} `;
  const those = (count: number | null, language: "nl" | "en" | "fr"): string => {
    const [article, pronoun] = { nl: ["de", "die"], en: ["the", "those"], fr: ["les", "ceux"] }[language] as [string, string];
    return count === null ? pronoun : `${article} ${formatNumber(count, language)}`;
  };
  const caveat = (id: string, ids: readonly string[], text: Localized): Caveat => ({ id, ids, text });
  const neverAdded = (): Caveat =>
    caveat(
      "neverAdded",
      ["STAT-08", "STAT-06", "STAT-07"],
      localized(
        `De ${n(vop, "nl")}dossiers van vraag 6 en ${those(lde, "nl")} van vraag 7 worden nooit opgeteld bij de ${n(granted, "nl")}toekenningen van vraag 5: andere eenheden en deels dezelfde mensen.`,
        `The ${n(vop, "en")}files of question 6 and ${those(lde, "en")} of question 7 are never added to the ${n(granted, "en")}grants of question 5: other units, and partly the same people.`,
        `Les ${n(vop, "fr")}dossiers de la question 6 et ${those(lde, "fr")} de la question 7 ne s'additionnent jamais aux ${n(granted, "fr")}octrois de la question 5 : autres unités, et en partie les mêmes personnes.`,
      ),
    );
  return [
    ...(together ? [neverAdded()] : []),
    caveat(
      "unitsApart",
      ["STAT-09"],
      localized(
        "Tickets, personen, relaties en dossiers staan nooit in één kolom.",
        "Tickets, persons, relations and files never share a column.",
        "Tickets, personnes, relations et dossiers ne partagent jamais une colonne.",
      ),
    ),
    caveat(
      "knownAt",
      ["STAT-09"],
      localized(
        `Alle cijfers zijn zoals de registers ze kenden op ${day("nl")}.`,
        `All figures are as the registers knew them on ${day("en")}.`,
        `Tous les chiffres sont tels que les registres les connaissaient le ${day("fr")}.`,
      ),
    ),
  ];
}

function distinct(caveats: readonly Caveat[]): Caveat[] {
  const seen = new Map<string, Caveat>();
  for (const caveat of caveats) {
    const name = `${caveat.id} ${caveat.text.en}`;
    if (!seen.has(name)) seen.set(name, caveat);
  }
  return [...seen.values()];
}
