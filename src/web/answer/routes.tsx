// The answer page at the dates of its address: released ones for everybody, any other for whoever works with figures.
import { type Instant, type PlainDate, pick, Refusal } from "../../kernel/index.ts";
import { ANSWER_FOLDER, type Answer, answerView } from "../../statistics/index.ts";
import { type Shown, unchanging } from "../door.tsx";
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

/**
 * Null dates are those of the answer itself; `inside`: also what was not released. Throws a `Refusal` when there is nothing to show; null
 * for an answer that does not exist.
 */
export type AskAnswer = (
  request: { id: string; at: PlainDate | null; knownAt: Instant | null },
  inside: boolean,
) => Promise<GivenAnswer | null>;

export async function answerAt(
  page: Page,
  id: string,
  query: URLSearchParams,
  today: PlainDate,
  inside: boolean,
  ask: AskAnswer,
): Promise<Shown | null> {
  const dates = readAnswerDates(query, today, page.language);
  if (dates.mistakes.length > 0) return { status: 400, body: <NoAnswerPage page={page} id={id} dates={dates} /> };
  try {
    const given = await ask({ id, at: dates.at, knownAt: dates.knownAt }, inside);
    if (given === null) return null;
    const { answer } = given;
    const comparable = Object.values(answer.questions).some((question) =>
      Object.values(question.figures).some((figure) => figure.comparisons.length > 0),
    );
    const body = () => (
      <AnswerPage
        page={page}
        id={id}
        view={answerView(answer, page.language)}
        dates={dates}
        comparable={comparable}
        given={given}
        inside={inside}
      />
    );
    // The page also lists the dates that everybody may ask for: a further release makes it again.
    return given.released && !inside ? unchanging(listed(answer, given.dates), body) : { status: 200, body: body() };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const mistakes = error.problems.map((problem) => ({ field: "", message: pick(problem.message, page.language) }));
    const status = error.problems[0]?.id === ANSWER_FOLDER ? 422 : 404;
    return { status, body: <NoAnswerPage page={page} id={id} dates={{ ...dates, mistakes }} /> };
  }
}

const lists = new WeakMap<Answer, { readonly text: string; readonly on: object }>();

/** The same thing as long as the answer and the list of dates are the same. */
function listed(answer: Answer, dates: GivenAnswer["dates"]): object {
  const text = JSON.stringify(dates);
  const before = lists.get(answer);
  if (before?.text === text) return before.on;
  const on = {};
  lists.set(answer, { text, on });
  return on;
}
