// The geometry of a staircase chart: columns side by side, plateaus that get one label each, years on the axis.
import { type Cents, type Quarter, quarterParts } from "../../kernel/index.ts";

export interface StairColumn {
  readonly quarter: Quarter;
  /** From the ground up; one or two parts. */
  readonly parts: readonly Cents[];
  /** Columns with the same key that touch form a plateau. */
  readonly plateau: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Plateau {
  readonly x: number;
  readonly width: number;
  /** Top of its highest column. */
  readonly y: number;
  readonly least: Cents;
  readonly most: Cents;
  readonly key: string;
}

export interface Staircase {
  readonly columns: readonly { readonly boxes: readonly Box[]; readonly chosen: boolean }[];
  readonly plateaus: readonly Plateau[];
  readonly years: readonly { readonly x: number; readonly year: number; readonly width: number }[];
  readonly ground: number;
}

export interface StairFrame {
  readonly width: number;
  readonly height: number;
  /** Room above the highest column, for its label. */
  readonly top: number;
  /** Room under the ground, for the years. */
  readonly bottom: number;
}

const height = (column: StairColumn) => column.parts.reduce((sum, part) => sum + part, 0);

/** Rounded to a tenth, so that the drawing is the same text on every machine. */
const tenth = (n: number) => Math.round(n * 10) / 10;

export function layOutStairs(columns: readonly StairColumn[], chosen: number, frame: StairFrame): Staircase {
  const ground = frame.height - frame.bottom;
  const most = Math.max(1, ...columns.map(height));
  const unit = (ground - frame.top) / most;
  const wide = columns.length === 0 ? 0 : frame.width / columns.length;
  const left = (index: number) => tenth(index * wide);

  const drawn = columns.map((column, index) => {
    let under = 0;
    const boxes = column.parts.map((part) => {
      const bottom = tenth(ground - under * unit);
      under += part;
      const y = tenth(ground - under * unit);
      return { x: left(index), y, width: tenth(left(index + 1) - left(index)), height: tenth(bottom - y) };
    });
    return { boxes, chosen: index === chosen };
  });

  const plateaus: Plateau[] = [];
  columns.forEach((column, index) => {
    const amount = height(column) as Cents;
    const before = plateaus.at(-1);
    const y = tenth(ground - amount * unit);
    const joins = before !== undefined && before.key === column.plateau && columns[index - 1]?.plateau === column.plateau;
    if (!joins) plateaus.push({ x: left(index), width: tenth(wide), y, least: amount, most: amount, key: column.plateau });
    else {
      plateaus[plateaus.length - 1] = {
        ...before,
        width: tenth(left(index + 1) - before.x),
        y: Math.min(before.y, y),
        least: Math.min(before.least, amount) as Cents,
        most: Math.max(before.most, amount) as Cents,
      };
    }
  });

  const years: { x: number; year: number; width: number }[] = [];
  columns.forEach((column, index) => {
    const { year } = quarterParts(column.quarter);
    const last = years.at(-1);
    if (last === undefined || last.year !== year) years.push({ x: left(index), year, width: tenth(wide) });
    else years[years.length - 1] = { ...last, width: tenth(left(index + 1) - last.x) };
  });
  return { columns: drawn, plateaus, years, ground };
}
