// Reads the folders under `answers/`. Node only.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fail, localized, ok, type Result } from "../../kernel/index.ts";
import type { PlacedIssue } from "../definition/index.ts";
import { type AnswerSource, type AnswerTexts, readAnswerSource } from "./source.ts";

/** The product's own answers. */
export const ANSWERS_FOLDER = fileURLToPath(new URL("../../../answers", import.meta.url));

/** Ids of the answers that there are, also of those whose files are missing or wrong: reading them says so. */
export function answerIds(folder: string = ANSWERS_FOLDER): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

/** The answer's files, or every mistake in them. Throws when there is no such answer. */
export function readAnswer(id: string, folder: string = ANSWERS_FOLDER): Result<AnswerSource, readonly PlacedIssue[]> {
  if (!answerIds(folder).includes(id))
    throw new RangeError(`There is no answer "${id}"; there are: ${answerIds(folder).join(", ")}`);
  const texts = answerTexts(id, folder)!;
  return texts.ok ? readAnswerSource(id, texts.value) : texts;
}

/** The answer's files as they were written, or each that cannot be read; null when there is no such answer. */
export function answerTexts(id: string, folder: string = ANSWERS_FOLDER): Result<AnswerTexts, readonly PlacedIssue[]> | null {
  if (!answerIds(folder).includes(id)) return null;
  const unreadable: PlacedIssue[] = [];
  const read = (name: keyof typeof EXPECTED): string => {
    try {
      return readFileSync(join(folder, id, name), "utf8");
    } catch (error) {
      unreadable.push(notRead(id, name, (error as NodeJS.ErrnoException).code ?? "?"));
      return "";
    }
  };
  const texts = { question: read("question.yaml"), figures: read("figures.yaml"), published: read("published.yaml") };
  return unreadable.length > 0 ? fail(unreadable) : ok(texts);
}

/** What each file of a folder is to hold. */
const EXPECTED = {
  "question.yaml": "the question as it was asked: id, reference, knownAt, header, published, questions",
  "figures.yaml": "the figures that answer it: figures, derived, bounds",
  "published.yaml": "what the document prints: facts",
} as const;

/** @param code - As the operating system says why, such as EACCES. */
function notRead(id: string, name: keyof typeof EXPECTED, code: string): PlacedIssue {
  const message =
    code === "ENOENT"
      ? localized(
          `Het bestand ${name} ontbreekt in de map ${id}.`,
          `The file ${name} is missing in the folder ${id}.`,
          `Le fichier ${name} manque dans le dossier ${id}.`,
        )
      : localized(
          `Het bestand ${name} in de map ${id} kan niet gelezen worden (${code}).`,
          `The file ${name} in the folder ${id} cannot be read (${code}).`,
          `Le fichier ${name} du dossier ${id} ne peut être lu (${code}).`,
        );
  return { file: `answers/${id}/${name}`, line: 1, column: 1, problem: { id: "answer.file", message, expected: EXPECTED[name] } };
}

/** The frozen line of an answer, or null when it was never frozen. */
export function readFrozen(id: string, folder: string = ANSWERS_FOLDER): string | null {
  const file = join(folder, id, "frozen.jsonl");
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
