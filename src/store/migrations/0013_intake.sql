-- Files of declarations as they were taken in: what was taken, what is kept apart for a person, what was refused, each with its reason.
alter table pay.attest
  add column source text not null default 'DMFA' check (source in ('DMFA', 'PAYSLIP')),
  -- Cents per remuneration code; null where the source gave only the sum.
  add column remunerations jsonb;

create table pay.intake (
  intake_ref uuid primary key,
  kind text not null check (kind in ('ATTESTS', 'PAYSLIPS', 'PAYROLL', 'RETRY')),
  -- What the person called it; no name of a worker or a firm.
  label text not null,
  file_hash bytea not null check (length(file_hash) = 32),
  received_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  report jsonb not null
);
-- The same file is taken in once.
create unique index intake_file_once on pay.intake (kind, file_hash);
create index intake_by_time on pay.intake (received_at desc);
call ops.make_append_only('pay.intake');

-- Whom it is about lies sealed under the key of the intake, see vault.sealed.
create table pay.intake_item (
  intake_ref uuid not null,
  item_ref uuid not null,
  outcome text not null check (outcome in ('PARKED', 'REJECTED')),
  line integer not null,
  attest_no text,
  version integer,
  quarter integer,
  reason text not null,
  -- Fields that are wrong and what they should be; never what they held.
  detail jsonb not null,
  primary key (intake_ref, item_ref)
);
create unique index intake_item_ref on pay.intake_item (item_ref);
call ops.make_append_only('pay.intake_item');

-- How a parked item ended: taken in after all, or put aside by a person with a reason.
create table pay.intake_item_step (
  item_ref uuid primary key,
  step text not null check (step in ('TAKEN', 'DISMISSED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  body jsonb not null
);
call ops.make_append_only('pay.intake_item_step');

-- Wages as a payroll office expects them: for simulation and forecast. No run reads this table.
create table pay.payroll (
  intake_ref uuid not null,
  line integer not null,
  person_ref uuid not null,
  employer_ref uuid not null,
  quarter integer not null,
  gross_cents bigint not null,
  contribution_cents bigint not null,
  reduction_cents bigint not null,
  contractual_fraction integer not null,
  received_at timestamptz not null,
  primary key (person_ref, quarter, intake_ref, line)
);
call ops.make_append_only('pay.payroll');

grant select on pay.intake, pay.intake_item, pay.intake_item_step, pay.payroll to maatwerk_reader;
