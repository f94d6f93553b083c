// Reads the folders under `answers/`. Node only.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Result } from "../../kernel/index.ts";
import type { PlacedIssue } from "../definition/index.ts";
import { type AnswerSource, type AnswerTexts, readAnswerSource } from "./source.ts";

/** The product's own answers. */
export const ANSWERS_FOLDER = fileURLToPath(new URL("../../../answers", import.meta.url));

/** Ids of the answers that there are. */
export function answerIds(folder: string = ANSWERS_FOLDER): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "question.yaml")))
    .map((entry) => entry.name)
    .sort();
}

/** The answer's files, or every mistake in them. Throws when there is no such answer. */
export function readAnswer(id: string, folder: string = ANSWERS_FOLDER): Result<AnswerSource, readonly PlacedIssue[]> {
  if (!answerIds(folder).includes(id))
    throw new RangeError(`There is no answer "${id}"; there are: ${answerIds(folder).join(", ")}`);
  return readAnswerSource(id, answerTexts(id, folder)!);
}

/** The answer's files as they were written; null when there is no such answer. */
export function answerTexts(id: string, folder: string = ANSWERS_FOLDER): AnswerTexts | null {
  if (!answerIds(folder).includes(id)) return null;
  const read = (name: string): string => readFileSync(join(folder, id, name), "utf8");
  return { question: read("question.yaml"), figures: read("figures.yaml"), published: read("published.yaml") };
}

/** The frozen line of an answer, or null when it was never frozen. */
export function readFrozen(id: string, folder: string = ANSWERS_FOLDER): string | null {
  const file = join(folder, id, "frozen.jsonl");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
