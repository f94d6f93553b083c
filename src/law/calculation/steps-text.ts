// The steps of an explanation straight as the text of a JSON list: what never changes of a rule or a parameter is written once, the rest is put between.
import { type Language, languages } from "../../kernel/index.ts";
import {
  type AnyRule,
  type AnyUnit,
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

/** Where the text goes, part after part. */
export interface TextSink {
  /** A part that was written once for all cases. */
  fixed(part: Fixed): void;
  /** A short part of this case. */
  text(part: string): void;
}

/** A part that is the same in every case, in both forms that a sink may want. */
export interface Fixed {
  readonly text: string;
  readonly utf8: Uint8Array;
}

/** Byte for byte what `JSON.stringify(stepLines(law, steps))` gives, several times sooner. */
export function writeSteps(law: Law, steps: readonly Step[], sink: TextSink): void {
  sink.text("[");
  for (let i = 0; i < steps.length; i += 1) {
    if (i > 0) sink.text(",");
    writeStep(law, steps[i]!, steps, sink);
  }
  sink.text("]");
}

function writeStep(law: Law, step: Step, steps: readonly Step[], sink: TextSink): void {
  const { head, before, afterHead, sentences, value, unit } = written(step.rule);
  if (step.month === null) sink.fixed(before);
  else {
    sink.fixed(head);
    sink.text(quoted(step.key));
    sink.fixed(afterHead);
  }
  const { places, parts } = sentences;
  const words = places.length === 0 ? noWords : places.map((place) => worded(place, step, steps));
  for (let l = 0; l < languages.length; l += 1)
    for (const part of parts[l]!) {
      if (typeof part === "number") sink.text(words[part]![l]!);
      else sink.fixed(part);
    }
  sink.fixed(value);
  sink.text(hasValue(step.value) ? quoted(valueText(step.value, step.rule.unit)) : "null");
  sink.fixed(unit);
  writeList(step.from, sink);
  sink.fixed(facts);
  for (let i = 0; i < step.facts.length; i += 1) {
    const fact = step.facts[i]!;
    const { name, after } = factParts(fact.name, fact.unit);
    if (i > 0) sink.text(",");
    sink.fixed(name);
    sink.text(fact.value === undefined ? "null" : quoted(valueText(fact.value, fact.unit)));
    sink.fixed(after);
  }
  sink.fixed(parametersHead);
  let first = true;
  for (const cell of step.parameters) {
    const line = parameterText(law, cell);
    if (line.text === "") continue;
    if (!first) sink.text(",");
    sink.fixed(line);
    first = false;
  }
  sink.fixed(switchesHead);
  sink.text(
    step.switches.length === 0 ? "{}" : JSON.stringify(Object.fromEntries(step.switches.map((s) => [s.openPoint, s.option]))),
  );
  sink.fixed(openPointsHead);
  writeList(step.openPoints, sink);
  sink.text("}");
}

const encoder = new TextEncoder();
const fixed = (text: string): Fixed => ({ text, utf8: encoder.encode(text) });

const facts = fixed(',"facts":[');
const parametersHead = fixed('],"parameters":[');
const switchesHead = fixed('],"switches":');
const openPointsHead = fixed(',"openPoints":');

type Worded = readonly string[];
const noWords: readonly Worded[] = [];

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
  /** Up to the key, and what follows it, for a rule about one month. */
  readonly head: Fixed;
  readonly afterHead: Fixed;
  /** The same with the key between, for any other rule. */
  readonly before: Fixed;
  readonly sentences: { readonly places: readonly Place[]; readonly parts: readonly (readonly (Fixed | number)[])[] };
  readonly value: Fixed;
  readonly unit: Fixed;
}

const rules = new WeakMap<AnyRule, Written>();

function written(rule: AnyRule): Written {
  let made = rules.get(rule);
  if (made === undefined) {
    const names = `"ids":${JSON.stringify(rule.ids)},"title":${JSON.stringify(rule.title)}`;
    const head = `{"rule":${quoted(rule.id)},"key":`;
    const afterHead = `,${names},"dutchTerm":${quoted(rule.dutchTerm)},"sentence":{`;
    made = {
      head: fixed(head),
      afterHead: fixed(afterHead),
      before: fixed(`${head}${quoted(rule.id)}${afterHead}`),
      sentences: sentencesOf(rule),
      value: fixed('"},"value":'),
      unit: fixed(`,"unit":${quoted(unitText(rule.unit))},"from":`),
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
  const parts = languages.map((language: Language, l) => {
    const opening = l === 0 ? `"${language}":"` : `","${language}":"`;
    const [first, ...rest] = partsOf(rule.sentence[language]);
    const all = typeof first === "string" ? [opening + inner(first), ...rest] : [opening, first!, ...rest];
    return all.map((part, at) => (typeof part === "string" ? fixed(at === 0 ? part : inner(part)) : number(part)));
  });
  return { places, parts };
}

const factTexts = new Map<string, { readonly name: Fixed; readonly after: Fixed }>();

function factParts(name: string, unit: AnyUnit): { readonly name: Fixed; readonly after: Fixed } {
  const key = `${name} ${unit}`;
  let made = factTexts.get(key);
  if (made === undefined) {
    made = { name: fixed(`{"name":${quoted(name)},"value":`), after: fixed(`,"unit":${quoted(unitText(unit))}}`) };
    // Names are those of the law's graphs; whoever makes graphs without end makes their names anew each time.
    if (factTexts.size < 4096) factTexts.set(key, made);
  }
  return made;
}

const parameters = new WeakMap<ParameterCell, Fixed>();

/** A cell belongs to one law, so that its title is always that law's. Empty: the parameter has no value here. */
function parameterText(law: Law, cell: ParameterCell): Fixed {
  let text = parameters.get(cell);
  if (text === undefined) {
    text = fixed(
      parameterLine(law, cell)
        .map((line) => JSON.stringify(line))
        .join(","),
    );
    parameters.set(cell, text);
  }
  return text;
}

function writeList(items: readonly string[], sink: TextSink): void {
  sink.text("[");
  for (let i = 0; i < items.length; i += 1) {
    if (i > 0) sink.text(",");
    sink.text(quoted(items[i]!));
  }
  sink.text("]");
}

/** Letters, digits and signs that stand in JSON as they are. */
const plain = /^[\w .,:@%/+-]*$/;

function quoted(text: string): string {
  return plain.test(text) ? `"${text}"` : JSON.stringify(text);
}

function inner(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
