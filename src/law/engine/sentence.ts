// A step as a plain sentence with its own numbers.
import { formatDate, type Language, type Localized, pick, plainDate } from "../../kernel/index.ts";
import { readerText } from "./text.ts";
import type { Step } from "./trace.ts";
import { NoValue, type Value } from "./value.ts";

/** What codes such as P5 or HIGH are called. */
export type CodeName = (code: string) => Localized | undefined;

const noNames: CodeName = () => undefined;

/** The rule's sentence filled in from the step and from the steps it used. */
export function sentenceOf(step: Step, steps: readonly Step[], language: Language, codeName: CodeName = noNames): string {
  return pick(step.rule.sentence, language).replace(
    /\{(\w+)(?::([^}]+))?\}/g,
    (place, kind: string, name: string | undefined) => {
      if (kind === "value") return shown(step.value, step);
      if (kind === "month") return step.month === null ? place : monthText(step.month, language);
      if (kind === "fact") {
        const fact = step.facts.find((read) => read.name === name);
        return fact?.value === undefined ? "…" : readerText(fact.value, fact.unit, language, codeName);
      }
      if (kind === "parameter") {
        const cell = step.parameters.find((read) => read.id === name);
        return cell === undefined || cell.value instanceof NoValue ? "…" : readerText(cell.value, cell.unit, language, codeName);
      }
      const used = steps.find((other) => other.key === name) ?? steps.find((other) => other.key === `${name}@${step.month}`);
      return used === undefined ? "…" : shown(used.value, used);
    },
  );

  function shown(value: Value | NoValue | undefined, of: Step): string {
    return value === undefined || value instanceof NoValue ? "…" : readerText(value, of.rule.unit, language, codeName);
  }
}

/** `2024-01` as `januari 2024`. */
function monthText(month: string, language: Language): string {
  return formatDate(plainDate(`${month}-02`), language).replace(/^2 /, "");
}
