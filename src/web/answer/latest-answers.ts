// The parliamentary answers that were released last, for the pages that lead to them.
import type { ReleaseState } from "../../counter/index.ts";
import type { Publication } from "../../statistics/index.ts";

export interface LatestAnswer {
  readonly id: string;
  /** Of the question; null where its release does not say. */
  readonly number: number | null;
}

/** More is a list to search, and that stands with the open data. */
const MOST = 5;

/** How long a list may be old where nobody waits for the store. */
const KEPT_MS = 10_000;

/** One for each answer, the newest release first. */
export async function latestAnswers(
  released: readonly ReleaseState[],
  numberOf: (releaseRef: string) => Promise<number | null>,
): Promise<readonly LatestAnswer[]> {
  const newest = new Map<string, ReleaseState>();
  for (const state of [...released].sort((a, b) => (a.ended!.at < b.ended!.at ? 1 : -1)))
    if (state.source.kind === "folder" && !newest.has(state.source.id)) newest.set(state.source.id, state);
  const found: LatestAnswer[] = [];
  for (const [id, { releaseRef }] of [...newest].slice(0, MOST)) found.push({ id, number: await numberOf(releaseRef) });
  return found;
}

/** The number of the question of a release. What was released never changes: it is read once. */
export function numbersOnce(
  publicationOf: (releaseRef: string) => Promise<Publication | null>,
): (releaseRef: string) => Promise<number | null> {
  const read = new Map<string, number>();
  return async (releaseRef) => {
    const number = read.get(releaseRef) ?? (await publicationOf(releaseRef))?.header?.number ?? null;
    if (number !== null) read.set(releaseRef, number);
    return number;
  };
}

/**
 * The list for a page that is kept: the same thing as long as it says the same, at most ten seconds old, and the last one that was known
 * while the store does not answer.
 *
 * @param now - Milliseconds from any fixed moment.
 */
export function keptLatest(
  ask: () => Promise<readonly LatestAnswer[]>,
  now: () => number = () => performance.now(),
): () => Promise<readonly LatestAnswer[]> {
  let list: readonly LatestAnswer[] = [];
  let asked = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  const again = async (): Promise<void> => {
    try {
      const found = await ask();
      if (JSON.stringify(found) !== JSON.stringify(list)) list = found;
    } catch {
      // The pages that show the answers themselves tell of it.
    }
    asked = now();
    asking = null;
  };
  return async () => {
    if (now() - asked >= KEPT_MS) {
      asking ??= again();
      await asking;
    }
    return list;
  };
}
