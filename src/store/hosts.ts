// One address for several servers, of which one takes writes: finds it, and finds the next one after a standby was promoted.
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { refuse } from "./refuse.ts";

/** One server of the address, as text for people and as an address of its own. */
export interface Host {
  readonly name: string;
  readonly url: string;
}

/** `postgres://login:password@one:5432,two:5432/name`, as PostgreSQL's own programs take it. */
export function hostsOf(url: string): readonly Host[] {
  const found = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/.exec(url);
  const names = (found?.[2] ?? "").split(",");
  // A socket folder or something else that only the driver knows how to read.
  if (found === null || names.length < 2) return [{ name: "", url }];
  return names.map((name) => {
    if (!/^(\[[0-9a-f:]+\]|[^:\s[\]]+)(:\d{1,5})?$/i.test(name)) refuseAddress();
    return { name, url: `${found[1]}${name}${found[3]}` };
  });
}

function refuseAddress(): never {
  refuse(
    "address",
    "DATABASE_URL is niet te lezen. Verwacht: postgres://login:wachtwoord@server1:5432,server2:5432/naam.",
    "DATABASE_URL cannot be read. Expected: postgres://login:password@server1:5432,server2:5432/name.",
    "DATABASE_URL est illisible. Attendu : postgres://compte:motdepasse@serveur1:5432,serveur2:5432/nom.",
  );
}

/** Follows the server that takes writes. */
export class Primary {
  #current: Host;
  #stopped = new AbortController();
  readonly #hosts: readonly Host[];
  readonly #log: (message: string) => void;

  private constructor(hosts: readonly Host[], first: Host, log: (message: string) => void) {
    this.#hosts = hosts;
    this.#current = first;
    this.#log = log;
  }

  /** Resolves when one of the hosts takes writes; refuses when none does within `patienceMs`. */
  static async find(hosts: readonly Host[], log: (message: string) => void, patienceMs = 30_000): Promise<Primary> {
    const until = performance.now() + patienceMs;
    for (;;) {
      for (const host of hosts) if (await takesWrites(host)) return new Primary(hosts, host, log);
      if (performance.now() > until) refuseNone(hosts);
      await sleep(250);
    }
  }

  /** Address of the server that takes writes, as far as is known. */
  get url(): string {
    return this.#current.url;
  }

  /** Looks again from time to time until `stop`. */
  watch(everyMs: number): void {
    const { signal } = this.#stopped;
    void (async () => {
      while (!signal.aborted) {
        await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
        if (signal.aborted || (await takesWrites(this.#current))) continue;
        for (const host of this.#hosts) {
          if (host === this.#current || signal.aborted || !(await takesWrites(host))) continue;
          this.#log(`The database at ${this.#current.name} no longer takes writes; ${host.name} does.`);
          this.#current = host;
          break;
        }
      }
    })();
  }

  stop(): void {
    this.#stopped.abort();
  }
}

async function takesWrites({ url }: Host): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean }>("select pg_is_in_recovery() as standby");
    return rows[0]?.standby === false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function refuseNone(hosts: readonly Host[]): never {
  const names = hosts.map(({ name }) => name).join(", ");
  refuse(
    "noPrimary",
    `Geen van de databankservers neemt schrijfacties aan: ${names}. Start er een, of maak een stand-by tot hoofdserver.`,
    `None of the database servers takes writes: ${names}. Start one, or promote a standby.`,
    `Aucun des serveurs de base de données n'accepte d'écritures : ${names}. Démarrez-en un, ou promouvez un serveur de secours.`,
  );
}
