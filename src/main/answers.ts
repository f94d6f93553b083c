// Parliamentary answers: the public gets what was released and nothing else; inside, any date is computed and marked as not released.
import { figures } from "../counter/index.ts";
import {
  type Clock,
  compareInstants,
  formatDate,
  type Instant,
  instant,
  type Localized,
  localized,
  type PlainDate,
  type Problem,
  plainDate,
  problem,
  Refusal,
} from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import {
  type Answer,
  type AnswerSource,
  answerIds,
  answerMistakes,
  buildAnswer,
  type Earlier,
  evaluatorOver,
  type Judge,
  type Linkage,
  type PublicationStore,
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

export interface GivenAnswer {
  readonly answer: Answer;
  /** The dates that everybody may ask for, newest release first. */
  readonly dates: readonly { readonly at: PlainDate; readonly knownAt: Instant }[];
  /** False: computed for whoever works here, and judged beside every table that was published. */
  readonly released: boolean;
}

export interface Answers {
  readonly ids: readonly string[];
  /** Throws a `Refusal` when a figure cannot be given for these dates. */
  compute(request: AnswerRequest): Promise<Answer>;
  /** `inside`: whoever asks may see figures that were not released. Throws a `Refusal` when there is nothing to show. */
  give(request: AnswerRequest, inside: boolean): Promise<GivenAnswer>;
}

/** Answers kept; each is some hundreds of kilobytes. */
const kept = 32;

/** How long an answer about the past is kept: an import may still bring in old records. */
const keptForMs = 10 * 60_000;

export interface AnswersOptions {
  readonly law: Law;
  readonly clock: Clock;
  readonly records: RecordsPort;
  readonly publications: Pick<PublicationStore, "all" | "file">;
  /** Yearly linkages that have arrived, as the pages about figures see them. */
  readonly linkages: () => Promise<readonly Linkage[]>;
  /** Every table ever published, also just now. */
  readonly published: Pick<PublicationStore, "tables">;
  /** Where the folders of answers are; those of the product when left out. */
  readonly folder?: string;
  /** Judges what may be shown of a table; here when left out. */
  readonly judge?: Judge;
}

export function createAnswers(options: AnswersOptions): Answers {
  const { law, clock, records, publications, linkages, published, folder, judge } = options;
  const ids = answerIds(folder);
  const sources = new Map<string, AnswerSource>();
  const known = new Map<string, Promise<Answer>>();
  const releasedOf = figures.releasedAnswers(publications);

  /** Read once; a folder that cannot be used is read anew, as somebody mends it. */
  const sourceOf = (id: string): AnswerSource | readonly Problem[] => {
    const before = sources.get(id);
    if (before !== undefined) return before;
    const read = readAnswer(id, folder);
    if (!read.ok) return answerMistakes(read.error);
    sources.set(id, read.value);
    return read.value;
  };
  const build = async (source: AnswerSource, request: AnswerRequest, earlier: readonly Earlier[]): Promise<Answer> => {
    const arrived = await linkages();
    return records.snapshot((snapshot) =>
      buildAnswer(evaluatorOver(snapshot), law, source, {
        linkages: arrived,
        ...(request.at === null ? {} : { at: request.at }),
        ...(request.knownAt === null ? {} : { knownAt: request.knownAt }),
        earlier,
        ...(judge === undefined ? {} : { judge }),
      }),
    );
  };
  const compute = async (request: AnswerRequest): Promise<Answer> => {
    const source = sourceOf(request.id);
    if (!("question" in source)) throw new Refusal(source);
    const knownAt = request.knownAt ?? instant(source.question.knownAt);
    const earlier = await published.tables(null);
    // What is published is never taken back: one that was judged beside as many tables was judged beside the same ones.
    const key = `${request.id} ${request.at ?? ""} ${knownAt} ${earlier.length}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = build(source, request, earlier);
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
  };

  return {
    ids,
    compute,
    async give(request, inside) {
      const released = await releasedOf(request.id);
      const dates = released.map(({ answer }) => ({ at: answer.reference, knownAt: answer.knownAt }));
      const source = sourceOf(request.id);
      // What was released is shown whatever became of its folder since.
      const own = "question" in source ? plainDate(source.question.reference) : null;
      const found = figures.releasedFor(released, request, own);
      if (found !== null) return { answer: found.answer, dates, released: true };
      if (!inside) throw new Refusal([problem(NOT_RELEASED, notReleased(dates), "at")]);
      return { answer: await compute(request), dates, released: false };
    },
  };
}

/** For the pages: null for an answer that nobody asked. */
export function pagesOf(answers: Answers): (request: AnswerRequest, inside: boolean) => Promise<GivenAnswer | null> {
  return async (request, inside) => (answers.ids.includes(request.id) ? answers.give(request, inside) : null);
}

const NOT_RELEASED = "answer.notReleased";

function notReleased(dates: GivenAnswer["dates"]): Localized {
  const list = (language: "nl" | "en" | "fr"): string => [...new Set(dates.map(({ at }) => formatDate(at, language)))].join(", ");
  if (dates.length === 0)
    return localized(
      "Er zijn nog geen cijfers van dit antwoord vrijgegeven.",
      "No figures of this answer have been released yet.",
      "Aucun chiffre de cette réponse n'a encore été publié.",
    );
  return localized(
    `Van deze datum zijn geen cijfers vrijgegeven. Vrijgegeven zijn die van ${list("nl")}.`,
    `No figures of this date have been released. Those released are of ${list("en")}.`,
    `Aucun chiffre de cette date n'a été publié. Ont été publiés ceux du ${list("fr")}.`,
  );
}
