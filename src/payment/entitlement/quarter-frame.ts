// What every case of one quarter shares: its days, and what the law says of terms on its first day.
import { daysIn, firstDay, fromQuarterNumber, lastDay, type PlainDate, type Quarter } from "../../kernel/index.ts";
import { type ColumnKernel, type CountedWageCodes, countedWageCodes, type Law, type SwitchChoice } from "../../law/index.ts";

export interface QuarterFrame {
  readonly law: Law;
  /** year x 4 + n - 1. */
  readonly number: number;
  readonly quarter: Quarter;
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
  readonly days: number;
  /** Quarters of the longest term that the law knows. */
  readonly longestTerm: number;
  /** Codes that count in the reference wage; "ALL" takes REF-01 literally. Null: OPEN-24 is read so that a list should be there, and none is. */
  readonly countedCodes: CountedWageCodes | null;
  /** Readings on which a grant was decided otherwise than by the law's defaults; for the rest the law as it reads now counts. */
  readonly departures: (switches: SwitchChoice) => SwitchChoice;
  /** Columns made so far, by what they compute under which readings; null where the law cannot be run in columns. */
  readonly kernels: Map<string, ColumnKernel | null>;
}

const frames = new WeakMap<Law, Map<number, QuarterFrame>>();

/** One frame per law and quarter, made when first asked for. */
export function quarterFrame(law: Law, number: number): QuarterFrame {
  const ofLaw = frames.get(law) ?? new Map<number, QuarterFrame>();
  frames.set(law, ofLaw);
  const held = ofLaw.get(number) ?? makeFrame(law, number);
  ofLaw.set(number, held);
  return held;
}

function makeFrame(law: Law, number: number): QuarterFrame {
  const quarter = fromQuarterNumber(number);
  const first = firstDay(quarter);
  const term = law.parameterAt("term.quarters.lasting", first);
  return {
    law,
    number,
    quarter,
    firstDay: first,
    lastDay: lastDay(quarter),
    days: daysIn(quarter),
    longestTerm: term.ok && typeof term.value.value === "number" ? term.value.value : Number.MAX_SAFE_INTEGER,
    countedCodes: countedCodes(law, first),
    departures: departuresFrom(law),
    kernels: new Map(),
  };
}

/** Before the scheme, when older rights were paid already, every code counts. */
function countedCodes(law: Law, day: PlainDate): CountedWageCodes | null {
  const codes = countedWageCodes(law, day);
  if (codes.ok) return codes.value;
  return codes.error.openPoints.length > 0 ? null : "ALL";
}

const NONE: SwitchChoice = {};

/** Grants decided on the same readings share one object, so that their cases run together. */
function departuresFrom(law: Law): (switches: SwitchChoice) => SwitchChoice {
  const known = new Map<string, SwitchChoice>();
  return (switches) => {
    const chosen = Object.entries(switches).filter(([id, option]) => {
      const point = law.switches.get(id);
      return (
        point !== undefined && point.default !== option && point.options.some((one) => one.value === option && one.computable)
      );
    });
    if (chosen.length === 0) return NONE;
    const key = JSON.stringify(chosen.sort());
    const held = known.get(key) ?? Object.fromEntries(chosen);
    known.set(key, held);
    return held;
  };
}
