// Processes of the product for harnesses: kept running, killed at will, or run once for what they say.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export const root = new URL("../../", import.meta.url).pathname;
const cli = join(root, "bin", "maatwerk.mjs");

export interface Kept {
  /** Ends it as a power cut would; it comes back by itself. */
  kill(): void;
  /** Ends it for good. */
  end(): Promise<void>;
  /** Times that it ended without having been killed by us. */
  readonly fell: number;
}

/** A process that is started again whenever it ends, until `end`. */
export function keep(launch: () => ChildProcess): Kept {
  let over = false;
  let struck = false;
  let fell = 0;
  let child = start();
  function start(): ChildProcess {
    const made = launch();
    made.once("exit", () => {
      if (!struck && !over) fell += 1;
      struck = false;
      setTimeout(() => {
        if (!over) child = start();
      }, 300);
    });
    return made;
  }
  return {
    get fell() {
      return fell;
    },
    kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      struck = true;
      child.kill("SIGKILL");
    },
    async end() {
      over = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await gone;
    },
  };
}

/** `maatwerk ...`, kept running. */
export const keepCommand = (args: readonly string[], env: NodeJS.ProcessEnv): Kept =>
  keep(() => spawn(process.execPath, [cli, ...args], { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] }));

export function attempt(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: root, env, maxBuffer: 50_000_000, timeout: 600_000 },
      (error, stdout, stderr) =>
        resolve({
          code: error === null ? 0 : typeof error.code === "number" ? error.code : 1,
          text: stdout === "" ? stderr : stdout,
        }),
    );
  });
}

export async function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  mkdirSync(env.MAATWERK_DATA!, { recursive: true });
  const { code, text } = await attempt(args, env);
  if (code !== 0) throw new Error(`maatwerk ${args.join(" ")}: ${text}`);
  return text;
}

export async function until(what: string, condition: () => boolean, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`It did not come about within ${Math.round(patienceMs / 1000)} s: ${what}`);
    await sleep(100);
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
