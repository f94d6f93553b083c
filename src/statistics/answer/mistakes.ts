// The mistakes in an answer's folder, told to who asked for the answer: each names folder, file, line and what was expected.
import { localized, type Problem, problem } from "../../kernel/index.ts";
import { describePlaced, type PlacedIssue } from "../definition/index.ts";

/** Id of the problems that say that a folder cannot be used as it stands. */
export const ANSWER_FOLDER = "answer.folder";

export function answerMistakes(issues: readonly PlacedIssue[]): readonly Problem[] {
  return issues.map((one) =>
    problem(
      ANSWER_FOLDER,
      localized(describePlaced(one, "nl"), describePlaced(one, "en"), describePlaced(one, "fr")),
      one.problem.field,
    ),
  );
}
