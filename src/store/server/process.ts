// Starting and stopping the server's own process. It runs apart from ours, so that our death is not its death.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { refuse } from "../refuse.ts";
import { identity, type Place } from "./place.ts";
import { type Postmaster, removeStalePidFile, runningPostmaster } from "./postmaster.ts";
import { serverSettings } from "./settings.ts";

const firstPort = 5433;
const logLimit = 10_000_000;

/** Makes the database cluster; half-made ones of an earlier try are cleared first. */
export function initialise(place: Place, password: string): void {
  const partial = `${place.data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const passwordFile = join(place.home, "password.tmp");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
  if (place.user !== null) chownSync(passwordFile, place.user.uid, place.user.gid);
  const major = majorOf(place.bin);
  const args = [
    `--pgdata=${partial}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--data-checksums",
    "--no-instructions",
    // Sorting by code point needs no library of the system, so an upgrade of the system cannot break an index.
    ...(major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"] : ["--locale=C"]),
  ];
  const made = spawnSync(join(place.bin, "initdb"), args, {
    ...identity(place.user),
    cwd: "/",
    env: environment(),
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    const detail = `${made.error?.message ?? ""}${made.stderr ?? ""}`.trim();
    refuse(
      "initFailed",
      `De databank kon niet aangemaakt worden in ${place.data}: ${detail}`,
      `The database could not be made in ${place.data}: ${detail}`,
      `La base de données n'a pas pu être créée dans ${place.data} : ${detail}`,
    );
  }
  renameSync(partial, place.data);
}

/** Starts the server on the first free port and returns when it takes connections. */
export async function start(
  place: Place,
  fast: boolean,
  log: (message: string) => void,
  preferred = firstPort,
): Promise<Postmaster> {
  checkMajor(place);
  removeStalePidFile(place.data);
  const patience = Date.now() + 30_000;
  for (let port = preferred; port < preferred + 200; port += 1) {
    if (!(await isFree(port))) continue;
    let outcome = await launch(place, port, fast, patience);
    while (outcome === "again") outcome = await launch(place, port, fast, patience);
    if (outcome !== "portTaken") {
      if (port !== preferred) log(`Port ${preferred} is taken by another program; the database listens on port ${port}.`);
      return outcome;
    }
  }
  refuse(
    "noPort",
    `Geen vrije poort gevonden van ${preferred} tot ${preferred + 199}.`,
    `No free port found from ${preferred} to ${preferred + 199}.`,
    `Aucun port libre de ${preferred} à ${preferred + 199}.`,
  );
}

/** Asks the server to stop: running statements are broken off, nothing committed is lost. Returns when it is gone. */
export async function stop(place: Place): Promise<void> {
  const server = runningPostmaster(place.data);
  if (server === null) return;
  process.kill(server.pid, "SIGINT");
  const until = Date.now() + 60_000;
  while (existsSync(join(place.data, "postmaster.pid")) && runningPostmaster(place.data) !== null) {
    if (Date.now() > until) throw new Error(`PostgreSQL (process ${server.pid}) did not stop within a minute`);
    await sleep(15);
  }
}

type Outcome = Postmaster | "portTaken" | "again";

async function launch(place: Place, port: number, fast: boolean, patience: number): Promise<Outcome> {
  const started = Date.now();
  const shift = logStart(place);
  const out = openSync(place.logFile, "a", 0o600);
  const settings = Object.entries(serverSettings(port, fast)).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(join(place.bin, "postgres"), ["-D", place.data, ...settings], {
    ...identity(place.user),
    cwd: "/",
    env: environment(),
    // A session of its own: Ctrl+C in our terminal is for us; we stop the server when we are done.
    detached: true,
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  child.unref();
  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(`exit ${code ?? signal}`));
  });
  for (;;) {
    const state = await Promise.race([gone, sleep(15)]);
    if (state !== undefined) return explain(place, shift, state, patience, child);
    const server = runningPostmaster(place.data);
    if (server?.ready && server.pid === child.pid) return server;
    // Recovery after a crash may replay a lot; it is not cut off.
    if (Date.now() - started > 600_000)
      throw new Error(`PostgreSQL did not become ready within ten minutes; see ${place.logFile}`);
  }
}

async function explain(
  place: Place,
  shift: number,
  state: string,
  patience: number,
  child: ChildProcess,
): Promise<"portTaken" | "again"> {
  const said = readFileSync(place.logFile, "utf8").slice(shift);
  if (/could not create any TCP\/IP sockets|Address already in use/.test(said)) return "portTaken";
  // Children of a killed server hold its shared memory until they notice; the next try succeeds.
  if (/pre-existing shared memory block/.test(said) && Date.now() < patience) {
    await sleep(300);
    return "again";
  }
  const detail = said.trim().split("\n").slice(-8).join("\n");
  refuse(
    "startFailed",
    `PostgreSQL kon niet starten (${state}, proces ${child.pid ?? "-"}). Logboek ${place.logFile}:\n${detail}`,
    `PostgreSQL could not start (${state}, process ${child.pid ?? "-"}). Log ${place.logFile}:\n${detail}`,
    `PostgreSQL n'a pas pu démarrer (${state}, processus ${child.pid ?? "-"}). Journal ${place.logFile} :\n${detail}`,
  );
}

/** Size of the log before this start, after putting a large one aside. */
function logStart(place: Place): number {
  const size = statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size < logLimit) return size;
  renameSync(place.logFile, `${place.logFile}.1`);
  return 0;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function majorOf(bin: string): number {
  const said = spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" }).stdout ?? "";
  return Number(/\) (\d+)/.exec(said)?.[1] ?? 0);
}

function checkMajor(place: Place): void {
  const made = Number(readFileSync(join(place.data, "PG_VERSION"), "utf8"));
  const have = majorOf(place.bin);
  if (made === have) return;
  refuse(
    "otherMajor",
    `De databank in ${place.data} is gemaakt door PostgreSQL ${made}; deze programma's zijn versie ${have}. Gebruik de vorige versie, of verhuis naar een server.`,
    `The database in ${place.data} was made by PostgreSQL ${made}; these programs are version ${have}. Use the previous release, or move to a server.`,
    `La base de données dans ${place.data} a été créée par PostgreSQL ${made} ; ces programmes sont en version ${have}. Utilisez la version précédente ou passez à un serveur.`,
  );
}

function environment(): NodeJS.ProcessEnv {
  // Nothing of ours is passed on: PG* variables would change the server, and secrets have no business there.
  return { PATH: process.env.PATH ?? "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}
