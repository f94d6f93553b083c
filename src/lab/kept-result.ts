// A result over the records that is kept as it was given, so that a link to it shows the same for ever.
import { canonicalJson, type Instant, type Localized, newRef, sha256Hex } from "../kernel/index.ts";
import type { LabAnswer, LabQuestion } from "./desk.ts";
import type { Reform } from "./reform/reform.ts";
import { resultCsv } from "./result-csv.ts";

export interface LabActor {
  readonly role: string;
  readonly ref: string;
}

/** Everything needed to see what was asked of what, by whom and when, and what the answer was. */
export interface KeptBody {
  readonly ref: string;
  readonly madeAt: Instant;
  readonly madeBy: LabActor;
  /** The files of the reform, as they were sent. */
  readonly reformText: readonly string[];
  readonly reform: LabQuestion["reform"];
  readonly asked: {
    readonly quarters: number;
    readonly draws: number;
    /** Number of the first draw: 0 takes the records as they are. */
    readonly seed: number;
    readonly loss: number | null;
  };
  /** The law, the result, what the reform changes, the traits and the snapshot. */
  readonly answer: LabAnswer;
}

export interface KeptLine {
  readonly ref: string;
  readonly madeAt: Instant;
  readonly madeBy: LabActor;
  readonly reformId: string;
  readonly title: Localized;
  readonly knownAt: string;
  /** SHA-256 of the JSON file. */
  readonly hash: string;
}

export interface KeptFiles extends KeptLine {
  readonly json: Uint8Array;
  readonly csv: Uint8Array;
  /** The note of one page, as PDF. */
  readonly note: Uint8Array;
}

/** Implemented over the store; what is in it does not change. */
export interface KeptResults {
  add(this: void, kept: KeptFiles): Promise<void>;
  find(this: void, ref: string): Promise<KeptFiles | null>;
  /** The newest first. */
  list(this: void, most: number): Promise<readonly KeptLine[]>;
}

export interface Keeping {
  readonly results: KeptResults;
  /** The note of one page as PDF: what draws it does not belong to the lab. */
  drawNote(this: void, reform: Reform, answer: LabAnswer, ref: string): Uint8Array;
}

export interface ToKeep {
  readonly at: Instant;
  readonly by: LabActor;
  readonly reformText: readonly string[];
  readonly question: LabQuestion;
  readonly answer: LabAnswer;
}

/** Throws a `TypeError` for invented people, whose result anybody can make again. */
export async function keepResult({ results, drawNote }: Keeping, toKeep: ToKeep): Promise<KeptFiles> {
  const { at, by, reformText, question } = toKeep;
  const { result } = toKeep.answer;
  // Whole numbers only, so that equal results have equal bytes.
  const answer = { ...toKeep.answer, result: { ...result, milliseconds: Math.round(result.milliseconds) } };
  const { snapshot } = answer;
  if (snapshot === null) throw new TypeError("Only a result over the records is kept");
  const ref: string = newRef();
  const { reform, quarters, draws, loss = null } = question;
  const asked = { quarters, draws, seed: 0, loss };
  const body: KeptBody = { ref, madeAt: at, madeBy: by, reformText, reform, asked, answer };
  const bytes = new TextEncoder();
  const text = canonicalJson(body);
  const kept: KeptFiles = {
    ref,
    madeAt: at,
    madeBy: by,
    reformId: reform.id,
    title: reform.title,
    knownAt: snapshot.knownAt,
    hash: sha256Hex(text),
    json: bytes.encode(text),
    csv: bytes.encode(resultCsv(answer.result)),
    note: drawNote(reform, answer, ref),
  };
  await results.add(kept);
  return kept;
}

export function bodyOf({ json }: KeptFiles): KeptBody {
  return JSON.parse(new TextDecoder().decode(json)) as KeptBody;
}
