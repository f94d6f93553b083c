// How a register is asked: with a time limit and one more try; a register that is down answers "unavailable" and stops nobody.
import type { RegisterAnswer } from "../../dossier/index.ts";

export interface AskOptions {
  readonly timeoutMs: number;
  /** Tries after the first. */
  readonly retries: number;
  readonly retryAfterSeconds: number;
  /** Whether the agreement under which the register is asked still holds; left out: it does. One that has ended is not asked. */
  readonly agreed?: (register: string) => boolean;
  /** Told of each failure, without the question: that may hold a person's number. */
  readonly onFailure?: (register: string, error: Error) => void;
}

/** After this many failures in a row a register is left alone for a while, so that an outage does not slow every page down. */
const patience = 3;

/** Asks one register; keeps count of its failures. `now` in milliseconds. */
export class RegisterLine {
  #failures = 0;
  #restUntil = 0;
  readonly #name: string;
  readonly #options: AskOptions;
  readonly #now: () => number;

  constructor(name: string, options: AskOptions, now: () => number) {
    this.#name = name;
    this.#options = options;
    this.#now = now;
  }

  async ask<T>(question: () => Promise<RegisterAnswer<T>>): Promise<RegisterAnswer<T>> {
    const { retries, retryAfterSeconds, timeoutMs } = this.#options;
    const down = { state: "unavailable", retryAfterSeconds } as const;
    if (this.#now() < this.#restUntil || this.#options.agreed?.(this.#name) === false) return down;
    for (let attempt = 0; attempt <= retries; attempt += 1) {
      try {
        const answer = await within(timeoutMs, question());
        if (answer.state !== "unavailable") this.#failures = 0;
        return answer;
      } catch (error) {
        this.#options.onFailure?.(this.#name, error instanceof Error ? error : new Error(String(error)));
      }
    }
    this.#failures += 1;
    if (this.#failures >= patience) this.#restUntil = this.#now() + retryAfterSeconds * 1000;
    return down;
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
