// Questions that are kept for later, by name. A saving is a version; nothing is overwritten.
import { fail, localized, ok, problem, type Result } from "../../kernel/index.ts";
import { nameProblems, type SavedQuestion } from "../../statistics/index.ts";
import { type NotComputed, readSource } from "./compute.ts";
import { refusedFigures } from "./draft.ts";
import type { FiguresActor, FiguresPorts } from "./ports.ts";

/** Only a question that can be read is kept. */
export async function saveQuestion(
  ports: FiguresPorts,
  actor: FiguresActor,
  name: string,
  text: string,
): Promise<Result<SavedQuestion, NotComputed>> {
  const read = readSource(ports, { kind: "sheet", text });
  if (!read.ok) return fail({ kind: "source", issues: read.error });
  const wrong = nameProblems(name, read.value.definitions, "", null);
  if (wrong.length > 0) return fail(refusedFigures(...wrong));
  const before = await ports.publications.question(name);
  const saved = { name, version: (before?.version ?? 0) + 1, text, at: ports.clock.now(), actor };
  if ((await ports.publications.saveQuestion(saved)) === "added") return ok(saved);
  const message = localized(
    "Iemand anders bewaarde net eerst: kijk opnieuw.",
    "Somebody else just saved first: look again.",
    "Quelqu'un d'autre vient d'enregistrer : regardez à nouveau.",
  );
  return fail(refusedFigures(problem("question.conflict", message, "name")));
}
