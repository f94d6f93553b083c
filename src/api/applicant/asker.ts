// Who asks: a program with a token of an employer, a payroll office or a self-employed person. Cookies do not count here.
import { createHash } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { type Acting, type CounterPorts, type Firm, openFirm } from "../../counter/index.ts";
import type { Reason } from "../../dossier/index.ts";
import { isKbo, parseKbo } from "../../kernel/index.ts";
import { headerOf } from "../connection.ts";
import { problemResponse } from "../problem.ts";
import { requestIdOf } from "../request-id.ts";

export interface ApiEnv {
  Variables: { acting: Acting | null };
}

export type ApiContext = Context<ApiEnv>;

/** Reads the token once per request. A token that is unknown, expired or revoked is no token. */
export function readToken(counter: CounterPorts | undefined): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const match = /^Bearer ([\x21-\x7e]{10,200})$/i.exec(headerOf(c.req.raw, c.env, "authorization") ?? "");
    const held = match === null || counter === undefined ? null : await counter.tokens.read(match[1] as string);
    c.set(
      "acting",
      held === null
        ? null
        : {
            role: held.role,
            // Whoever works with a program of one's own stays one person: a second look by it is no second look.
            actorRef: held.person ?? programRef(held.tokenRef),
            ...(held.person === undefined ? { program: true as const } : {}),
            organisation: held.organisation,
            insz: held.insz,
          },
    );
    await next();
  };
}

const programRef = (tokenRef: string): string => createHash("sha256").update(`token|${tokenRef}`).digest("hex").slice(0, 32);

export function unauthorized(c: Context): Response {
  return problemResponse(401, "token", "A token is needed", {
    detail: "Send the header Authorization: Bearer <token>. An employer or payroll office makes one on the page of its counter.",
    requestId: requestIdOf(c),
    headers: { "www-authenticate": 'Bearer realm="maatwerk"' },
  });
}

export function forbidden(c: Context): Response {
  return problemResponse(403, "role", "This token may not do this", {
    detail: "The role of the token does not have this permission.",
    requestId: requestIdOf(c),
  });
}

export function notFound(c: Context): Response {
  return problemResponse(404, "notFound", "There is nothing at this address", { requestId: requestIdOf(c) });
}

export interface Within {
  readonly acting: Acting;
  readonly firm: Firm;
}

/**
 * The enterprise that a request is about: that of the token, or the one that a payroll office names. Another's enterprise answers as if it
 * did not exist.
 *
 * @param named - What the request names, or undefined.
 */
export async function withinFirm(
  c: ApiContext,
  counter: CounterPorts,
  named: string | undefined,
  then: (within: Within) => Promise<Response>,
): Promise<Response> {
  const acting = c.get("acting");
  if (acting === null) return unauthorized(c);
  const wished = named ?? (acting.role === "payrollOffice" ? undefined : acting.organisation);
  if (wished === undefined) {
    return problemResponse(400, "enterpriseNumber", "Name the enterprise", {
      detail: "A payroll office says for which enterprise it asks: enterpriseNumber.",
      requestId: requestIdOf(c),
    });
  }
  const kbo = parseKbo(wished, "enterpriseNumber");
  if (!kbo.ok || !isKbo(kbo.value)) {
    return problemResponse(400, "enterpriseNumber", "This is no enterprise number", {
      requestId: requestIdOf(c),
      ...(kbo.ok ? {} : { problems: [kbo.error] }),
    });
  }
  const opened = await openFirm(counter, acting, kbo.value);
  if (opened === null) return notFound(c);
  if (!opened.ok) return refused(c, opened.error, 403);
  return then({ acting, firm: opened.value });
}

/** All reasons at once, each with its rule and what mends it. */
export function refused(c: Context, reasons: readonly Reason[], status: 400 | 403 | 409 | 412 | 422 | 503): Response {
  return problemResponse(status, reasons[0]?.id ?? "refused", "This cannot be done", {
    detail: reasons.map((one) => (one.field === undefined ? one.message.en : `${one.field}: ${one.message.en}`)).join(". "),
    problems: reasons,
    requestId: requestIdOf(c),
  });
}
