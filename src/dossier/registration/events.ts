// Events that say who a person and an employer are, as far as rules and counting need it. Names and numbers lie in the vault.
import type { PlainDate } from "../../kernel/index.ts";
import type { EventOf } from "../event.ts";
import type {
  Benefit,
  EducationLevel,
  Employability,
  EmployerSize,
  Origin,
  Province,
  PublicSide,
  RegistrationMeasure,
  Residence,
  Sex,
  WorkStatus,
} from "../vocabulary.ts";

export interface ResidenceFacts {
  /** NIS code of the municipality, five digits; "99999" abroad. */
  readonly municipality: string;
  readonly province: Province;
  readonly residence: Residence;
}

/** Stream `person`. */
export type PersonRegistered = EventOf<
  "PersonRegistered",
  ResidenceFacts & {
    readonly sex: Sex;
    /** Month of birth, "YYYY-MM"; the day lies in the vault. */
    readonly bornIn: string;
  }
>;

/** Stream `person`. `until` (first day after) is given only when a later change was already known. */
export type ResidenceChanged = EventOf<"ResidenceChanged", ResidenceFacts & { readonly until?: PlainDate }>;

/** Stream `person`. VDAB knows it of job seekers; of workers it comes with the yearly linkage (DATA-07). */
export type EducationRecorded = EventOf<"EducationRecorded", { readonly level: EducationLevel; readonly until?: PlainDate }>;

/** Stream `person`. `linkage` is the year whose linkage brought it (DATA-07). Dutch: koppeling. */
export type OriginLinked = EventOf<
  "OriginLinked",
  { readonly origin: Origin; readonly linkage: string; readonly until?: PlainDate }
>;

export interface WorkStatusFacts {
  readonly status: WorkStatus;
  readonly employability: Employability;
  /** In a work-care trajectory (AMA-12). Dutch: werk-zorgtraject. */
  readonly workCareTrajectory: boolean;
  readonly benefit: Benefit;
  readonly unemployedSince: PlainDate | null;
}

/** Stream `person`. `until` as with a residence. */
export type WorkStatusChanged = EventOf<"WorkStatusChanged", WorkStatusFacts & { readonly until?: PlainDate }>;

export interface EmployerFacts {
  /** Code of the company register, for example "BV", "NV", "VZW", "NATURAL_PERSON", "FOREIGN". */
  readonly legalForm: string;
  readonly publicSide: PublicSide;
  /** Two digits. */
  readonly nace: string;
  /** Dutch: paritair comité, for example "200". */
  readonly jointCommittee: string;
  readonly size: EmployerSize;
  readonly municipality: string;
  readonly province: Province;
  /** Dutch: maatwerkbedrijf. */
  readonly mwb: boolean;
  /** Dutch: dienstenchequeonderneming (EMP-08). */
  readonly serviceVoucher: boolean;
  readonly establishments: number;
}

/** Stream `employer`. Given again when a fact changes; each holds from its `effectiveOn` on. */
export type EmployerRecorded = EventOf<"EmployerRecorded", EmployerFacts & { readonly until?: PlainDate }>;

/** Stream `employer`: the one-off registration of an enterprise number for one measure (PROC-02). */
export type EmployerRegistered = EventOf<"EmployerRegistered", { readonly measure: RegistrationMeasure }>;

export type PersonFactEvent = PersonRegistered | ResidenceChanged | EducationRecorded | OriginLinked | WorkStatusChanged;
export type EmployerEvent = EmployerRecorded | EmployerRegistered;
