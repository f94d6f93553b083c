// The read tables that events fill: their key, their columns, and whether they keep a valid period beside the known one.
import type {
  Applicant,
  ApplicationState,
  Benefit,
  Channel,
  EducationLevel,
  Employability,
  EmployerSize,
  GuidanceNeed,
  Measure,
  NeedClass,
  NeedDuration,
  Origin,
  Package,
  Premiums,
  PreviousMeasure,
  Province,
  PublicSide,
  Residence,
  Sex,
  Situation,
  TicketOrigin,
  TicketType,
  TransitionMeasure,
  WorkStatus,
} from "../vocabulary.ts";

/** One row without its `valid` and `known` ranges. Dates are 'YYYY-MM-DD' text, quarters are year x 4 + n - 1. */
export interface ReadRows {
  person_fact: {
    person_ref: string;
    sex: Sex;
    /** First day of the month of birth. */
    born_in: string;
    municipality: string;
    province: Province;
    residence: Residence;
    education: EducationLevel | null;
    origin: Origin | null;
  };
  work_status: {
    person_ref: string;
    status: WorkStatus;
    employability: Employability;
    work_care: boolean;
    benefit: Benefit;
    unemployed_since: string | null;
  };
  ticket: {
    ticket_ref: string;
    person_ref: string;
    type: TicketType;
    applied_on: string;
    granted_on: string;
    package: Package | null;
    percentage: number | null;
    guidance_need: GuidanceNeed;
    need_class: NeedClass | null;
    need_duration: NeedDuration | null;
    origin: TicketOrigin;
  };
  indication: {
    indication_ref: string;
    person_ref: string;
    measure: Measure;
    requested_on: string;
    decided_on: string | null;
    outcome: "ISSUED" | "REFUSED" | null;
  };
  employer_fact: {
    employer_ref: string;
    legal_form: string;
    public_side: PublicSide;
    nace: string;
    joint_committee: string;
    size: EmployerSize;
    municipality: string;
    province: Province;
    mwb: boolean;
    service_voucher: boolean;
  };
  application: {
    file_ref: string;
    employer_ref: string | null;
    person_ref: string;
    applicant: Applicant;
    premiums: Premiums;
    situation: Situation;
    channel: Channel;
    filed_on: string;
    state: ApplicationState;
    state_on: string;
    grounds: readonly string[];
  };
  grant_position: {
    grant_ref: string;
    file_ref: string;
    employer_ref: string | null;
    person_ref: string;
    applicant: Applicant;
    premiums: Premiums;
    package: Package;
    percentage: number | null;
    collective_percentage: number | null;
    guidance_need: GuidanceNeed;
    start_quarter: number;
    end_quarter: number;
    decided_on: string;
    previous_measure: PreviousMeasure;
    previous_right_ref: string | null;
    switches: Readonly<Record<string, string>>;
  };
  old_right: {
    right_ref: string;
    person_ref: string | null;
    employer_ref: string | null;
    measure: TransitionMeasure;
    start_quarter: number;
    quarters: number | null;
    evaluation_requested_on: string | null;
    evaluation_decided_on: string | null;
    evaluation_outcome: "IMW" | "NO_NEED" | "OLD_CRITERIA" | null;
    grant_ref: string | null;
    lde_choice: "INDIVIDUAL" | "COLLECTIVE" | null;
  };
}

export type ReadTableName = keyof ReadRows;
export type ReadRow = ReadRows[ReadTableName];

/** How a column is written to PostgreSQL. */
export type ColumnType = "uuid" | "text" | "date" | "int" | "bool" | "text[]" | "jsonb";

export interface ReadTable<Name extends ReadTableName = ReadTableName> {
  readonly name: Name;
  readonly key: keyof ReadRows[Name] & string;
  /** False: only what was known when is kept, without a valid period. */
  readonly hasValid: boolean;
  readonly columns: Readonly<Record<keyof ReadRows[Name] & string, ColumnType>>;
}

/** The catalogue from which COPY, rebuild and the checks of the store are driven. */
export const READ_TABLES: { readonly [Name in ReadTableName]: ReadTable<Name> } = {
  person_fact: {
    name: "person_fact",
    key: "person_ref",
    hasValid: true,
    columns: {
      person_ref: "uuid",
      sex: "text",
      born_in: "date",
      municipality: "text",
      province: "text",
      residence: "text",
      education: "text",
      origin: "text",
    },
  },
  work_status: {
    name: "work_status",
    key: "person_ref",
    hasValid: true,
    columns: {
      person_ref: "uuid",
      status: "text",
      employability: "text",
      work_care: "bool",
      benefit: "text",
      unemployed_since: "date",
    },
  },
  ticket: {
    name: "ticket",
    key: "ticket_ref",
    hasValid: true,
    columns: {
      ticket_ref: "uuid",
      person_ref: "uuid",
      type: "text",
      applied_on: "date",
      granted_on: "date",
      package: "text",
      percentage: "int",
      guidance_need: "text",
      need_class: "text",
      need_duration: "text",
      origin: "text",
    },
  },
  indication: {
    name: "indication",
    key: "indication_ref",
    hasValid: false,
    columns: {
      indication_ref: "uuid",
      person_ref: "uuid",
      measure: "text",
      requested_on: "date",
      decided_on: "date",
      outcome: "text",
    },
  },
  employer_fact: {
    name: "employer_fact",
    key: "employer_ref",
    hasValid: true,
    columns: {
      employer_ref: "uuid",
      legal_form: "text",
      public_side: "text",
      nace: "text",
      joint_committee: "text",
      size: "text",
      municipality: "text",
      province: "text",
      mwb: "bool",
      service_voucher: "bool",
    },
  },
  application: {
    name: "application",
    key: "file_ref",
    hasValid: true,
    columns: {
      file_ref: "uuid",
      employer_ref: "uuid",
      person_ref: "uuid",
      applicant: "text",
      premiums: "text",
      situation: "text",
      channel: "text",
      filed_on: "date",
      state: "text",
      state_on: "date",
      grounds: "text[]",
    },
  },
  grant_position: {
    name: "grant_position",
    key: "grant_ref",
    hasValid: true,
    columns: {
      grant_ref: "uuid",
      file_ref: "uuid",
      employer_ref: "uuid",
      person_ref: "uuid",
      applicant: "text",
      premiums: "text",
      package: "text",
      percentage: "int",
      collective_percentage: "int",
      guidance_need: "text",
      start_quarter: "int",
      end_quarter: "int",
      decided_on: "date",
      previous_measure: "text",
      previous_right_ref: "uuid",
      switches: "jsonb",
    },
  },
  old_right: {
    name: "old_right",
    key: "right_ref",
    hasValid: true,
    columns: {
      right_ref: "uuid",
      person_ref: "uuid",
      employer_ref: "uuid",
      measure: "text",
      start_quarter: "int",
      quarters: "int",
      evaluation_requested_on: "date",
      evaluation_decided_on: "date",
      evaluation_outcome: "text",
      grant_ref: "uuid",
      lde_choice: "text",
    },
  },
};
