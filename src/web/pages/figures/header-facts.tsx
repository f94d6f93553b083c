// The header of a parliamentary question, as it stands on the document.
import { formatDate, type Language } from "../../../kernel/index.ts";
import type { Publication } from "../../../statistics/index.ts";
import { SummaryList } from "../../look/summary-list.tsx";

export function HeaderFacts({ publication, language }: { readonly publication: Publication; readonly language: Language }) {
  const { header } = publication;
  if (header === null) return null;
  const w = words[language];
  const type = header.type?.[language] ?? w.written;
  const rows = [
    { name: w.question, value: `${type} ${header.number}, ${formatDate(header.date, language)}` },
    { name: w.asker, value: header.asker },
    { name: w.minister, value: <span lang="nl">{header.minister}</span> },
    { name: w.theme, value: <span lang="nl">{header.theme}</span> },
    ...(header.due === null ? [] : [{ name: w.due, value: formatDate(header.due, language) }]),
    ...(header.series === null ? [] : [{ name: w.series, value: header.series }]),
    ...(header.follows === null
      ? []
      : [{ name: w.follows, value: `${header.follows.number}, ${formatDate(header.follows.date, language)}` }]),
  ];
  return <SummaryList rows={rows} />;
}

const words = {
  nl: {
    question: "Vraag",
    written: "schriftelijke vraag",
    asker: "Vraagsteller",
    minister: "Aan",
    theme: "Thema",
    due: "Te beantwoorden tegen",
    series: "Reeks",
    follows: "Volgt op vraag",
  },
  en: {
    question: "Question",
    written: "written question",
    asker: "Asked by",
    minister: "To",
    theme: "Theme",
    due: "Answer due by",
    series: "Series",
    follows: "Follows question",
  },
  fr: {
    question: "Question",
    written: "question écrite",
    asker: "Auteur",
    minister: "À",
    theme: "Thème",
    due: "À répondre avant le",
    series: "Série",
    follows: "Suit la question",
  },
} as const;
