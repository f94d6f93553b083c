// Gathers the parameters of one statement. Values never become part of the text.
import type { SqlValue } from "../port.ts";

export interface Statement {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

export class Parameters {
  readonly values: SqlValue[] = [];

  /** The statement with the parameters that its text really names, numbered anew. */
  finish(text: string): Statement {
    const used: number[] = [];
    const renumbered = text.replace(/\$(\d+)/g, (_, place: string) => {
      const index = Number(place) - 1;
      if (!used.includes(index)) used.push(index);
      return `$${used.indexOf(index) + 1}`;
    });
    return { text: renumbered, parameters: used.map((index) => this.values[index]!) };
  }

  /** The place of a value in the text, with its type: `$3::date`. */
  place(value: SqlValue, type: "date" | "timestamptz" | "text" | "text[]" | "int"): string {
    const known = this.values.indexOf(value);
    if (known >= 0 && typeof value === "string") return `$${known + 1}::${type}`;
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
