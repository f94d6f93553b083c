// Steps that were written before, by what they show: most cases share most of their steps to the letter.
import { Exact, type ParameterCell, type Place, type Step, valueAt } from "../engine/index.ts";
import { hasValue } from "./steps.ts";
import { type Fixed, fixed, type TextSink } from "./text-sink.ts";

/** Texts kept of one rule; beyond it they are forgotten, so that cases without end take no room without end. */
const MOST_TEXTS = 256;

/**
 * The step as a whole where an earlier case showed the very same: cases differ in their wage, and most steps are not about the wage. The
 * second time it is kept, so that what comes only once costs nothing. Null: to be written.
 */
export class StepMemory {
  private readonly texts = new Map<string, Fixed | "once">();
  private readonly rulePlaces: readonly Place[];

  /** @param rulePlaces - Places of the rule's sentence that show the value of another step. */
  constructor(rulePlaces: readonly Place[]) {
    this.rulePlaces = rulePlaces;
  }

  text(step: Step, steps: readonly Step[], write: (sink: TextSink) => void): Fixed | null {
    const key = shownBy(step, steps, this.rulePlaces);
    if (key === null) return null;
    const before = this.texts.get(key);
    if (typeof before === "object") return before;
    if (this.texts.size >= MOST_TEXTS) this.texts.clear();
    if (before === undefined) {
      this.texts.set(key, "once");
      return null;
    }
    let text = "";
    const add = (part: string) => {
      text += part;
    };
    write({ fixed: (part) => add(part.text), text: add });
    const whole = fixed(text);
    this.texts.set(key, whole);
    return whole;
  }
}

/** Everything that the text of a step is made of, as a key; null when it holds what no short key can say. */
function shownBy(step: Step, steps: readonly Step[], rulePlaces: readonly Place[]): string | null {
  let key = keyOf(step.value);
  for (const { name, value } of step.facts) key += `|${name}=${keyOf(value)}`;
  for (const place of rulePlaces) key += `|${keyOf(valueAt(place, step, steps)?.value)}`;
  for (const cell of step.parameters) key += `#${numberOf(cell)}`;
  for (const { openPoint, option } of step.switches) key += `?${openPoint}=${option}`;
  for (const used of step.from) key += `<${used}`;
  for (const openPoint of step.openPoints) key += `!${openPoint}`;
  return key.includes(TOO_LONG) ? null : key;
}

const TOO_LONG = "\u0000";

function keyOf(value: Step["value"]): string {
  if (value instanceof Exact) return Number.isNaN(value.n) ? TOO_LONG : `${value.n}/${value.d}`;
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return TOO_LONG;
  // Whatever the reason why there is no value, what is shown is the same.
  return hasValue(value) ? String(value) : "-";
}

const numbers = new WeakMap<ParameterCell, number>();
let lastNumber = 0;

/** A cell does not change: a number stands for all that is shown of it. */
function numberOf(cell: ParameterCell): number {
  let number = numbers.get(cell);
  if (number === undefined) {
    lastNumber += 1;
    number = lastNumber;
    numbers.set(cell, number);
  }
  return number;
}
