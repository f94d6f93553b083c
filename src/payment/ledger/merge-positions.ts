// Several rows of one grant in one quarter, put together: the terms of the last row, the days of all.
import type { Position } from "../ports.ts";

/** Terms change at the start of a quarter only, so rows of one quarter differ in their days alone; of other differences the last row counts. */
export function mergePositions(positions: readonly Position[]): readonly Position[] {
  const byGrant = new Map<string, Position>();
  for (const position of positions) {
    const held = byGrant.get(position.grantRef);
    if (held === undefined) {
      byGrant.set(position.grantRef, position);
      continue;
    }
    const [earlier, later] = held.validFrom <= position.validFrom ? [held, position] : [position, held];
    byGrant.set(position.grantRef, { ...later, validFrom: earlier.validFrom });
  }
  return [...byGrant.values()];
}
