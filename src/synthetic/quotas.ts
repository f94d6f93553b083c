// How many lives of each kind the population has. At scale 1 the quotas that the published figures fix are exact;
// the others are chosen so that the whole stays plausible, and are said to be chosen.
import { CHOSEN_FREE_CELLS, SV170, type TicketCells, ticketCells } from "./figures.ts";

/** Ways in which the applications that were not granted stood in January 2024; no publication separates them (STAT-08). */
interface OpenEnds {
  readonly pending: number;
  readonly incomplete: number;
  readonly refused: number;
  readonly withdrawn: number;
  readonly inadmissible: number;
}

export interface RelationQuota extends OpenEnds {
  readonly granted: number;
  /** Of those granted: closed VOP evaluations (answer 6). Chosen: they lie inside the published grants. */
  readonly formerVop: number;
  /** Of the former VOP: temporary VOP. Chosen; not published. */
  readonly formerTemporaryVop: number;
}

export interface Quotas {
  readonly cells: TicketCells;
  readonly relations2023: {
    readonly wage: RelationQuota;
    readonly wageAndGuidance: RelationQuota;
    readonly selfEmployed: RelationQuota;
  };
  /** Relations of 2023 whose first application was inadmissible and filed anew; still one relation. */
  readonly filedAnew: number;
  /** Persons of 2023 with two employers, so two relations. */
  readonly twoEmployers: number;
  /** Facts of 2023 that are recorded only after the published answer. */
  readonly late: { readonly foundWork: number; readonly tickets: number; readonly applications: number; readonly grants: number };
  readonly ldeIndividual: number;
  readonly ldeCollective: number;
  readonly vopWithoutGrantIn2023: number;
  readonly sineRegular: number;
  readonly sineMwbInside: number;
  readonly sineMwbOutside: number;
  readonly mwa: number;
  /** Rights that were over before the reference day: their holders are counted in no figure of 2023. */
  readonly overBefore2023: { readonly vop: number; readonly temporaryVop: number; readonly sine: number; readonly mwa: number };
  readonly localSubsidies: number;
  readonly cmwWorkers: number;
  readonly endedTickets: number;
  readonly welfare: number;
  readonly refusedIndications: number;
  /** New job seekers with tickets per month, from January 2024 on. */
  readonly newSeekersPerMonth: number;
  /** Applications per month by people not in the records before, by year; the last year's number goes on. */
  readonly newRelationsPerMonth: Readonly<Record<number, number>>;
}

/** Not granted, as chosen: pending first, since most applications of the last months were still open. */
const NOT_GRANTED = {
  wage: { pending: 560, incomplete: 90, refused: 228, withdrawn: 110, inadmissible: 90 },
  wageAndGuidance: { pending: 30, incomplete: 5, refused: 9, withdrawn: 6, inadmissible: 3 },
  selfEmployed: { pending: 17, incomplete: 3, refused: 11, withdrawn: 3, inadmissible: 1 },
} as const satisfies Record<string, OpenEnds>;

const FORMER_VOP = {
  wage: { formerVop: 575, formerTemporaryVop: 44 },
  wageAndGuidance: { formerVop: 5, formerTemporaryVop: 1 },
  selfEmployed: { formerVop: 20, formerTemporaryVop: 3 },
} as const;

function relationQuota(category: keyof typeof NOT_GRANTED): RelationQuota {
  return { granted: SV170.relations[category].grants, ...NOT_GRANTED[category], ...FORMER_VOP[category] };
}

/** The quotas of the default population. */
export const DEFAULT_QUOTAS: Quotas = {
  cells: ticketCells(CHOSEN_FREE_CELLS),
  relations2023: {
    wage: relationQuota("wage"),
    wageAndGuidance: relationQuota("wageAndGuidance"),
    selfEmployed: relationQuota("selfEmployed"),
  },
  filedAnew: 45,
  twoEmployers: 40,
  late: { foundWork: 140, tickets: 45, applications: 14, grants: 11 },
  ldeIndividual: SV170.ldeIndividualFiles,
  ldeCollective: 780,
  vopWithoutGrantIn2023: 1_900,
  sineRegular: 240,
  sineMwbInside: 140,
  sineMwbOutside: 60,
  mwa: 180,
  overBefore2023: { vop: 520, temporaryVop: 180, sine: 60, mwa: 40 },
  localSubsidies: 60,
  cmwWorkers: 480,
  endedTickets: 380,
  welfare: 420,
  refusedIndications: 160,
  newSeekersPerMonth: 60,
  newRelationsPerMonth: { 2024: 465, 2025: 160, 2026: 120 },
};

function scaleTree<T>(value: T, scale: number): T {
  if (typeof value === "number") return Math.round(value * scale) as T;
  const entries = Object.entries(value as object).map(([key, part]) => [key, scaleTree(part, scale)] as const);
  return Object.fromEntries(entries) as T;
}

/** Quotas at another size. Only scale 1 is claimed to give the published figures. */
export function quotasAt(scale: number): Quotas {
  if (!(scale > 0 && scale <= 100)) throw new RangeError(`scale must lie above 0 and at most 100; it is ${scale}`);
  return scale === 1 ? DEFAULT_QUOTAS : scaleTree(DEFAULT_QUOTAS, scale);
}
