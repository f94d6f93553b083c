// A step as a plain sentence with its own numbers.
import { formatDate, type Language, type Localized, plainDate } from "../../kernel/index.ts";
import { readerText } from "./text.ts";
import type { Step } from "./trace.ts";
import { NoValue, type Value } from "./value.ts";

/** What codes such as P5 or HIGH are called. */
export type CodeName = (code: string) => Localized | undefined;

const noNames: CodeName = () => undefined;

/** What stands where a value is not known. */
const unknown = "…";

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
  const { kind, name } = place;
  if (kind === "value") return shown(step.value, step, language, codeName);
  if (kind === "month") return step.month === null ? unknown : monthText(step.month, language);
  if (kind === "fact") {
    const fact = step.facts.find((read) => read.name === name);
    return fact?.value === undefined ? unknown : readerText(fact.value, fact.unit, language, codeName);
  }
  if (kind === "parameter") {
    const cell = step.parameters.find((read) => read.id === name);
    return cell === undefined || cell.value instanceof NoValue ? unknown : readerText(cell.value, cell.unit, language, codeName);
  }
  const used = steps.find((other) => other.rule.id === name && (other.month === null || other.month === step.month));
  return used === undefined ? unknown : shown(used.value, used, language, codeName);
}

function shown(value: Value | NoValue | undefined, of: Step, language: Language, codeName: CodeName): string {
  return value === undefined || value instanceof NoValue ? unknown : readerText(value, of.rule.unit, language, codeName);
}

/** `2024-01` as `januari 2024`. */
function monthText(month: string, language: Language): string {
  return formatDate(plainDate(`${month}-02`), language).replace(/^2 /, "");
}
