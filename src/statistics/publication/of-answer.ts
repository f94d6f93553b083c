// A whole computed answer (answers/<id>/) as a publication, so that it is released and given out like any other.
import { type Localized, localized } from "../../kernel/index.ts";
import type { Answer, AnswerBounds, AnswerQuestion } from "../answer/answer.ts";
import { boundsTable } from "../answer/view-tables.ts";
import { policies } from "../disclosure/index.ts";
import type { AnswerHeader } from "./header.ts";
import type { Publication, PublishedSection } from "./publication.ts";

export function publicationOfAnswer(answer: Answer): Publication {
  const { header } = answer;
  return {
    schema: "maatwerk.publication/1",
    name: answer.id,
    title: localized(header.title, header.title, header.title),
    header: {
      type: header.type,
      number: header.number,
      date: header.date as AnswerHeader["date"],
      due: null,
      asker: header.asker,
      minister: `${header.minister.name}, ${header.minister.role.nl}`,
      theme: header.theme.nl,
      title: header.title,
      series: "individueel-maatwerk",
      follows:
        header.follows === undefined
          ? null
          : { number: header.follows.number, date: header.follows.date as AnswerHeader["date"] },
    },
    reference: answer.reference,
    knownAt: answer.knownAt,
    law: answer.law,
    policy: policies.public.id,
    sections: [
      ...Object.values(answer.questions).map(sectionOf),
      ...(answer.bounds === null ? [] : [boundsSection(answer.bounds)]),
    ],
  };
}

function sectionOf(question: AnswerQuestion): PublishedSection {
  const sentences = Object.values(question.statements).map((statement) => statement.text);
  return {
    number: question.number,
    title: question.title,
    asked: question.asked,
    text: joined([...sentences, question.adds]),
    outcome: question.document,
    figures: Object.values(question.figures).map(({ role: _, comparisons: __, ...figure }) => figure),
  };
}

/** What the published margins leave open, in words: they are ranges and no figures. */
function boundsSection(bounds: AnswerBounds): PublishedSection {
  const say = (language: "nl" | "en" | "fr"): string =>
    [...Object.values(bounds.cells), ...Object.values(bounds.derived)]
      .map((row) => boundsTable([row], language).rows[0]!.cells.map((cell) => cell.text))
      .map(([what, from, to]) => `${what}: ${from} – ${to}`)
      .join("\n");
  return {
    number: null,
    title: bounds.title,
    asked: null,
    text: joined([...bounds.assumptions, localized(say("nl"), say("en"), say("fr"))]),
    outcome: { type: "narrative" },
    figures: [],
  };
}

function joined(texts: readonly Localized[]): Localized | null {
  if (texts.length === 0) return null;
  const all = (language: "nl" | "en" | "fr"): string => texts.map((text) => text[language]).join("\n");
  return localized(all("nl"), all("en"), all("fr"));
}
