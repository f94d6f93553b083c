// Rows worth a closer look: who gains most, who loses most, and the one in the middle of each. Only of invented people.
import { type Facts, factOfNumber, type InputColumn } from "../../law/index.ts";
import type { LabRoom } from "./room.ts";

export interface CaseOfInterest {
  readonly why: "gainsMost" | "gainsMiddle" | "losesMiddle" | "losesMost";
  /** Cents over all quarters of the run. */
  readonly change: number;
  /** Facts of the quarter that was computed last. */
  readonly facts: Facts;
}

/** At most four rows, over the first `rows` of the room. Throws a `TypeError` for a population from records: each row is a person there. */
export function casesOfInterest(room: LabRoom, inputs: readonly InputColumn[], rows: number): readonly CaseOfInterest[] {
  if (room.population.origin !== "synthetic") throw new TypeError("A case from records is somebody");
  const { net, touched } = room;
  const gaining: number[] = [];
  const losing: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (touched[row] === 0 || net[row] === 0) continue;
    (net[row]! > 0 ? gaining : losing).push(row);
  }
  // The largest first; equal ones by row, so that the same run names the same rows.
  const sorted = (list: number[]) => list.sort((a, b) => Math.abs(net[b]!) - Math.abs(net[a]!) || a - b);
  const one = (why: CaseOfInterest["why"], row: number | undefined): CaseOfInterest[] =>
    row === undefined ? [] : [{ why, change: net[row]!, facts: factsOf(room, inputs, row) }];
  const [up, down] = [sorted(gaining), sorted(losing)];
  const middle = (list: readonly number[]) => (list.length < 3 ? undefined : list[list.length >> 1]);
  return [
    ...one("gainsMost", up[0]),
    ...one("gainsMiddle", middle(up)),
    ...one("losesMiddle", middle(down)),
    ...one("losesMost", down[0]),
  ];
}

function factsOf(room: LabRoom, inputs: readonly InputColumn[], row: number): Facts {
  return Object.fromEntries(
    inputs.flatMap((column) => {
      const fact = factOfNumber(column, room.input[column.name]![row]!);
      return fact === undefined ? [] : [[column.name, fact]];
    }),
  );
}
