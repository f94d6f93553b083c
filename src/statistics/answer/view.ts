// The answer as a page or a terminal shows it: words and formatted numbers in one language, tables as rows of text.
import { brusselsDate, formatDate, type Language, type Localized, plainDate } from "../../kernel/index.ts";
import type { Unit } from "../catalogue/index.ts";
import { labelOf, unitFacts } from "../catalogue/index.ts";
import type { Caveat, Figure, Outcome } from "../figure/index.ts";
import type { Answer, AnswerBounds, AnswerFigure, AnswerQuestion, FigureRole } from "./answer.ts";
import { boundsTable, breachTable, criteriaTable, figureTable, shown, type TableView, windowText } from "./view-tables.ts";
import { formatNumber, words } from "./words.ts";

export type { CellView, TableView } from "./view-tables.ts";

export interface OutcomeView {
  readonly type: Outcome["type"];
  readonly label: string;
  readonly detail: string | null;
}

export interface FigureView {
  readonly id: string;
  readonly title: string;
  readonly role: FigureRole;
  readonly roleLabel: string;
  /** Unit, what is counted, of whom, when, as known when: stands above the table. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly outcome: OutcomeView;
  /** Null when the figure is not available. */
  readonly table: TableView | null;
  readonly comparisons: readonly {
    readonly label: string;
    readonly published: string;
    readonly computed: string;
    readonly equal: boolean;
  }[];
  readonly caveats: readonly { readonly id: string; readonly text: string; readonly ids: readonly string[] }[];
  readonly warnings: readonly string[];
}

export interface QuestionView {
  readonly number: number;
  readonly title: string;
  readonly asked: string;
  readonly document: OutcomeView;
  readonly adds: string;
  readonly statements: readonly { readonly id: string; readonly text: string; readonly ids: readonly string[] }[];
  readonly criteria: TableView | null;
  /** Caveats of the figures below, each once. */
  readonly caveats: readonly { readonly id: string; readonly text: string; readonly ids: readonly string[] }[];
  readonly figures: readonly FigureView[];
  readonly derived: readonly { readonly id: string; readonly label: string; readonly value: string; readonly unit: string }[];
  /** The table is empty where single cases are not shown. */
  readonly breaches: { readonly title: string; readonly summary: string; readonly table: TableView } | null;
}

export interface AnswerView {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly statements: readonly { readonly id: string; readonly text: string; readonly ids: readonly string[] }[];
  readonly questions: readonly QuestionView[];
  readonly bounds: {
    readonly title: string;
    readonly assumptions: readonly string[];
    readonly tables: readonly TableView[];
    readonly solutions: string | null;
  } | null;
  readonly caveats: readonly { readonly id: string; readonly text: string; readonly ids: readonly string[] }[];
  readonly openPoints: readonly string[];
}

export function answerView(answer: Answer, language: Language): AnswerView {
  const { header } = answer;
  const w = words(language);
  const date = (day: string): string => formatDate(plainDate(day), language);
  return {
    title: header.title,
    subtitle: `${header.type[language]} ${header.number}, ${date(header.date)}`,
    facts: [
      { label: w.institution, value: header.institution[language] },
      { label: w.theme, value: header.theme[language] },
      { label: w.asker, value: header.asker },
      { label: w.minister, value: `${header.minister.name}, ${header.minister.role[language]}` },
      ...(header.follows === undefined
        ? []
        : [{ label: w.follows, value: `${header.follows.number}, ${date(header.follows.date)}` }]),
      { label: w.document, value: header.document },
      { label: w.file, value: header.file },
      { label: w.reference, value: formatDate(answer.reference, language) },
      { label: w.knownAt, value: knownAt(answer.knownAt, language) },
      { label: w.channel, value: w.channels[answer.channel] },
      { label: w.law, value: `${answer.law.version} (${answer.law.parameters.slice(0, 12)})` },
    ],
    statements: sentences(answer.statements, language),
    questions: Object.values(answer.questions).map((question) => questionView(question, language)),
    bounds: answer.bounds === null ? null : boundsView(answer.bounds, language),
    caveats: caveats(answer.caveats, language),
    openPoints: answer.openPoints,
  };
}

function boundsView(bounds: AnswerBounds, language: Language): NonNullable<AnswerView["bounds"]> {
  return {
    title: bounds.title[language],
    assumptions: [
      ...bounds.assumptions.map((text) => text[language]),
      ...(bounds.contradiction === null ? [] : [bounds.contradiction[language]]),
    ],
    tables: [boundsTable(Object.values(bounds.cells), language), boundsTable(Object.values(bounds.derived), language)],
    solutions: bounds.solutions === null ? null : formatNumber(Number(bounds.solutions), language),
  };
}

function counted(count: number | null, language: Language): string {
  return count === null ? words(language).suppressed : formatNumber(count, language);
}

function questionView(question: AnswerQuestion, language: Language): QuestionView {
  const breaches = question.doubleTicketBreaches;
  return {
    number: question.number,
    title: question.title[language],
    asked: question.asked[language],
    document: outcomeView(question.document, language),
    adds: question.adds[language],
    statements: sentences(question.statements, language),
    criteria: question.criteria === undefined ? null : criteriaTable(question.criteria, language),
    caveats: caveats(question.caveats, language),
    figures: Object.values(question.figures).map((figure) => figureView(figure, language)),
    derived: Object.entries(question.derived).map(([id, derived]) => ({
      id,
      label: derived.title[language],
      value: shown(derived.value, language),
      unit: derived.unit === "percent" ? "%" : unitFacts[derived.unit as Unit].title[language],
    })),
    breaches:
      breaches === undefined
        ? null
        : {
            title: breaches.title[language],
            summary: words(language).breachSummary(counted(breaches.count, language), counted(breaches.checked, language)),
            table: breachTable(breaches.list ?? [], language),
          },
  };
}

/** What a view needs: a figure of an answer, or one that was asked on its own. */
export type ShownFigure = Figure & Partial<Pick<AnswerFigure, "role" | "comparisons">>;

/** A figure as it is shown, on its own or inside an answer. */
export function figureView(figure: ShownFigure, language: Language): FigureView {
  const w = words(language);
  return {
    id: figure.id,
    title: figure.title[language],
    role: figure.role ?? "asked",
    roleLabel: w.roles[figure.role ?? "asked"],
    facts: [
      { label: w.unit, value: figure.unit.title[language] },
      { label: w.counted, value: figure.counted[language] },
      { label: w.population, value: figure.population[language] },
      {
        label: figure.measure === "stock" ? w.at : w.period,
        value: figure.windows.map((window) => windowText(window, language)).join("; "),
      },
      { label: w.knownAt, value: knownAt(figure.knownAt, language) },
    ],
    outcome: outcomeView(figure.outcome, language),
    table: figure.outcome.type === "notAvailableUntil" ? null : figureTable(figure, language),
    comparisons: (figure.comparisons ?? []).map((comparison) => ({
      label:
        comparison.key.length === 0
          ? figure.title[language]
          : comparison.key.map((code, index) => labelOf(figure.dimensions[index]!.id, code)[language]).join(", "),
      published: formatNumber(comparison.published, language),
      computed: comparison.computed === null ? words(language).suppressed : shown(comparison.computed, language),
      equal: comparison.equal,
    })),
    caveats: caveats(figure.caveats, language),
    warnings: figure.warnings.map((warning) => warning.text[language]),
  };
}

export function outcomeView(outcome: Outcome, language: Language): OutcomeView {
  const w = words(language);
  const detail = (): Localized | null => {
    switch (outcome.type) {
      case "proxy":
        return outcome.why;
      case "partial":
        return outcome.missing;
      case "referred":
        return outcome.to;
      case "notAvailableUntil":
        return outcome.until;
      default:
        return null;
    }
  };
  const said = detail()?.[language] ?? null;
  const asked = outcome.type === "proxy" ? `${w.asked}: ${outcome.askedUnit[language]}. ` : "";
  const given = outcome.type === "proxy" && outcome.givenUnit !== undefined ? `${w.given}: ${outcome.givenUnit[language]}. ` : "";
  const why = outcome.type === "notAvailableUntil" && outcome.why !== undefined ? `. ${outcome.why[language]}` : "";
  return { type: outcome.type, label: w.outcomes[outcome.type], detail: said === null ? null : `${asked}${given}${said}${why}` };
}

function knownAt(moment: Answer["knownAt"], language: Language): string {
  return `${formatDate(brusselsDate(moment), language)} (${moment})`;
}

function sentences(
  of: Readonly<Record<string, { readonly text: Localized; readonly ids: readonly string[] }>>,
  language: Language,
) {
  return Object.entries(of).map(([id, statement]) => ({ id, text: statement.text[language], ids: statement.ids }));
}

function caveats(of: readonly Caveat[], language: Language) {
  return of.map((caveat) => ({ id: caveat.id, text: caveat.text[language], ids: caveat.ids }));
}
