// The answer page at the dates of its address: released ones for everybody, any other for whoever works with figures.
import type { Child } from "hono/jsx";
import { type Instant, type PlainDate, pick, Refusal } from "../../kernel/index.ts";
import { type Answer, answerView } from "../../statistics/index.ts";
import type { Page } from "../page.ts";
import { AnswerPage } from "./answer-page.tsx";
import { readAnswerDates } from "./answer-query.ts";
import { NoAnswerPage } from "./no-answer-page.tsx";

export interface GivenAnswer {
  readonly answer: Answer;
  /** The dates that everybody may ask for. */
  readonly dates: readonly { readonly at: PlainDate; readonly knownAt: Instant }[];
  readonly released: boolean;
}

/** Null dates are those of the answer itself; `inside`: also what was not released. Throws a `Refusal` when there is nothing to show. */
export type AskAnswer = (
  request: { id: string; at: PlainDate | null; knownAt: Instant | null },
  inside: boolean,
) => Promise<GivenAnswer>;

export const ANSWER_ID = "sv-170";

export async function answerAt(
  page: Page,
  query: URLSearchParams,
  today: PlainDate,
  inside: boolean,
  ask: AskAnswer,
): Promise<{ readonly status: 200 | 400 | 404; readonly body: Child }> {
  const dates = readAnswerDates(query, today, page.language);
  if (dates.mistakes.length > 0) return { status: 400, body: <NoAnswerPage page={page} dates={dates} /> };
  try {
    const given = await ask({ id: ANSWER_ID, at: dates.at, knownAt: dates.knownAt }, inside);
    const { answer } = given;
    const comparable = Object.values(answer.questions).some((question) =>
      Object.values(question.figures).some((figure) => figure.comparisons.length > 0),
    );
    return {
      status: 200,
      body: (
        <AnswerPage
          page={page}
          view={answerView(answer, page.language)}
          dates={dates}
          comparable={comparable}
          given={given}
          inside={inside}
        />
      ),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const mistakes = error.problems.map((problem) => ({ field: "", message: pick(problem.message, page.language) }));
    return { status: 404, body: <NoAnswerPage page={page} dates={{ ...dates, mistakes }} /> };
  }
}
