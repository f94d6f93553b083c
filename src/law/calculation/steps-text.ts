// The steps of an explanation straight as the text of a JSON list: what never changes of a rule or a parameter is written once, the rest is put between.
import { type Language, languages } from "../../kernel/index.ts";
import {
  type AnyRule,
  type Law,
  monthText,
  type ParameterCell,
  type Place,
  partsOf,
  readerTexts,
  type Step,
  unitText,
  unknownText,
  valueAt,
  valueText,
} from "../engine/index.ts";
import { codeName } from "../rules/index.ts";
import { hasValue, parameterLine } from "./steps.ts";

/** Byte for byte what `JSON.stringify(stepLines(law, steps))` gives, several times sooner. */
export function stepsText(law: Law, steps: readonly Step[]): string {
  let text = "[";
  for (const step of steps) text += `${text.length === 1 ? "" : ","}${stepText(law, step, steps)}`;
  return `${text}]`;
}

type Worded = readonly string[];

function stepText(law: Law, step: Step, steps: readonly Step[]): string {
  const { head, afterKey, sentences, unit } = written(step.rule);
  const places = sentences.places.map((place) => worded(place, step, steps));
  let text = `${head}${quoted(step.key)}${afterKey}{`;
  for (let l = 0; l < languages.length; l += 1) {
    text += l === 0 ? `"${languages[l]}":"` : `","${languages[l]}":"`;
    for (const part of sentences.parts[l]!) text += typeof part === "string" ? part : places[part]![l]!;
  }
  text += `"},"value":${hasValue(step.value) ? quoted(valueText(step.value, step.rule.unit)) : "null"}${unit},"from":`;
  text += `${list(step.from)},"facts":[`;
  for (let i = 0; i < step.facts.length; i += 1) {
    const fact = step.facts[i]!;
    const value = fact.value === undefined ? "null" : quoted(valueText(fact.value, fact.unit));
    text += `${i === 0 ? "" : ","}{"name":${quoted(fact.name)},"value":${value},"unit":${quoted(unitText(fact.unit))}}`;
  }
  text += '],"parameters":[';
  let first = true;
  for (const cell of step.parameters) {
    const line = parameterText(law, cell);
    if (line === "") continue;
    text += first ? line : `,${line}`;
    first = false;
  }
  text += '],"switches":';
  text +=
    step.switches.length === 0 ? "{}" : JSON.stringify(Object.fromEntries(step.switches.map((s) => [s.openPoint, s.option])));
  return `${text},"openPoints":${list(step.openPoints)}}`;
}

/** What stands at a place in each language, ready to stand between quotes. */
function worded(place: Place, step: Step, steps: readonly Step[]): Worded {
  if (place.kind === "month") return step.month === null ? nothing : monthWords(step.month);
  if (place.kind === "parameter") {
    for (const cell of step.parameters) if (cell.id === place.name) return cellWords(cell, step, place);
    return nothing;
  }
  return wordsAt(place, step, steps);
}

const nothing: Worded = languages.map(() => inner(unknownText));

function wordsAt(place: Place, step: Step, steps: readonly Step[]): Worded {
  const at = valueAt(place, step, steps);
  if (at === null) return nothing;
  const { value, unit } = at;
  const words = readerTexts(value, unit, codeName);
  // Numbers, days and yes or no hold nothing that JSON writes otherwise.
  return typeof value === "string" || Array.isArray(value) ? words.map(inner) : words;
}

const ofCells = new WeakMap<ParameterCell, Worded>();

function cellWords(cell: ParameterCell, step: Step, place: Place): Worded {
  let words = ofCells.get(cell);
  if (words === undefined) {
    words = wordsAt(place, step, []);
    ofCells.set(cell, words);
  }
  return words;
}

const months = new Map<string, Worded>();

function monthWords(month: string): Worded {
  let words = months.get(month);
  if (words === undefined) {
    words = languages.map((language) => inner(monthText(month, language)));
    if (months.size < 1200) months.set(month, words);
  }
  return words;
}

/** What of a rule is the same in every case. */
interface Written {
  readonly head: string;
  readonly afterKey: string;
  readonly sentences: { readonly places: readonly Place[]; readonly parts: readonly (readonly (string | number)[])[] };
  /** Of the value, with its name before it. */
  readonly unit: string;
}

const rules = new WeakMap<AnyRule, Written>();

function written(rule: AnyRule): Written {
  let made = rules.get(rule);
  if (made === undefined) {
    const names = `"ids":${JSON.stringify(rule.ids)},"title":${JSON.stringify(rule.title)}`;
    made = {
      head: `{"rule":${quoted(rule.id)},"key":`,
      afterKey: `,${names},"dutchTerm":${quoted(rule.dutchTerm)},"sentence":`,
      sentences: sentencesOf(rule),
      unit: `,"unit":${quoted(unitText(rule.unit))}`,
    };
    rules.set(rule, made);
  }
  return made;
}

/** Each sentence as its fixed texts and the numbers of its places; a place that stands in several languages has one number. */
function sentencesOf(rule: AnyRule): Written["sentences"] {
  const places: Place[] = [];
  const number = (place: Place): number => {
    const at = places.findIndex(({ kind, name }) => kind === place.kind && name === place.name);
    return at >= 0 ? at : places.push(place) - 1;
  };
  const parts = languages.map((language: Language) =>
    partsOf(rule.sentence[language]).map((part) => (typeof part === "string" ? inner(part) : number(part))),
  );
  return { places, parts };
}

const parameters = new WeakMap<ParameterCell, string>();

/** A cell belongs to one law, so that its title is always that law's. Empty: the parameter has no value here. */
function parameterText(law: Law, cell: ParameterCell): string {
  let text = parameters.get(cell);
  if (text === undefined) {
    text = parameterLine(law, cell)
      .map((line) => JSON.stringify(line))
      .join(",");
    parameters.set(cell, text);
  }
  return text;
}

function list(items: readonly string[]): string {
  if (items.length === 0) return "[]";
  let text = "[";
  for (let i = 0; i < items.length; i += 1) text += i === 0 ? quoted(items[i]!) : `,${quoted(items[i]!)}`;
  return `${text}]`;
}

/** Letters, digits and signs that stand in JSON as they are. */
const plain = /^[\w .,:@%/+-]*$/;

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

function inner(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
