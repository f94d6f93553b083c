// Draws whole read tables out of the records, as plain rows.
import type { Records, SqlRow } from "../port.ts";
import type { Tables } from "./tables.ts";

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
    establishment_ref: "plain",
    establishment_municipality: "plain",
    establishment_province: "plain",
    establishment_nace: "plain",
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
    stop_reason: "plain",
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
    end_reason: "plain",
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
  linked_fact: {
    valid: false,
    known: false,
    columns: { person_ref: "plain", dimension: "plain", value: "plain", covers_until: "date", available_from: "instant" },
  },
  commitment: {
    valid: false,
    known: false,
    columns: { grant_ref: "plain", component: "plain", seq: "plain", year: "plain", cents: "amount", booked_at: "instant" },
  },
  transfer: {
    valid: false,
    known: false,
    columns: {
      payment_ref: "plain",
      attempt: "plain",
      step: "plain",
      beneficiary_kind: "plain",
      beneficiary_ref: "plain",
      cents: "amount",
      at: "instant",
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
