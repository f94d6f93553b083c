// A workbook is a packed archive: small on the wire, and as large as its maker likes. So it is unpacked by a process with little memory and time.
// A thread would not do: one that runs out of memory in the wrong place takes the whole process with it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface WorkbookLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly rows: number;
}

/** What a cell holds; a day as a workbook means it, without a time zone ("?": none that exists). */
export type WorkbookCell = string | number | boolean | null | { readonly date: string };
export type WorkbookRows = readonly (readonly WorkbookCell[])[];

const PROGRAM = fileURLToPath(new URL("./workbook-process.mjs", import.meta.url));
/** Answers longer than this are none of a file that we take. */
const MOST_ANSWER_BYTES = 256 * 1024 * 1024;

/** The cells of the first sheet. "tooLarge": more than the limits; "unreadable": no workbook. The process has no environment of ours. */
export function readWorkbook(bytes: Uint8Array, limits: WorkbookLimits): Promise<WorkbookRows | "tooLarge" | "unreadable"> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.megabytes}`, PROGRAM, String(limits.rows)], {
      env: {},
      stdio: ["pipe", "pipe", "ignore"],
    });
    const parts: Buffer[] = [];
    let size = 0;
    let stopped = false;
    const stop = () => {
      stopped = true;
      child.kill("SIGKILL");
    };
    const late = setTimeout(stop, limits.milliseconds);
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > MOST_ANSWER_BYTES) stop();
      else parts.push(part);
    });
    // It may end before it has read everything.
    child.stdin.on("error", () => {});
    child.stdin.end(bytes);
    child.on("error", () => resolve("unreadable"));
    child.on("close", (code, signal) => {
      clearTimeout(late);
      // Out of memory ends it by a signal of its own.
      if (stopped || signal !== null || code === OUT_OF_MEMORY) return resolve("tooLarge");
      resolve(code === 0 ? (JSON.parse(Buffer.concat(parts).toString("utf8")) as WorkbookRows | "tooLarge") : "unreadable");
    });
  });
}

const OUT_OF_MEMORY = 134;
