// Somebody who keeps every table of a year and solves for what was withheld. Knows the rules, the calendar and the map; shares no code with
// the gate.
import type { Figure } from "../figure/index.ts";

/** Why numbers add up: "total = parts". */
interface Equation {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface Found {
  readonly cell: string;
  readonly value: number;
}

/** What somebody must know beside the tables themselves. */
export interface Knowledge {
  readonly provinceOf: (municipality: string) => string;
}

const combinationsOf: Readonly<Record<string, string>> = { COLLECTIVE: "CMW", INDIVIDUAL: "IMW", AMA: "AMA" };

/** The withheld cells that the shown ones leave one possible value for; and, to judge the attack itself, how much it had to go by. */
export function attack(tables: readonly Figure[], { provinceOf }: Knowledge) {
  const shown = new Map<string, number>();
  const hidden = new Set<string>();
  const series = seriesOf(tables);
  const names = tables.map((figure, index) => figure.cells.map((cell) => nameOf(figure, cell, series[index]!, provinceOf)));
  for (const [index, figure] of tables.entries())
    for (const [at, cell] of figure.cells.entries()) {
      const name = names[index]![at]!;
      if (cell.suppressed === true) hidden.add(name);
      else shown.set(name, Number(cell.value));
    }
  for (const name of shown.keys()) hidden.delete(name);
  const known = new Set([...shown.keys(), ...hidden]);
  const equations = [
    ...tables.flatMap((figure, index) => marginsOf(figure, names[index]!)),
    ...quartersOf(known),
    ...municipalitiesOf(known, provinceOf),
    ...ticketsOf(known),
  ];
  return { found: solve(shown, hidden, equations), hidden: hidden.size, shown: shown.size, equations: equations.length };
}

interface Name {
  readonly series: string;
  readonly from: string;
  readonly until: string;
  /** Attribute and code, sorted. */
  readonly of: readonly (readonly [string, string])[];
}

const write = (name: Name): string => JSON.stringify(name);
const read = (name: string): Name => JSON.parse(name) as Name;

function nameOf(figure: Figure, cell: Figure["cells"][number], series: string, provinceOf: (code: string) => string): string {
  const window = figure.windows.find((one) => one.name === cell.window)!;
  let { from, until } = window;
  const of = new Map<string, string>();
  if (figure.population.en !== "all") of.set("population", figure.population.en);
  for (const [index, code] of cell.key.entries()) {
    const { id } = figure.dimensions[index]!;
    if (code === null) continue;
    if (id === "quarter") [from, until] = daysOfQuarter(code);
    else of.set(id, code);
  }
  const municipality = of.get("municipality");
  if (municipality !== undefined && of.get("province") === provinceOf(municipality)) of.delete("province");
  return write({ series, from, until, of: [...of].sort() });
}

/** Tables of one subject at one moment are one series; so are others, in other units or at other moments, that show the same numbers. */
function seriesOf(tables: readonly Figure[]): string[] {
  const own = tables.map((figure) => `${figure.counted.en} | ${figure.knownAt}`);
  const subject = (figure: Figure): string => figure.counted.en.replace(/^[^:]*: /, "");
  const cells = (figure: Figure): Map<string, number | null> =>
    new Map(
      figure.cells.map((cell) => [nameOf(figure, cell, "", () => ""), cell.suppressed === true ? null : Number(cell.value)]),
    );
  for (const [index, figure] of tables.entries())
    for (let other = 0; other < index; other += 1) {
      if (own[other] === own[index] || subject(tables[other]!) !== subject(figure)) continue;
      const before = cells(tables[other]!);
      const both = [...cells(figure)].filter(([name, value]) => value !== null && (before.get(name) ?? null) !== null);
      const many = both.filter(([, value]) => value! > 3).length >= 3;
      if (!many || both.some(([name, value]) => before.get(name) !== value)) continue;
      const [kept, gone] = [own[other]!, own[index]!];
      for (const [at, one] of own.entries()) if (one === gone) own[at] = kept;
    }
  return own;
}

function marginsOf(figure: Figure, names: readonly string[]): Equation[] {
  return figure.cells.flatMap((cell, at) =>
    cell.key.flatMap((code, dimension): Equation[] => {
      if (code !== null || !figure.dimensions[dimension]!.exclusive) return [];
      const parts = figure.cells.flatMap((other, place) =>
        other.window === cell.window &&
        other.key.every((value, index) => (index === dimension ? value !== null : value === cell.key[index]))
          ? [names[place]!]
          : [],
      );
      return parts.length === 0 ? [] : [{ total: names[at]!, parts }];
    }),
  );
}

/** What happens in a year happens in one of its quarters. */
function quartersOf(known: ReadonlySet<string>): Equation[] {
  return [...known].flatMap((total): Equation[] => {
    const name = read(total);
    const year = name.from.slice(0, 4);
    if (name.from !== `${year}-01-01` || name.until !== `${year}-12-31` || !name.series.includes("in the period")) return [];
    const parts = ["1", "2", "3", "4"].map((quarter) => {
      const [from, until] = daysOfQuarter(`${year}-Q${quarter}`);
      return write({ ...name, from, until });
    });
    return parts.every((part) => known.has(part)) ? [{ total, parts }] : [];
  });
}

function municipalitiesOf(known: ReadonlySet<string>, provinceOf: (code: string) => string): Equation[] {
  const parts = new Map<string, string[]>();
  for (const part of known) {
    const name = read(part);
    const municipality = name.of.find(([id]) => id === "municipality")?.[1];
    if (municipality === undefined) continue;
    const province = ["province", provinceOf(municipality)] as const;
    const total = write({ ...name, of: [...name.of.filter(([id]) => id !== "municipality"), province].sort() });
    if (known.has(total)) parts.set(total, [...(parts.get(total) ?? []), part]);
  }
  return [...parts].map(([total, own]) => ({ total, parts: own }));
}

/** Everybody holds at most one ticket of a measure: its tickets are the persons of all combinations that it is in. */
function ticketsOf(known: ReadonlySet<string>): Equation[] {
  const holders = [...known].map((cell) => [cell, read(cell)] as const).filter(([, { of }]) => has(of, "ticketCombination"));
  return [...known].flatMap((total): Equation[] => {
    const name = read(total);
    const ticket = combinationsOf[name.of.find(([id]) => id === "ticketMeasure")?.[1] ?? ""];
    if (ticket === undefined) return [];
    const rest = without(name.of, "ticketMeasure");
    const parts = holders.filter(
      ([, one]) =>
        one.until === name.until &&
        moment(one) === moment(name) &&
        without(one.of, "ticketCombination") === rest &&
        one.of.some(([id, code]) => id === "ticketCombination" && code.split("+").includes(ticket)),
    );
    return parts.length === 0 ? [] : [{ total, parts: parts.map(([cell]) => cell) }];
  });
}

const has = (of: Name["of"], attribute: string): boolean => of.some(([id]) => id === attribute);
const without = (of: Name["of"], attribute: string): string => JSON.stringify(of.filter(([id]) => id !== attribute));
const moment = (name: Name): string => name.series.split(" | ")[1]!;

function daysOfQuarter(quarter: string): [string, string] {
  const [year, number] = [quarter.slice(0, 4), Number(quarter.slice(6))];
  return [
    `${year}-${["01-01", "04-01", "07-01", "10-01"][number - 1]}`,
    `${year}-${["03-31", "06-30", "09-30", "12-31"][number - 1]}`,
  ];
}

/** Elimination over exact fractions (rows of integers), then bounds of whole numbers until nothing moves. A withheld cell is at least 1. */
function solve(shown: ReadonlyMap<string, number>, hidden: ReadonlySet<string>, equations: readonly Equation[]): Found[] {
  const column = new Map([...hidden].map((cell, index) => [cell, index]));
  const width = hidden.size;
  const rows: bigint[][] = [];
  for (const { total, parts } of equations) {
    const row = new Array<bigint>(width + 1).fill(0n);
    for (const [cell, sign] of [[total, 1n] as const, ...parts.map((part) => [part, -1n] as const)]) {
      const at = column.get(cell);
      if (at === undefined) row[width]! -= sign * BigInt(shown.get(cell)!);
      else row[at]! += sign;
    }
    if (row.slice(0, width).some((value) => value !== 0n)) rows.push(row);
  }
  const all = [...rows, ...eliminate(rows, width)];
  const low = new Array<bigint>(width).fill(1n);
  const high = new Array<bigint>(width).fill(100_000n);
  for (let moved = true; moved; ) {
    moved = false;
    for (const row of all)
      for (const at of row.keys()) {
        const own = row[at]!;
        if (at === width || own === 0n) continue;
        // own * x = bound - rest
        let [least, most] = [row[width]!, row[width]!];
        for (let other = 0; other < width; other += 1) {
          const value = row[other]!;
          if (other === at || value === 0n) continue;
          least -= value * (value > 0n ? high[other]! : low[other]!);
          most -= value * (value > 0n ? low[other]! : high[other]!);
        }
        if (own < 0n) [least, most] = [-most, -least];
        const by = own < 0n ? -own : own;
        const [from, to] = [-floor(-least, by), floor(most, by)];
        if (from > low[at]!) [low[at], moved] = [from, true];
        if (to < high[at]!) [high[at], moved] = [to, true];
      }
  }
  return [...column].flatMap(([cell, at]) => (low[at] === high[at] ? [{ cell, value: Number(low[at]) }] : []));
}

function floor(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by !== 0n && value < 0n ? quotient - 1n : quotient;
}

function eliminate(from: readonly (readonly bigint[])[], width: number): bigint[][] {
  const rows = from.map((row) => [...row]);
  const done: bigint[][] = [];
  for (let column = 0; column < width; column += 1) {
    const at = rows.findIndex((row) => row[column] !== 0n);
    if (at < 0) continue;
    const pivot = rows.splice(at, 1)[0]!;
    for (const list of [rows, done])
      for (const [index, row] of list.entries()) {
        const factor = row[column]!;
        if (factor === 0n) continue;
        const reduced = row.map((value, place) => value * pivot[column]! - pivot[place]! * factor);
        const divisor = reduced.reduce((common, value) => gcd(common, value), 0n);
        list[index] = divisor > 1n ? reduced.map((value) => value / divisor) : reduced;
      }
    done.push(pivot);
  }
  return done;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
