// An answer beside an earlier one: how much of each change is the population, how much was registered late, how much is another law.
import type { Figure } from "../figure/index.ts";
import type { Publication } from "./publication.ts";
import { figuresOf } from "./publication.ts";

/** One cell of both, told apart. Counts; null where a value is withheld or not there. */
export interface Change {
  readonly figure: string;
  readonly key: readonly (string | null)[];
  readonly before: number | null;
  /** The earlier question asked again with what is known now. */
  readonly late: number | null;
  /** The difference that the other dates make. */
  readonly population: number | null;
  readonly now: number | null;
}

export interface Compared {
  readonly lawMoved: boolean;
  /** Figures whose question differs, so that they cannot be compared. */
  readonly notComparable: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * `again`: the earlier publication computed with what is known at the moment of the new one. What differs between it and the earlier one was
 * registered late; what differs between it and the new one are the people themselves. The law's version is told beside: figures count
 * what happened, so that another law moves them only through what people did.
 */
export function comparePublications(earlier: Publication, again: Publication, now: Publication): Compared {
  const byId = new Map(figuresOf(now).map((figure) => [figure.id, figure]));
  const middle = new Map(figuresOf(again).map((figure) => [figure.id, figure]));
  const notComparable: string[] = [];
  const changes: Change[] = [];
  for (const before of figuresOf(earlier)) {
    const after = byId.get(before.id);
    const between = middle.get(before.id);
    if (after === undefined || between === undefined || !alike(before, after)) {
      notComparable.push(before.id);
      continue;
    }
    const [last, lastBetween, lastAfter] = [before, between, after].map((figure) => figure.windows.at(-1)?.name);
    const keys = new Map(
      [...cellsIn(before, last), ...cellsIn(after, lastAfter)].map((cell) => [JSON.stringify(cell.key), cell.key]),
    );
    for (const key of keys.values()) {
      const [was, would, is] = [valueAt(before, last, key), valueAt(between, lastBetween, key), valueAt(after, lastAfter, key)];
      changes.push({
        figure: before.id,
        key,
        before: was,
        late: difference(would, was),
        population: difference(is, would),
        now: is,
      });
    }
  }
  return {
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
