// How much one program and one address may ask: a bucket each that fills by the minute. Per process; what came too soon is told when to return.
import type { MiddlewareHandler } from "hono";
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

interface Bucket {
  left: number;
  at: number;
}

/** Buckets kept; the oldest go first, so that made-up addresses cannot fill the memory. */
const MOST_BUCKETS = 50_000;

export class RateLimiter {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Seconds to wait; 0 when the request may go on. */
  take(key: string, now: number): number {
    const held = this.#buckets.get(key) ?? { left: this.#perMinute, at: now };
    const left = Math.min(this.#perMinute, held.left + ((now - held.at) / 60_000) * this.#perMinute);
    // Put at the end again: the order of the map is the order of the last request.
    this.#buckets.delete(key);
    if (this.#buckets.size >= MOST_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value ?? "");
    const goesOn = left >= 1;
    this.#buckets.set(key, { left: goesOn ? left - 1 : left, at: now });
    return goesOn ? 0 : Math.max(1, Math.ceil(((1 - left) / this.#perMinute) * 60));
  }
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
