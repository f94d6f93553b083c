// Reads the dates of the answer page from its address.
import { endOfBrusselsDate, type Instant, type Language, type PlainDate, parseDateAsTyped, pick } from "../../kernel/index.ts";
import type { FieldMistake } from "../look/error-summary.tsx";
import { answerPageText } from "../text/answer.ts";

export interface AnswerDates {
  /** As typed, to show again. */
  readonly form: { readonly at: string; readonly knownAt: string };
  readonly mistakes: readonly FieldMistake[];
  readonly at: PlainDate | null;
  /** The end of the given day. */
  readonly knownAt: Instant | null;
}

export function readAnswerDates(query: URLSearchParams, today: PlainDate, language: Language): AnswerDates {
  const text = answerPageText(language);
  const form = { at: (query.get("at") ?? "").trim(), knownAt: (query.get("knownAt") ?? "").trim() };
  const mistakes: FieldMistake[] = [];
  const day = (field: "at" | "knownAt", name: string): PlainDate | null => {
    if (form[field] === "") return null;
    const parsed = parseDateAsTyped(form[field]);
    if (parsed.ok) return parsed.value;
    mistakes.push({ field, message: `${name}: ${pick(parsed.error.message, language)}.` });
    return null;
  };
  const at = day("at", text.at);
  const known = day("knownAt", text.knownAt);
  const future = known !== null && known > today;
  if (future) mistakes.push({ field: "knownAt", message: text.future });
  return {
    form,
    mistakes,
    at,
    knownAt: known === null || future ? null : endOfBrusselsDate(known),
  };
}
