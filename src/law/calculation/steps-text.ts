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
  type StepPlace,
  unitText,
  unknownText,
  valueAt,
  valueText,
} from "../engine/index.ts";
import { codeName } from "../rules/index.ts";
import { inner, quoted } from "./quoted.ts";
import { StepMemory } from "./step-memory.ts";
import { hasValue, parameterLine } from "./steps.ts";
import { type Fixed, fixed, forNow, type TextSink } from "./text-sink.ts";

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
  const of = written(step);
  const shown = of.memory.of(step, steps);
  if (shown.again && shown.text === null) shown.text = whole((into) => writeParts(law, step, steps, of, into));
  if (shown.text === null) writeParts(law, step, steps, of, sink);
  else sink.fixed(shown.text);
}

/** What is written, as one part. */
function whole(write: (sink: TextSink) => void): Fixed {
  let text = "";
  const add = (part: string) => {
    text += part;
  };
  write({ fixed: (part) => add(part.text), text: add });
  return forNow(text);
}

function writeParts(law: Law, step: Step, steps: readonly Step[], of: Written, sink: TextSink): void {
  sink.fixed(of.head);
  const { places, parts } = of.sentences;
  const words = places.length === 0 ? noWords : places.map((place) => worded(place, step, steps));
  for (let l = 0; l < languages.length; l += 1) {
    const ofLanguage = parts[l]!;
    for (let i = 0; i < ofLanguage.length; i += 1) {
      const part = ofLanguage[i]!;
      if (typeof part === "number") sink.text(words[part]![l]!);
      else sink.fixed(part);
    }
  }
  sink.fixed(valueHead);
  sink.text(hasValue(step.value) ? quoted(valueText(step.value, step.rule.unit)) : "null");
  sink.fixed(of.unit);
  const last = lastOf(law, step, of);
  sink.text(last.from);
  for (let i = 0; i < step.facts.length; i += 1) {
    const fact = step.facts[i]!;
    const { first, later, after } = factParts(fact.name, fact.unit);
    sink.fixed(i === 0 ? first : later);
    sink.text(fact.value === undefined ? "null" : quoted(valueText(fact.value, fact.unit)));
    sink.fixed(after);
  }
  sink.text(last.end);
}

/** What a step was computed from and leaned on, as text. */
interface Ends {
  readonly step: Step;
  readonly from: string;
  readonly end: string;
}

/** Most cases use the same and lean on the same as the case before them, whatever they show. */
function lastOf(law: Law, step: Step, of: Written): Ends {
  const { last } = of;
  if (last !== null && leansOnTheSame(last.step, step)) return last;
  const made = { step, from: `${JSON.stringify(step.from)},"facts":[`, end: leanedOn(law, step) };
  of.last = made;
  return made;
}

function leansOnTheSame(one: Step, other: Step): boolean {
  if (!isSameList(one.from, other.from) || !isSameList(one.parameters, other.parameters)) return false;
  if (!isSameList(one.openPoints, other.openPoints) || one.switches.length !== other.switches.length) return false;
  for (let i = 0; i < one.switches.length; i += 1) {
    const [read, otherRead] = [one.switches[i]!, other.switches[i]!];
    if (read.openPoint !== otherRead.openPoint || read.option !== otherRead.option) return false;
  }
  return true;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** Parameters, readings and open points: the end of a step. */
function leanedOn(law: Law, step: Step): string {
  const lines = step.parameters.map((cell) => parameterText(law, cell)).filter((line) => line !== "");
  const read = Object.fromEntries(step.switches.map(({ openPoint, option }) => [openPoint, option]));
  return `],"parameters":[${lines.join(",")}],"switches":${JSON.stringify(read)},"openPoints":${JSON.stringify(step.openPoints)}}`;
}

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

/** What of a rule, in a month where it is about months, is the same in every case. */
interface Written {
  /** Up to the sentence. */
  readonly head: Fixed;
  readonly sentences: { readonly places: readonly Place[]; readonly parts: readonly (readonly (Fixed | number)[])[] };
  /** Unit, and the name of what follows it. */
  readonly unit: Fixed;
  readonly memory: StepMemory;
  /** Of the step that was written last. */
  last: Ends | null;
}

const valueHead = fixed('"},"value":');

function written({ place }: Step): Written {
  if (place.kept === null) place.kept = writtenAt(place);
  return place.kept as Written;
}

function writtenAt({ rule, key }: StepPlace): Written {
  const sentences = sentencesOf(rule);
  const names = `"ids":${JSON.stringify(rule.ids)},"title":${JSON.stringify(rule.title)}`;
  return {
    head: fixed(`{"rule":${quoted(rule.id)},"key":${quoted(key)},${names},"dutchTerm":${quoted(rule.dutchTerm)},"sentence":{`),
    sentences,
    unit: fixed(`,"unit":${quoted(unitText(rule.unit))},"from":`),
    memory: new StepMemory(sentences.places.filter(({ kind }) => kind === "rule").map(({ name }) => name)),
    last: null,
  };
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

interface FactParts {
  readonly first: Fixed;
  readonly later: Fixed;
  readonly after: Fixed;
}

const factTexts = new Map<string, FactParts>();

function factParts(name: string, unit: AnyUnit): FactParts {
  const key = `${name} ${unit}`;
  let made = factTexts.get(key);
  if (made === undefined) {
    const head = `{"name":${quoted(name)},"value":`;
    made = { first: fixed(head), later: fixed(`,${head}`), after: fixed(`,"unit":${quoted(unitText(unit))}}`) };
    // Names are those of the law's graphs; whoever makes graphs without end makes their names anew each time.
    if (factTexts.size < 4096) factTexts.set(key, made);
  }
  return made;
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
