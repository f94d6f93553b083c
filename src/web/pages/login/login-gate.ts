// How often one address may start to log in, and how often that may fail. Passwords are the provider's; this keeps guessing at sessions out.
import { RateLimiter } from "../../../access/index.ts";
import type { WebContext } from "../../door.tsx";

export interface LoginLimits {
  /** Logins that one address may start in a minute; as many at once. A whole office may share an address. */
  readonly starts: number;
  /** Returns from the provider that did not succeed, in a minute. */
  readonly failures: number;
}

const USUAL: LoginLimits = { starts: 120, failures: 10 };

export class LoginGate {
  readonly #starts: RateLimiter;
  readonly #failures: RateLimiter;

  constructor({ starts, failures }: LoginLimits = USUAL) {
    this.#starts = new RateLimiter(starts);
    this.#failures = new RateLimiter(failures);
  }

  /** Seconds to wait before another login; 0 when it may start. */
  start(c: WebContext): number {
    const now = performance.now();
    return this.#failures.wait(addressOf(c), now) || this.#starts.take(addressOf(c), now);
  }

  /** Seconds to wait before a return from the provider is looked at; 0: now. */
  comeBack(c: WebContext): number {
    return this.#failures.wait(addressOf(c), performance.now());
  }

  failed(c: WebContext): void {
    this.#failures.take(addressOf(c), performance.now());
  }
}

const addressOf = (c: WebContext): string => (c.env as { readonly clientAddress?: string } | undefined)?.clientAddress ?? "";
