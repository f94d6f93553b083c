// Who gains and who loses: one pass over all rows, by the cell of traits that each stands in, and then by trait.
import type { DisclosureGate, FullBreakdown, FullGroup } from "../disclosure.ts";
import type { Population, Trait } from "../population/population.ts";
import type { Breakdown } from "./result.ts";

/** Traits whose values together make few enough cells to count all at once. */
export interface CellGroup {
  readonly traits: readonly Trait[];
  readonly cells: number;
  /** The cell of each row. */
  readonly column: Uint16Array;
}

const mostCells = 4096;

/** Made once per population: a row keeps its traits. */
export function cellGroups(population: Population): readonly CellGroup[] {
  const packed: Trait[][] = [];
  let room = 0;
  for (const trait of population.traits) {
    const { length } = trait.values;
    if (packed.length === 0 || room * length > mostCells) {
      packed.push([]);
      room = 1;
    }
    packed.at(-1)!.push(trait);
    room *= length;
  }
  return packed.map((traits) => {
    const column = new Uint16Array(population.rows);
    let cells = 1;
    for (const { id, values } of traits) {
      const codes = population.traitColumns[id]!;
      for (let row = 0; row < column.length; row += 1) column[row] = column[row]! + cells * codes[row]!;
      cells *= values.length;
    }
    return { traits, cells, column };
  });
}

/** By kind: 1 the same, 2 more, 3 less. */
interface CellCounts {
  readonly people: Uint32Array;
  readonly change: Float64Array;
}

export interface People {
  readonly winners: number;
  readonly losers: number;
  readonly same: number;
  readonly breakdowns: readonly Breakdown[];
}

/** `net`: cents per row over the whole time; `touched`: 1 when a row ever had an amount. */
export function peopleOf(
  groups: readonly CellGroup[],
  net: Float64Array,
  touched: Uint8Array,
  rows: number,
  gate: DisclosureGate,
  employers: Int32Array | null,
): People {
  const counts = groups.map((group) => counted(group, net, touched, rows));
  const kinds = [1, 2, 3].map((kind) => {
    const [first] = counts;
    let sum = 0;
    for (let cell = 0; first !== undefined && cell < first.change.length; cell += 1) sum += first.people[cell * 4 + kind]!;
    return sum;
  });
  return {
    winners: kinds[1]!,
    losers: kinds[2]!,
    same: kinds[0]!,
    breakdowns: gate.shown(
      groups.flatMap((group, i) => {
        const shares = employers === null ? null : employerShares(group, net, rows, employers);
        return breakdowns(group, counts[i]!, shares);
      }),
    ),
  };
}

function counted({ cells, column }: CellGroup, net: Float64Array, touched: Uint8Array, rows: number): CellCounts {
  const people = new Uint32Array(cells * 4);
  const change = new Float64Array(cells);
  for (let row = 0; row < rows; row += 1) {
    const cell = column[row]!;
    const amount = net[row]!;
    // Without a branch: nobody knows who comes next.
    const kind = touched[row]! * (1 + Number(amount > 0) + 2 * Number(amount < 0));
    people[cell * 4 + kind]! += 1;
    change[cell]! += amount;
  }
  return { people, change };
}

type Shares = (trait: number, code: number) => FullGroup["employers"];

/** What each employer has of the change of each group. */
function employerShares({ traits, column }: CellGroup, net: Float64Array, rows: number, employers: Int32Array): Shares {
  const sums = traits.map(({ values }) => values.map(() => new Map<number, number>()));
  for (let row = 0; row < rows; row += 1) {
    const amount = net[row]!;
    if (amount === 0) continue;
    let cell = column[row]!;
    for (const [trait, { values }] of traits.entries()) {
      const own = sums[trait]![cell % values.length]!;
      cell = Math.floor(cell / values.length);
      own.set(employers[row]!, (own.get(employers[row]!) ?? 0) + amount);
    }
  }
  return (trait, code) => {
    const own = [...sums[trait]![code]!.values()];
    return { count: own.length, largest: own.reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most), 0) };
  };
}

function breakdowns(
  { traits, cells }: CellGroup,
  { people, change }: CellCounts,
  shares: Shares | null,
): readonly FullBreakdown[] {
  let step = 1;
  return traits.map((trait, place) => {
    const count = trait.values.length;
    const size = step;
    step *= count;
    const kinds = new Float64Array(count * 4);
    const amounts = new Float64Array(count);
    for (let cell = 0; cell < cells; cell += 1) {
      const code = Math.floor(cell / size) % count;
      for (let kind = 1; kind < 4; kind += 1) kinds[code * 4 + kind]! += people[cell * 4 + kind]!;
      amounts[code]! += change[cell]!;
    }
    const groups = trait.values.map(({ code }, i): FullGroup => {
      const [same, winners, losers] = [kinds[i * 4 + 1]!, kinds[i * 4 + 2]!, kinds[i * 4 + 3]!];
      return { code, winners, losers, same, change: amounts[i]!, employers: shares?.(place, i) ?? null };
    });
    return { trait: trait.id, groups };
  });
}
