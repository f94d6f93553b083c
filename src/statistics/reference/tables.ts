// The read tables as plain rows in memory, column by column.
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

/** A value that came with a yearly linkage (DATA-07). */
export interface LinkedFactRow {
  readonly person_ref: string;
  readonly dimension: string;
  readonly value: string;
  readonly covers_until: string;
  readonly available_from: string;
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
  readonly establishment_ref: string | null;
  readonly establishment_municipality: string | null;
  readonly establishment_province: string | null;
  readonly establishment_nace: string | null;
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
  readonly stop_reason: string | null;
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
  readonly end_reason: string | null;
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

export interface CommitmentRow {
  readonly grant_ref: string;
  readonly component: string;
  readonly seq: number;
  readonly year: number;
  readonly cents: number;
  readonly booked_at: string;
}

/** What the bank said of a transfer: EXECUTED or RETURNED. */
export interface TransferRow {
  readonly payment_ref: string;
  readonly attempt: number;
  readonly step: string;
  readonly beneficiary_kind: string;
  readonly beneficiary_ref: string;
  readonly cents: number;
  readonly at: string;
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
  readonly commitment: readonly CommitmentRow[];
  readonly transfer: readonly TransferRow[];
  readonly linked_fact: readonly LinkedFactRow[];
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
  commitment: [],
  transfer: [],
  linked_fact: [],
};
