// Events of an application: filed, completed, and the ends that are not a grant. Stream `file`.
import type {
  Cents,
  EmployerRef,
  EmploymentFraction,
  FileRef,
  PersonRef,
  PlainDate,
  Quarter,
  SealedRef,
} from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type { Applicant, Channel, ContractKind, Premiums, Situation } from "../vocabulary.ts";
import type { Establishment } from "./establishment.ts";

/** Dutch: arbeidsovereenkomst (EMP-12 to EMP-14). */
export interface Contract {
  /** Agreed working hours over the whole contract, whole hours; null when the contract is open-ended. */
  readonly hours: number | null;
  readonly from: PlainDate;
  /** Last day, included; null when open-ended. */
  readonly until: PlainDate | null;
  readonly kind: ContractKind;
}

/** Proof that a self-employed person is active enough: exactly one of three (SELF-04). */
export type ActivityProof =
  | {
      readonly kind: "FUND_ATTEST";
      /** Contributions paid per quarter, net of the fund's fee, oldest first. */
      readonly paid: readonly { readonly quarter: Quarter; readonly cents: Cents }[];
    }
  | { readonly kind: "TAX_ASSESSMENT"; readonly incomeYear: number; readonly incomeCents: Cents }
  | { readonly kind: "PROGNOSIS_ATTEST"; readonly issuedOn: PlainDate; readonly sufficient: boolean };

export interface SelfEmployment {
  /** Dutch: hoofdberoep, bijberoep. */
  readonly occupation: "MAIN" | "SECONDARY";
  /** Start of the activity (SELF-02). */
  readonly since: PlainDate;
  /** When the limitation was recognised, if before or after the activity matters (SELF-02). */
  readonly limitationRecognisedOn: PlainDate | null;
  readonly proof: ActivityProof | null;
  /** Months of the proven year that do not count, by illness or because the activity began later (SELF-05); left out: none. */
  readonly exemptMonths?: number;
}

export interface ApplicationFacts {
  readonly applicant: Applicant;
  readonly employerRef: EmployerRef | null;
  readonly personRef: PersonRef;
  readonly premiums: Premiums;
  readonly situation: Situation;
  readonly channel: Channel;
  readonly filedOn: PlainDate;
  /** Null for a self-employed person. */
  readonly contract: Contract | null;
  /** In 1/10000; null for a self-employed person. Dutch: tewerkstellingsbreuk. */
  readonly employmentFraction: EmploymentFraction | null;
  /** Where the work is done: EMP-11 asks it of workers who live in another EEA state. */
  readonly worksInFlanders: boolean;
  /** Declaration that the undertaking is not in difficulty (EMP-06, OPEN-32). */
  readonly notInDifficulty: boolean;
  /** Other support declared for the same work (PAY-11, OPEN-31), as codes. */
  readonly otherSupport: readonly string[];
  /** The file that is taken over with the undertaking (OPEN-17); null for an ordinary application. */
  readonly takeOverOf: FileRef | null;
  /** Null for an employer. */
  readonly selfEmployment: SelfEmployment | null;
  /** Left out where no register gave it. */
  readonly establishment?: Establishment;
  readonly evidence: readonly SealedRef[];
}

/** Dutch: aanvraag ingediend. */
export type ApplicationFiled = EventOf<"ApplicationFiled", ApplicationFacts>;

/** `missing` are codes of the checklist (OPEN-34) or of failed checks that a completion can mend. */
export type ApplicationCompletionRequested = EventOf<
  "ApplicationCompletionRequested",
  {
    readonly missing: readonly string[];
    readonly note: SealedRef | null;
    /** Day by which the department asked the answer. */
    readonly answerBy?: PlainDate;
  }
>;

export type ApplicationCompleted = EventOf<
  "ApplicationCompleted",
  {
    readonly supplied: readonly string[];
    readonly contract?: Contract;
    readonly employmentFraction?: EmploymentFraction;
    readonly premiums?: Premiums;
    readonly selfEmployment?: SelfEmployment;
    readonly evidence: readonly SealedRef[];
  }
>;

export type ApplicationWithdrawn = EventOf<"ApplicationWithdrawn", Readonly<Record<string, never>>>;

/** Dutch: onontvankelijk. Grounds are rulebook ids. */
export type ApplicationInadmissible = EventOf<
  "ApplicationInadmissible",
  { readonly grounds: readonly string[]; readonly motivation?: SealedRef }
>;

/** Dutch: geweigerd. Grounds are rulebook ids, all of them. */
export type ApplicationRefused = EventOf<
  "ApplicationRefused",
  {
    readonly grounds: readonly string[];
    readonly lawVersion: string;
    readonly parametersHash: string;
    readonly openPoints: readonly string[];
    /** Every switch that the assessment read, with the option chosen. */
    readonly switches?: Readonly<Record<string, string>>;
    readonly motivation?: SealedRef;
  }
>;

export type ApplicationEvent =
  | ApplicationFiled
  | ApplicationCompletionRequested
  | ApplicationCompleted
  | ApplicationWithdrawn
  | ApplicationInadmissible
  | ApplicationRefused;
