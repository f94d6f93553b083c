// How a program's request about payments is read: quarters, references, the ETag, and a command that is done once under its key.
import type { Context } from "hono";
import type { PaymentCounter } from "../../counter/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { hashOf, isQuarter, quarterIndexNumber, type Result } from "../../kernel/index.ts";
import { type ApiContext, refused, unauthorized } from "../applicant/asker.ts";
import { commandKey } from "../applicant/request.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";

export const PAYMENTS = "/api/v1/payments";

export const actorOf = (c: ApiContext) => {
  const acting = c.get("acting");
  return { role: acting?.role ?? "", ref: acting?.actorRef ?? "" };
};

/** "2026-Q3" as a number, or null. */
export const readQuarter = (value: unknown): number | null => (isQuarter(value) ? quarterIndexNumber(value) : null);

export const etag = (seq: number): string => `"v${seq}"`;

/** Null when the request names the version as it is now; else what to answer. */
export function staleness(c: Context, seq: number): Response | null {
  const given = c.req.header("if-match");
  if (given === undefined) {
    return problemResponse(428, "ifMatch", "If-Match is needed", {
      detail: "Send the ETag that you read, so that nobody's work is lost.",
      requestId: requestIdOf(c),
    });
  }
  return given === etag(seq)
    ? null
    : problemResponse(412, "changed", "This changed since you read it", {
        detail: "Read it again and decide again.",
        requestId: requestIdOf(c),
        headers: { etag: etag(seq) },
      });
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
  readonly location?: string;
}

/**
 * Does a command once under its key: the same key again gives the first answer, the same key for something else is refused. A refusal is
 * not kept, because trying again later may succeed.
 */
export async function once(
  c: ApiContext,
  counter: PaymentCounter,
  asked: unknown,
  does: (key: string) => Promise<Reply | Response>,
): Promise<Response> {
  const acting = c.get("acting");
  if (acting === null) return unauthorized(c);
  const key = commandKey(c, acting.actorRef);
  if (key instanceof Response) return key;
  const fingerprint = hashOf({ path: new URL(c.req.url).pathname, asked: hashable(asked) });
  const known = await counter.replies.find(key);
  if (known !== null) {
    if (known.fingerprint === fingerprint)
      return answer({ ...known, etag: known.etag ?? undefined, location: known.location ?? undefined }, true);
    return problemResponse(409, "command.reused", "This key was used for another request", {
      detail: "Use a new Idempotency-Key for each command.",
      requestId: requestIdOf(c),
    });
  }
  const done = await does(key);
  if (done instanceof Response) return done;
  const { status, body, etag: tag = null, location = null } = done;
  await counter.replies.keep(key, { fingerprint, status, body, etag: tag, location });
  return answer(done, false);
}

/** What was asked, right or wrong: a number that is no whole one has no canonical form and counts as its text. */
function hashable(asked: unknown): unknown {
  if (typeof asked === "number") return Number.isSafeInteger(asked) ? asked : { number: String(asked) };
  if (typeof asked !== "object" || asked === null) return asked;
  if (Array.isArray(asked)) return asked.map(hashable);
  return Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, hashable(value)]));
}

function answer(
  {
    status,
    body,
    etag: tag,
    location,
  }: { status: number; body: unknown; etag?: string | undefined; location?: string | undefined },
  again: boolean,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/json",
      ...(tag === undefined ? {} : { etag: tag }),
      ...(location === undefined ? {} : { location }),
      ...(again ? { "idempotent-replayed": "true" } : {}),
    },
  });
}

const CONFLICTS: ReadonlySet<string> = new Set([
  "action.notAllowed",
  "payment.changed",
  "recovery.changed",
  "run.otherOpen",
  "run.lawMoved",
  "run.resultMoved",
  "run.bookedMeanwhile",
  "advance.already",
  "bank.sentBefore",
  "bank.madeMeanwhile",
  "bank.nothingToPay",
]);
const FOUR_EYES: ReadonlySet<string> = new Set(["run.ownRun", "recovery.ownProposal", "block.samePerson", "bank.checkedByYou"]);

/** 403 for one's own work, 409 for the state of things, 422 for what the rules do not allow. */
export function refusal(c: Context, reasons: readonly Reason[]): Response {
  if (reasons.some((one) => FOUR_EYES.has(one.id))) return refused(c, reasons, 403);
  return refused(c, reasons, reasons.some((one) => CONFLICTS.has(one.id)) ? 409 : 422);
}

/** The reply of a command that was decided, or the refusal. */
export function replied<T>(c: Context, done: Result<T, readonly Reason[]>, reply: (value: T) => Reply): Reply | Response {
  return done.ok ? reply(done.value) : refusal(c, done.error);
}

export function badField(c: Context, field: string, expected: string): Response {
  return problemResponse(400, `field.${field}`, "A field cannot be read", {
    detail: `${field}: expected ${expected}.`,
    problems: [
      {
        id: `field.${field}`,
        field,
        expected,
        message: {
          nl: `${field}: verwacht ${expected}`,
          en: `${field}: expected ${expected}`,
          fr: `${field} : attendu ${expected}`,
        },
      },
    ],
    requestId: requestIdOf(c),
  });
}
