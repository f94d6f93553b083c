// The proof sheet of an import: every line accounted for, and per measure counts and sums equal to the file's control totals.
import type { Reason } from "../../dossier/index.ts";
import { type Cents, formatEuro, type Localized, localized } from "../../kernel/index.ts";
import type { Line } from "./read-file.ts";
import * as reasons from "./reasons.ts";
import { controlCents, controlCount, controlFte } from "./right-row.ts";

/**
 * TAKE: is recorded when two people signed. KNOWN: was recorded before, the same. PARKED: waits for a person. DROPPED: a person decided
 * that it is no right. CORRECTED: parked when the file was taken, corrected since, waits for another person; ADDED: signed by that person.
 */
export const ROW_OUTCOMES = ["TAKE", "KNOWN", "PARKED", "DROPPED", "CORRECTED", "ADDED"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Full-time equivalents in 1/10000, amounts in cents. */
export interface Sum {
  readonly count: number;
  readonly fte: number;
  readonly cents: number;
}

/** What the lines of one measure with one outcome add up to. */
export interface Tally extends Sum {
  readonly measure: string;
  readonly outcome: RowOutcome;
}

export interface Control extends Sum {
  readonly measure: string;
}

export interface MeasureProof {
  readonly measure: string;
  readonly control: Sum | null;
  readonly in: Sum;
  readonly outcomes: Readonly<Partial<Record<RowOutcome, Sum>>>;
}

export interface Proof {
  readonly rows: number;
  readonly outcomes: Readonly<Record<RowOutcome, number>>;
  readonly measures: readonly MeasureProof[];
  /** Why the control totals do not hold; empty when every one does. */
  readonly controlReasons: readonly Reason[];
}

const NOTHING: Sum = { count: 0, fte: 0, cents: 0 };
const plus = (a: Sum, b: Sum): Sum => ({ count: a.count + b.count, fte: a.fte + b.fte, cents: a.cents + b.cents });

/** The control totals as the file gives them, and what is wrong with their lines. */
export function readControls(lines: readonly Line[]): {
  readonly controls: readonly Control[];
  readonly wrong: readonly Reason[];
} {
  const wrong: Reason[] = [];
  const controls = new Map<string, Control>();
  for (const { line, cells } of lines) {
    const measure = cells.maatregel.toUpperCase();
    const [count, fte, cents] = [controlCount(cells.aantal), controlFte(cells.vte), controlCents(cells.bedrag)];
    if (measure === "" || count === null || fte === null || cents === null) wrong.push(reasons.controlUnreadable(line));
    else if (controls.has(measure)) wrong.push(reasons.controlTwice(measure));
    else controls.set(measure, { measure, count, fte, cents });
  }
  return { controls: [...controls.values()], wrong };
}

export function proofOf(tallies: readonly Tally[], controls: readonly Control[], wrong: readonly Reason[] = []): Proof {
  const names = [...new Set([...controls, ...tallies].map((one) => one.measure))].sort();
  const measures = names.map((measure): MeasureProof => {
    const own = tallies.filter((one) => one.measure === measure);
    const control = controls.find((one) => one.measure === measure);
    return {
      measure,
      control: control === undefined ? null : { count: control.count, fte: control.fte, cents: control.cents },
      in: own.reduce<Sum>(plus, NOTHING),
      outcomes: Object.fromEntries(own.map(({ outcome, count, fte, cents }) => [outcome, { count, fte, cents }])),
    };
  });
  const count = (outcome: RowOutcome) =>
    tallies.filter((one) => one.outcome === outcome).reduce((sum, one) => sum + one.count, 0);
  return {
    rows: tallies.reduce((sum, one) => sum + one.count, 0),
    outcomes: Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<RowOutcome, number>,
    measures,
    controlReasons: [...wrong, ...measures.flatMap(differences)],
  };
}

function differences({ measure, control, in: rows }: MeasureProof): Reason[] {
  const shown = measure === "" ? "?" : measure.slice(0, 40);
  if (control === null) return [reasons.noControl(shown)];
  const checks: readonly [Localized, keyof Sum, (value: number) => string][] = [
    [localized("het aantal", "the count", "le nombre"), "count", String],
    [localized("de voltijdse equivalenten", "full-time equivalents", "les équivalents temps plein"), "fte", fteText],
    [localized("de bedragen", "the amounts", "les montants"), "cents", (value) => formatEuro(value as Cents, "nl")],
  ];
  return checks
    .filter(([, key]) => control[key] !== rows[key])
    .map(([what, key, text]) => reasons.controlDiffers(shown, what, text(control[key]), text(rows[key])));
}

/** Full-time equivalents for readers: 12,5. */
export function fteText(value: number): string {
  const decimals = (value % 10_000).toString().padStart(4, "0").replace(/0+$/, "");
  return `${Math.floor(value / 10_000)}${decimals === "" ? "" : `,${decimals}`}`;
}
