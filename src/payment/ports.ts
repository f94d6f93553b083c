// What payment asks of the store: grant positions, attests and ledger lines, each as known now or at an earlier moment.

import type { Applicant, GuidanceNeed, Package, Premiums } from "../dossier/index.ts";
import type { Instant, PlainDate } from "../kernel/index.ts";
import type { LineState } from "./ledger/line-state.ts";

/** One version of one attest as received. Amounts in cents, fractions in 1/10000, quarter as year x 4 + n - 1. */
export interface Attest {
  readonly attestNo: string;
  readonly version: number;
  /** 0 new, 1 changed, 3 cancelled, 4 reactivated. */
  readonly status: 0 | 1 | 3 | 4;
  readonly personRef: string;
  readonly employerRef: string;
  readonly quarter: number;
  readonly grossCents: number;
  readonly contributionCents: number;
  readonly reductionCents: number;
  /** Share of full time in the contract (OPEN-26). */
  readonly contractualFraction: number;
  /** Share of full time performed (mu); null: as agreed in the contract. */
  readonly performedFraction: number | null;
  readonly inServiceFrom: PlainDate | null;
  /** Last day in service. */
  readonly inServiceUntil: PlainDate | null;
  /** PAYSLIP: association work, which has no DmfA (REF-06). */
  readonly source: "DMFA" | "PAYSLIP";
  /** Cents per remuneration code, summing to `grossCents`; null where the source gave only the sum. */
  readonly remunerations: Readonly<Record<string, number>> | null;
  readonly receivedAt: Instant;
}

/** What a forecast goes on: an attest, or what a payroll office expects, which no payment may rest on (PAY-01). */
export type Wage = Omit<Attest, "source"> & { readonly source: Attest["source"] | "PAYROLL" };

/** A grant as it stands in a stretch of time. Percentages are whole percent, quarters year x 4 + n - 1. */
export interface Position {
  readonly grantRef: string;
  readonly employerRef: string | null;
  readonly personRef: string;
  readonly applicant: Applicant;
  readonly premiums: Premiums;
  readonly package: Package;
  readonly percentage: number | null;
  readonly collectivePercentage: number | null;
  readonly guidanceNeed: GuidanceNeed;
  /** q1. */
  readonly startQuarter: number;
  readonly endQuarter: number;
  readonly switches: Readonly<Record<string, string>>;
  readonly validFrom: PlainDate;
  /** First day after; null: no end. */
  readonly validTo: PlainDate | null;
  /** Given when it is no grant but an older right that runs out: `grantRef` is then the right's, and package and premiums say nothing. */
  readonly older?: OlderTerms;
}

/** What an older right is paid by in a quarter (TRANS-06, TRANS-31). */
export interface OlderTerms {
  readonly measure: "VOP" | "TVOP" | "LDE_INDIVIDUAL";
  /** Whole percent up to and including a quarter, counted from 1. */
  readonly schedule: readonly { readonly throughQuarter: number; readonly percentage: number }[];
  /** Cents per full-time equivalent and quarter as a person entered them (OPEN-44); null: not entered. */
  readonly amountPerFte: number | null;
  /** Of a self-employed person: whether the activity suffices for the second phase (TRANS-10); null: not judged. */
  readonly activity: boolean | null;
  /** Last day of the right as a whole; null: none. */
  readonly lastDay: PlainDate | null;
  /** It went on past its foreseen end, waiting for a decision that was asked in time (TRANS-05). */
  readonly ranOn: boolean;
  /** A grant of the same relation holds in the quarter too. */
  readonly besideGrant: boolean;
}

/**
 * Dutch: loonpremie, begeleidingspremie, ondersteuningspremie; and of older rights: Vlaamse ondersteuningspremie, tijdelijke vergoeding LDE.
 */
export const COMPONENTS = ["WAGE", "GUIDANCE", "SUPPORT", "VOP", "COMPENSATION"] as const;
export type Component = (typeof COMPONENTS)[number];

export type LineOrigin = "initial" | "correction" | "migration" | "recovery";

/** An entitlement, never changed once booked. */
export interface LedgerLine {
  readonly grantRef: string;
  readonly quarter: number;
  readonly component: Component;
  /** 0 for the first line of a grant, quarter and component; each correction takes the next. */
  readonly seq: number;
  /** Null for a self-employed person. */
  readonly employerRef: string | null;
  /** May be negative in a correction. */
  readonly cents: number;
  readonly origin: LineOrigin;
  readonly runRef: string;
  /** The attest it rests on; null for the support premium. */
  readonly attestNo: string | null;
  readonly attestVersion: number | null;
  readonly graphHash: string;
  readonly parametersHash: string;
  readonly bookedAt: Instant;
}

/** What was booked up to now for one grant, quarter and component. */
export interface BookedSum {
  readonly grantRef: string;
  readonly employerRef: string | null;
  readonly quarter: number;
  readonly component: Component;
  readonly cents: number;
  readonly nextSeq: number;
}

export interface PositionSource {
  /** Positions that hold on any day of the quarter, as known at the moment (null: now), in order of grant and time. */
  positionsIn(quarter: number, knownAt: Instant | null, grantRef?: string): Promise<readonly Position[]>;
  /** The person of each grant, whenever it held. */
  personsOf(grantRefs: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The last day of each grant or older right, as known at the moment; null: none. What is not known then is left out. */
  lastDaysOf(grantRefs: readonly string[], knownAt: Instant): Promise<ReadonlyMap<string, PlainDate | null>>;
}

export interface AttestStore {
  /** Stores new versions. A version that is known with another content is not stored and is given back. */
  take(attests: readonly Attest[]): Promise<Intake>;
  /** The last version of each attest of the quarter, as received by the moment (null: now). */
  latest(
    quarter: number,
    knownAt: Instant | null,
    relation?: { personRef: string; employerRef: string },
  ): Promise<readonly Attest[]>;
}

export interface Intake {
  readonly taken: number;
  readonly known: number;
  readonly contradicted: readonly { readonly attestNo: string; readonly version: number }[];
}

export interface Ledger {
  /** All or nothing; refuses a line whose grant, quarter, component and sequence are booked already. */
  book(lines: readonly LedgerLine[]): Promise<"booked" | "bookedBefore">;
  sums(quarter: number, grantRef?: string): Promise<readonly BookedSum[]>;
  lines(query: {
    readonly grantRef?: string;
    readonly quarter?: number;
    readonly runRef?: string;
  }): Promise<readonly LedgerLine[]>;
  /** What became of a line; null: there is no such line, or it is on no statement, which the balance tells. */
  state(line: Pick<LedgerLine, "grantRef" | "quarter" | "component" | "seq">): Promise<LineState | null>;
}

export interface RuleGraphs {
  /** Stores a graph once; gives its hash. */
  keep(graph: unknown): Promise<string>;
  read(hash: string): Promise<unknown | null>;
}

/**
 * A part of all relations, so that a quarter of any size fits in memory: an employer, a grant of a self-employed person, or an older right,
 * lies in one.
 * References from `from` up to `to`, which is not included; null: to the end.
 */
export interface Slice {
  readonly kind: "EMPLOYERS" | "SELF_EMPLOYED" | "OLDER_RIGHTS";
  readonly from: string;
  readonly to: string | null;
}

/** What holds and was declared in a slice of a quarter; each in order of grant. */
export interface SliceFacts {
  readonly positions: readonly Position[];
  /** The last version of each attest. */
  readonly attests: readonly Attest[];
}

export interface SliceInputs extends SliceFacts {
  readonly booked: readonly BookedSum[];
}

export interface QuarterSource {
  /** Slices of about the same size that hold everything known at the moment (null: now) in these quarters; those without anything are left out. */
  slices(fromQuarter: number, toQuarter: number, knownAt: Instant | null): Promise<readonly Slice[]>;
  /** As known at the moment; `booked` is what was booked up to now. */
  inputs(quarter: number, knownAt: Instant, slice: Slice): Promise<SliceInputs>;
  /** As known at the moment, of some grants or of the whole slice. */
  facts(quarter: number, knownAt: Instant, slice: Slice, grantRefs?: readonly string[]): Promise<SliceFacts>;
  /** Quarters for which anything was booked, first to last. */
  bookedQuarters(): Promise<readonly number[]>;
  /** What was booked up to now. */
  sums(quarter: number, slice: Slice): Promise<readonly BookedSum[]>;
  /** In the order in which they were booked. */
  lines(quarter: number, slice: Slice): Promise<readonly LedgerLine[]>;
}

/** The frozen inputs that a run calculated on. */
export interface RunInputs {
  /** Positions and attests as known at this moment. */
  readonly knownAt: Instant;
  /** The law as known on this day. */
  readonly lawKnownOn: PlainDate;
  /** How each open point was read; left out for lines that no run booked. */
  readonly switches?: Readonly<Record<string, string>>;
}

export interface PaymentPorts {
  /** Null for lines that no run booked: those were calculated on what was known when they were booked. */
  readonly inputsOf: (runRef: string) => Promise<RunInputs | null>;
  readonly positions: PositionSource;
  readonly quarters: QuarterSource;
  readonly attests: AttestStore;
  readonly ledger: Ledger;
  readonly graphs: RuleGraphs;
}
