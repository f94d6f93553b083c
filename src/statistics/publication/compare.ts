// An answer beside an earlier one: how much of each change was registered late, how much is another law, how much is the population.
import type { Figure } from "../figure/index.ts";
import type { Publication } from "./publication.ts";
import { figuresOf } from "./publication.ts";

/** One cell of both, told apart. Counts; null where a value is withheld or not there. */
export interface Change {
  readonly figure: string;
  readonly key: readonly (string | null)[];
  readonly before: number | null;
  /** The earlier question asked again with what is known now, under the law of then. */
  readonly late: number | null;
  /** The same, under the law of now: dates and values of the law that the question leans on. Null: those of then were not kept. */
  readonly law: number | null;
  /** The difference that the other dates make. */
  readonly population: number | null;
  readonly now: number | null;
}

export interface Compared {
  readonly lawMoved: boolean;
  /** Whether the earlier release kept what it leans on in the law. */
  readonly lawKept: boolean;
  /** Figures whose question differs, so that they cannot be compared. */
  readonly notComparable: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * `again`: the earlier publication computed with what is known at the moment of the new one, under the law that it froze; what differs
 * from the earlier one was registered late. `underLaw`: the same under the law of now; what differs from `again` is the law. What then still
 * differs from the new one are the people themselves, and what they did because the law is another. `again` is null when the law of then
 * was not kept: late registration and law are then told as one.
 */
export function comparePublications(
  earlier: Publication,
  again: Publication | null,
  underLaw: Publication,
  now: Publication,
): Compared {
  const byId = new Map(figuresOf(now).map((figure) => [figure.id, figure]));
  const middle = new Map(figuresOf(underLaw).map((figure) => [figure.id, figure]));
  const first = again === null ? middle : new Map(figuresOf(again).map((figure) => [figure.id, figure]));
  const notComparable: string[] = [];
  const changes: Change[] = [];
  for (const before of figuresOf(earlier)) {
    const after = byId.get(before.id);
    const between = middle.get(before.id);
    const then = first.get(before.id);
    if (after === undefined || between === undefined || then === undefined || !alike(before, after)) {
      notComparable.push(before.id);
      continue;
    }
    const [last, lastThen, lastBetween, lastAfter] = [before, then, between, after].map((figure) => figure.windows.at(-1)?.name);
    const keys = new Map(
      [...cellsIn(before, last), ...cellsIn(after, lastAfter)].map((cell) => [JSON.stringify(cell.key), cell.key]),
    );
    for (const key of keys.values()) {
      const [was, known, would, is] = [
        valueAt(before, last, key),
        valueAt(then, lastThen, key),
        valueAt(between, lastBetween, key),
        valueAt(after, lastAfter, key),
      ];
      changes.push({
        figure: before.id,
        key,
        before: was,
        late: difference(known, was),
        law: again === null ? null : difference(would, known),
        population: difference(is, would),
        now: is,
      });
    }
  }
  return {
    lawKept: again !== null,
    lawMoved: earlier.law.parameters !== now.law.parameters || earlier.law.version !== now.law.version,
    notComparable,
    changes,
  };
}

function alike(a: Figure, b: Figure): boolean {
  return (
    a.unit.id === b.unit.id &&
    a.counted.en === b.counted.en &&
    a.dimensions.map((one) => one.id).join() === b.dimensions.map((one) => one.id).join()
  );
}

function cellsIn(figure: Figure, window: string | undefined) {
  return figure.cells.filter((cell) => cell.window === window);
}

/** Zero for a combination in which nobody falls. */
function valueAt(figure: Figure, window: string | undefined, key: readonly (string | null)[]): number | null {
  const cell = cellsIn(figure, window).find((one) => JSON.stringify(one.key) === JSON.stringify(key));
  if (cell === undefined) return figure.outcome.type === "notAvailableUntil" ? null : 0;
  return typeof cell.value === "number" ? cell.value : null;
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}
