// The answer page at the dates of its address.
import type { Child } from "hono/jsx";
import { type Instant, type PlainDate, pick, Refusal } from "../../kernel/index.ts";
import { type Answer, answerView } from "../../statistics/index.ts";
import type { Page } from "../page.ts";
import { AnswerPage } from "./answer-page.tsx";
import { readAnswerDates } from "./answer-query.ts";
import { NoAnswerPage } from "./no-answer-page.tsx";

/** Computes an answer; null dates are those of the answer itself. Throws a `Refusal` when a figure cannot be given. */
export type AskAnswer = (request: { id: string; at: PlainDate | null; knownAt: Instant | null }) => Promise<Answer>;

export const ANSWER_ID = "sv-170";

export async function answerAt(
  page: Page,
  query: URLSearchParams,
  today: PlainDate,
  ask: AskAnswer,
): Promise<{ readonly status: 200 | 400; readonly body: Child }> {
  const dates = readAnswerDates(query, today, page.language);
  if (dates.mistakes.length > 0) return { status: 400, body: <NoAnswerPage page={page} dates={dates} /> };
  try {
    const answer = await ask({ id: ANSWER_ID, at: dates.at, knownAt: dates.knownAt });
    const comparable = Object.values(answer.questions).some((question) =>
      Object.values(question.figures).some((figure) => figure.comparisons.length > 0),
    );
    return {
      status: 200,
      body: <AnswerPage page={page} view={answerView(answer, page.language)} dates={dates} comparable={comparable} />,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const mistakes = error.problems.map((problem) => ({ field: "", message: pick(problem.message, page.language) }));
    return { status: 400, body: <NoAnswerPage page={page} dates={{ ...dates, mistakes }} /> };
  }
}
