// GET /api/v1/answers/{id}: the figures of a parliamentary question, now or as known at an earlier moment.
import type { Context } from "hono";
import {
  type Clock,
  canonicalJson,
  compareInstants,
  endOfBrusselsDate,
  type Instant,
  isPlainDate,
  localized,
  ok,
  type PlainDate,
  type Problem,
  parseInstant,
  parsePlainDate,
} from "../kernel/index.ts";
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
  compute(request: AnswerRequest): Promise<object>;
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
  const moment =
    knownAt === null ? null : isPlainDate(knownAt) ? ok(endOfBrusselsDate(knownAt)) : parseInstant(knownAt, "knownAt");
  if (moment !== null && !moment.ok) problems.push(moment.error);
  if (moment?.ok && compareInstants(moment.value, endOfBrusselsDate(clock.today())) > 0) problems.push(notYetKnown());
  if (problems.length > 0) return problems;
  return { id, at: day?.ok ? day.value : null, knownAt: moment?.ok ? moment.value : null };
}

export async function getAnswer(c: Context, answers: Answers, clock: Clock): Promise<Response> {
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
  // Canonical, so that the same records give the same bytes.
  const body = canonicalJson(await answers.compute(request));
  return new Response(body, { headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" } });
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
