// What the fuzzer feeds: a reader of text from outside, with examples that it takes.
import { readFileSync } from "node:fs";

export interface Parser {
  /** The function's own name first; more than one parser may feed the same function. */
  readonly name: string;
  readonly examples: readonly string[];
  /** May refuse with a `Refusal`; anything else that is thrown is a mistake of ours. */
  readonly read: (text: string) => unknown;
  /** Costs much more than the others: gets a smaller share. "process": starts one of its own for every input. */
  readonly slow?: boolean | "process";
  /** The examples are JSON: most inputs stay JSON, of another shape. */
  readonly json?: boolean;
}

export const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
