// One line of a file of older rights as values, or every reason why it cannot be read.
import {
  type OldRightFacts,
  type Reason,
  SINE_CODES,
  type SineCode,
  TRANSITION_MEASURES,
  type TransitionMeasure,
} from "../../dossier/index.ts";
import {
  type Cents,
  type EmploymentFraction,
  fromEpochDay,
  type Insz,
  isInsz,
  type Kbo,
  type PlainDate,
  parseDateAsTyped,
  parseEuroAsTyped,
  parseFraction,
  parseInsz,
  parseKbo,
  quarterOf,
  toEpochDay,
} from "../../kernel/index.ts";
import type { Cells } from "./layout.ts";
import * as reasons from "./reasons.ts";

export interface RightRow {
  readonly number: string;
  readonly measure: TransitionMeasure;
  /** Null for a right without a person (ALD). */
  readonly insz: Insz | null;
  readonly given: string;
  readonly family: string;
  /** NIS code; empty when the file does not give it. */
  readonly municipality: string;
  /** Null: a self-employed person's VOP. */
  readonly kbo: Kbo | null;
  readonly startedOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly schedule: OldRightFacts["schedule"];
  readonly quarters: number | null;
  readonly reductionCode: SineCode | null;
  readonly fte: EmploymentFraction;
  readonly amount: Cents | null;
}

/** What of a line can be counted, also when the rest of it cannot be read. */
export interface Countable {
  /** As typed, when it is no measure. */
  readonly measure: string;
  /** In 1/10000; 0 when it cannot be read. */
  readonly fte: number;
  readonly cents: number;
}

export type ReadRow =
  | { readonly row: RightRow; readonly reasons: readonly [] }
  | { readonly row: null; readonly reasons: readonly Reason[] };

const VOP: readonly string[] = ["VOP", "TVOP"];
/** Measures whose amount a list may give, since the law gives none (OPEN-44, TRANS-50). */
const WITH_AMOUNT: readonly string[] = ["LDE_INDIVIDUAL", "ALD"];
const isSine = (measure: string): boolean => measure.startsWith("SINE_");

export function countableOf(cells: Cells): Countable {
  const measure = cells.maatregel.toUpperCase();
  return { measure, fte: fteOf(cells.vte) ?? 0, cents: centsOf(cells.bedrag) ?? 0 };
}

export function readRow(cells: Cells): ReadRow {
  const found: Reason[] = [];
  const measure = cells.maatregel.toUpperCase();
  const known = (TRANSITION_MEASURES as readonly string[]).includes(measure);
  if (cells.maatregel === "") found.push(reasons.missing("maatregel"));
  else if (!known) found.push(reasons.unreadable("maatregel", TRANSITION_MEASURES.join(", ")));
  if (cells.nummer === "") found.push(reasons.missing("nummer"));
  else if (isInsz(cells.nummer.replace(/\D/g, "")) && cells.nummer.replace(/\D/g, "").length === 11)
    found.push(reasons.numberInNumber());

  const ald = measure === "ALD";
  const insz = numbered(cells, "insz", 11, ald, parseInsz, found);
  const kbo = numbered(cells, "kbo", 10, VOP.includes(measure), parseKbo, found);
  if (ald && cells.insz !== "") found.push(reasons.superfluous("insz"));
  const startedOn = dated(cells, "begin", false, found);
  const endless = isSine(measure) && cells.rsz_code === "3250";
  const endsOn = dated(cells, "einde", endless, found);
  const schedule = scheduleOf(cells.schema);
  if (VOP.includes(measure)) {
    if (cells.schema === "") found.push(reasons.missing("schema"));
    else if (schedule === null) found.push(reasons.unreadable("schema", "40/5;30/9;20/20"));
  } else if (known && cells.schema !== "") found.push(reasons.superfluous("schema"));
  const code = SINE_CODES.find((one) => one === cells.rsz_code) ?? null;
  if (isSine(measure)) {
    if (cells.rsz_code === "") found.push(reasons.missing("rsz_code"));
    else if (code === null) found.push(reasons.unreadable("rsz_code", SINE_CODES.join(", ")));
  } else if (known && cells.rsz_code !== "") found.push(reasons.superfluous("rsz_code"));
  if (cells.gemeente !== "" && !/^\d{5}$/.test(cells.gemeente)) found.push(reasons.unreadable("gemeente", "11002"));
  const fte = ald && cells.vte === "" ? 0 : fteOf(cells.vte);
  if (fte === null) found.push(cells.vte === "" ? reasons.missing("vte") : reasons.unreadable("vte", "0,8"));
  const amount = cells.bedrag === "" ? null : centsOf(cells.bedrag);
  if (cells.bedrag !== "" && amount === null) found.push(reasons.unreadable("bedrag", "1234,56"));
  if (amount !== null && amount !== 0 && known && !WITH_AMOUNT.includes(measure)) found.push(reasons.superfluous("bedrag"));
  if (found.length > 0 || startedOn === null || fte === null) return { row: null, reasons: found };
  return {
    row: {
      number: cells.nummer,
      measure: measure as TransitionMeasure,
      insz,
      given: cells.voornaam,
      family: cells.naam,
      municipality: cells.gemeente,
      kbo,
      startedOn,
      endsOn,
      schedule: schedule ?? [],
      quarters: schedule?.at(-1)?.throughQuarter ?? null,
      reductionCode: code,
      fte: fte as EmploymentFraction,
      amount: WITH_AMOUNT.includes(measure) && amount !== null ? (amount as Cents) : null,
    },
    reasons: [],
  };
}

/** The right of a line as the dossier records it. */
export function factsOf(
  row: RightRow,
  personRef: OldRightFacts["personRef"],
  employerRef: OldRightFacts["employerRef"],
  list: string,
) {
  const facts: OldRightFacts = {
    measure: row.measure,
    personRef,
    employerRef,
    startedOn: row.startedOn,
    startQuarter: quarterOf(row.startedOn),
    quarters: row.quarters,
    schedule: row.schedule,
    endsOn: row.endsOn,
    source: list,
    ...(row.reductionCode === null ? {} : { reductionCode: row.reductionCode }),
    ...(row.fte > 0 ? { fraction: row.fte } : {}),
  };
  return facts;
}

function numbered<T>(
  cells: Cells,
  column: "insz" | "kbo",
  digits: number,
  mayLack: boolean,
  parse: (
    text: string,
    field?: string,
  ) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
  found: Reason[],
): T | null {
  const typed = cells[column];
  if (typed === "") {
    if (!mayLack) found.push(reasons.missing(column));
    return null;
  }
  // A spreadsheet drops the zero in front; the check digits still prove the number.
  const text = /^\d+$/.test(typed) ? typed.padStart(digits, "0") : typed;
  const parsed = parse(text, column);
  if (parsed.ok) return parsed.value;
  const { id, message, expected } = [parsed.error].flat()[0] as Reason;
  found.push({
    ...reasons.unreadable(column, column === "insz" ? "85.07.30-033.28" : "0123.456.749"),
    id: `import.${id}`,
    message,
    ...(expected === undefined ? {} : { expected }),
  });
  return null;
}

/** First and last number of a day as a spreadsheet counts them, from 1954 to 2064. */
const SERIALS = [20_000, 60_000] as const;
/** Day 0 of a spreadsheet: its calendar has a 29 February 1900 that never was. */
const SERIAL_ZERO = toEpochDay("1899-12-30" as PlainDate);

function dated(cells: Cells, column: "begin" | "einde", mayLack: boolean, found: Reason[]): PlainDate | null {
  const text = cells[column];
  if (text === "") {
    if (!mayLack) found.push(reasons.missing(column));
    return null;
  }
  if (/^\d{5}$/.test(text) && Number(text) >= SERIALS[0] && Number(text) <= SERIALS[1])
    return fromEpochDay(SERIAL_ZERO + Number(text));
  // A day that a program wrote with its midnight.
  const parsed = parseDateAsTyped(text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, ""), column);
  if (parsed.ok) return parsed.value;
  found.push(reasons.unreadable(column, "31/03/2026"));
  return null;
}

function scheduleOf(text: string): OldRightFacts["schedule"] | null {
  if (text === "") return null;
  const phases = text.split(/[;|]/).map((part) => /^\s*(\d{1,3})\s*%?\s*\/\s*(\d{1,2})\s*$/.exec(part));
  if (phases.some((one) => one === null)) return null;
  return phases.map((one) => ({ percentage: Number(one?.[1]), throughQuarter: Number(one?.[2]) }));
}

function fteOf(text: string): EmploymentFraction | null {
  const parsed = parseFraction(text.replace(",", ".").replace(/^\./, "0."));
  return parsed.ok ? parsed.value : null;
}

function centsOf(text: string): number | null {
  const parsed = parseEuroAsTyped(text);
  return text !== "" && parsed.ok ? parsed.value : null;
}

/** The sums of a control line: a share of full time may pass 1, an amount is in euro. */
export function controlFte(text: string): number | null {
  const match = /^(\d+)(?:[.,](\d{1,4}))?$/.exec(text.replace(/\s/g, ""));
  return match === null ? null : Number(match[1]) * 10_000 + Number((match[2] ?? "").padEnd(4, "0"));
}
export const controlCents = (text: string): number | null => (text === "" ? 0 : centsOf(text));
export const controlCount = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);
