import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { newRef, systemClock } from "../../kernel/index.ts";
import { type Database, openDatabase } from "../database.ts";
import { context, event, projectPayload, workStatus } from "../fixtures.ts";
import { createStore } from "../store.ts";
import { testBinaries } from "../testing.ts";
import { masterKeyFrom } from "../vault/master-key.ts";
import { packagedBinaries } from "./binaries.ts";
import { runningPostmaster } from "./postmaster.ts";

const isRoot = process.getuid?.() === 0;
const root = mkdtempSync(join(tmpdir(), "maatwerk-embedded-"));
chmodSync(root, 0o755);
let counter = 0;
const open: Database[] = [];
const children: ChildProcess[] = [];
const places: string[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(open.splice(0).map((d) => d.close()));
  // What a killed process left running is stopped by opening and closing once more; here the server itself is enough.
  for (const home of places.splice(0)) {
    const server = runningPostmaster(join(home, "data"));
    if (server !== null) process.kill(server.pid, "SIGQUIT");
  }
});
afterAll(async () => {
  await sleep(300);
  rmSync(root, { recursive: true, force: true, maxRetries: 5 });
});

function freshDir(): string {
  counter += 1;
  const dir = join(root, `d${counter}`);
  mkdirSync(dir);
  places.push(join(dir, "postgres"));
  return dir;
}

let model: string | null = null;

/** A folder with a database in it; made once and copied, because making one takes most of a test's time. */
async function madeDir(): Promise<string> {
  if (model === null) {
    model = freshDir();
    await (await openIn(model)).close();
  }
  const dir = freshDir();
  spawnSync("cp", ["-a", `${model}/.`, dir]);
  return dir;
}

async function openIn(dataDir: string, lines: string[] = []): Promise<Database> {
  const binaries = testBinaries();
  const database = await openDatabase({
    dataDir,
    log: (line) => lines.push(line),
    ...(binaries === undefined ? {} : { binaries }),
  });
  open.push(database);
  return database;
}

const serverOf = (dataDir: string) => runningPostmaster(join(dataDir, "postgres", "data"));
const storeOn = (database: Database) =>
  createStore({ database, clock: systemClock, project: projectPayload, masterKey: masterKeyFrom(Buffer.alloc(32, 7)) });

interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves with the first line, past or coming, that starts so. */
  line(start: string): Promise<string>;
  readonly exited: Promise<number | null>;
}

function child(dataDir: string, mode = "hold", identity: { uid?: number; gid?: number } = {}): Child {
  const file = fileURLToPath(new URL("./testing/child.ts", import.meta.url));
  const started = spawn(process.execPath, ["--import", "tsx", file, dataDir, mode], {
    stdio: ["pipe", "pipe", "pipe"],
    cwd: join(import.meta.dirname, "../../.."),
    env: { ...process.env, HOME: dataDir, TMPDIR: dataDir },
    ...identity,
  });
  children.push(started);
  const lines: string[] = [];
  const waiting: { start: string; resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  let errors = "";
  started.stderr.on("data", (piece) => {
    errors += piece;
  });
  createInterface({ input: started.stdout }).on("line", (line) => {
    lines.push(line);
    for (const w of waiting) if (line.startsWith(w.start)) w.resolve(line);
  });
  const exited = new Promise<number | null>((resolve) =>
    started.once("exit", (code) => {
      for (const w of waiting) w.reject(new Error(`ended with ${code}: ${errors}`));
      resolve(code);
    }),
  );
  return {
    process: started,
    lines,
    line: (start) => {
      const past = lines.find((line) => line.startsWith(start));
      return past !== undefined
        ? Promise.resolve(past)
        : new Promise((resolve, reject) => waiting.push({ start, resolve, reject }));
    },
    exited,
  };
}

const countEvents = async (database: Database): Promise<number> =>
  (await database.pool.query("select count(*) as n from log.event")).rows[0].n;

describe("a fresh start", () => {
  test("gives a durable server on loopback, behind passwords that only their owner can read, and a second start finds the data", async () => {
    const dir = freshDir();
    const first = await openIn(dir);
    const settings = await first.pool.query(
      `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit', 'server_encoding', 'data_checksums') order by name`,
    );
    expect(Object.fromEntries(settings.rows.map((r) => [r.name, r.setting]))).toEqual({
      data_checksums: "on",
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "127.0.0.1",
      server_encoding: "UTF8",
      synchronous_commit: "on",
    });
    const secrets = join(dir, "secrets", "database.json");
    expect(statSync(secrets).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, "secrets")).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(dir, "postgres")).sort()).toEqual(["data", "postgres.log"]);
    const { port } = serverOf(dir)!;
    const stranger = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password: "guess", database: "maatwerk" });
    await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });

    const ref = newRef();
    await storeOn(first).events.append("person", ref, 0, [event("A")], context());
    await first.close();
    expect(serverOf(dir)).toBeNull();
    const second = await openIn(dir);
    expect((await storeOn(second).events.read(ref)).map((e) => e.type)).toEqual(["A"]);
  });

  test("says so when the port is taken, and takes the next", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve, reject) => {
      // When something else holds the first port already, the test's purpose is served as well.
      blocker.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve() : reject(error)));
      blocker.listen(5433, "127.0.0.1", resolve);
    });
    const lines: string[] = [];
    const database = await openIn(await madeDir(), lines);
    const port = Number(new URL(database.url).port);
    expect(port).toBeGreaterThan(5433);
    expect(lines).toContain(`Port 5433 is taken by another program; the database listens on port ${port}.`);
    expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    blocker.close();
  });

  test("clears what a start that was cut off left behind", async () => {
    const dir = freshDir();
    mkdirSync(join(dir, "postgres", "data.partial", "base"), { recursive: true });
    writeFileSync(join(dir, "postgres", "data.partial", "PG_VERSION"), "18");
    await openIn(dir);
    expect(existsSync(join(dir, "postgres", "data.partial"))).toBe(false);
  });

  test("without its passwords refuses and says what to do", async () => {
    const dir = await madeDir();
    await (await openIn(dir)).close();
    rmSync(join(dir, "secrets", "database.json"));
    await expect(openIn(dir)).rejects.toThrow(/database.json is missing while the database exists/);
  });

  test("on a platform without programs says to set DATABASE_URL", () => {
    expect(() => packagedBinaries("plan9-mips")).toThrow(/no PostgreSQL programs installed for plan9-mips. Set DATABASE_URL/);
  });

  test.runIf(isRoot)(
    "in a folder that the system user may not enter uses another place, prints it, and finds it again",
    async () => {
      const closed = join(root, "closed");
      mkdirSync(closed, { mode: 0o700 });
      const dir = join(closed, "var");
      const lines: string[] = [];
      const database = await openIn(dir, lines);
      const said = lines.find((line) => line.includes("may not enter"));
      const elsewhere = /lies in (\/var\/lib\/maatwerk-[0-9a-f]{12}) instead/.exec(said ?? "")?.[1];
      expect(elsewhere).toBeDefined();
      places.push(elsewhere!);
      try {
        expect(await countEvents(database)).toBe(0);
        await storeOn(database).events.append("person", newRef(), 0, [event("A")], context());
        await database.close();
        const again = await openIn(dir);
        expect(await countEvents(again)).toBe(1);
        await again.close();
      } finally {
        rmSync(elsewhere!, { recursive: true, force: true });
      }
    },
  );

  test.runIf(isRoot)("with programs that the system user may not run, runs a copy of them and says where", async () => {
    const closed = join(root, "programs");
    mkdirSync(closed, { mode: 0o700 });
    const { root: source } = packagedBinaries();
    cpSync(source, join(closed, "native"), { recursive: true, verbatimSymlinks: true });
    const lines: string[] = [];
    const dataDir = freshDir();
    const binaries = { root: join(closed, "native"), bin: join(closed, "native", "bin"), label: "postgresql-test" };
    const database = await openDatabase({ dataDir, log: (line) => lines.push(line), binaries });
    open.push(database);
    const copy = /copied them to (\/var\/lib\/maatwerk-[0-9a-f]{12})\/postgresql-test/.exec(lines.join("\n"))?.[1];
    expect(copy).toBeDefined();
    expect(await countEvents(database)).toBe(0);
    await database.close();
    rmSync(copy!, { recursive: true, force: true });
  });

  test.runIf(isRoot)("as a plain user works as well, and its data can be opened by root afterwards", async () => {
    const dir = freshDir();
    chownSync(dir, 65534, 65534);
    const plain = child(dir, "hold", { uid: 65534, gid: 65534 });
    expect(await plain.line("url")).toMatch(/^url postgres:/);
    expect(statSync(join(dir, "postgres", "data")).uid).toBe(65534);
    plain.process.stdin!.end();
    expect(await plain.exited).toBe(0);
    expect(await countEvents(await openIn(dir))).toBe(0);
  });
});

describe("several processes", () => {
  test("share one server; the last one out stops it", async () => {
    const dir = await madeDir();
    const ours = await openIn(dir);
    const other = child(dir);
    expect(await other.line("url")).toBe(`url ${ours.url}`);
    const { pid } = serverOf(dir)!;
    await ours.close();
    expect(serverOf(dir)?.pid).toBe(pid);
    other.process.stdin!.end();
    expect(await other.exited).toBe(0);
    expect(serverOf(dir)).toBeNull();
  });

  test("that come at the same moment to a folder without a database make one", async () => {
    const dir = freshDir();
    const [one, two] = await Promise.all([openIn(dir), openIn(dir)]);
    expect(one.url).toBe(two.url);
    expect(await countEvents(one)).toBe(await countEvents(two));
  });

  test("that come while the last one leaves never meet a server that is going down", async () => {
    const dir = await madeDir();
    let current = await openIn(dir);
    for (let round = 0; round < 4; round += 1) {
      const [next] = await Promise.all([openIn(dir), current.close()]);
      await storeOn(next).events.append("person", newRef(), 0, [event("A")], context());
      current = next;
    }
    expect(await countEvents(current)).toBe(4);
  });
});

describe("after a kill", () => {
  test("of the node process, everything acknowledged is there, and the server that was left behind is taken over", async () => {
    const dir = await madeDir();
    const worker = child(dir, "append");
    await worker.line("done");
    await sleep(400);
    worker.process.kill("SIGKILL");
    await worker.exited;
    const done = worker.lines.filter((l) => l.startsWith("done ")).map((l) => l.slice(5));
    expect(done.length).toBeGreaterThan(10);
    expect(serverOf(dir)).not.toBeNull();
    const database = await openIn(dir);
    const { rows } = await database.pool.query(
      "select stream_ref as ref from log.event join read.work_status on person_ref = stream_ref",
    );
    const stored = new Set(rows.map((r) => r.ref));
    expect(done.filter((ref) => !stored.has(ref))).toEqual([]);
    // The append that was under way may be there without having been acknowledged.
    expect(stored.size - done.length).toBeLessThanOrEqual(1);
    await database.close();
    expect(serverOf(dir)).toBeNull();
  });

  test("of the server between appends, it comes back by itself and nothing acknowledged is lost or doubled", async () => {
    const dir = await madeDir();
    const lines: string[] = [];
    const database = await openIn(dir, lines);
    const store = storeOn(database);
    const refs = Array.from({ length: 60 }, () => newRef());
    for (const [i, ref] of refs.entries()) {
      if (i === 20 || i === 40) process.kill(serverOf(dir)!.pid, "SIGKILL");
      const command = context();
      // The caller repeats a command whose fate it does not know; the command id keeps it from being done twice.
      for (let attempt = 1; ; attempt += 1) {
        try {
          const outcome = await store.events.append(
            "person",
            ref,
            0,
            [event("A", [workStatus(ref, "A", "2024-01-01")])],
            command,
          );
          expect(["appended", "repeated"]).toContain(outcome.outcome);
          break;
        } catch (error) {
          if (attempt > 100) throw error;
          await sleep(50);
        }
      }
    }
    const { rows } = await database.pool.query("select stream_ref as ref, count(*) as n from log.event group by 1");
    expect(new Map(rows.map((r) => [r.ref, r.n]))).toEqual(new Map(refs.map((ref) => [ref, 1])));
    expect(await store.compareReadTables()).toEqual([]);
    expect((await store.verifyChain()).flaws).toEqual([]);
    expect(lines.filter((l) => l.startsWith("The database had stopped; it runs again"))).toHaveLength(2);
  });

  test("of everything at once, the next start recovers", async () => {
    const dir = await madeDir();
    const worker = child(dir, "append");
    await worker.line("done");
    await sleep(200);
    process.kill(serverOf(dir)!.pid, "SIGKILL");
    worker.process.kill("SIGKILL");
    await worker.exited;
    const done = worker.lines.filter((l) => l.startsWith("done ")).length;
    expect(await countEvents(await openIn(dir))).toBeGreaterThanOrEqual(done);
  });

  test("a pid file that names a living process of another kind does not stop the start", async () => {
    const dir = await madeDir();
    await (await openIn(dir)).close();
    const file = join(dir, "postgres", "data", "postmaster.pid");
    const sleeper = spawn("sleep", ["30"], { uid: statSync(join(dir, "postgres", "data")).uid });
    children.push(sleeper);
    writeFileSync(file, `${sleeper.pid}\n${join(dir, "postgres", "data")}\n1700000000\n5433\n\n127.0.0.1\n  1 1\nready   \n`);
    const database = await openIn(dir);
    expect(await countEvents(database)).toBe(0);
    expect(readFileSync(file, "utf8").split("\n")[0]).not.toBe(String(sleeper.pid));
  });
});
