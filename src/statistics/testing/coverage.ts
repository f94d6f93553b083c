// Checks every row of an answer's coverage file against a computed answer: the path must be there, and say what the row says.
import { z } from "zod";
import type { Answer } from "../answer/index.ts";
import { readYaml } from "../definition/index.ts";

const common = {
  quote: z.string(),
  ids: z.array(z.string()).min(1),
  shows: z.string(),
  kind: z.enum(["statement", "caveat", "scheme", "cell", "asked", "outcome", "derived", "bound"]),
};

const row = z.discriminatedUnion("check", [
  z.strictObject({ ...common, check: z.literal("number"), value: z.int() }),
  z.strictObject({ ...common, check: z.literal("says"), words: z.array(z.string()).min(1) }),
  z.strictObject({ ...common, check: z.literal("unit"), unit: z.string() }),
  z.strictObject({ ...common, check: z.literal("outcome"), type: z.string() }),
  z.strictObject({ ...common, check: z.literal("present") }),
  z.strictObject({
    ...common,
    check: z.literal("holds"),
    relation: z.enum(["neverFalls", "partsAddUp", "listIsComplete", "range"]),
    min: z.int().optional(),
    max: z.int().optional(),
  }),
]);

export type CoverageRow = z.infer<typeof row>;

export function readCoverage(text: string, file: string): readonly CoverageRow[] {
  const yaml = readYaml(text, file);
  if (!yaml.ok) throw new Error(yaml.error.map((error) => `${file}:${error.line} ${error.problem.message.en}`).join("\n"));
  return z.strictObject({ rows: z.array(row) }).parse(yaml.value.data).rows;
}

/** What is wrong with the row, or null when the answer shows it. */
export function failureOf(row: CoverageRow, answer: Answer): string | null {
  const shown = resolve(answer, row.shows);
  if (shown === undefined || shown === null) return `${row.shows} is not in the answer`;
  switch (row.check) {
    case "number":
      return shown === row.value ? null : `${row.shows} is ${JSON.stringify(shown)}, not ${row.value}`;
    case "present":
      return shown === "" || (Array.isArray(shown) && shown.length === 0) ? `${row.shows} is empty` : null;
    case "says": {
      const text = textOf(shown);
      const missing = row.words.filter((word) => !text.includes(word));
      return missing.length === 0 ? null : `${row.shows} does not say: ${missing.join(", ")}. It says: ${text}`;
    }
    case "unit": {
      const unit = (shown as { unit?: { id?: string } }).unit?.id;
      return unit === row.unit ? null : `${row.shows} is in ${unit}, not in ${row.unit}`;
    }
    case "outcome": {
      const found = shown as { type?: string; outcome?: { type?: string } };
      const type = found.outcome?.type ?? found.type;
      return type === row.type ? null : `${row.shows} is ${type}, not ${row.type}`;
    }
    case "holds":
      return relationFails(row, shown);
  }
}

interface Cell {
  readonly key: readonly (string | null)[];
  readonly value: number;
}

function relationFails(row: Extract<CoverageRow, { check: "holds" }>, shown: unknown): string | null {
  switch (row.relation) {
    case "neverFalls": {
      const values = (shown as readonly Cell[]).map((cell) => cell.value);
      const rises = values.length > 1 && values.every((value, index) => index === 0 || value >= values[index - 1]!);
      return rises && values[values.length - 1]! > values[0]! ? null : `${row.shows} does not rise: ${values.join(", ")}`;
    }
    case "partsAddUp": {
      const cells = shown as readonly Cell[];
      const parts = cells.filter((cell) => cell.key.every((part) => part !== null)).reduce((sum, cell) => sum + cell.value, 0);
      const total = cells.find((cell) => cell.key.every((part) => part === null))?.value;
      return parts === total ? null : `${row.shows}: parts ${parts}, total ${total}`;
    }
    case "listIsComplete": {
      const { count, checked, list } = shown as { count: number; checked: number; list: readonly unknown[] | null };
      if (list === null) return `${row.shows} is not listed`;
      return count === list.length && checked >= count && checked > 0
        ? null
        : `${row.shows}: ${list.length} listed, ${count} of ${checked} counted`;
    }
    case "range": {
      const { min, max, actual } = shown as { min: number; max: number; actual: number };
      if (min !== row.min || max !== row.max) return `${row.shows} is ${min} to ${max}, not ${row.min} to ${row.max}`;
      return actual >= min && actual <= max ? null : `${row.shows}: the records hold ${actual}, outside ${min} to ${max}`;
    }
  }
}

/** The Dutch and English text under a value. */
function textOf(shown: unknown): string {
  // Amounts and percentages are set with a space that does not break.
  if (typeof shown === "string" || typeof shown === "number") return String(shown).replaceAll("\u00a0", " ");
  if (Array.isArray(shown)) return shown.map(textOf).join(" ");
  const { nl, en, text } = shown as { nl?: string; en?: string; text?: unknown };
  if (nl !== undefined) return `${nl} ${en ?? ""}`.replaceAll("\u00a0", " ");
  return text === undefined ? JSON.stringify(shown) : textOf(text);
}

/** Follows a path: names with dots, [KEY|*] for a cell by its key, {id} for an entry of a list by its id or name. */
export function resolve(root: unknown, path: string): unknown {
  let at: unknown = root;
  for (const step of path.match(/\[[^\]]*\]|\{[^}]*\}|[^.[{]+/g) ?? []) {
    if (at === undefined || at === null) return undefined;
    if (step.startsWith("[")) {
      const key =
        step === "[]"
          ? []
          : step
              .slice(1, -1)
              .split("|")
              .map((part) => (part === "*" ? null : part));
      at = (at as readonly Cell[]).find((cell) => JSON.stringify(cell.key) === JSON.stringify(key));
    } else if (step.startsWith("{")) {
      const name = step.slice(1, -1);
      at = (at as readonly { id?: string; name?: string }[]).find((entry) => entry.id === name || entry.name === name);
    } else {
      at = (at as Record<string, unknown>)[step];
    }
  }
  return at;
}
