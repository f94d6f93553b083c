// PostgreSQL refuses to run as root. As root we therefore run it as a system user without rights, made when it is not there.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { refuse } from "../refuse.ts";

/** Null: run the programs as ourselves. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const serviceName = "maatwerk-db";

/** The user to run the server as. `owner` is the uid that owns the data already, when there is data. */
export function systemUser(owner: number | null, log: (message: string) => void): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  if (owner !== null && owner !== 0) {
    const known = users().find((u) => u.uid === owner);
    if (known !== undefined) return known;
  }
  return named(serviceName) ?? makeUser(log);
}

function makeUser(log: (message: string) => void): SystemUser {
  const attempts: [string, string[]][] = [
    [
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", serviceName],
    ],
    ["adduser", ["--system", "--group", "--no-create-home", serviceName]],
    // BusyBox knows no long options.
    ["adduser", ["-S", "-D", "-H", serviceName]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: "ignore" });
    const made = named(serviceName);
    if (made !== null) {
      log(`Made the system user ${serviceName} to run PostgreSQL as, because PostgreSQL refuses to run as root.`);
      return made;
    }
  }
  const fallback = named("postgres") ?? named("nobody");
  if (fallback !== null) {
    log(`Could not make the system user ${serviceName}; PostgreSQL runs as ${fallback.name}.`);
    return fallback;
  }
  refuse(
    "noSystemUser",
    `PostgreSQL mag niet als root draaien en de systeemgebruiker ${serviceName} kon niet gemaakt worden. Start als gewone gebruiker, of zet DATABASE_URL.`,
    `PostgreSQL may not run as root and the system user ${serviceName} could not be made. Start as an ordinary user, or set DATABASE_URL.`,
    `PostgreSQL ne peut pas tourner en tant que root et l'utilisateur système ${serviceName} n'a pas pu être créé. Démarrez comme utilisateur ordinaire ou indiquez DATABASE_URL.`,
  );
}

function named(name: string): SystemUser | null {
  return users().find((u) => u.name === name) ?? null;
}

function users(): SystemUser[] {
  return readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((parts) => parts.length > 3)
    .map(([name, , uid, gid]) => ({ name: name!, uid: Number(uid), gid: Number(gid) }));
}
