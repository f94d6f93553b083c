// Steps that were written before, by what they show: most cases share most of their steps to the letter.
import { Exact, type Step, stepOf } from "../engine/index.ts";
import { hasValue } from "./steps.ts";
import type { Fixed } from "./text-sink.ts";

/** Places for the steps of one rule, a power of two: what comes to a place that is taken takes it over, so that cases without end take no room without end. */
const PLACES = 256;

/** A step as it was shown. */
export interface Shown {
  /** All that is shown, thing after thing. */
  readonly things: readonly unknown[];
  /** It came before, so that its text is worth keeping. */
  again: boolean;
  text: Fixed | null;
}

/**
 * Cases differ in their wage, and most steps are not about the wage. A step is found by what it shows, laid out in one list: a server
 * that answers now and then has to fetch from far whatever it compares, and one list is fetched sooner than a step with all its parts.
 */
export class StepMemory {
  private readonly shown: (Shown | undefined)[] = new Array(PLACES).fill(undefined);
  private readonly rules: readonly string[];

  /** @param rules - Those whose value the rule's sentence shows. */
  constructor(rules: readonly string[]) {
    this.rules = rules;
  }

  /** The step as it was shown before, or from now on. */
  of(step: Step, steps: readonly Step[]): Shown {
    layOut(step, steps, this.rules);
    const place = (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (PLACES - 1);
    const before = this.shown[place];
    if (before !== undefined && isLaidOut(before.things)) {
      before.again = true;
      return before;
    }
    const shown = { things: laid.slice(0, length), again: false, text: null };
    this.shown[place] = shown;
    return shown;
  }
}

/** What the step at hand shows, up to `length`: one list for all, as each is compared before the next is laid out. */
const laid: unknown[] = [];
let length = 0;
/** A number made of what is laid out. */
let hash = 0;

function layOut(step: Step, steps: readonly Step[], rules: readonly string[]): void {
  length = 0;
  hash = 0;
  layValue(step.value);
  const { facts, parameters, switches, from, openPoints } = step;
  for (let i = 0; i < facts.length; i += 1) {
    lay(facts[i]!.name);
    layValue(facts[i]!.value);
  }
  for (let i = 0; i < rules.length; i += 1) layValue(stepOf(rules[i]!, step, steps)?.value);
  for (let i = 0; i < parameters.length; i += 1) {
    const cell = parameters[i]!;
    // A cell of the law is one thing however often it is read; those of one parameter differ by their day, `2024-07-01` by year and month.
    lay(cell);
    mix(cell.on.charCodeAt(3) * 120 + cell.on.charCodeAt(5) * 10 + cell.on.charCodeAt(6));
  }
  for (let i = 0; i < switches.length; i += 1) {
    lay(switches[i]!.openPoint);
    lay(switches[i]!.option);
  }
  for (let i = 0; i < from.length; i += 1) lay(from[i]);
  for (let i = 0; i < openPoints.length; i += 1) lay(openPoints[i]);
  // What lists have in them tells them apart, but not where one ends and the next begins.
  lay(facts.length * 1_000_000 + parameters.length * 10_000 + switches.length * 100 + from.length);
}

function layValue(value: Step["value"]): void {
  if (value instanceof Exact) {
    lay(value.n);
    lay(value.d);
    mix((value.n + Math.imul(value.d | 0, 17)) | 0);
    return;
  }
  // Whatever the reason why there is no value, what is shown is the same.
  lay(hasValue(value) ? value : undefined);
  if (typeof value === "string") mix(textNumber(value));
  else if (value === true) mix(1);
}

function lay(thing: unknown): void {
  laid[length] = thing;
  length += 1;
}

function mix(number: number): void {
  hash = (Math.imul(hash, 31) + number) | 0;
}

function textNumber(text: string): number {
  const last = text.length - 1;
  return last < 0 ? 0 : Math.imul(last, 31) + text.charCodeAt(0) + Math.imul(text.charCodeAt(last), 7);
}

/** Numbers held wide, which are no numbers here, are equal to nothing: such steps are rare, and written each time. */
function isLaidOut(things: readonly unknown[]): boolean {
  if (things.length !== length) return false;
  for (let i = 0; i < length; i += 1) if (things[i] !== laid[i]) return false;
  return true;
}
