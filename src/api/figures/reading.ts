// What the addresses about figures share: reading what was sent, who is acting, and telling what is refused.
import type { z } from "@hono/zod-openapi";
import type { FiguresActor, FiguresPorts, NotComputed, ReleaseState } from "../../counter/index.ts";
import { figures } from "../../counter/index.ts";
import { localized, type Problem } from "../../kernel/index.ts";
import { describePlaced, type PlacedIssue } from "../../statistics/index.ts";
import type { ApiContext } from "../applicant/asker.ts";
import { readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";

/** A question is a page of text; more is a mistake. */
export const LONGEST_QUESTION = 200_000;

export function actorOf(c: ApiContext): FiguresActor {
  const acting = c.get("acting");
  return { role: acting?.role ?? "", ref: acting?.actorRef ?? "" };
}

/** The text of the body, or the answer that says why it cannot be read. */
export async function readText(c: ApiContext, longest: number, what: string): Promise<string | Response> {
  const requestId = requestIdOf(c);
  const body = await readBody(c.req.raw, longest);
  if (body.kind !== "bytes")
    return problemResponse(413, "size", "The body is too long", { detail: `At most ${longest} bytes.`, requestId });
  const text = utf8(body.bytes);
  if (text !== null && text.trim() !== "") return text;
  return problemResponse(400, "body", "There is nothing to read", { detail: `Send ${what} in UTF-8.`, requestId });
}

/** The body as JSON of this form; each wrong field is named. */
export async function readJson<T>(c: ApiContext, schema: z.ZodType<T>): Promise<{ readonly value: T } | Response> {
  const text = await readText(c, LONGEST_QUESTION, "JSON");
  if (text instanceof Response) return text;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return problemResponse(400, "json", "The body is not JSON", { detail: "Send a JSON object.", requestId: requestIdOf(c) });
  }
  const read = schema.safeParse(data);
  if (read.success) return { value: read.data };
  return invalid(
    c,
    read.error.issues.map(({ path, message }) => fieldProblem(path.join(".") || "body", message)),
  );
}

export function invalid(c: ApiContext, problems: readonly Problem[]): Response {
  const detail = problems.map(({ field, message }) => (field === undefined ? message.en : `${field}: ${message.en}`)).join(" ");
  return problemResponse(400, "fields", "The request cannot be read", { detail, problems, requestId: requestIdOf(c) });
}

export function fieldProblem(field: string, expected: string): Problem {
  const message = localized(
    `Het veld ${field} is niet bruikbaar: verwacht wordt ${expected}.`,
    `The field ${field} cannot be used: expected ${expected}.`,
    `Le champ ${field} n'est pas utilisable : attendu ${expected}.`,
  );
  return { id: "figures.field", field, message };
}

/** What another person must do, or what somebody else changed since. */
const conflicts = [
  "release.samePerson",
  "release.notDraft",
  "release.conflict",
  "release.openDraft",
  "release.otherThanSeen",
  "question.conflict",
  "linkage.twice",
];

/** Mistakes in a source come with line and column of the text that was sent, or of the file in an answer's folder. */
export function notComputed(c: ApiContext, error: NotComputed): Response {
  return error.kind === "source" ? misread(c, error.issues) : refusedFigures(c, error.problems);
}

export function misread(c: ApiContext, issues: readonly PlacedIssue[]): Response {
  const problems = issues.map(({ file, line, column, problem }) => ({
    ...problem,
    ...(inFolder(file) ? { file } : {}),
    line,
    column,
  }));
  const detail = issues
    .map((one) => (inFolder(one.file) ? describePlaced(one, "en") : `line ${one.line}: ${one.problem.message.en}`))
    .join(" ");
  return problemResponse(400, "question", "The question cannot be read", { detail, problems, requestId: requestIdOf(c) });
}

export function refusedFigures(c: ApiContext, problems: readonly Problem[], title = "The figures cannot be given"): Response {
  const id = problems[0]?.id ?? "figures";
  return problemResponse(conflicts.includes(id) ? 409 : 422, id, title, {
    detail: problems.map((one) => one.message.en).join(" "),
    problems,
    requestId: requestIdOf(c),
  });
}

/** A text that was sent has no folder. */
const inFolder = (file: string): boolean => file.startsWith("answers/");

/** Somebody must answer for it: a token of an organisation stands for nobody. Null when somebody does. */
export function withoutPerson(c: ApiContext): Response | null {
  if (c.get("acting")?.program !== true) return null;
  return problemResponse(403, "person", "A person must do this", {
    detail: "A token that stands for no person releases, rejects and overrides nothing. Make a key of your own.",
    requestId: requestIdOf(c),
  });
}

export async function stateOf(ports: FiguresPorts, id: string | undefined): Promise<ReleaseState | null> {
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return figures.foldRelease(await ports.publications.steps(id));
}

export function nothingThere(c: ApiContext, what: string, where: string): Response {
  return problemResponse(404, what, `There is no such ${what}`, {
    detail: `The list is at ${where}.`,
    requestId: requestIdOf(c),
  });
}
