// The answer for a terminal: plain text, one table under the other, lines of at most 110 characters where words allow it.
import type { Language } from "../../kernel/index.ts";
import type { Answer } from "./answer.ts";
import { type AnswerView, answerView, type FigureView, type QuestionView, type TableView } from "./view.ts";
import { words } from "./words.ts";

const WIDTH = 110;

export function answerText(answer: Answer, language: Language): string {
  const view = answerView(answer, language);
  const w = words(language);
  return [
    ...heading(view.title, "="),
    view.subtitle,
    "",
    ...facts(view.facts, ""),
    "",
    ...view.statements.flatMap((statement) => wrap(statement.text, "")),
    ...view.caveats.flatMap((caveat) => wrap(`! ${caveat.text} [${caveat.ids.join(", ")}]`, "  ")),
    ...view.questions.flatMap((question) => questionText(question, language)),
    ...(view.bounds === null ? [] : boundsText(view.bounds, w.solutions)),
    "",
    ...openPoints(view, language),
    "",
  ].join("\n");
}

function boundsText(bounds: NonNullable<AnswerView["bounds"]>, solutions: string): string[] {
  return [
    "",
    ...heading(bounds.title, "="),
    ...bounds.assumptions.flatMap((assumption) => wrap(`- ${assumption}`, "  ")),
    ...bounds.tables.flatMap((table) => ["", ...tableText(table, "  ")]),
    ...(bounds.solutions === null ? [] : ["", `${solutions}: ${bounds.solutions}`]),
  ];
}

function questionText(question: QuestionView, language: Language): string[] {
  const w = words(language);
  const { document } = question;
  return [
    "",
    ...heading(`${w.question} ${question.number}. ${question.title}`, "="),
    ...wrap(`${w.asked}: ${question.asked}`, "  "),
    ...wrap(`${w.inTheDocument}: ${document.label}${document.detail === null ? "" : ` – ${document.detail}`}`, "  "),
    ...wrap(`${w.here}: ${question.adds}`, "  "),
    "",
    ...question.statements.flatMap((statement) => wrap(`- ${statement.text} [${statement.ids.join(", ")}]`, "  ")),
    ...(question.criteria === null ? [] : ["", ...criteriaText(question.criteria)]),
    ...question.caveats.flatMap((caveat, index) =>
      wrap(`(${letterOf(index)}) ${caveat.text} [${caveat.ids.join(", ")}]`, "    "),
    ),
    ...question.figures.flatMap((figure) => figureText(figure, language, question.caveats)),
    ...(question.derived.length === 0
      ? []
      : [
          "",
          `  ${w.derived}`,
          ...question.derived.map(
            (derived) => `    ${derived.label}: ${derived.value}${derived.unit === "%" ? " %" : ` ${derived.unit}`}`,
          ),
        ]),
    ...(question.breaches === null
      ? []
      : [
          "",
          `  ${question.breaches.title}`,
          `    ${question.breaches.summary}`,
          ...(question.breaches.table.rows.length === 0 ? [] : tableText(question.breaches.table, "    ")),
        ]),
  ];
}

/** One figure, with its facts above the table. Caveats already said, with a letter, are only referred to. */
export function figureText(figure: FigureView, language: Language, said: FigureView["caveats"] = []): string[] {
  const w = words(language);
  const { outcome } = figure;
  const place = (caveat: FigureView["caveats"][number]): number =>
    said.findIndex((other) => other.id === caveat.id && other.text === caveat.text);
  const letters = figure.caveats
    .map(place)
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
    .map(letterOf);
  return [
    "",
    `  ${figure.title} (${figure.roleLabel})`,
    ...facts(
      [
        ...figure.facts,
        ...(letters.length === 0 ? [] : [{ label: w.caveats, value: letters.map((letter) => `(${letter})`).join(" ") }]),
      ],
      "    ",
    ),
    ...wrap(`${w.outcome}: ${outcome.label}${outcome.detail === null ? "" : ` – ${outcome.detail}`}`, "    ", "    "),
    ...(figure.table === null ? [] : tableText(figure.table, "    ")),
    ...figure.comparisons.map(
      (comparison) =>
        `    ${comparison.label}: ${w.published} ${comparison.published}, ${w.computed} ${comparison.computed} – ${comparison.equal ? w.same : w.different}`,
    ),
    ...figure.caveats
      .filter((caveat) => place(caveat) < 0)
      .flatMap((caveat) => wrap(`! ${caveat.text} [${caveat.ids.join(", ")}]`, "      ", "    ")),
    ...figure.warnings.flatMap((warning) => wrap(`! ${warning}`, "      ", "    ")),
  ];
}

function letterOf(index: number): string {
  return "abcdefghijklmnopqrstuvwxyz"[index] ?? String(index + 1);
}

function openPoints(view: AnswerView, language: Language): string[] {
  return view.openPoints.length === 0 ? [] : [`${words(language).openPoints}: ${view.openPoints.join(", ")}`];
}

function criteriaText(table: TableView): string[] {
  const [, collective, individual] = table.columns;
  return table.rows.flatMap(({ cells }) => [
    `  ${cells[0]!.text} [${cells[3]!.text}]`,
    ...wrap(`${collective!.text}: ${cells[1]!.text}`, "      ", "    "),
    ...wrap(`${individual!.text}: ${cells[2]!.text}`, "      ", "    "),
  ]);
}

function facts(list: readonly { readonly label: string; readonly value: string }[], indent: string): string[] {
  const width = Math.max(...list.map((fact) => fact.label.length));
  return list.map((fact) => `${indent}${fact.label.padEnd(width)}  ${fact.value}`);
}

function tableText(table: TableView, indent: string): string[] {
  const lines = [table.columns, ...table.rows.map((row) => row.cells)];
  const widths = table.columns.map((_, index) => Math.max(...lines.map((line) => line[index]!.text.length)));
  const print = (line: (typeof lines)[number]): string =>
    `${indent}${line.map((cell, index) => (cell.numeric ? cell.text.padStart(widths[index]!) : cell.text.padEnd(widths[index]!))).join("  ")}`.trimEnd();
  return [print(lines[0]!), `${indent}${widths.map((width) => "-".repeat(width)).join("  ")}`, ...lines.slice(1).map(print)];
}

function heading(words: string, line: string): string[] {
  return [words, line.repeat(Math.min(words.length, WIDTH))];
}

function wrap(sentence: string, indent: string, first = ""): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of sentence.split(" ")) {
    if (line.trim() !== "" && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else {
      line = line.trim() === "" ? `${line}${word}` : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
