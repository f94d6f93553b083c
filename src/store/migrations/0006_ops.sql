-- Work that must follow, and marks that say what was done with this database.
create table ops.job (
  job_id bigint generated always as identity primary key,
  queue text not null,
  -- At most one open job of a queue has it.
  key text,
  payload jsonb not null,
  created_at timestamptz not null,
  run_after timestamptz not null,
  attempts integer not null default 0,
  leased_until timestamptz,
  leased_by text,
  last_error text,
  done_at timestamptz,
  given_up_at timestamptz
);
create unique index job_open_key on ops.job (queue, key) where done_at is null and given_up_at is null;
create index job_open on ops.job (queue, run_after, job_id) where done_at is null and given_up_at is null;
grant select, insert, update, delete on ops.job to maatwerk_app;
grant select on ops.job to maatwerk_reader;

create table ops.mark (
  name text primary key,
  value jsonb not null,
  set_at timestamptz not null
);
grant select, insert, update on ops.mark to maatwerk_app;
grant select on ops.mark to maatwerk_reader;
