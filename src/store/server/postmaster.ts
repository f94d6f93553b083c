// What the server says of itself in its pid file, and whether that is still true.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server that runs on this data folder, or null. A pid file that a crash left behind counts for nothing. */
export function runningPostmaster(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  // In the first moments of a start the file has not all its lines.
  if (!Number.isInteger(pid) || pid <= 0 || !isServerOf(pid, data)) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? "").trim() === "ready" };
}

/**
 * Takes away a pid file whose process is gone or is another program now. PostgreSQL does this itself unless the number was given
 * to another process of the same user, or the dead one was never reaped; then it would refuse to start for ever.
 */
export function removeStalePidFile(data: string): void {
  if (runningPostmaster(data) === null) rmSync(join(data, "postmaster.pid"), { force: true });
}

function isServerOf(pid: number, data: string): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.[0];
    return state !== "Z" && readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
  } catch {
    return false;
  }
}
