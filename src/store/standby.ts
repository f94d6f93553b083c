// A server that follows the primary and answers questions that may lag: how far it is behind, and whether it may be asked now.
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, Queryable } from "./connection.ts";

/** What the operator sees. */
export interface ReadServer {
  /** Seconds behind the primary; null: it does not answer, no longer follows, or that is not known yet. */
  readonly lagSeconds: number | null;
  readonly mostLagSeconds: number;
  /** Whether questions go there now; otherwise the primary answers them. */
  readonly used: boolean;
  /** Since the process started: questions that it answered, and those that the primary had to. */
  readonly asked: number;
  readonly fellBack: number;
}

/** Where the primary was in its log, and when that was asked. */
interface Mark {
  readonly at: number;
  readonly position: bigint;
}

const LOOK_EVERY_MS = 1_000;

/** Follows the follower. Its own word is not believed: cut off from the primary it would call itself up to date. */
export class Standby {
  readonly #primary: Pool;
  readonly #own: { readonly app: Pool; readonly statistics: Pool };
  readonly #mostLagSeconds: number;
  readonly #log: (message: string) => void;
  #stopped = new AbortController();
  /** Positions of the primary that the standby had not passed at the last look, and the last that it had. */
  #marks: Mark[] = [];
  #passed: Mark | null = null;
  #answers = false;
  #used = false;
  #asked = 0;
  #fellBack = 0;

  constructor(
    primary: Pool,
    own: { readonly app: Pool; readonly statistics: Pool },
    mostLagSeconds: number,
    log: (message: string) => void,
  ) {
    this.#primary = primary;
    this.#own = own;
    this.#mostLagSeconds = mostLagSeconds;
    this.#log = log;
  }

  /** Looks now, and again every second until `stop`. */
  async watch(): Promise<void> {
    await this.look();
    const { signal } = this.#stopped;
    void (async () => {
      while (!signal.aborted) {
        await sleep(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
        if (!signal.aborted) await this.look();
      }
    })();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async look(): Promise<void> {
    const at = performance.now();
    const [position, replayed] = await Promise.all([positionOf(this.#primary), replayedBy(this.#own.app)]);
    this.#answers = replayed !== null;
    if (position !== null) this.#marks.push({ at, position });
    if (replayed !== null) {
      const passed = this.#marks.filter((mark) => mark.position <= replayed);
      this.#passed = passed.at(-1) ?? this.#passed;
      this.#marks = this.#marks.filter((mark) => mark.position > replayed);
    }
    // One that stays behind is far enough behind with a few marks.
    if (this.#marks.length > 1_000) this.#marks.splice(1, 1);
    const used = this.#mayBeAsked();
    if (used !== this.#used)
      this.#log(used ? "The read server is used." : "The read server is not used: it lags too much or does not answer.");
    this.#used = used;
  }

  /** The pool of the standby for a question that may lag; null: ask the primary. */
  pool(role: "app" | "statistics"): Pool | null {
    const used = this.#mayBeAsked();
    if (used) this.#asked += 1;
    else this.#fellBack += 1;
    return used ? this.#own[role] : null;
  }

  /** A question that it took and could not answer; the primary is asked, and nobody else goes there until the next look. */
  failed(): void {
    this.#answers = false;
    this.#asked -= 1;
    this.#fellBack += 1;
  }

  state(): ReadServer {
    const lag = this.#lagMs();
    return {
      lagSeconds: lag === null ? null : Math.round(lag / 100) / 10,
      mostLagSeconds: this.#mostLagSeconds,
      used: this.#mayBeAsked(),
      asked: this.#asked,
      fellBack: this.#fellBack,
    };
  }

  /** What it has not passed was written after the last mark that it had. */
  #lagMs(): number | null {
    return this.#answers && this.#passed !== null ? performance.now() - this.#passed.at : null;
  }

  #mayBeAsked(): boolean {
    const lag = this.#lagMs();
    return lag !== null && lag <= this.#mostLagSeconds * 1_000;
  }
}

async function positionOf(primary: Queryable): Promise<bigint | null> {
  const found = await short(primary, "select pg_current_wal_lsn()::text as at");
  return found === null ? null : asNumber(found);
}

/** Null also of a server that follows nobody any more: it may be a primary by now, with a history of its own. */
async function replayedBy(standby: Queryable): Promise<bigint | null> {
  const found = await short(standby, "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as at");
  return found === null ? null : asNumber(found);
}

async function short(db: Queryable, text: string): Promise<string | null> {
  const patience = new AbortController();
  try {
    const asked = db.query<{ at: string | null }>(text);
    asked.catch(() => {});
    const late = sleep(2_000, null, { signal: patience.signal, ref: false }).catch(() => null);
    return (await Promise.race([asked, late]))?.rows[0]?.at ?? null;
  } catch {
    return null;
  } finally {
    patience.abort();
  }
}

/** "1/5A3F28C0": a place in the log, high and low half in hexadecimal. */
function asNumber(position: string): bigint {
  const [high = "0", low = "0"] = position.split("/");
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}
