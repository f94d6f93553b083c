// The two clocks of a law page, from its address: in force on a day, as known on a day.
import { type Language, type PlainDate, parseDateAsTyped, pick } from "../../../kernel/index.ts";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { lawText } from "./text.ts";

export interface TwoDays {
  /** As typed, to show again. */
  readonly form: { readonly op: string; readonly bekend: string };
  readonly mistakes: readonly FieldMistake[];
  readonly on: PlainDate | null;
  readonly known: PlainDate | null;
}

export function readTwoDays(query: URLSearchParams, language: Language): TwoDays {
  const text = lawText(language);
  const form = { op: (query.get("op") ?? "").trim(), bekend: (query.get("bekend") ?? "").trim() };
  const mistakes: FieldMistake[] = [];
  const day = (field: "op" | "bekend", name: string): PlainDate | null => {
    if (form[field] === "") return null;
    const parsed = parseDateAsTyped(form[field]);
    if (parsed.ok) return parsed.value;
    mistakes.push({ field, message: `${name}: ${pick(parsed.error.message, language)}` });
    return null;
  };
  const on = day("op", text.on);
  return { form, mistakes, on, known: day("bekend", text.known) };
}
