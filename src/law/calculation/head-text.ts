// What an answer says before its steps, straight as JSON text.
import type { CalculationOutput } from "./output.ts";
import { quoted } from "./quoted.ts";
import type { TextSink } from "./text-sink.ts";

/** What `JSON.stringify` makes of the answer and of nothing after it, up to the list of steps that follows. */
export function writeHead(output: CalculationOutput, sink: TextSink): void {
  let text = "{";
  for (const [name, value] of Object.entries(output)) {
    if (value !== undefined) text += `"${name}":${memberText(value)},`;
  }
  sink.text(`${text}"steps":`);
}

function memberText(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" && Object.isFrozen(value) ? frozenText(value!) : JSON.stringify(value);
}

/** What is frozen says the same in every answer: which law, and which open points. */
const texts = new WeakMap<object, string>();

function frozenText(value: object): string {
  let text = texts.get(value);
  if (text === undefined) {
    text = JSON.stringify(value);
    texts.set(value, text);
  }
  return text;
}
