// The law folded for one reference quarter and one choice of readings: every parameter and switch is looked up once and kept.
import {
  addQuarters,
  firstDay,
  fromEpochDay,
  fromQuarterNumber,
  monthsOf,
  type PlainDate,
  plainDate,
  type Quarter,
  quarterIndexNumber,
  toEpochDay,
} from "../../kernel/index.ts";
import type { LawData, ParameterReading } from "../law-data.ts";
import type { ParameterValue, SwitchChoice } from "../model.ts";
import { type Exact, exactDecimal, scaled, toNumber, whole } from "./exact.ts";
import type { Evaluate } from "./node.ts";
import type { SwitchRead } from "./trace.ts";
import { type AnyUnit, elementUnit, scaleOf } from "./units.ts";
import { type NoValue, refusal, type Value } from "./value.ts";

/** A parameter as read for one day: its value in the engine's form and the row it came from. */
export interface ParameterCell {
  readonly id: string;
  readonly unit: AnyUnit;
  readonly on: PlainDate;
  readonly value: Value | NoValue;
  readonly openPoints: readonly string[];
  readonly carriedForward: boolean;
  readonly reading: ParameterReading | null;
}

/** How a parameter node is dated: at the first day of the reference quarter, of the month being looped over, or of a given day. */
export interface ParameterSlot {
  readonly index: number;
  readonly id: string;
  readonly unit: AnyUnit;
}

/** A reading of an open point as one node follows it: what a trace says of it (null: it cannot be followed), and the formula. */
export interface Followed {
  readonly read: SwitchRead | null;
  readonly formula: Evaluate;
}

export class Frame {
  readonly law: LawData;
  readonly switches: SwitchChoice;
  readonly quarter: Quarter | null;
  readonly quarterNumber: Exact | null;
  /** Epoch days. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly days: Exact;
  private readonly monthNames: readonly string[];
  private readonly monthDays: readonly PlainDate[];
  private readonly cells: (ParameterCell | undefined)[] = [];
  private readonly dated = new Map<string, ParameterCell>();
  /** By the place that the node has. */
  readonly followed: (Followed | undefined)[] = [];
  private readonly options = new Map<string, string | NoValue>();

  constructor(law: LawData, quarter: Quarter | null, switches: SwitchChoice) {
    this.law = law;
    this.switches = switches;
    this.quarter = quarter;
    this.quarterNumber = quarter === null ? null : whole(quarterIndexNumber(quarter));
    this.firstDay = quarter === null ? 0 : toEpochDay(firstDay(quarter));
    this.lastDay = quarter === null ? -1 : toEpochDay(firstDay(addQuarters(quarter, 1))) - 1;
    this.days = whole(this.lastDay - this.firstDay + 1);
    this.monthNames = quarter === null ? [] : monthsOf(quarter);
    this.monthDays = this.monthNames.map((month) => plainDate(`${month}-01`));
  }

  monthName(month: number): string {
    return this.monthNames[month]!;
  }

  /** For the reference quarter (`month` -1) or for one of its months. */
  cell(slot: ParameterSlot, month: number): ParameterCell {
    const at = slot.index * 4 + month + 1;
    const known = this.cells[at];
    if (known !== undefined) return known;
    if (this.quarter === null) throw new TypeError(`Parameter ${slot.id} is read per quarter, and no quarter is given`);
    const cell = this.read(slot, month < 0 ? firstDay(this.quarter) : this.monthDays[month]!);
    this.cells[at] = cell;
    return cell;
  }

  cellOn(slot: ParameterSlot, epochDay: number): ParameterCell {
    const key = `${slot.index} ${epochDay}`;
    const known = this.dated.get(key);
    if (known !== undefined) return known;
    // Cases of many years would otherwise fill a frame that lives as long as the law.
    if (this.dated.size > 4096) this.dated.clear();
    const cell = this.read(slot, fromEpochDay(epochDay));
    this.dated.set(key, cell);
    return cell;
  }

  /** The chosen reading of an open point, or why it cannot be followed. */
  option(openPoint: string): string | NoValue {
    const known = this.options.get(openPoint);
    if (known !== undefined) return known;
    const chosen = this.law.switchValue(openPoint, this.switches);
    const option = chosen.ok
      ? chosen.value
      : refusal({ id: openPoint, rule: null, field: `switches.${openPoint}`, message: chosen.error.message, input: false });
    this.options.set(openPoint, option);
    return option;
  }

  private read(slot: ParameterSlot, day: PlainDate): ParameterCell {
    const read = this.law.parameterAt(slot.id, day, { switches: this.switches });
    if (!read.ok) {
      const { id, field = null, message, openPoints } = read.error;
      const value = refusal({ id, rule: null, field, message, input: false });
      return { id: slot.id, unit: slot.unit, on: day, value, openPoints, carriedForward: false, reading: null };
    }
    const reading = read.value;
    return {
      id: slot.id,
      unit: slot.unit,
      on: day,
      value: engineValue(reading.value, slot.unit),
      openPoints: reading.openPoints,
      carriedForward: reading.carriedForward,
      reading,
    };
  }
}

/** A stored value in the engine's form. */
export function engineValue(value: ParameterValue, unit: AnyUnit): Value {
  const scale = scaleOf(unit);
  if (unit.endsWith("[]")) {
    const list = Array.isArray(value) ? value : [value];
    return list.map((one) => scaled(one as number, scale));
  }
  const element = elementUnit(unit);
  if (element === "flag") return value as boolean;
  if (element === "code") return value as string;
  // A multiplier with decimals is decimal text: it counts as exactly what is written.
  if (element === "times" && typeof value === "string") return exactDecimal(value);
  if (element === "date") return whole(toEpochDay(plainDate(value as string)));
  return scaled(value as number, scale);
}

export function quarterFromValue(value: Exact): Quarter {
  return fromQuarterNumber(toNumber(value));
}
