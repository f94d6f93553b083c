// The header of a parliamentary question, as it stands on the document.
import type { Localized, PlainDate } from "../../kernel/index.ts";
import type { SheetReader } from "./reader.ts";

export interface AnswerHeader {
  readonly type: Localized | null;
  readonly number: number;
  readonly date: PlainDate;
  /** Day on which the answer is due. */
  readonly due: PlainDate | null;
  readonly asker: string;
  readonly minister: string;
  readonly theme: string;
  readonly title: string;
  /** Questions that come back carry the name of their series. */
  readonly series: string | null;
  readonly follows: { readonly number: number; readonly date: PlainDate } | null;
}

const fields = ["type", "number", "date", "due", "asker", "minister", "theme", "title", "series", "follows"];

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Null when something is missing; the reader then holds what. */
export function parseHeader(data: unknown, reader: SheetReader): AnswerHeader | null {
  const path = ["answer"];
  if (!isRecord(data)) {
    reader.add(path, "header", "De kop heeft velden.", "The header has fields.", "L'en-tête a des champs.", fields.join(", "));
    return null;
  }
  reader.onlyFields(data, fields, path);
  const before = reader.found.length;
  const words = (name: string): string => {
    const value = data[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    reader.add([...path, name], "words", `Vul ${name} in.`, `Fill in ${name}.`, `Remplissez ${name}.`, "tekst");
    return "";
  };
  const number = (value: unknown, at: readonly string[]): number => {
    if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
    reader.add(at, "number", "Schrijf een nummer.", "Write a number.", "Écrivez un numéro.", "170");
    return 0;
  };
  const follows = data.follows;
  const header = {
    type: reader.text(data.type, [...path, "type"]),
    number: number(data.number, [...path, "number"]),
    date: reader.day(data.date, [...path, "date"], true),
    due: reader.day(data.due, [...path, "due"], false),
    asker: words("asker"),
    minister: words("minister"),
    theme: words("theme"),
    title: words("title"),
    series: typeof data.series === "string" && data.series !== "" ? data.series : null,
    follows: isRecord(follows)
      ? {
          number: number(follows.number, [...path, "follows", "number"]),
          date: reader.day(follows.date, [...path, "follows", "date"], true),
        }
      : null,
  };
  if (header.due !== null && header.date !== null && header.due < header.date)
    reader.add(
      [...path, "due"],
      "due",
      "De uiterste dag ligt voor de dag van de vraag.",
      "The due date lies before the question's.",
      "L'échéance précède la question.",
    );
  return reader.found.length > before || header.date === null ? null : (header as AnswerHeader);
}
