// A database that is ready for use: found or brought up, migrated, and entered with the rights that each use needs and no more.
import { randomBytes } from "node:crypto";
import pg from "pg";
import { type Client, connectionOptions, type Pool, type Role } from "./connection.ts";
import { hostsOf, Primary } from "./hosts.ts";
import { migrate, readMigrations } from "./migrate.ts";
import { refuse } from "./refuse.ts";
import type { Binaries } from "./server/binaries.ts";
import { type Embedded, openEmbedded } from "./server/embedded.ts";
import { Standby } from "./standby.ts";
import { tellOfStatements } from "./tracing.ts";

export interface OpenOptions {
  /** A PostgreSQL server, 15 or newer, or several of which one takes writes. Left out: the embedded server under `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** A standby of that server for questions that may lag. Left out: the primary answers them too. */
  readonly read?: { readonly url: string; readonly mostLagSeconds: number } | undefined;
  /** Folder for everything that lasts: embedded database, keys. */
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Most connections of the application's pool. */
  readonly poolSize?: number;
  /** Programs to use in place of those of the package. */
  readonly binaries?: Binaries;
  /** Embedded server without durability against a power cut; for tests only. */
  readonly fast?: boolean;
  /** Migrate no further than this number: for a backup of an earlier release, which is brought up to date afterwards. */
  readonly upTo?: number;
}

export interface Database {
  readonly kind: "embedded" | "server";
  /** For people: without password. */
  readonly url: string;
  /** Role maatwerk_app: grows the log and the ledger, cannot change them. */
  readonly pool: Pool;
  /** Role maatwerk_stats: reads the `read` schema and nothing else. */
  readonly statistics: Pool;
  /** Answers questions that may lag, through `askMayLag`. Left out: there is none. */
  readonly standby?: Standby | undefined;
  /** Whether `asOwner` will be let in. A server may give the application a login without that right. */
  readonly ownerAllowed: boolean;
  /** Runs `work` as the owner of the tables, for migrations and rebuilds. Refused when the login may not. */
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Closes the pools; an embedded server that nobody else uses is stopped. */
  close(): Promise<void>;
}

/** Opens the database, bringing it up and migrating it as needed. Throws a `Refusal` that says what to do. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return options.databaseUrl === undefined || options.databaseUrl === ""
    ? openOwn(options)
    : openServer(options.databaseUrl, options);
}

const databaseName = "maatwerk";
const loginLock = 7_216_042_213;

async function openOwn(options: OpenOptions): Promise<Database> {
  const server = await openEmbedded(options);
  try {
    await makeDatabase(server, databaseName);
    const admin = (): pg.ClientConfig => server.connection("postgres", databaseName);
    await withClient(admin(), (client) => prepareEmbedded(client, server, options.upTo));
    return embeddedDatabase(server, databaseName, options);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Migrates and lets the application's and the statistics' roles log in with passwords of their own. */
export async function prepareEmbedded(client: Client, server: Embedded, upTo?: number): Promise<void> {
  await migrate(client, readMigrations().slice(0, upTo));
  // Two processes that come to a new database at once would stumble over each other's change of the roles.
  await client.query("begin");
  await client.query("select pg_advisory_xact_lock($1)", [loginLock]);
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname in ('maatwerk_app', 'maatwerk_stats') and not rolcanlogin",
  );
  for (const { rolname } of rows) {
    const { password } = server.connection(rolname as "maatwerk_app" | "maatwerk_stats", databaseName);
    await client.query(`alter role ${rolname} login password ${pg.escapeLiteral(String(password))}`);
  }
  await client.query("commit");
}

export async function makeDatabase(server: Embedded, name: string): Promise<void> {
  await withClient(server.connection("postgres", "postgres"), async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) {
      try {
        await client.query(`create database ${pg.escapeIdentifier(name)}`);
      } catch (error) {
        // Another process that opened at the same time was first.
        if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
      }
    }
  });
}

/** Pools on a database of the embedded server. */
export function embeddedDatabase(server: Embedded, name: string, options: Pick<OpenOptions, "poolSize" | "log">): Database {
  const shared = connectionOptions(null, server.token);
  const pool = makePool({ ...shared, ...server.connection("maatwerk_app", name), max: options.poolSize ?? 10 }, options.log);
  const statistics = makePool({ ...shared, ...server.connection("maatwerk_stats", name), max: 4 }, options.log);
  return {
    kind: "embedded",
    get url() {
      return `postgres://maatwerk_app@127.0.0.1:${server.port()}/${name}`;
    },
    pool,
    statistics,
    ownerAllowed: true,
    asOwner: (work) =>
      withClient({ ...connectionOptions("maatwerk_owner", server.token), ...server.connection("postgres", name) }, work),
    async close() {
      await Promise.all([endPool(pool), endPool(statistics)]);
      await server.close();
    },
  };

  function makePool(config: pg.PoolConfig, log: (message: string) => void): Pool {
    const made = quietPool(config, log);
    // After a restart on another port, new connections must go there.
    Object.defineProperty(made.options, "port", { get: () => server.port(), enumerable: true });
    return made;
  }
}

async function openServer(url: string, options: OpenOptions): Promise<Database> {
  const token = `${process.pid}-${randomBytes(6).toString("hex")}`;
  const hosts = hostsOf(url);
  const primary = hosts.length === 1 ? null : await Primary.find(hosts, options.log);
  const address = (): string => primary?.url ?? url;
  const config = (role: Role | null): pg.PoolConfig => ({ ...connectionOptions(role, token), connectionString: address() });
  const ownerAllowed = await withClient(config(null), async (client) => {
    await checkMembership(client);
    await migrate(client, readMigrations().slice(0, options.upTo));
    return mayBeOwner(client);
  });
  const pool = following({ ...config("maatwerk_app"), max: options.poolSize ?? 10 });
  const statistics = following({ ...config("maatwerk_stats"), max: 4 });
  primary?.watch(PRIMARY_EVERY_MS);
  const standby = options.read === undefined ? null : await follow(options.read);
  return {
    kind: "server",
    url: withoutPassword(address()),
    pool,
    statistics,
    standby: standby?.standby,
    ownerAllowed,
    async asOwner(work) {
      if (!ownerAllowed) refuseOwner();
      return withClient(config("maatwerk_owner"), work);
    },
    async close() {
      primary?.stop();
      standby?.standby.stop();
      await Promise.all([pool, statistics, ...(standby?.pools ?? [])].map(endPool));
    },
  };

  /** Not there at the start is no reason not to start: the primary answers until it is. */
  async function follow(read: NonNullable<OpenOptions["read"]>) {
    const at = (role: Role, max: number) =>
      quietPool({ ...connectionOptions(role, token), connectionString: read.url, connectionTimeoutMillis: 2_000, max }, () => {});
    const own = { app: at("maatwerk_app", 4), statistics: at("maatwerk_stats", 4) };
    const following = new Standby(pool, own, read.mostLagSeconds, options.log);
    await following.watch();
    return { standby: following, pools: [own.app, own.statistics] };
  }

  /** New connections go to the server that takes writes now. */
  function following(poolConfig: pg.PoolConfig): Pool {
    const made = quietPool(poolConfig, options.log);
    Object.defineProperty(made.options, "connectionString", { get: address, enumerable: true });
    return made;
  }
}

const PRIMARY_EVERY_MS = 1_000;

async function mayBeOwner(client: Client): Promise<boolean> {
  try {
    await client.query("set role maatwerk_owner");
    await client.query("reset role");
    return true;
  } catch {
    return false;
  }
}

function refuseOwner(): never {
  refuse(
    "notOwner",
    "De aanmelding van DATABASE_URL mag dit niet: het vraagt de rol maatwerk_owner. Gebruik hiervoor de aanmelding van de beheerder.",
    "The login of DATABASE_URL may not do this: it takes the role maatwerk_owner. Use the administrator's login for it.",
    "Le compte de DATABASE_URL ne peut pas faire cela : il faut le rôle maatwerk_owner. Utilisez le compte de l'administrateur.",
  );
}

/** Only where our schema stands already: the first migration makes the roles and lends them to its login. */
async function checkMembership(client: Client): Promise<void> {
  const { rows } = await client.query<{ role: string }>(
    `select rolname as role from pg_roles
     where rolname in ('maatwerk_app', 'maatwerk_stats') and not pg_has_role(current_user, oid, 'member')
       and exists (select from pg_namespace where nspname = 'ops') order by 1`,
  );
  const missing = rows.map((r) => r.role).join(", ");
  if (missing === "") return;
  refuse(
    "notMember",
    `De aanmelding van DATABASE_URL is geen lid van ${missing}. Geef ze die rollen: grant ${missing} to <aanmelding>.`,
    `The login of DATABASE_URL is not a member of ${missing}. Give it these roles: grant ${missing} to <login>.`,
    `Le compte de DATABASE_URL n'est pas membre de ${missing}. Accordez-lui ces rôles : grant ${missing} to <compte>.`,
  );
}

function quietPool(config: pg.PoolConfig, log: (message: string) => void): Pool {
  const pool = new pg.Pool(config);
  // A connection that breaks between two statements of a transaction tells the next statement; without a listener it would end the process.
  pool.on("connect", (client) => {
    client.on("error", () => {});
    tellOfStatements(client);
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on("error", (error) => {
    if (!pool.ending) log(`A database connection was lost: ${error.message}`);
  });
  return pool;
}

async function endPool(pool: Pool): Promise<void> {
  if (!pool.ended && !pool.ending) await pool.end();
}

/** A connection for one piece of work. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = "";
    return parsed.toString();
  } catch {
    return "DATABASE_URL";
  }
}
