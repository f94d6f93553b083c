-- Declarations as received and the entitlement ledger. Both only grow; a correction is a new version or a new line.
-- Quarters are year * 4 + n - 1; fractions are in 1/10000.
create table pay.attest (
  attest_no text not null,
  version integer not null check (version >= 0),
  -- 0 new, 1 changed, 3 cancelled, 4 reactivated.
  status smallint not null check (status in (0, 1, 3, 4)),
  person_ref uuid not null,
  employer_ref uuid not null,
  quarter integer not null,
  gross_cents bigint not null,
  contribution_cents bigint not null,
  reduction_cents bigint not null,
  contractual_fraction integer not null,
  performed_fraction integer,
  in_service_from date,
  in_service_until date,
  received_at timestamptz not null,
  primary key (person_ref, quarter, attest_no, version),
  -- Guards one server; given up when the table is spread over several, where the intake's own check stays.
  unique (attest_no, version)
);
create index attest_by_quarter on pay.attest (quarter, employer_ref);
call ops.make_append_only('pay.attest');

create table pay.rule_graph (
  hash bytea primary key check (length(hash) = 32),
  body jsonb not null
);
call ops.make_append_only('pay.rule_graph');

create table pay.ledger_line (
  grant_ref uuid not null,
  quarter integer not null,
  component text not null check (component in ('WAGE', 'GUIDANCE', 'SUPPORT')),
  seq integer not null check (seq >= 0),
  -- Null for the support premium of a self-employed person.
  employer_ref uuid,
  cents bigint not null,
  origin text not null check (origin in ('initial', 'correction', 'migration', 'recovery')),
  run_ref uuid not null,
  attest_no text,
  attest_version integer,
  graph_hash bytea not null check (length(graph_hash) = 32),
  parameters_hash bytea not null check (length(parameters_hash) = 32),
  booked_at timestamptz not null,
  primary key (grant_ref, quarter, component, seq)
);
create index ledger_line_by_employer on pay.ledger_line (employer_ref, quarter);
call ops.make_append_only('pay.ledger_line');

-- What figures may see of declarations and payments, so that the statistics role stays inside the read schema.
create view read.attest as
  select attest_no, version, status, person_ref, employer_ref, quarter, gross_cents, contribution_cents, reduction_cents,
         contractual_fraction, performed_fraction, in_service_from, in_service_until, received_at
  from pay.attest;
create view read.ledger_line as
  select grant_ref, quarter, component, seq, employer_ref, cents, origin, run_ref, booked_at from pay.ledger_line;

grant select on all tables in schema pay to maatwerk_reader;
grant select on read.attest, read.ledger_line to maatwerk_app, maatwerk_reader, maatwerk_stats;
