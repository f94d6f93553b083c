// What is wrong with a question, and where in it: a path of keys and positions that the YAML edge turns into a line.
import type { Localized, Problem } from "../../kernel/index.ts";
import { localized } from "../../kernel/index.ts";
import { nearest } from "./suggest.ts";

export type PathStep = string | number;

export interface Issue {
  readonly path: readonly PathStep[];
  readonly problem: Problem;
}

/** Gathers issues so that all of them can be shown at once. */
export class Issues {
  readonly found: Issue[] = [];

  add(path: readonly PathStep[], id: string, message: Localized, expected?: string): void {
    const field = path.join(".");
    this.found.push({ path, problem: { id: `figure.${id}`, field, message, ...(expected === undefined ? {} : { expected }) } });
  }

  /** For a word that is none of a list: says what was typed, what is near, and what exists. */
  unknown(path: readonly PathStep[], what: Localized, typed: unknown, known: readonly string[]): void {
    const shown = typeof typed === "string" ? typed.slice(0, 60) : JSON.stringify(typed);
    const near = typeof typed === "string" ? nearest(typed, known) : null;
    this.add(
      path,
      "unknown",
      localized(
        `“${shown}” is geen ${what.nl}.${near === null ? "" : ` Bedoelde u “${near}”?`}`,
        `“${shown}” is no ${what.en}.${near === null ? "" : ` Did you mean “${near}”?`}`,
        `« ${shown} » n'est pas ${what.fr}.${near === null ? "" : ` Vouliez-vous dire « ${near} » ?`}`,
      ),
      known.join(", "),
    );
  }
}
