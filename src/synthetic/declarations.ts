// Synthetic DmfA attests for the grants that are in the records, as files would bring them: on time, late, corrected and cancelled.
import type { EducationLevel } from "../dossier/index.ts";
import {
  type Cents,
  cents,
  employmentFraction,
  firstDay,
  fromQuarterNumber,
  type Insz,
  instant,
  type Kbo,
  lastDay,
  type PlainDate,
  type Quarter,
} from "../kernel/index.ts";
import type { Law } from "../law/index.ts";
import type { Attest, DmfaAttest } from "../payment/index.ts";
import { addDays } from "./calendar.ts";
import { legalFacts } from "./legal-facts.ts";
import { choices, rngOf } from "./rng.ts";
import { declare, type MinimumWage } from "./wages.ts";

/** A grant of an employer in a quarter, with what was declared for it up to now. */
export interface RelationToDeclare {
  readonly grantRef: string;
  readonly worker: Insz;
  readonly employer: Kbo;
  /** First and last day of the grant; null: no end known. */
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  /** The last version of each attest of the quarter. */
  readonly known: readonly Attest[];
}

/** FIRST: what comes on time. LATE: what comes after the run: late attests, corrections, cancellations and reactivations. */
export type DeclarationWave = "FIRST" | "LATE";

export type DeclarationMaker = (relation: RelationToDeclare) => readonly DmfaAttest[];

const EDUCATIONS = choices<EducationLevel>([
  ["LOW", 5],
  ["MEDIUM", 3],
  ["HIGH", 1],
]);
const FRACTIONS = choices<number>([
  [10_000, 5],
  [8_000, 2],
  [5_000, 2],
]);
/** Hours of a full-time week, in hundredths. */
const FULL_TIME = 3_800;
const STATUS = { 0: "NEW", 1: "CHANGED", 3: "CANCELLED", 4: "REACTIVATED" } as const;
/** Days after the quarter by which an attest that is on time is there. */
const ON_TIME = 45;

/** The same seed, quarter and wave give the same attests for the same records. */
export function declarationMaker(law: Law, quarterNumber: number, wave: DeclarationWave, seed: string): DeclarationMaker {
  const quarter = fromQuarterNumber(quarterNumber);
  const { minimumWage } = legalFacts(law);
  return (relation) =>
    relation.known.length === 0
      ? fresh(relation, quarter, wave, seed, minimumWage)
      : wave === "LATE"
        ? relation.known.flatMap((attest) => corrected(relation, attest, quarter, seed))
        : [];
}

function fresh(
  relation: RelationToDeclare,
  quarter: Quarter,
  wave: DeclarationWave,
  seed: string,
  minimumWage: MinimumWage,
): DmfaAttest[] {
  const rng = rngOf(seed, "declaration", relation.grantRef, quarter);
  const employment = {
    personRef: "",
    employerRef: "",
    from: relation.from,
    until: relation.until,
    fraction: employmentFraction(rng.weighted(FRACTIONS)),
    education: rng.weighted(EDUCATIONS),
    number: 0,
  };
  const due = `${addDays(lastDay(quarter), ON_TIME)}T00:00:00.000Z`;
  const never = instant("9999-12-31T00:00:00.000Z");
  const number = `${relation.grantRef.replaceAll("-", "").slice(0, 14).toUpperCase()}-${quarter.slice(2, 4)}${quarter.slice(6)}`;
  return declare(rng, employment, quarter, quarter, minimumWage, never)
    .filter((one) => one.receivedAt <= due === (wave === "FIRST"))
    .map((one) =>
      attestFrom(relation, quarter, {
        number,
        // Attests count their versions from 1.
        version: one.version + 1,
        status: one.status,
        gross: one.grossCents,
        contributions: one.contributionCents,
        reductions: one.reductionCents,
        contractual: one.contractualFraction,
        performed: one.performedFraction,
      }),
    );
}

/** What may still happen to an attest that is known: most stay as they are. */
function corrected(relation: RelationToDeclare, attest: Attest, quarter: Quarter, seed: string): DmfaAttest[] {
  const rng = rngOf(seed, "correction", attest.attestNo, String(attest.version));
  const fate = rng.between(1, 1_000);
  const cancelled = attest.status === 3;
  if (fate > (cancelled ? 300 : 50)) return [];
  const status = cancelled ? 4 : fate <= 3 ? 3 : 1;
  const gross =
    status === 1 ? cents(Math.floor((attest.grossCents * rng.between(890, 1_120)) / 1_000)) : (attest.grossCents as Cents);
  return [
    attestFrom(relation, quarter, {
      number: attest.attestNo,
      version: attest.version + 1,
      status,
      gross,
      contributions: attest.contributionCents as Cents,
      reductions: attest.reductionCents as Cents,
      contractual: attest.contractualFraction,
      performed: attest.performedFraction ?? attest.contractualFraction,
    }),
  ];
}

interface Amounts {
  readonly number: string;
  readonly version: number;
  readonly status: Attest["status"];
  readonly gross: Cents;
  readonly contributions: Cents;
  readonly reductions: Cents;
  readonly contractual: number;
  readonly performed: number;
}

function attestFrom(relation: RelationToDeclare, quarter: Quarter, of: Amounts): DmfaAttest {
  const ends = relation.until !== null && relation.until < lastDay(quarter) && relation.until >= firstDay(quarter);
  return {
    number: of.number,
    version: of.version,
    status: STATUS[of.status],
    quarter,
    employer: relation.employer,
    worker: relation.worker,
    occupations: [
      {
        sequence: 1,
        jointCommittee: "200",
        startedOn: relation.from,
        endedOn: ends ? relation.until : null,
        weeklyHours: Math.round((of.contractual * FULL_TIME) / 10_000),
        fullTimeWeeklyHours: FULL_TIME,
        performedFraction: of.performed as DmfaAttest["occupations"][number]["performedFraction"],
        remunerations: [{ code: "1", amount: of.gross }],
      },
    ],
    contributions: [{ code: "495", amount: of.contributions }],
    reductions: of.reductions === 0 ? [] : [{ code: "3000", amount: of.reductions }],
  };
}
