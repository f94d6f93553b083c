// GET /api/v1/answers/{id}: a parliamentary answer as it was released; whoever works with figures may ask any other date.
import { reachOf } from "../access/index.ts";
import {
  type Clock,
  canonicalJson,
  compareInstants,
  endOfBrusselsDate,
  type Instant,
  localized,
  type PlainDate,
  type Problem,
  parseKnownAt,
  parsePlainDate,
  Refusal,
} from "../kernel/index.ts";
import { ANSWER_FOLDER } from "../statistics/index.ts";
import type { ApiContext } from "./applicant/asker.ts";
import { problemResponse } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";

export interface AnswerRequest {
  readonly id: string;
  /** Reference date of stocks and end of flows; the document's own when left out. */
  readonly at: PlainDate | null;
  /** Only what the records held at this moment counts; the document's own when left out. */
  readonly knownAt: Instant | null;
}

export interface Answers {
  readonly ids: readonly string[];
  /** `inside`: also figures that were not released. Throws a `Refusal` when there is nothing to show. */
  give(request: AnswerRequest, inside: boolean): Promise<{ readonly answer: object; readonly released: boolean }>;
}

export const ANSWERS_PATH = "/api/v1/answers/{id}";

/** Reads `at` (a day) and `knownAt` (a day, meaning its end in Brussels, or a moment). */
export function readAnswerQuery(id: string, query: URLSearchParams, clock: Clock): AnswerRequest | readonly Problem[] {
  const problems: Problem[] = [];
  for (const name of new Set(query.keys())) {
    if (!["at", "knownAt"].includes(name)) problems.push(unknownParameter(name));
  }
  const at = query.get("at");
  const knownAt = query.get("knownAt");
  const day = at === null ? null : parsePlainDate(at, "at");
  if (day !== null && !day.ok) problems.push(day.error);
  const moment = knownAt === null ? null : parseKnownAt(knownAt);
  if (moment !== null && !moment.ok) problems.push(moment.error);
  if (moment?.ok && compareInstants(moment.value, endOfBrusselsDate(clock.today())) > 0) problems.push(notYetKnown());
  if (problems.length > 0) return problems;
  return { id, at: day?.ok ? day.value : null, knownAt: moment?.ok ? moment.value : null };
}

export async function getAnswer(c: ApiContext, answers: Answers, clock: Clock): Promise<Response> {
  const requestId = requestIdOf(c);
  const id = c.req.param("id") ?? "";
  if (!answers.ids.includes(id)) {
    return problemResponse(404, "answer", "There is no such answer", {
      detail: `There are: ${answers.ids.join(", ")}.`,
      requestId,
    });
  }
  const request = readAnswerQuery(id, new URL(c.req.url).searchParams, clock);
  if (!("id" in request)) {
    return problemResponse(400, "query", "The query cannot be read", {
      detail: request.map(({ field, message }) => (field === undefined ? message.en : `${field}: ${message.en}`)).join(" "),
      problems: request,
      requestId,
    });
  }
  const inside = reachOf(c.get("acting")?.role ?? null, "figure.ask") !== null;
  const given = await answers.give(request, inside).catch((error: unknown) => {
    if (error instanceof Refusal) return error.problems;
    throw error;
  });
  if (!("answer" in given)) {
    const misread = given[0]?.id === ANSWER_FOLDER;
    const title = misread ? "The folder of this answer cannot be used" : "There are no figures for these dates";
    return problemResponse(misread ? 422 : 404, given[0]?.id ?? "answer", title, {
      detail: given.map(({ message }) => message.en).join(" "),
      problems: given,
      requestId,
    });
  }
  // Canonical, so that the same records give the same bytes. What was not released says so itself.
  const body = given.released ? textOf(given.answer) : canonicalJson({ ...given.answer, notReleased: true });
  return new Response(body, { headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" } });
}

const texts = new WeakMap<object, string>();

/** What was released does not change: its text is made once. */
function textOf(answer: object): string {
  let text = texts.get(answer);
  if (text === undefined) {
    text = canonicalJson(answer);
    texts.set(answer, text);
  }
  return text;
}

function unknownParameter(name: string): Problem {
  const shown = name.slice(0, 40);
  return {
    id: "query.parameter",
    field: shown,
    expected: "at | knownAt",
    message: localized(
      `De parameter “${shown}” bestaat niet. Gebruik at of knownAt.`,
      `There is no parameter “${shown}”. Use at or knownAt.`,
      `Le paramètre « ${shown} » n’existe pas. Utilisez at ou knownAt.`,
    ),
  };
}

function notYetKnown(): Problem {
  return {
    id: "query.future",
    field: "knownAt",
    expected: "not after today",
    message: localized(
      "Wat later bekend zal zijn, weten we nog niet. Kies een dag tot en met vandaag.",
      "What will be known later is not known yet. Choose a day up to today.",
      "Nous ne savons pas encore ce qui sera connu plus tard. Choisissez un jour jusqu’à aujourd’hui.",
    ),
  };
}
