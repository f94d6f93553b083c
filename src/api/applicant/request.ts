// How a request of a program is read: its JSON, its key for doing a command once, and the status of a refusal.
import type { Reason } from "../../dossier/index.ts";
import { BODY_LIMIT, readBody, utf8 } from "../body.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";
import type { ApiContext } from "./asker.ts";

/** Every command has a key of the sender, so that a message that is sent twice is done once. */
export function commandKey(c: ApiContext, actorRef: string): string | Response {
  const key = c.req.header("idempotency-key") ?? "";
  if (/^[\x21-\x7e]{8,100}$/.test(key)) return `api:${actorRef}:${key}`;
  return problemResponse(400, "idempotencyKey", "An Idempotency-Key is needed", {
    detail:
      "Send the header Idempotency-Key: 8 to 100 visible characters, a new one for each command, the same when you try again.",
    requestId: requestIdOf(c),
  });
}

export type Json = Readonly<Record<string, unknown>>;

export async function withJson(c: ApiContext, then: (body: Json) => Promise<Response>): Promise<Response> {
  const body = await readBody(c.req.raw);
  if (body.kind !== "bytes") return bodyProblem(c, body.kind);
  const sent = utf8(body.bytes) ?? "";
  let json: unknown = null;
  try {
    json = JSON.parse(sent);
  } catch {
    // Said below.
  }
  if (holdsNoText(sent, json)) {
    return problemResponse(400, "json.text", "The body holds what is no text", {
      detail: "A text has half a surrogate pair, or the character U+0000. Send whole characters.",
      requestId: requestIdOf(c),
    });
  }
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return then(json as Json);
  return problemResponse(400, "json", "The body is not a JSON object", {
    detail: "Send one JSON object as UTF-8.",
    requestId: requestIdOf(c),
  });
}

/** UTF-8 itself holds no half characters: only an escape can make one, or the zero that no text of the database holds. */
function holdsNoText(sent: string, json: unknown): boolean {
  return sent.includes("\\u") && /\p{Surrogate}|\0/u.test(textsIn(json).join(" "));
}

function textsIn(json: unknown): string[] {
  if (typeof json === "string") return [json];
  if (typeof json !== "object" || json === null) return [];
  return Array.isArray(json) ? json.flatMap(textsIn) : Object.entries(json).flatMap(([name, value]) => [name, ...textsIn(value)]);
}

/** @param most - In bytes. */
export function bodyProblem(c: ApiContext, kind: "tooLarge" | "cutOff", most: number = BODY_LIMIT): Response {
  const detail = `At most ${most / 1024 / 1024} MB.`;
  return kind === "tooLarge"
    ? problemResponse(413, "bodySize", "The request is too large", { detail, requestId: requestIdOf(c) })
    : problemResponse(400, "bodyCutOff", "The request was cut off", { detail: "Send it again.", requestId: requestIdOf(c) });
}

export const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** What stands in the way of the moment is a conflict; what the law does not allow is not. */
export function statusOf(reasons: readonly Reason[]): 409 | 422 {
  const conflicts = ["application.secondOpen", "application.grantRuns", "command.reused", "action.notAllowed"];
  return reasons.some((one) => conflicts.includes(one.id)) ? 409 : 422;
}
