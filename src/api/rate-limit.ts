// How much one program and one address may ask of the API; what came too soon is told when to return.
import type { MiddlewareHandler } from "hono";
import { RateLimiter } from "../access/index.ts";
import type { ApiContext, ApiEnv } from "./applicant/asker.ts";
import { problemResponse } from "./problem.ts";
import { requestIdOf } from "./request-id.ts";

export interface RateLimits {
  /** Requests per minute of one token; as many may come at once. */
  readonly perToken: number;
  /** The same of one address without a token, or with one that is not known. */
  readonly perAddress: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** To be used after the token was read. Health checks are never counted. */
export function limitRate(limits: RateLimits): MiddlewareHandler<ApiEnv> {
  const tokens = new RateLimiter(limits.perToken);
  const addresses = new RateLimiter(limits.perAddress);
  return async (c, next) => {
    if (!c.req.path.startsWith("/api/")) return next();
    const acting = c.get("acting");
    const wait = acting === null ? addresses.take(addressOf(c), limits.now()) : tokens.take(acting.actorRef, limits.now());
    if (wait === 0) return next();
    return problemResponse(429, "rate", "Too many requests", {
      detail: `Try again in ${wait} ${wait === 1 ? "second" : "seconds"}. At most ${acting === null ? limits.perAddress : limits.perToken} a minute.`,
      requestId: requestIdOf(c),
      headers: { "retry-after": String(wait) },
    });
  };
}

/** Where the request came from, as the process saw it; requests whose origin is not known share one bucket. */
const addressOf = (c: ApiContext): string => (c.env as { readonly clientAddress?: string } | undefined)?.clientAddress ?? "";
