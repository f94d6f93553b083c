-- Files of older rights that are carried over: what was judged of each line, and the steps of each import. The lines themselves lie
-- sealed in the vault under a key of the import's own.
create table ops.transition_import (
  import_ref uuid primary key,
  -- The same file is one import.
  file_hash bytea not null unique check (length(file_hash) = 32),
  list text not null,
  form text not null check (form in ('CSV', 'XLSX')),
  received_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- Counts and sums as the file gives them, per measure.
  controls jsonb not null,
  control_flaws integer not null,
  -- Moves with the outcome of any line: a signature counts for one fingerprint.
  fingerprint bytea not null check (length(fingerprint) = 32)
);

-- What was found of each line last. Holds nothing that tells who it is about.
create table ops.transition_row (
  import_ref uuid not null references ops.transition_import,
  line integer not null,
  measure text not null,
  outcome text not null check (outcome in ('TAKE', 'KNOWN', 'PARKED', 'DROPPED', 'CORRECTED', 'ADDED')),
  fte integer not null,
  cents bigint not null,
  reasons text[] not null,
  primary key (import_ref, line)
);
create index transition_row_open on ops.transition_row (import_ref, outcome, line);
grant select, insert, update on ops.transition_import to maatwerk_app;
grant select, insert, update, delete on ops.transition_row to maatwerk_app;
grant select on ops.transition_import, ops.transition_row to maatwerk_reader;

create table log.transition_step (
  import_ref uuid not null,
  seq integer not null check (seq > 0),
  step text not null check (step in ('SIGNED', 'TAKEN', 'CANCELLED', 'ROW_DROPPED', 'ROW_CORRECTED', 'ROW_SIGNED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  line integer,
  fingerprint bytea check (length(fingerprint) = 32),
  primary key (import_ref, seq)
);
-- Rights are taken once, and nobody signs one proof sheet twice.
create unique index transition_taken_once on log.transition_step (import_ref) where step in ('TAKEN', 'CANCELLED');
create unique index transition_signed_once on log.transition_step (import_ref, fingerprint, actor_ref) where step = 'SIGNED';
call ops.make_append_only('log.transition_step');
grant select on log.transition_step to maatwerk_reader;
