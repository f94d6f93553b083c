// A step as a plain sentence with its own numbers.
import { formatDate, type Language, plainDate } from "../../kernel/index.ts";
import { type CodeName, readerText } from "./text.ts";
import type { Step } from "./trace.ts";
import type { AnyUnit } from "./units.ts";
import { NoValue, type Value } from "./value.ts";

const noNames: CodeName = () => undefined;

/** What stands where a value is not known. */
export const unknownText = "…";

/** The rule's sentence filled in from the step and from the steps it used. */
export function sentenceOf(step: Step, steps: readonly Step[], language: Language, codeName: CodeName = noNames): string {
  let sentence = "";
  for (const part of partsOf(step.rule.sentence[language])) {
    sentence += typeof part === "string" ? part : filled(part, step, steps, language, codeName);
  }
  return sentence;
}

/** A place to fill in a sentence: `{value}`, `{month}`, `{fact:x}`, `{rule:x}`, `{parameter:x}`. */
export interface Place {
  readonly kind: string;
  readonly name: string;
}

const templates = new Map<string, readonly (string | Place)[]>();

/** A sentence as its fixed texts and its places to fill. */
export function partsOf(sentence: string): readonly (string | Place)[] {
  const known = templates.get(sentence);
  if (known !== undefined) return known;
  const parts: (string | Place)[] = [];
  let end = 0;
  for (const match of sentence.matchAll(/\{(\w+)(?::([^}]+))?\}/g)) {
    if (match.index > end) parts.push(sentence.slice(end, match.index));
    parts.push({ kind: match[1]!, name: match[2] ?? "" });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) parts.push(sentence.slice(end));
  templates.set(sentence, parts);
  return parts;
}

function filled(place: Place, step: Step, steps: readonly Step[], language: Language, codeName: CodeName): string {
  if (place.kind === "month") return step.month === null ? unknownText : monthText(step.month, language);
  const shown = valueAt(place, step, steps);
  return shown === null ? unknownText : readerText(shown.value, shown.unit, language, codeName);
}

/** The value that stands at a place of a step's sentence; null when it is not known, and for the month, which is no value. */
export function valueAt({ kind, name }: Place, step: Step, steps: readonly Step[]): Shown | null {
  if (kind === "value") return known(step.value, step.rule.unit);
  if (kind === "fact") {
    for (const fact of step.facts) if (fact.name === name) return known(fact.value, fact.unit);
    return null;
  }
  if (kind === "parameter") {
    for (const cell of step.parameters) if (cell.id === name) return known(cell.value, cell.unit);
    return null;
  }
  const other = stepOf(name, step, steps);
  return other === undefined ? null : known(other.value, other.rule.unit);
}

/** The step of a rule that another step can show: about the same month, or about none. */
export function stepOf(rule: string, step: Step, steps: readonly Step[]): Step | undefined {
  for (let i = 0; i < steps.length; i += 1) {
    const other = steps[i]!;
    if (other.rule.id === rule && (other.month === null || other.month === step.month)) return other;
  }
  return undefined;
}

export interface Shown {
  readonly value: Value;
  readonly unit: AnyUnit;
}

function known(value: Value | NoValue | undefined, unit: AnyUnit): Shown | null {
  return value === undefined || value instanceof NoValue ? null : { value, unit };
}

/** `2024-01` as `januari 2024`. */
export function monthText(month: string, language: Language): string {
  return formatDate(plainDate(`${month}-02`), language).replace(/^2 /, "");
}
