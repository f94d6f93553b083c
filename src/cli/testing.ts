// A terminal for tests: commands in this process on records of their own, over a database server that stays up between them.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { embeddedServer } from "../store/testing.ts";
import { run } from "./program.ts";

export interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Terminal {
  /** Where its records are; files of the test may stand there too. */
  readonly folder: string;
  /** What a program run beside it needs to find the same records. */
  readonly env: Readonly<Record<string, string>>;
  command(...args: string[]): Promise<Told>;
  /** What a command gives with `--json`. Throws what it told when it gave nothing. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects
  json(...args: string[]): Promise<any>;
  /** Keeps the server up, so that not every command waits for one to start. */
  keepServer(): Promise<void>;
  close(): Promise<void>;
}

export function terminal(): Terminal {
  const folder = mkdtempSync(join(tmpdir(), "maatwerk-terminal-"));
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(folder, 0o755);
  const env = { MAATWERK_DATA: folder, DATABASE_URL: "", NODE_ENV: "", LC_ALL: "en" };
  let server: { close(): Promise<void> } | null = null;

  async function command(...args: string[]): Promise<Told> {
    const out: string[] = [];
    const err: string[] = [];
    const stream = (into: string[]) => new PassThrough().on("data", (part: Buffer) => into.push(part.toString("utf8")));
    const stopAsked = () => new Promise<void>(() => {});
    const code = await run(args, { stdin: Readable.from([]), stdout: stream(out), stderr: stream(err), env, stopAsked });
    await new Promise((resolve) => setImmediate(resolve));
    return { code, out: out.join(""), err: err.join("") };
  }

  return {
    folder,
    env,
    command,
    async json(...args) {
      const { out, err } = await command(...args, "--json");
      if (out === "") throw new Error(err);
      return JSON.parse(out);
    },
    async keepServer() {
      server ??= await embeddedServer(folder);
    },
    async close() {
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
