// What an attacker sees who lays a new table beside all earlier ones: numbers that are the same, and all sums within and across tables.
import type { Figure, FigureCell } from "../figure/index.ts";
import { groupOf } from "./group.ts";
import { nameOf, sameBase } from "./identity.ts";
import { type Line, linesOf } from "./relations.ts";
import { Numbers } from "./system.ts";

/** What the house remembers of a table that it published and does not publish itself. */
export interface Guard {
  /** Positions of the cells that were withheld to protect what is in them. */
  readonly primary: readonly number[];
  /** Sums that add up although their parts could overlap: position of the total, and dimension. */
  readonly exact: readonly (readonly [number, number])[];
  /** How many there are in each withheld cell, by position; left out by tables of before this was kept. */
  readonly withheld?: readonly (readonly [number, number])[];
}

/** An earlier table; without a guard every withheld cell counts as one to be protected. */
export type Earlier = Figure & { readonly guard?: Guard };

export interface Joint {
  readonly counts: readonly number[];
  readonly lines: readonly Line[];
  /** By position of the new table's cells, the place of its number in `counts`; null where there is nobody. */
  readonly places: readonly (number | null)[];
  /** The same for the counts behind amounts and other statistics, of which the cells' own numbers are apart. */
  readonly bases: readonly (number | null)[];
  /** Numbers that earlier tables show: withholding them hides nothing. */
  readonly known: ReadonlySet<number>;
  /** Numbers of the new table whose cell an earlier table withheld. */
  readonly hiddenBefore: ReadonlySet<number>;
  /** All that is withheld whatever becomes of the new table, and which of it is to be protected. */
  readonly hidden: ReadonlySet<number>;
  readonly guarded: ReadonlySet<number>;
  readonly remainders: ReadonlySet<number>;
  readonly unknown: ReadonlySet<number>;
}

/** Only what hangs together with something that the new table would be the first to show. */
export function jointOf(figure: Figure, earlier: readonly Earlier[], smallest: number): Joint {
  const numbers = new Numbers();
  const lines: Line[] = [];
  const add = (table: Earlier): Places => {
    const found = placesOf(table, numbers);
    lines.push(...linesWithin(table, found.places), ...linesWithin(table, found.bases));
    return found;
  };
  const { places, bases } = add(figure);
  const related = earlier.filter((other) => isRelated(figure, other));
  const [known, hidden, guarded] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const other of related) {
    const primary = other.guard === undefined ? null : new Set(other.guard.primary);
    const own = add(other);
    for (const [index, cell] of other.cells.entries()) {
      const [place, basis] = [own.places[index] ?? null, own.bases[index] ?? null];
      const isGuarded = primary === null || primary.has(index);
      if (cell.suppressed !== true) {
        for (const number of [place, basis]) if (number !== null) known.add(number);
        continue;
      }
      // Behind an amount that is withheld for who stands for it, the count is no secret, unless it is small.
      const secret = [place, ...(basis !== null && numbers.counts[basis]! <= smallest ? [basis] : [])];
      for (const number of secret) {
        if (number === null) continue;
        hidden.add(number);
        if (isGuarded) guarded.add(number);
      }
    }
  }
  lines.push(...numbers.lines(severalOf([figure, ...related])));
  for (const number of numbers.remainders) hidden.add(number);
  for (const number of known) for (const set of [hidden, guarded]) set.delete(number);
  const hiddenBefore = withheldBefore(figure, places, related);
  return {
    ...connected({ counts: numbers.counts, lines: distinct(lines), hidden }, [...places, ...bases], known),
    places,
    bases,
    known,
    hiddenBefore,
    guarded,
    remainders: numbers.remainders,
    unknown: numbers.unknown,
  };
}

interface Places {
  readonly places: readonly (number | null)[];
  readonly bases: readonly (number | null)[];
}

function placesOf(table: Earlier, numbers: Numbers): Places {
  const source = { unit: table.unit.id, knownAt: table.knownAt };
  const cells = table.cells.map((cell, index) => {
    const count = trueCount(table, cell, index);
    const group = count === 0 ? null : groupOf(table, cell);
    if (group === null) return { place: null, basis: null };
    if (!measures(table)) return { place: numbers.put(group, source, count), basis: null };
    // Whether an amount is known does not follow from knowing for how many it is.
    const amount = { ...group, subject: `${table.unit.id} of ${group.subject}` };
    return { place: numbers.put(amount, source, count), basis: count === null ? null : numbers.put(group, source, count) };
  });
  return { places: cells.map(({ place }) => place), bases: cells.map(({ basis }) => basis) };
}

/** Whether the cells are amounts or another statistic, and not counts. */
function measures(table: Figure): boolean {
  return (
    ["euro", "fte", "day", "percent", "year"].includes(table.unit.id) || table.cells.some((cell) => cell.basis !== undefined)
  );
}

/** Cells are only ever held against those of the same subject, and tickets against those who hold them. */
export function isRelated(a: Figure, b: Figure): boolean {
  const subject = (figure: Figure): string =>
    figure.counted.en.replace(/^[^:]*: /, "").replace(/, (in the period|cumulative|followed).*$/, "");
  const people = (figure: Figure): boolean => figure.measure === "stock" && /ticket|registered persons/.test(subject(figure));
  if (subject(a) !== subject(b) && !(people(a) && people(b))) return false;
  return a.windows.some((one) => b.windows.some((other) => one.from <= other.until && other.from <= one.until));
}

function linesWithin(table: Earlier, places: readonly (number | null)[]): Line[] {
  const remembered = new Set((table.guard?.exact ?? []).map(([total, dimension]) => `${total} ${dimension}`));
  const forgotten = table.cells.some((cell, index) => trueCount(table, cell, index) === null);
  return table.windows.flatMap((window) => {
    const inWindow = [...table.cells.keys()].filter((index) => table.cells[index]!.window === window.name);
    const keys = inWindow.map((index) => table.cells[index]!.key);
    const counts = inWindow.map((index) => trueCount(table, table.cells[index]!, index) ?? 0);
    return table.dimensions.flatMap((dimension, at) =>
      linesOf(
        keys,
        table.dimensions.map(({ exclusive }) => exclusive),
        counts,
        at,
      ).flatMap(({ total, parts, exact }): Line[] => {
        const whole = places[inWindow[total]!]!;
        const numbers = parts.map((part) => places[inWindow[part]!]!).filter((part) => part !== null);
        if (whole === null || numbers.length === 0 || numbers.includes(whole)) return [];
        const adds = dimension.exclusive || (forgotten ? remembered.has(`${inWindow[total]} ${at}`) : exact);
        return [{ total: whole, parts: numbers, exact: adds }];
      }),
    );
  });
}

/** Titles of attributes of which one counted thing can have several values, in any of the tables. */
function severalOf(tables: readonly Figure[]): ReadonlySet<string> {
  return new Set(
    tables.flatMap(({ dimensions }) => dimensions.filter(({ exclusive }) => !exclusive).map(({ title }) => title.en)),
  );
}

/** Cells that an earlier table of the same unit withheld stay so, also when records have changed since. */
function withheldBefore(figure: Figure, places: readonly (number | null)[], earlier: readonly Earlier[]): ReadonlySet<number> {
  const name = (table: Figure, cell: FigureCell): string => {
    const { from, until } = table.windows.find((window) => window.name === cell.window)!;
    return JSON.stringify([from, until, nameOf(table, cell)]);
  };
  const before = new Set(
    earlier
      .filter((other) => sameBase(figure, other))
      .flatMap((other) => other.cells.filter((cell) => cell.suppressed === true).map((cell) => name(other, cell))),
  );
  return new Set(figure.cells.flatMap((cell, index) => (before.has(name(figure, cell)) ? (places[index] ?? []) : [])));
}

type Part = Pick<Joint, "counts" | "lines" | "hidden">;

/** Withheld numbers and sums that hang together with a number that is shown for the first time. */
function connected({ counts, lines, hidden }: Part, places: Joint["places"], known: ReadonlySet<number>): Part {
  const reached = new Set(places.filter((place) => place !== null && !known.has(place)) as number[]);
  let kept: Line[] = [];
  for (;;) {
    const before = kept.length;
    kept = lines.filter((line) => [line.total, ...line.parts].some((number) => reached.has(number)));
    if (kept.length === before) break;
    for (const line of kept) for (const number of [line.total, ...line.parts]) if (hidden.has(number)) reached.add(number);
  }
  return { counts, lines: kept, hidden: new Set([...hidden].filter((number) => reached.has(number))) };
}

/** The sums that add up by chance, to be remembered beside the table. */
export function exactSums(figure: Figure): (readonly [number, number])[] {
  return figure.windows.flatMap((window) => {
    const inWindow = [...figure.cells.keys()].filter((index) => figure.cells[index]!.window === window.name);
    const keys = inWindow.map((index) => figure.cells[index]!.key);
    const counts = inWindow.map((index) => countOf(figure.cells[index]!));
    return figure.dimensions.flatMap((dimension, at) =>
      dimension.exclusive
        ? []
        : linesOf(
            keys,
            figure.dimensions.map(() => false),
            counts,
            at,
          )
            .filter((line) => line.exact)
            .map((line) => [inWindow[line.total]!, at] as const),
    );
  });
}

function distinct(lines: readonly Line[]): Line[] {
  return [
    ...new Map(
      lines.map((line) => [JSON.stringify([line.total, [...line.parts].sort((a, b) => a - b), line.exact]), line]),
    ).values(),
  ];
}

/** Null where it is withheld and not remembered. */
function trueCount(table: Earlier, cell: FigureCell, index: number): number | null {
  if (cell.suppressed !== true) return countOf(cell);
  return table.guard?.withheld?.find(([position]) => position === index)?.[1] ?? null;
}

export function countOf(cell: FigureCell): number {
  return cell.basis ?? (typeof cell.value === "number" ? cell.value : 0);
}
