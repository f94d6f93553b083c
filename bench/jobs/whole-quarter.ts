// One quarter from the file of attests to the bank file and the statements, in a process of its own, with its peak memory.
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { projection } from "../../src/dossier/index.ts";
import { writeAttests } from "../../src/exchange/index.ts";
import { firstDay, fromQuarterNumber, type Insz, type Kbo, systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createStore, masterKey, openDatabase } from "../../src/store/index.ts";
import { declarationMaker } from "../../src/synthetic/index.ts";
import { FIRST_QUARTER, fillRecords, type Relation } from "../../tests/support/kill-records.ts";
import type { Job } from "./index.ts";

const loader = pathToFileURL(join(import.meta.dirname, "../../node_modules/tsx/dist/esm/index.mjs")).href;
const worker = join(import.meta.dirname, "../../tests/support/run-victim.ts");

export const wholeQuarterJob: Job = async ({ quick, say }) => {
  const grants = quick ? 5_000 : 100_000;
  const dataDir = mkdtempSync(join(tmpdir(), "maatwerk-bench-"));
  try {
    const relations = await filled(dataDir, grants);
    const [attestFile, bankFile] = [join(dataDir, "attests.xml"), join(dataDir, "bank.xml")];
    await pipeline(Readable.from(attests(relations)), createWriteStream(attestFile));
    const megabytes = statSync(attestFile).size / 2 ** 20;
    say(`${grants} grants, a file of ${megabytes.toFixed(0)} MiB`);
    const { steps, peakMiB } = await timed([dataDir, fromQuarterNumber(FIRST_QUARTER), attestFile, bankFile], say);
    const payments = /<NbOfTxs>(\d+)</.exec(readFileSync(bankFile, "utf8"))?.[1];
    say(`${payments} payments in the bank file, at most ${peakMiB} MiB of memory`);
    const mistakes = Number(payments) > 0 ? [] : ["no payment in the bank file"];
    return {
      gates: [],
      mistakes,
      figures: { grants, attestFileMiB: Math.round(megabytes), seconds: steps, payments: Number(payments), peakMiB },
    };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function filled(dataDir: string, grants: number): Promise<readonly Relation[]> {
  const database = await openDatabase({ dataDir, log: () => {} });
  try {
    return await fillRecords(
      createStore({ database, clock: systemClock, project: projection, masterKey: masterKey({ dataDir }) }),
      grants,
    );
  } finally {
    await database.close();
  }
}

function* attests(relations: readonly Relation[]): Generator<string> {
  const make = declarationMaker(openLaw(), FIRST_QUARTER, "FIRST", "bench");
  const [opening, ending] = [...writeAttests([])];
  yield opening!;
  for (const { grantRef, worker: insz, employer } of relations) {
    const from = firstDay(fromQuarterNumber(FIRST_QUARTER));
    const made = make({ grantRef, worker: insz as Insz, employer: employer as Kbo, from, until: null, known: [] });
    yield* [...writeAttests(made)].slice(1, -1);
  }
  yield ending!;
}

/** Seconds of each step that the process says it starts. */
async function timed(
  args: readonly string[],
  say: (line: string) => void,
): Promise<{ steps: Record<string, number>; peakMiB: number }> {
  const child = spawn(process.execPath, ["--import", loader, worker, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const steps: Record<string, number> = {};
  let peakMiB = 0;
  let step = "open";
  let started = performance.now();
  child.stdout.on("data", (text: Buffer) => {
    for (const word of text
      .toString()
      .split("\n")
      .filter((one) => one !== "")) {
      if (word.startsWith("peak ")) {
        peakMiB = Number(word.slice(5));
        continue;
      }
      if (word.startsWith("progress ")) {
        say(`${step.padEnd(10)} ${word.slice(9)}`);
        continue;
      }
      const seconds = (performance.now() - started) / 1000;
      steps[step] = seconds;
      say(`${step.padEnd(10)} ${seconds.toFixed(2)} s`);
      step = word.toLowerCase();
      started = performance.now();
    }
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`The process ended with ${code} during ${step}`);
  return { steps, peakMiB };
}
