// The embedded server: attach when it runs, start it when it does not, stop it when we are the last to use it.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Binaries, packagedBinaries } from "./binaries.ts";
import { withLock } from "./lock.ts";
import { findPlace, type Place } from "./place.ts";
import { runningPostmaster } from "./postmaster.ts";
import { initialise, start, stop } from "./process.ts";
import { type Passwords, passwords } from "./secrets.ts";

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: (message: string) => void;
  readonly binaries?: Binaries;
  /** Without durability against a power cut; for tests only. */
  readonly fast?: boolean;
}

export type Login = keyof Passwords;

export interface Embedded {
  /** Names our sessions; give it as `application_name` suffix to every connection. */
  readonly token: string;
  readonly home: string;
  /** Where the server listens; another number after a restart on which the old port was taken. */
  port(): number;
  connection(login: Login, database: string): pg.ClientConfig;
  /** Ends our use; stops the server unless another process or program uses it. All our other connections must be closed. */
  close(): Promise<void>;
}

/** Brings the server of `dataDir` up, making it first when there is none, and keeps it up until `close`. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const token = `${process.pid}-${randomBytes(6).toString("hex")}`;
  const binaries = options.binaries ?? packagedBinaries();

  const first = await withLock(dataDir, log, async () => {
    const place = findPlace(dataDir, binaries, log);
    const secrets = passwords(dataDir, existsSync(place.data));
    if (!existsSync(place.data)) {
      log(`Making a database in ${place.data}.`);
      initialise(place, secrets.postgres);
    }
    const session = await attach(place, secrets, token, options);
    return { place, secrets, ...session };
  });
  const { place, secrets } = first;
  let { presence, port } = first;
  let closing = false;
  let reviving: Promise<void> | null = null;

  // The server was killed under us: bring it back, so that the next statement finds it.
  async function revive(): Promise<void> {
    for (let attempt = 1; !closing; attempt += 1) {
      try {
        const session = await withLock(dataDir, log, () => attach(place, secrets, token, options, port));
        ({ presence, port } = session);
        watch();
        log(`The database had stopped; it runs again on port ${port}.`);
        return;
      } catch (error) {
        log(`The database could not be brought back (attempt ${attempt}): ${(error as Error).message}`);
        await sleep(Math.min(10_000, 250 * 2 ** attempt));
      }
    }
  }

  function watch(): void {
    presence.once("end", () => {
      if (!closing) reviving = revive();
    });
  }
  watch();

  return {
    token,
    home: place.home,
    port: () => port,
    connection: (login, database) => connectionTo(port, login, secrets[login], database, token),
    async close() {
      if (closing) return;
      closing = true;
      await reviving;
      await withLock(dataDir, log, async () => {
        const last = await isLast(presence);
        await presence.end().catch(() => {});
        if (last) await stop(place);
      });
    },
  };
}

interface Session {
  readonly presence: pg.Client;
  readonly port: number;
}

/** Connects to the running server, or starts it; to be called under the lock. The connection shows others that we use it. */
async function attach(
  place: Place,
  secrets: Passwords,
  token: string,
  options: EmbeddedOptions,
  wanted?: number,
): Promise<Session> {
  const until = Date.now() + 60_000;
  for (;;) {
    const running = runningPostmaster(place.data);
    const server = running ?? (await start(place, options.fast === true, options.log, wanted));
    const presence = new pg.Client(connectionTo(server.port, "postgres", secrets.postgres, "postgres", token));
    // Without a listener a broken connection would end our process.
    presence.on("error", () => {});
    try {
      await presence.connect();
      return { presence, port: server.port };
    } catch (error) {
      await presence.end().catch(() => {});
      // A server that is starting or stopping refuses connections for a while.
      if (Date.now() > until || (error as { code?: string }).code === "28P01") throw error;
      await sleep(100);
    }
  }
}

async function isLast(presence: pg.Client): Promise<boolean> {
  try {
    const { rows } = await presence.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and application_name <> current_setting('application_name')`,
    );
    return rows[0]!.others === 0;
  } catch {
    // The server is gone already; stopping it does no harm.
    return true;
  }
}

function connectionTo(port: number, user: Login, password: string, database: string, token: string): pg.ClientConfig {
  return {
    host: "127.0.0.1",
    port,
    user,
    password,
    database,
    application_name: `maatwerk ${token}`,
    connectionTimeoutMillis: 30_000,
  };
}
