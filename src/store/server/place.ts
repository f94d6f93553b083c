// Which folders the server uses: under the data folder when its user can reach them, else under /var/lib.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { refuse } from "../refuse.ts";
import type { Binaries } from "./binaries.ts";
import { type SystemUser, systemUser } from "./system-user.ts";

export interface Place {
  /** Holds `data` and the server's log; belongs to `user`. */
  readonly home: string;
  readonly data: string;
  readonly logFile: string;
  /** Folder with the programs, reachable for `user`. */
  readonly bin: string;
  readonly user: SystemUser | null;
}

/** Decides the place and prepares its folders. Prints it when it is not the obvious one. */
export function findPlace(dataDir: string, binaries: Binaries, log: (message: string) => void): Place {
  const obvious = join(resolve(dataDir), "postgres");
  const elsewhere = `/var/lib/maatwerk-${createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12)}`;
  const user = systemUser(ownerOf(join(obvious, "data")) ?? ownerOf(join(elsewhere, "data")), log);

  mkdirSync(obvious, { recursive: true });
  let home = obvious;
  if (user !== null) {
    give(obvious, user);
    if (existsSync(join(elsewhere, "data")) || !canEnter(obvious, user)) {
      home = elsewhere;
      mkdirSync(home, { recursive: true, mode: 0o755 });
      log(`The system user ${user.name} may not enter ${obvious}; the database lies in ${home} instead.`);
    }
    give(home, user);
  }
  refuseForeignData(join(home, "data"), user);
  const place = { home, data: join(home, "data"), logFile: join(home, "postgres.log"), bin: binaries.bin, user };
  if (user === null || canRun(binaries.bin, user)) return place;
  return { ...place, bin: copyBinaries(binaries, elsewhere, user, log) };
}

/** Runs as `user` what would fail when a folder on the way is closed to it; reading modes would miss access lists. */
function canEnter(folder: string, user: SystemUser): boolean {
  return (
    spawnSync("/bin/sh", ["-c", 'cd "$1" && cd /', "sh", folder], { ...identity(user), cwd: "/", stdio: "ignore" }).status === 0
  );
}

function canRun(bin: string, user: SystemUser): boolean {
  return spawnSync(join(bin, "postgres"), ["--version"], { ...identity(user), cwd: "/", stdio: "ignore" }).status === 0;
}

function copyBinaries(binaries: Binaries, elsewhere: string, user: SystemUser, log: (message: string) => void): string {
  const target = join(elsewhere, binaries.label ?? "postgresql");
  const bin = join(target, "bin");
  if (!canRun(bin, user)) {
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    chmodSync(elsewhere, 0o755);
    // Into a folder of its own first: a copy that was cut off must not pass for a whole one.
    const partial = `${target}.partial-${process.pid}`;
    cpSync(binaries.root, partial, { recursive: true, verbatimSymlinks: true });
    // Folders were made under our own umask, which may close them.
    spawnSync("chmod", ["-R", "a+rX", partial]);
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
    log(`The system user ${user.name} may not run the programs in ${binaries.bin}; copied them to ${target}.`);
  }
  if (canRun(bin, user)) return bin;
  refuse(
    "cannotRun",
    `PostgreSQL kan niet starten uit ${bin} als gebruiker ${user.name}. Zet DATABASE_URL op een PostgreSQL-server (versie 15 of nieuwer).`,
    `PostgreSQL cannot run from ${bin} as user ${user.name}. Set DATABASE_URL to a PostgreSQL server (version 15 or newer).`,
    `PostgreSQL ne peut pas tourner depuis ${bin} comme utilisateur ${user.name}. Indiquez un serveur PostgreSQL (version 15 ou plus récente) dans DATABASE_URL.`,
  );
}

/** `setuid` for a child process; nothing when we run it as ourselves. */
export function identity(user: SystemUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

function give(folder: string, user: SystemUser): void {
  chownSync(folder, user.uid, user.gid);
}

function ownerOf(folder: string): number | null {
  return statSync(folder, { throwIfNoEntry: false })?.uid ?? null;
}

function refuseForeignData(data: string, user: SystemUser | null): void {
  const owner = ownerOf(data);
  const self = process.getuid?.() ?? null;
  if (owner === null || self === null || owner === (user?.uid ?? self)) return;
  refuse(
    "foreignData",
    `De databank in ${data} is van een andere gebruiker (uid ${owner}). Start als die gebruiker of als root, of kies een andere gegevensmap.`,
    `The database in ${data} belongs to another user (uid ${owner}). Start as that user or as root, or choose another data folder.`,
    `La base de données dans ${data} appartient à un autre utilisateur (uid ${owner}). Démarrez comme cet utilisateur ou comme root, ou choisissez un autre dossier.`,
  );
}
