// The published figures that the default population must give back, and the exclusive ticket cells that they allow.

/**
 * Written question nr. 170 (2023-2024) of the Flemish Parliament, as printed. Not parameters of the law: facts that a
 * population is built to, so that the answer computed from records can be compared with the document.
 */
export const SV170 = {
  /** Tickets of job seekers without work, end of December 2023 (answer 1). Unit: tickets. */
  tickets: { collective: 7_860, individual: 10_894, ama: 3_700 },
  /** Answers 3 and 4, same stock. Unit: persons. */
  onlyIndividual: 6_910,
  onlyCollective: 3_562,
  /** Answer 5, July to December 2023. Unit: unique employer-employee relations, or self-employed persons. */
  relations: {
    wage: { applications: 4_040, grants: 2_962 },
    wageAndGuidance: { applications: 194, grants: 141 },
    selfEmployed: { applications: 137, grants: 102 },
  },
  /** Answer 6. Unit: files whose VOP evaluation was closed with a grant of the new scheme. */
  formerVopFiles: 600,
  /** Answer 7. Unit: files of LDE organisations that chose the temporary compensation. */
  ldeIndividualFiles: 1_125,
} as const;

/** The stock's day, and the moment whose knowledge the published answer reflects. */
export const STOCK_DAY = "2023-12-31";

/**
 * The answer was asked on 8 January 2024. Nothing about 2023 is recorded between 6 and 21 January, so any moment in
 * between gives the published figures; later moments see the late registrations too and differ a little.
 */
export const PUBLISHED_KNOWN_AT = "2024-01-15T00:00:00.000Z";

/** Seven exclusive groups by the tickets held; letters as in the constraint analysis of the document. */
export interface TicketCells {
  /** CMW only. */
  readonly a: number;
  /** IMW only. */
  readonly b: number;
  /** AMA only. */
  readonly c: number;
  /** CMW and IMW. */
  readonly d: number;
  /** CMW and AMA. */
  readonly e: number;
  /** IMW and AMA. */
  readonly f: number;
  /** All three. */
  readonly g: number;
}

/** The two numbers that no publication fixes: persons with IMW and AMA, and persons with all three tickets. */
export interface FreeCells {
  readonly f: number;
  readonly g: number;
}

/**
 * An interior point. IMW with AMA but without CMW is rare, since AMA in the social economy prepares for the social
 * economy (f = 200); AMA holders with a collective advice applied for after the double ticket began hold all three
 * (g = 1,000). It leaves each cell populated: c = 1,986, d = 2,784, e = 514, and 16,956 persons.
 */
export const CHOSEN_FREE_CELLS: FreeCells = { f: 200, g: 1_000 };

/**
 * The seven cells from the five published figures and two free ones.
 * @throws RangeError when a cell would be negative, so when 2f + g exceeds what the figures allow
 */
export function ticketCells(free: FreeCells): TicketCells {
  const { f, g } = free;
  const both = SV170.tickets.individual - SV170.onlyIndividual;
  const moreThanCollective = SV170.tickets.collective - SV170.onlyCollective;
  const d = both - f - g;
  const e = moreThanCollective - d - g;
  const c = SV170.tickets.ama - e - f - g;
  const cells = { a: SV170.onlyCollective, b: SV170.onlyIndividual, c, d, e, f, g };
  const negative = Object.entries(cells).filter(([, size]) => size < 0);
  if (negative.length > 0) {
    throw new RangeError(
      `f = ${f}, g = ${g} gives a negative number of persons in cell ${negative.map(([name]) => name).join(", ")}`,
    );
  }
  return cells;
}
