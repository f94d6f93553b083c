// Parliamentary answers on demand. What was known at a past moment hardly ever changes, so that such an answer is kept for a while.
import { type Clock, compareInstants, type Instant, instant, type PlainDate } from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import {
  type Answer,
  type AnswerSource,
  answerIds,
  buildAnswer,
  evaluatorOver,
  type RecordsPort,
  readAnswer,
} from "../statistics/index.ts";

export interface AnswerRequest {
  readonly id: string;
  /** Reference date; the document's own when null. */
  readonly at: PlainDate | null;
  /** What the records held then; the moment of the document when null. */
  readonly knownAt: Instant | null;
}

export interface Answers {
  readonly ids: readonly string[];
  /** Throws a `Refusal` when a figure cannot be given for these dates. */
  compute(request: AnswerRequest): Promise<Answer>;
}

/** Answers kept; each is some hundreds of kilobytes. */
const kept = 32;

/** How long an answer about the past is kept: an import may still bring in old records. */
const keptForMs = 10 * 60_000;

export interface AnswersOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly records: RecordsPort;
}

export function createAnswers({ law, clock, records }: AnswersOptions): Answers {
  const ids = answerIds();
  const sources = new Map<string, AnswerSource>();
  const known = new Map<string, Promise<Answer>>();

  const sourceOf = (id: string): AnswerSource => {
    const read = sources.get(id) ?? assertRead(id);
    sources.set(id, read);
    return read;
  };
  const compute = (source: AnswerSource, request: AnswerRequest): Promise<Answer> =>
    records.snapshot((snapshot) =>
      buildAnswer(evaluatorOver(snapshot), law, source, {
        ...(request.at === null ? {} : { at: request.at }),
        ...(request.knownAt === null ? {} : { knownAt: request.knownAt }),
      }),
    );

  return {
    ids,
    compute(request) {
      const source = sourceOf(request.id);
      const knownAt = request.knownAt ?? instant(source.question.knownAt);
      const key = `${request.id} ${request.at ?? ""} ${knownAt}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const answer = compute(source, request);
      // Whoever asks the same while it is being computed waits for the same computation.
      known.set(key, answer);
      const past = compareInstants(knownAt, clock.now()) < 0;
      answer.then(
        () => {
          if (past) setTimeout(() => known.delete(key), keptForMs).unref();
          else known.delete(key);
        },
        () => known.delete(key),
      );
      const [oldest] = known.keys();
      if (known.size > kept && oldest !== undefined) known.delete(oldest);
      return answer;
    },
  };
}

function assertRead(id: string): AnswerSource {
  const read = readAnswer(id);
  if (read.ok) return read.value;
  throw new Error(read.error.map((issue) => `${issue.file}:${issue.line} ${issue.problem.message.en}`).join("\n"));
}
