// What is wrong with an input, said to the person who gave it: which field, what was expected, what to do.
import type { Localized } from "./text.ts";

export interface Problem {
  /** Stable machine name, e.g. `kbo.length`. */
  readonly id: string;
  /** Name of the field as the sender wrote it; left out when the problem is not about one field. */
  readonly field?: string;
  readonly message: Localized;
  /** The accepted form, short and in no language, e.g. `YYYY-Qn`. */
  readonly expected?: string;
}

export function problem(id: string, message: Localized, field?: string, expected?: string): Problem {
  return { id, message, ...(field === undefined ? {} : { field }), ...(expected === undefined ? {} : { expected }) };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "id" in value && "message" in value && typeof value.id === "string";
}

/** Thrown where a function promises a value and cannot return a `Result`. Carries every problem found, not only the first. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problems: Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => (p.field === undefined ? p.message.en : `${p.field}: ${p.message.en}`)).join("; "));
    this.problems = [...problems];
  }
}
