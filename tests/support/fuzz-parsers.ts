// Feeds spoiled inputs to every parser and keeps what went wrong: a throw that is no refusal, or an answer that took too long.
import { Refusal } from "../../src/kernel/index.ts";
import { randomFrom, spoiled, spoiledJson } from "./fuzz.ts";
import type { Parser } from "./parser.ts";
import { parsers } from "./parsers.ts";

export interface Fault {
  readonly parser: string;
  readonly input: string;
  readonly what: string;
}

export interface FuzzReport {
  readonly inputs: number;
  readonly parsers: number;
  readonly faults: readonly Fault[];
  readonly slowest: { readonly parser: string; readonly ms: number };
}

/** @param patienceMs - One input may take no longer: more is a hang in the making. */
export async function fuzzParsers(inputs: number, seed: number, patienceMs: number): Promise<FuzzReport> {
  const shares = parsers.map((parser) => (parser.slow === "process" ? 0.05 : parser.slow === true ? 1 : 4));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const faults: Fault[] = [];
  let slowest = { parser: "", ms: 0 };
  let done = 0;
  for (const [at, parser] of parsers.entries()) {
    const random = randomFrom(seed + at);
    // A process of its own is waited for, however busy the machine is.
    const patience = parser.slow === "process" ? patienceMs * 10 : patienceMs;
    const own = Math.ceil((inputs * shares[at]!) / whole);
    for (let n = 0; n < own; n += 1) {
      const input = inputFor(parser, random);
      const started = performance.now();
      const what = await tried(parser, input);
      let ms = performance.now() - started;
      // A busy machine may hold up any input once; a slow one is slow each time.
      for (let again = 0; again < 3 && ms > patience; again += 1) {
        const restarted = performance.now();
        await tried(parser, input);
        ms = Math.min(ms, performance.now() - restarted);
      }
      done += 1;
      if (ms > slowest.ms) slowest = { parser: parser.name, ms };
      if (what !== null || ms > patience)
        faults.push({ parser: parser.name, input: input.slice(0, 500), what: what ?? `${Math.round(ms)} ms` });
      if (faults.length >= 20) return { inputs: done, parsers: parsers.length, faults, slowest };
    }
  }
  return { inputs: done, parsers: parsers.length, faults, slowest };
}

function inputFor({ examples, json }: Parser, random: () => number): string {
  if (json !== true || random() < 0.3) return spoiled(random, examples);
  const example: unknown = JSON.parse(examples[Math.floor(random() * examples.length)]!);
  return JSON.stringify(spoiledJson(random, example));
}

async function tried(parser: Parser, input: string): Promise<string | null> {
  try {
    const result = parser.read(input);
    if (result instanceof Promise) await result;
    return null;
  } catch (error) {
    return error instanceof Refusal ? null : `${(error as Error).name}: ${(error as Error).message?.slice(0, 300)}`;
  }
}
