// A frozen answer: one line of canonical JSON as it was given, to be computed again and held against the records of today.
import { canonicalJson, sha256Hex } from "../../kernel/index.ts";
import type { Answer } from "./answer.ts";

/** What moved since an answer was frozen. */
export interface FrozenComparison {
  /** Same bytes. */
  readonly equal: boolean;
  /** The law's version or parameters differ. The answer can still be the same in all else. */
  readonly lawMoved: boolean;
  /** Places that differ beside the law, at most a hundred. */
  readonly differences: readonly { readonly path: string; readonly frozen: string; readonly now: string }[];
  readonly frozenHash: string;
}

/** The line as it is kept; ends with a line break. */
export function freezeAnswer(answer: Answer): string {
  return `${canonicalJson(answer)}\n`;
}

export function compareWithFrozen(frozenLine: string, answer: Answer): FrozenComparison {
  const now = freezeAnswer(answer);
  const frozen = JSON.parse(frozenLine) as Answer;
  const computed = JSON.parse(now) as Answer;
  const differences: { path: string; frozen: string; now: string }[] = [];
  walk({ ...frozen, law: null }, { ...computed, law: null }, "", differences);
  return {
    equal: now === frozenLine,
    lawMoved: canonicalJson(frozen.law) !== canonicalJson(computed.law),
    differences,
    frozenHash: sha256Hex(frozenLine),
  };
}

const MOST_SHOWN = 100;

function walk(frozen: unknown, now: unknown, path: string, found: { path: string; frozen: string; now: string }[]): void {
  if (found.length >= MOST_SHOWN) return;
  if (isNode(frozen) && isNode(now) && Array.isArray(frozen) === Array.isArray(now)) {
    for (const name of new Set([...Object.keys(frozen), ...Object.keys(now)])) {
      walk(frozen[name], now[name], path === "" ? name : `${path}.${name}`, found);
    }
    return;
  }
  if (frozen !== now) found.push({ path, frozen: JSON.stringify(frozen) ?? "nothing", now: JSON.stringify(now) ?? "nothing" });
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
