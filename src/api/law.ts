// The law itself over the API: values in force on a day as known on a day, what became known between two days, and two calculations compared.
import type { Context } from "hono";
import { type PlainDate, type Problem, parsePlainDate } from "../kernel/index.ts";
import { compareCalculations, compareReadings, type Law, lawDifference, parameterCard, type SwitchChoice } from "../law/index.ts";
import { readBody, utf8 } from "./body.ts";
import { problemResponse } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";

export const PARAMETER_PATH = "/api/v1/law/parameters/{id}";
export const CHANGES_PATH = "/api/v1/law/changes";
export const COMPARE_PATH = "/api/v1/explanations/compare";

export function getParameter(c: Context, law: Law): Response {
  const requestId = requestIdOf(c);
  const query = new URL(c.req.url).searchParams;
  const days = readDays(query, ["on", "knownOn"], []);
  if (!days.ok) return badQuery(days.problems, requestId);
  const { on, knownOn } = days.days;
  const card = parameterCard(law, c.req.param("id") ?? "", knownOn);
  if (card === null) {
    return problemResponse(404, "parameter", "There is no such parameter", {
      detail: 'The names are those of "maatwerk law show", for example ggmmi.',
      requestId,
    });
  }
  const lines =
    on === undefined ? card.lines : card.lines.filter((line) => line.from <= on && (line.to === null || on <= line.to));
  return Response.json({ ...card, lines }, { headers: { "cache-control": "no-cache" } });
}

export function getChanges(c: Context, law: Law): Response {
  const days = readDays(new URL(c.req.url).searchParams, ["knownFrom", "knownTo"], ["knownFrom", "knownTo"]);
  if (!days.ok) return badQuery(days.problems, requestIdOf(c));
  return Response.json(
    { changes: lawDifference(law, days.days.knownFrom!, days.days.knownTo!) },
    { headers: { "cache-control": "no-cache" } },
  );
}

interface CompareBody {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly switches?: unknown;
  readonly knownAfter?: unknown;
}

/** Two calculations, or one under other readings (`switches`), or one as known on an earlier day (`knownAfter`). */
export async function postCompare(c: Context, law: Law): Promise<Response> {
  const requestId = requestIdOf(c);
  const body = await readBody(c.req.raw);
  if (body.kind !== "bytes") {
    const status = body.kind === "tooLarge" ? 413 : 400;
    return problemResponse(status, "body", "The body cannot be read", { detail: "Send one JSON object.", requestId });
  }
  const sent = parse(utf8(body.bytes));
  if (sent === null) {
    return problemResponse(400, "json", "The body is not a JSON object", {
      detail: 'Send {"before": …, "after": …}, or {"before": …, "switches": {"OPEN-01": "5/4/11"}}.',
      requestId,
    });
  }
  const known =
    sent.knownAfter === undefined || sent.knownAfter === null ? null : parsePlainDate(String(sent.knownAfter), "knownAfter");
  if (known !== null && !known.ok) return badQuery([known.error], requestId);
  const lawAfter = known === null ? law : law.asKnownOn(known.value);
  const readings = readingsOf(sent.switches);
  if (readings === null) return badQuery([badSwitches], requestId);
  const compared =
    sent.after === undefined || sent.after === null
      ? known === null
        ? compareReadings(law, sent.before, readings)
        : compareCalculations(law, sent.before, sent.before, { lawAfter })
      : compareCalculations(law, sent.before, sent.after, { lawAfter });
  if (compared.ok) return Response.json(compared.value);
  return problemResponse(400, "comparison", "The calculations cannot be compared", {
    detail: compared.error.map(({ field, message }) => (field === undefined ? message.en : `${field}: ${message.en}`)).join(" "),
    problems: compared.error,
    requestId,
  });
}

function parse(text: string | null): CompareBody | null {
  if (text === null) return null;
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}

function readingsOf(given: unknown): SwitchChoice | null {
  if (given === undefined || given === null) return {};
  if (typeof given !== "object" || Array.isArray(given)) return null;
  return Object.values(given).every((one) => typeof one === "string") ? (given as SwitchChoice) : null;
}

const badSwitches: Problem = {
  id: "query.switches",
  field: "switches",
  expected: '{"OPEN-01": "5/4/11"}',
  message: {
    nl: "De lezingen zijn niet leesbaar. Geef per open punt de naam van een lezing.",
    en: "The readings cannot be read. Give the name of a reading per open point.",
    fr: "Les lectures sont illisibles. Donnez le nom d’une lecture par point ouvert.",
  },
};

type Days = { readonly ok: true; readonly days: Readonly<Record<string, PlainDate | undefined>> };

function readDays(
  query: URLSearchParams,
  names: readonly string[],
  needed: readonly string[],
): Days | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const days: Record<string, PlainDate | undefined> = {};
  for (const name of new Set(query.keys())) {
    if (names.includes(name)) continue;
    const shown = name.slice(0, 40);
    problems.push({
      id: "query.parameter",
      field: shown,
      expected: names.join(" | "),
      message: {
        nl: `De parameter “${shown}” bestaat niet. Gebruik ${names.join(" of ")}.`,
        en: `There is no parameter “${shown}”. Use ${names.join(" or ")}.`,
        fr: `Le paramètre « ${shown} » n’existe pas. Utilisez ${names.join(" ou ")}.`,
      },
    });
  }
  for (const name of names) {
    const given = query.get(name);
    if (given === null && !needed.includes(name)) continue;
    const day = parsePlainDate(given ?? "", name);
    if (day.ok) days[name] = day.value;
    else problems.push(day.error);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, days };
}

function badQuery(problems: readonly Problem[], requestId: string | undefined): Response {
  return problemResponse(400, "query", "The request cannot be read", {
    detail: problems.map(({ field, message }) => `${field}: ${message.en}`).join(" "),
    problems,
    requestId,
  });
}
