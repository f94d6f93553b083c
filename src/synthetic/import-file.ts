// Files of older rights as a source might hand them over: for the most part right, with a chosen share of every mistake that comes along.
import type { TransitionMeasure } from "../dossier/index.ts";
import { addYears, type PlainDate, plainDate, toEpochDay } from "../kernel/index.ts";
import type { LawData } from "../law/index.ts";
import { addDays, dayBetween } from "./calendar.ts";
import { legalFacts } from "./legal-facts.ts";
import { familyName, firstName } from "./names.ts";
import { ListedNumbers, syntheticKbo } from "./numbers.ts";
import { type Rng, rngOf } from "./rng.ts";

/** What is wrong with a right, or how it is written. */
export const DIRT = [
  "REPEATED",
  "NUMBER_TWICE",
  "INSZ_CHECK",
  "KBO_CHECK",
  "FIRM_UNKNOWN",
  "OVERLAP",
  "NO_END",
  "END_BEFORE_START",
  "SCHEDULE",
  "LATE_ENTRY",
  "NO_MUNICIPALITY",
] as const;
export type Dirt = (typeof DIRT)[number];

export interface ImportFileOptions {
  readonly law: LawData;
  readonly seed: string;
  /** Rights, before mistakes add lines of their own. */
  readonly rights: number;
  /** In thousandths: how many rights have a mistake. */
  readonly dirt: number;
  /** Numbers of enterprises that the records or the register know. */
  readonly firms: readonly string[];
  readonly measures?: readonly TransitionMeasure[];
  /** Place of the first person among the people of lists; files with other places hold other people. */
  readonly from?: number;
}

export interface ImportFile {
  /** Heading, rights and control totals, in the columns of the layout. */
  readonly lines: readonly (readonly string[])[];
  /** How often each mistake was made. */
  readonly mistakes: Readonly<Record<Dirt, number>>;
  /** Lines that nothing is wrong with. */
  readonly clean: number;
  /** Lines of rights. */
  readonly rights: number;
}

export const IMPORT_HEADING = [
  "regel",
  "nummer",
  "maatregel",
  "insz",
  "voornaam",
  "naam",
  "gemeente",
  "kbo",
  "begin",
  "einde",
  "schema",
  "rsz_code",
  "vte",
  "bedrag",
  "aantal",
] as const;

type Line = Record<(typeof IMPORT_HEADING)[number], string>;

const MEASURES: readonly TransitionMeasure[] = [
  "VOP",
  "VOP",
  "VOP",
  "TVOP",
  "LDE_INDIVIDUAL",
  "LDE_COLLECTIVE",
  "SINE_REGULAR",
  "SINE_MWB_INSIDE",
  "SINE_MWB_OUTSIDE",
  "MWA",
];
/** Mistakes that a right of any measure can have, and those that only a VOP can. */
const ANYWHERE = DIRT.filter((one) => one !== "SCHEDULE");

export function importFile({ law, seed, rights, dirt, firms, measures = MEASURES, from = 0 }: ImportFileOptions): ImportFile {
  const facts = legalFacts(law);
  const numbers = new ListedNumbers();
  const mistakes = Object.fromEntries(DIRT.map((one) => [one, 0])) as Record<Dirt, number>;
  const lines: Line[] = [];
  let spoilt = 0;
  for (let at = 0; at < rights; at += 1) {
    const rng = rngOf(seed, "import-file", from + at);
    const measure = measures[rng.between(0, measures.length - 1)] as TransitionMeasure;
    const line = rightLine(rng, facts, numbers, measure, firms, from + at);
    if (!rng.chance(dirt)) {
      lines.push(line);
      continue;
    }
    const choices = measure === "VOP" || measure === "TVOP" ? DIRT : ANYWHERE;
    const kind = choices[rng.between(0, choices.length - 1)] as Dirt;
    mistakes[kind] += 1;
    const made = spoil(kind, line, rng);
    lines.push(...made);
    // Of a line that stands twice the first is taken; of all others nothing is.
    spoilt += kind === "REPEATED" ? 1 : made.length;
  }
  const written = lines.map((line) => IMPORT_HEADING.map((column) => line[column]));
  return {
    lines: [[...IMPORT_HEADING], ...written, ...controls(lines)],
    mistakes,
    clean: lines.length - spoilt,
    rights: lines.length,
  };
}

function rightLine(
  rng: Rng,
  facts: ReturnType<typeof legalFacts>,
  numbers: ListedNumbers,
  measure: TransitionMeasure,
  firms: readonly string[],
  at: number,
): Line {
  const sex = rng.chance(500) ? "F" : "M";
  const { insz } = numbers.person(at, sex);
  const sine = measure.startsWith("SINE_");
  const vop = measure === "VOP" || measure === "TVOP";
  const self = vop && rng.chance(60);
  const schedule = measure === "TVOP" ? facts.temporaryVopSchedule : self ? facts.vopSelfSchedule : facts.vopSchedule;
  const years = vop ? (schedule.at(-1)?.throughQuarter ?? 4) / 4 : facts.ldeTrajectoryYears;
  const begin = dayBetween(rng, addDays(addYears(facts.vopReferenceDay, -years), 100), addDays(facts.vopReferenceDay, -5));
  const end = sine ? facts.sineLastDay : addDays(addYears(begin, years), -1);
  const amount =
    measure === "LDE_INDIVIDUAL" ? `${1_000 + rng.between(0, 900)},${String(rng.between(0, 99)).padStart(2, "0")}` : "";
  return {
    regel: "R",
    nummer: `${measure.slice(0, 3)}-${String(at).padStart(6, "0")}`,
    maatregel: measure,
    insz: rng.chance(300)
      ? `${insz.slice(0, 2)}.${insz.slice(2, 4)}.${insz.slice(4, 6)}-${insz.slice(6, 9)}.${insz.slice(9)}`
      : insz,
    // Letters that every encoding writes in its own way.
    voornaam: rng.chance(100) ? "Zoë" : firstName(rng, sex),
    naam: rng.chance(100) ? "Synbréderoë" : familyName(rng),
    gemeente: "11002",
    kbo: self ? "" : (firms[rng.between(0, firms.length - 1)] as string),
    begin: written(rng, begin),
    einde: written(rng, end),
    schema: vop ? schedule.map((phase) => `${phase.percentage}/${phase.throughQuarter}`).join(";") : "",
    rsz_code: sine ? (["3240", "3241", "3250"][rng.between(0, 2)] as string) : "",
    vte: ["1", "0,8", "0,5", "0,75"][rng.between(0, 3)] as string,
    bedrag: amount,
    aantal: "",
  };
}

const SERIAL_ZERO = toEpochDay(plainDate("1899-12-30"));

/** Days as people, programs and spreadsheets write them. */
function written(rng: Rng, day: PlainDate): string {
  const [year, month, date] = day.split("-");
  switch (rng.between(0, 5)) {
    case 0:
      return day;
    case 1:
      return String(toEpochDay(day) - SERIAL_ZERO);
    case 2:
      return `${date}-${month}-${year}`;
    default:
      return `${date}/${month}/${year}`;
  }
}

/** The lines that a right with this mistake gives. */
function spoil(kind: Dirt, line: Line, rng: Rng): Line[] {
  switch (kind) {
    case "REPEATED":
      return [line, { ...line }];
    case "NUMBER_TWICE":
      return [line, { ...line, vte: line.vte === "1" ? "0,5" : "1", begin: "01/02/2022" }];
    case "INSZ_CHECK":
      return [{ ...line, insz: wrongCheck(line.insz) }];
    case "KBO_CHECK":
      return [{ ...line, kbo: wrongCheck(line.kbo === "" ? syntheticKbo(1) : line.kbo) }];
    case "FIRM_UNKNOWN":
      return [{ ...line, kbo: syntheticKbo(999_000 + rng.between(0, 900)) }];
    case "OVERLAP":
      return [line, { ...line, nummer: `${line.nummer}-B`, begin: "15/03/2023" }];
    case "NO_END":
      return [{ ...line, einde: "", rsz_code: line.rsz_code === "3250" ? "3240" : line.rsz_code }];
    case "END_BEFORE_START":
      return [{ ...line, begin: "01/06/2022", einde: "31/05/2022" }];
    case "SCHEDULE":
      return [{ ...line, schema: "95/5;30/9;20/20" }];
    case "LATE_ENTRY":
      return [{ ...line, begin: "03/07/2023", einde: line.maatregel.startsWith("SINE_") ? "30/06/2025" : "30/06/2026" }];
    case "NO_MUNICIPALITY":
      return [{ ...line, gemeente: "" }];
  }
}

/** The last check digit off by one, so that no other rule is broken. */
function wrongCheck(number: string): string {
  const last = Number(number.at(-1));
  return `${number.slice(0, -1)}${(last + 1) % 10}`;
}

function controls(lines: readonly Line[]): string[][] {
  const sums = new Map<string, { count: number; fte: number; cents: number }>();
  for (const { maatregel, vte, bedrag } of lines) {
    const held = sums.get(maatregel) ?? { count: 0, fte: 0, cents: 0 };
    const [whole = "0", part = ""] = vte.split(",");
    sums.set(maatregel, {
      count: held.count + 1,
      fte: held.fte + Number(whole) * 10_000 + Number(part.padEnd(4, "0")),
      cents: held.cents + (bedrag === "" ? 0 : Number(bedrag.replace(",", ""))),
    });
  }
  return [...sums].map(([measure, { count, fte, cents }]) => {
    const line = Object.fromEntries(IMPORT_HEADING.map((column) => [column, ""])) as Line;
    const decimals = (value: number, base: number, digits: number) =>
      `${Math.floor(value / base)},${String(value % base).padStart(digits, "0")}`;
    const total: Line = {
      ...line,
      regel: "T",
      maatregel: measure,
      vte: decimals(fte, 10_000, 4),
      bedrag: decimals(cents, 100, 2),
      aantal: String(count),
    };
    return IMPORT_HEADING.map((column) => total[column]);
  });
}
