// The rows of the read tables, column by column, and how an event changes them.
import type { PlainDate } from "../kernel/index.ts";

/** Columns of each read table beside its key and its two ranges. Quarters are year * 4 + n - 1. */
export interface ReadTables {
  person_fact: {
    key: { person_ref: string };
    row: {
      sex: string;
      /** First day of the month of birth. */
      born_in: PlainDate;
      municipality: string;
      province: string;
      residence: string;
      education: string | null;
      origin: string | null;
    };
  };
  work_status: {
    key: { person_ref: string };
    row: {
      status: string;
      employability: string;
      work_care: boolean;
      benefit: string;
      unemployed_since: PlainDate | null;
    };
  };
  ticket: {
    key: { person_ref: string; ticket_ref: string };
    row: {
      type: string;
      applied_on: PlainDate;
      granted_on: PlainDate;
      package: string | null;
      /** Whole percent. */
      percentage: number | null;
      guidance_need: string;
      need_class: string | null;
      need_duration: string | null;
      origin: string;
    };
  };
  /** Has no valid range: `validFrom` and `validTo` are null in its changes. */
  indication: {
    key: { person_ref: string; indication_ref: string };
    row: {
      measure: string;
      requested_on: PlainDate;
      decided_on: PlainDate | null;
      outcome: string | null;
    };
  };
  /** Where an ICF advice stands, without its content. Has no valid range. */
  icf_advice: {
    key: { person_ref: string; advice_ref: string };
    row: {
      /** Hash of the partner's number. */
      organisation: string;
      advised_on: PlainDate;
      handled_on: PlainDate | null;
    };
  };
  /** A review of a VDAB decision, of a person's indication or a file's evaluation. Has no valid range. */
  review: {
    key: { stream_ref: string; review_ref: string };
    row: {
      subject: string;
      subject_ref: string;
      requested_on: PlainDate;
      committee_by: PlainDate;
      advised_on: PlainDate | null;
      board_by: PlainDate | null;
      decided_on: PlainDate | null;
      outcome: string | null;
    };
  };
  /** An evaluation of a grant: asked, decided, followed by the grant. Has no valid range. */
  evaluation: {
    key: { file_ref: string; evaluation_ref: string };
    row: {
      grant_ref: string;
      purpose: string;
      requested_on: PlainDate;
      decided_on: PlainDate | null;
      outcome: string | null;
      /** Day of the adjustment or extension that followed it; a stop because no need was found does not name it. */
      applied_on: PlainDate | null;
    };
  };
  employer_fact: {
    key: { employer_ref: string };
    row: {
      legal_form: string;
      public_side: string;
      nace: string;
      joint_committee: string;
      size: string;
      municipality: string;
      province: string;
      mwb: boolean;
      service_voucher: boolean;
    };
  };
  application: {
    key: { file_ref: string };
    row: {
      employer_ref: string | null;
      person_ref: string;
      applicant: string;
      premiums: string;
      situation: string;
      channel: string;
      filed_on: PlainDate;
      state: string;
      state_on: PlainDate;
      grounds: readonly string[];
      establishment_ref: string | null;
      establishment_municipality: string | null;
      establishment_province: string | null;
      establishment_nace: string | null;
    };
  };
  grant_position: {
    key: { file_ref: string; grant_ref: string };
    row: {
      employer_ref: string | null;
      person_ref: string;
      applicant: string;
      premiums: string;
      package: string;
      /** Whole percent. */
      percentage: number | null;
      /** Whole percent. */
      collective_percentage: number | null;
      guidance_need: string;
      start_quarter: number;
      end_quarter: number;
      decided_on: PlainDate;
      previous_measure: string;
      previous_right_ref: string | null;
      switches: Readonly<Record<string, string>>;
      /** Why it was stopped before its term; null: it was not. */
      stop_reason: string | null;
    };
  };
  old_right: {
    key: { right_ref: string };
    row: {
      person_ref: string | null;
      employer_ref: string | null;
      measure: string;
      start_quarter: number;
      quarters: number | null;
      evaluation_requested_on: PlainDate | null;
      evaluation_decided_on: PlainDate | null;
      evaluation_outcome: string | null;
      grant_ref: string | null;
      lde_choice: string | null;
      source: string;
      ends_on: PlainDate | null;
      /** Phases of a percentage, each up to and including its last quarter. */
      schedule: readonly { readonly throughQuarter: number; readonly percentage: number }[];
      reduction_code: string | null;
      /** What a person entered for this stretch of time; null: nothing. */
      amount_cents: number | null;
      amount_per: string | null;
      activity: boolean | null;
      warned_of_end: PlainDate | null;
      end_reason: string | null;
      /** As the list gives it, in 1/10000; null: not given. */
      fraction: number | null;
    };
  };
}

export type ReadTableName = keyof ReadTables;

type ChangeOf<T extends ReadTableName> = {
  readonly table: T;
  /** Which entity. All changes of one key come from one stream. */
  readonly key: Readonly<ReadTables[T]["key"]>;
  /** First day; null: without beginning. */
  readonly validFrom: PlainDate | null;
  /** First day after; null: without end. */
  readonly validTo: PlainDate | null;
} & (
  | {
      /**
       * `put`: in the period the named columns get these values; a column that is not named keeps what it had, or is null where
       * there was no row yet. `patch`: the same, but only where a row already stands in the period.
       */
      readonly change: "put" | "patch";
      readonly row: Readonly<Partial<ReadTables[T]["row"]>>;
    }
  /** No row of the key stands in the period any more. What was known before stays known as of then. */
  | { readonly change: "end" }
  /** The row that stands on the day before the period goes on through it, where no row stands yet. */
  | { readonly change: "extend" }
);

/** One change of one read table, on the valid axis alone; the store adds when it was known. */
export type RowChange = { readonly [T in ReadTableName]: ChangeOf<T> }[ReadTableName];
