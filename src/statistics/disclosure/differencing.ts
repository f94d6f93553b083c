// Two published tables about nearly the same people: where a cell of both differs by a small count, the difference is a small count too.
import type { Figure, FigureCell, FigureWindow } from "../figure/index.ts";
import { keyOf, nested, sameBase, windowOf } from "./identity.ts";
import type { DisclosurePolicy } from "./policy.ts";

/**
 * Positions of the new figure's cells whose difference with an earlier table would show a small group: the same window asked again, of a
 * wider or narrower population, or of a period that begins or ends on the same day and lasts longer.
 */
export function smallDifferences(figure: Figure, earlier: readonly Figure[], policy: DisclosurePolicy): ReadonlySet<number> {
  const found = new Set<number>();
  for (const other of earlier) {
    if (!sameBase(figure, other) || !nested(figure, other)) continue;
    const before = new Map<string, { window: FigureWindow; cell: FigureCell }[]>();
    for (const cell of other.cells) {
      const name = JSON.stringify(keyOf(other, cell));
      before.set(name, [...(before.get(name) ?? []), { window: windowOf(other, cell.window)!, cell }]);
    }
    for (const [index, cell] of figure.cells.entries()) {
      const now = countOf(cell);
      if (now === null) continue;
      const window = windowOf(figure, cell.window)!;
      for (const one of before.get(JSON.stringify(keyOf(figure, cell))) ?? []) {
        const then = countOf(one.cell);
        if (then === null || !subtractable(figure, window, one.window)) continue;
        const difference = Math.abs(now - then);
        if (difference > 0 && difference <= policy.smallest) found.add(index);
      }
    }
  }
  return found;
}

/** The same days; or, where events are counted, one period that the other lengthens at one end. */
function subtractable(figure: Figure, a: FigureWindow, b: FigureWindow): boolean {
  const [from, until] = [a.from === b.from, a.until === b.until];
  if (from && until) return true;
  return (from || until) && ["flow", "cumulative", "cohort"].includes(figure.measure);
}

function countOf(cell: FigureCell): number | null {
  if (cell.suppressed === true) return null;
  return cell.basis ?? (typeof cell.value === "number" ? cell.value : null);
}
