// What the store must know of each read table to write its rows: key, other columns, and whether it has a valid range.
import type { ReadTableName, ReadTables } from "../../dossier/read-rows.ts";

export type ColumnType = "text" | "integer" | "boolean" | "date" | "uuid" | "text[]" | "jsonb";

export interface ReadTable {
  readonly name: ReadTableName;
  readonly key: readonly string[];
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  readonly hasValid: boolean;
}

type Columns<T extends ReadTableName> = Readonly<Record<keyof ReadTables[T]["row"], ColumnType>>;

function table<T extends ReadTableName>(
  name: T,
  key: readonly (keyof ReadTables[T]["key"] & string)[],
  columns: Columns<T>,
  hasValid = true,
): ReadTable {
  return { name, key, columns: Object.entries(columns) as [string, ColumnType][], hasValid };
}

export const readTables: Readonly<Record<ReadTableName, ReadTable>> = {
  person_fact: table("person_fact", ["person_ref"], {
    sex: "text",
    born_in: "date",
    municipality: "text",
    province: "text",
    residence: "text",
    education: "text",
    origin: "text",
  }),
  work_status: table("work_status", ["person_ref"], {
    status: "text",
    employability: "text",
    work_care: "boolean",
    benefit: "text",
    unemployed_since: "date",
  }),
  ticket: table("ticket", ["person_ref", "ticket_ref"], {
    type: "text",
    applied_on: "date",
    granted_on: "date",
    package: "text",
    percentage: "integer",
    guidance_need: "text",
    need_class: "text",
    need_duration: "text",
    origin: "text",
  }),
  indication: table(
    "indication",
    ["person_ref", "indication_ref"],
    { measure: "text", requested_on: "date", decided_on: "date", outcome: "text" },
    false,
  ),
  icf_advice: table(
    "icf_advice",
    ["person_ref", "advice_ref"],
    { organisation: "text", advised_on: "date", handled_on: "date" },
    false,
  ),
  review: table(
    "review",
    ["stream_ref", "review_ref"],
    {
      subject: "text",
      subject_ref: "uuid",
      requested_on: "date",
      committee_by: "date",
      advised_on: "date",
      board_by: "date",
      decided_on: "date",
      outcome: "text",
    },
    false,
  ),
  evaluation: table(
    "evaluation",
    ["file_ref", "evaluation_ref"],
    { grant_ref: "uuid", purpose: "text", requested_on: "date", decided_on: "date", outcome: "text", applied_on: "date" },
    false,
  ),
  employer_fact: table("employer_fact", ["employer_ref"], {
    legal_form: "text",
    public_side: "text",
    nace: "text",
    joint_committee: "text",
    size: "text",
    municipality: "text",
    province: "text",
    mwb: "boolean",
    service_voucher: "boolean",
  }),
  application: table("application", ["file_ref"], {
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
    establishment_ref: "uuid",
    establishment_municipality: "text",
    establishment_province: "text",
    establishment_nace: "text",
  }),
  grant_position: table("grant_position", ["file_ref", "grant_ref"], {
    employer_ref: "uuid",
    person_ref: "uuid",
    applicant: "text",
    premiums: "text",
    package: "text",
    percentage: "integer",
    collective_percentage: "integer",
    guidance_need: "text",
    start_quarter: "integer",
    end_quarter: "integer",
    decided_on: "date",
    previous_measure: "text",
    previous_right_ref: "uuid",
    switches: "jsonb",
    stop_reason: "text",
  }),
  old_right: table("old_right", ["right_ref"], {
    person_ref: "uuid",
    employer_ref: "uuid",
    measure: "text",
    start_quarter: "integer",
    quarters: "integer",
    evaluation_requested_on: "date",
    evaluation_decided_on: "date",
    evaluation_outcome: "text",
    grant_ref: "uuid",
    lde_choice: "text",
    source: "text",
    ends_on: "date",
    schedule: "jsonb",
    reduction_code: "text",
    amount_cents: "integer",
    amount_per: "text",
    activity: "boolean",
    warned_of_end: "date",
    end_reason: "text",
    fraction: "integer",
  }),
};

export const readTableNames = Object.keys(readTables) as ReadTableName[];

/** Columns in the order in which `rowValues` gives them. */
export function columnNames(name: ReadTableName): string[] {
  const { key, columns, hasValid } = readTables[name];
  return [...key, ...(hasValid ? ["valid"] : []), "known", ...columns.map(([column]) => column)];
}
