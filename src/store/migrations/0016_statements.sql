-- What a booked run comes to per beneficiary: frozen in the transaction that books the lines, and never changed.
create table pay.statement (
  statement_ref uuid primary key,
  run_ref uuid not null,
  -- The quarter that the run is for; corrections of earlier quarters are on it too.
  quarter integer not null,
  beneficiary_kind text not null check (beneficiary_kind in ('EMPLOYER', 'PERSON')),
  beneficiary_ref uuid not null,
  -- May be below zero: then a recovery is proposed.
  cents bigint not null,
  lines integer not null check (lines > 0),
  lines_hash bytea not null check (length(lines_hash) = 32),
  frozen_at timestamptz not null,
  unique (run_ref, beneficiary_ref)
);
create index statement_by_beneficiary on pay.statement (beneficiary_ref, quarter);
call ops.make_append_only('pay.statement');
grant select on pay.statement to maatwerk_reader;

-- Lines come in the order of time: finding those of a run costs almost nothing to keep.
create index ledger_line_by_time on pay.ledger_line using brin (booked_at);

-- A run reads the positions of an employer as known at a moment, not only those of now.
drop index read.grant_position_by_employer;
create index grant_position_by_employer on read.grant_position (employer_ref);

-- How far the work of the open run is. Not a record: it may be lost.
create table ops.run_progress (
  run_ref uuid primary key,
  doing text not null,
  done integer not null,
  out_of integer not null,
  at timestamptz not null
);
grant select, insert, update, delete on ops.run_progress to maatwerk_app;
