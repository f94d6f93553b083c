// The read tables as plain rows in memory, and how to draw them out of the records.
import type { Records, SqlRow } from "../port.ts";

/** Half-open; null: without end on that side. Days or instants as text, which compare correctly. */
export interface TextRange {
  readonly from: string | null;
  readonly until: string | null;
}

interface Known {
  readonly known: TextRange;
}

interface Dated extends Known {
  readonly valid: TextRange;
}

export interface PersonFactRow extends Dated {
  readonly person_ref: string;
  readonly sex: string;
  readonly born_in: string;
  readonly municipality: string;
  readonly province: string;
  readonly residence: string;
  readonly education: string | null;
  readonly origin: string | null;
}

export interface WorkStatusRow extends Dated {
  readonly person_ref: string;
  readonly status: string;
  readonly employability: string;
  readonly work_care: boolean;
  readonly benefit: string;
  readonly unemployed_since: string | null;
}

export interface TicketRow extends Dated {
  readonly ticket_ref: string;
  readonly person_ref: string;
  readonly type: string;
  readonly applied_on: string;
  readonly granted_on: string;
  readonly package: string | null;
  readonly percentage: number | null;
  readonly guidance_need: string;
  readonly need_class: string | null;
  readonly need_duration: string | null;
  readonly origin: string;
}

export interface IndicationRow extends Known {
  readonly indication_ref: string;
  readonly person_ref: string;
  readonly measure: string;
  readonly requested_on: string;
  readonly decided_on: string | null;
  readonly outcome: string | null;
}

export interface EmployerFactRow extends Dated {
  readonly employer_ref: string;
  readonly legal_form: string;
  readonly public_side: string;
  readonly nace: string;
  readonly joint_committee: string;
  readonly size: string;
  readonly municipality: string;
  readonly province: string;
  readonly mwb: boolean;
  readonly service_voucher: boolean;
}

export interface ApplicationRow extends Dated {
  readonly file_ref: string;
  readonly employer_ref: string | null;
  readonly person_ref: string;
  readonly applicant: string;
  readonly premiums: string;
  readonly situation: string;
  readonly channel: string;
  readonly filed_on: string;
  readonly state: string;
  readonly state_on: string;
  readonly grounds: readonly string[];
}

export interface GrantRow extends Dated {
  readonly grant_ref: string;
  readonly file_ref: string;
  readonly employer_ref: string | null;
  readonly person_ref: string;
  readonly applicant: string;
  readonly premiums: string;
  readonly package: string;
  readonly percentage: number | null;
  readonly collective_percentage: number | null;
  readonly guidance_need: string;
  readonly start_quarter: number;
  readonly end_quarter: number;
  readonly decided_on: string;
  readonly previous_measure: string;
  readonly previous_right_ref: string | null;
  readonly switches: Readonly<Record<string, string>>;
}

export interface OldRightRow extends Dated {
  readonly right_ref: string;
  readonly person_ref: string | null;
  readonly employer_ref: string | null;
  readonly measure: string;
  readonly start_quarter: number;
  readonly quarters: number | null;
  readonly evaluation_requested_on: string | null;
  readonly evaluation_decided_on: string | null;
  readonly evaluation_outcome: string | null;
  readonly grant_ref: string | null;
  readonly lde_choice: string | null;
}

export interface AttestRow {
  readonly attest_no: string;
  readonly version: number;
  readonly status: number;
  readonly person_ref: string;
  readonly employer_ref: string;
  readonly quarter: number;
  readonly gross_cents: number;
  readonly contractual_fraction: number;
  readonly received_at: string;
}

export interface LedgerRow {
  readonly grant_ref: string;
  readonly quarter: number;
  readonly component: string;
  readonly seq: number;
  readonly employer_ref: string | null;
  readonly cents: number;
  readonly origin: string;
  readonly booked_at: string;
}

export interface Tables {
  readonly person_fact: readonly PersonFactRow[];
  readonly work_status: readonly WorkStatusRow[];
  readonly ticket: readonly TicketRow[];
  readonly indication: readonly IndicationRow[];
  readonly employer_fact: readonly EmployerFactRow[];
  readonly application: readonly ApplicationRow[];
  readonly grant_position: readonly GrantRow[];
  readonly old_right: readonly OldRightRow[];
  readonly attest: readonly AttestRow[];
  readonly ledger_line: readonly LedgerRow[];
}

export const noTables: Tables = {
  person_fact: [],
  work_status: [],
  ticket: [],
  indication: [],
  employer_fact: [],
  application: [],
  grant_position: [],
  old_right: [],
  attest: [],
  ledger_line: [],
};

type Kind = "plain" | "date" | "instant" | "amount";

/** Columns besides the ranges, with how each is read as text or small integer. */
const columns: Readonly<
  Record<keyof Tables, { readonly valid: boolean; readonly known: boolean; readonly columns: Readonly<Record<string, Kind>> }>
> = {
  person_fact: dated({
    person_ref: "plain",
    sex: "plain",
    born_in: "date",
    municipality: "plain",
    province: "plain",
    residence: "plain",
    education: "plain",
    origin: "plain",
  }),
  work_status: dated({
    person_ref: "plain",
    status: "plain",
    employability: "plain",
    work_care: "plain",
    benefit: "plain",
    unemployed_since: "date",
  }),
  ticket: dated({
    ticket_ref: "plain",
    person_ref: "plain",
    type: "plain",
    applied_on: "date",
    granted_on: "date",
    package: "plain",
    percentage: "plain",
    guidance_need: "plain",
    need_class: "plain",
    need_duration: "plain",
    origin: "plain",
  }),
  indication: {
    valid: false,
    known: true,
    columns: {
      indication_ref: "plain",
      person_ref: "plain",
      measure: "plain",
      requested_on: "date",
      decided_on: "date",
      outcome: "plain",
    },
  },
  employer_fact: dated({
    employer_ref: "plain",
    legal_form: "plain",
    public_side: "plain",
    nace: "plain",
    joint_committee: "plain",
    size: "plain",
    municipality: "plain",
    province: "plain",
    mwb: "plain",
    service_voucher: "plain",
  }),
  application: dated({
    file_ref: "plain",
    employer_ref: "plain",
    person_ref: "plain",
    applicant: "plain",
    premiums: "plain",
    situation: "plain",
    channel: "plain",
    filed_on: "date",
    state: "plain",
    state_on: "date",
    grounds: "plain",
  }),
  grant_position: dated({
    grant_ref: "plain",
    file_ref: "plain",
    employer_ref: "plain",
    person_ref: "plain",
    applicant: "plain",
    premiums: "plain",
    package: "plain",
    percentage: "plain",
    collective_percentage: "plain",
    guidance_need: "plain",
    start_quarter: "plain",
    end_quarter: "plain",
    decided_on: "date",
    previous_measure: "plain",
    previous_right_ref: "plain",
    switches: "plain",
  }),
  old_right: dated({
    right_ref: "plain",
    person_ref: "plain",
    employer_ref: "plain",
    measure: "plain",
    start_quarter: "plain",
    quarters: "plain",
    evaluation_requested_on: "date",
    evaluation_decided_on: "date",
    evaluation_outcome: "plain",
    grant_ref: "plain",
    lde_choice: "plain",
  }),
  attest: {
    valid: false,
    known: false,
    columns: {
      attest_no: "plain",
      version: "plain",
      status: "plain",
      person_ref: "plain",
      employer_ref: "plain",
      quarter: "plain",
      gross_cents: "amount",
      contractual_fraction: "plain",
      received_at: "instant",
    },
  },
  ledger_line: {
    valid: false,
    known: false,
    columns: {
      grant_ref: "plain",
      quarter: "plain",
      component: "plain",
      seq: "plain",
      employer_ref: "plain",
      cents: "amount",
      origin: "plain",
      booked_at: "instant",
    },
  },
};

function dated(of: Readonly<Record<string, Kind>>): { valid: true; known: true; columns: Readonly<Record<string, Kind>> } {
  return { valid: true, known: true, columns: of };
}

/** Reads whole tables: for checks and small populations, not for the million. */
export async function extractTables(records: Records): Promise<Tables> {
  const tables: Record<string, unknown[]> = {};
  for (const name of Object.keys(columns) as (keyof Tables)[]) {
    const shape = columns[name];
    const list = Object.entries(shape.columns).map(([column, kind]) => `${read(column, kind)} as ${column}`);
    if (shape.valid) list.push("lower(valid)::text as valid_from", "upper(valid)::text as valid_until");
    if (shape.known)
      list.push(`${read("lower(known)", "instant")} as known_from`, `${read("upper(known)", "instant")} as known_until`);
    const rows = await records.query(`select ${list.join(", ")} from read.${name}`, []);
    tables[name] = rows.map((row) => shaped(row, shape));
  }
  return tables as unknown as Tables;
}

function shaped(row: SqlRow, shape: (typeof columns)[keyof Tables]): unknown {
  const out: Record<string, unknown> = {};
  for (const [column, kind] of Object.entries(shape.columns)) out[column] = kind === "amount" ? Number(row[column]) : row[column];
  if (shape.valid) out.valid = { from: row.valid_from, until: row.valid_until };
  if (shape.known) out.known = { from: row.known_from, until: row.known_until };
  return out;
}

function read(column: string, kind: Kind): string {
  if (kind === "instant") return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return kind === "plain" ? column : `${column}::text`;
}
