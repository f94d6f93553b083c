-- Results of the lab over the records, kept as they were given: they only grow.
create table stat.lab_result (
  result_ref uuid primary key,
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  reform_id text not null,
  title jsonb not null,
  known_at timestamptz not null,
  -- Of `body`, in hex: what was given out can be compared with what is kept.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  body bytea not null,
  csv bytea not null,
  note bytea not null
);
create index lab_result_newest on stat.lab_result (at desc, result_ref);
call ops.make_append_only('stat.lab_result');
grant select on stat.lab_result to maatwerk_reader;
