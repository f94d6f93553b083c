// Answers as they were released: the only ones that the public sees, each with the dates it is about.
import { brusselsDate, type Instant, type PlainDate } from "../../kernel/index.ts";
import type { Answer } from "../../statistics/index.ts";
import type { FiguresPorts } from "./ports.ts";
import { foldReleases } from "./release-state.ts";

export interface AnswerDates {
  /** Reference date; null: that of the document, or else of the newest release. */
  readonly at: PlainDate | null;
  /** What the records held then; null: whatever the release says. */
  readonly knownAt: Instant | null;
}

export interface ReleasedAnswer {
  readonly name: string;
  readonly revision: number;
  readonly answer: Answer;
}

/** Reads the released answers to a question, under whatever name, newest first. What was released never changes and is read once. */
export function releasedAnswers(
  publications: Pick<FiguresPorts["publications"], "all" | "file">,
): (id: string) => Promise<readonly ReleasedAnswer[]> {
  const read = new Map<string, Answer | null>();
  const answerOf = async (releaseRef: string): Promise<Answer | null> => {
    const before = read.get(releaseRef);
    if (before !== undefined) return before;
    const file = await publications.file(releaseRef, "answer.json");
    const answer = file === null ? null : (JSON.parse(new TextDecoder().decode(file.body)) as Answer);
    read.set(releaseRef, answer);
    return answer;
  };
  return async (id) => {
    const released = foldReleases(await publications.all())
      .filter(({ status, source }) => status === "RELEASED" && source.kind === "folder" && source.id === id)
      .sort((a, b) => (a.ended!.at < b.ended!.at ? 1 : -1));
    const found: ReleasedAnswer[] = [];
    for (const { releaseRef, name, revision } of released) {
      const answer = await answerOf(releaseRef);
      if (answer !== null) found.push({ name, revision, answer });
    }
    return found;
  };
}

/**
 * The released answer about these dates: a moment fits when it lies on the same day. Null when none was released.
 *
 * @param own - The reference date of the document; null where its folder cannot be read.
 */
export function releasedFor(
  released: readonly ReleasedAnswer[],
  { at, knownAt }: AnswerDates,
  own: PlainDate | null,
): ReleasedAnswer | null {
  const fits = released.filter(
    ({ answer }) =>
      (at === null || answer.reference === at) && (knownAt === null || brusselsDate(answer.knownAt) === brusselsDate(knownAt)),
  );
  return (at === null ? fits.find(({ answer }) => answer.reference === own) : undefined) ?? fits[0] ?? null;
}
