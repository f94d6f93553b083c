// A publication as a document: what the PDF and the OpenDocument text say, in Dutch, as the cabinet needs it.
import { brusselsDate, formatDate, type Instant, type Language } from "../../kernel/index.ts";
import type { Block, LetterDocument } from "../../letters/index.ts";
import { figureView, outcomeText, type Publication, type TableView } from "../../statistics/index.ts";

export interface DocumentFacts {
  readonly revision: number;
  readonly releasedAt: Instant;
  readonly synthetic: boolean;
}

/** Figures say what they are about above their table, as they do on the page. */
export function documentOf(
  publication: Publication,
  facts: DocumentFacts,
  language: Language,
  /** Drawings by figure id. */
  charts: ReadonlyMap<string, string>,
): LetterDocument {
  const { header } = publication;
  const day = brusselsDate(facts.releasedAt);
  const blocks: Block[] = header === null ? [] : [{ type: "facts", rows: headerRows(publication, language) }];
  for (const section of publication.sections) {
    if (publication.sections.length > 1 || section.number !== null) {
      const number = section.number === null ? "" : `${section.number}. `;
      blocks.push({ type: "heading", text: `${number}${section.title[language]}` });
    }
    if (section.asked !== null) blocks.push({ type: "paragraph", text: `${words[language].asked}: ${section.asked[language]}` });
    const outcome = outcomeText(section.outcome, language);
    if (section.outcome.type !== "answered" && section.outcome.type !== "narrative")
      blocks.push({ type: "paragraph", text: `${outcome.label}${outcome.detail === null ? "" : `: ${outcome.detail}`}` });
    for (const line of section.text?.[language].split("\n") ?? [])
      if (line !== "") blocks.push({ type: "paragraph", text: line });
    for (const figure of section.figures) {
      const view = figureView(figure, language);
      if (view.title !== publication.title[language] || section.figures.length > 1)
        blocks.push({ type: "heading", text: view.title });
      blocks.push({ type: "facts", rows: view.facts });
      if (view.outcome.type !== "answered")
        blocks.push({
          type: "paragraph",
          text: `${view.outcome.label}${view.outcome.detail === null ? "" : `: ${view.outcome.detail}`}`,
        });
      const remarks = [...view.caveats.map((caveat) => caveat.text), ...view.warnings];
      if (remarks.length > 0) blocks.push({ type: "list", items: remarks });
      const svg = charts.get(figure.id);
      if (svg !== undefined)
        blocks.push({ type: "chart", title: view.title, text: `${view.title}. ${words[language].below}`, svg });
      if (view.table !== null) blocks.push(tableBlock(view.title, view.table));
    }
  }
  return {
    kind: "publication",
    language,
    reference: `${publication.name} ${facts.revision}`,
    date: day,
    createdAt: facts.releasedAt,
    from: { name: words[language].department, lines: [] },
    to: { name: header === null ? "" : header.minister, lines: [] },
    title: publication.title[language],
    summary: [words[language].known(formatDate(brusselsDate(publication.knownAt), language))],
    blocks,
    synthetic: facts.synthetic,
  };
}

function headerRows(publication: Publication, language: Language): { label: string; value: string }[] {
  const { header } = publication;
  const w = words[language];
  if (header === null) return [];
  const date = (day: Parameters<typeof formatDate>[0]): string => formatDate(day, language);
  return [
    { label: w.question, value: `${header.type?.[language] ?? w.written} ${header.number}, ${date(header.date)}` },
    { label: w.asker, value: header.asker },
    { label: w.minister, value: header.minister },
    { label: w.theme, value: header.theme },
    ...(header.due === null ? [] : [{ label: w.due, value: date(header.due) }]),
    ...(header.follows === null ? [] : [{ label: w.follows, value: `${header.follows.number}, ${date(header.follows.date)}` }]),
  ];
}

function tableBlock(caption: string, table: TableView): Block {
  const totals = table.rows.filter((row) => row.total);
  const last = totals.length === 1 && table.rows.at(-1)?.total === true ? totals[0]! : null;
  return {
    type: "table",
    caption,
    columns: table.columns.map((column) => ({ title: column.text, align: column.numeric ? "end" : "start" })),
    rows: table.rows.filter((row) => row !== last).map((row) => row.cells.map((cell) => cell.text)),
    total: last === null ? null : last.cells.map((cell) => cell.text),
  };
}

const words = {
  nl: {
    department: "Departement Werk en Sociale Economie",
    asked: "Gevraagd",
    below: "De getallen staan in de tabel hieronder.",
    question: "Vraag",
    written: "schriftelijke vraag",
    asker: "Vraagsteller",
    minister: "Aan",
    theme: "Thema",
    due: "Te beantwoorden tegen",
    follows: "Volgt op vraag",
    known: (day: string) => `Alle cijfers zijn zoals de registers ze kenden op ${day}.`,
  },
  en: {
    department: "Department of Work and Social Economy",
    asked: "Asked",
    below: "The numbers are in the table below.",
    question: "Question",
    written: "written question",
    asker: "Asked by",
    minister: "To",
    theme: "Theme",
    due: "Answer due by",
    follows: "Follows question",
    known: (day: string) => `All figures are as the registers knew them on ${day}.`,
  },
  fr: {
    department: "Département de l'Emploi et de l'Économie sociale",
    asked: "Demandé",
    below: "Les nombres figurent dans le tableau ci-dessous.",
    question: "Question",
    written: "question écrite",
    asker: "Auteur",
    minister: "À",
    theme: "Thème",
    due: "À répondre avant le",
    follows: "Suit la question",
    known: (day: string) => `Tous les chiffres sont tels que les registres les connaissaient le ${day}.`,
  },
} as const;
