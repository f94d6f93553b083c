-- What the company register said of the enterprise of each self-employed person to whom a run pays, on the day on which the run was
-- calculated. Names nobody and holds no number. Runs of before have no rows.
create table pay.run_activity (
  run_ref uuid not null,
  grant_ref uuid not null,
  answer text not null check (answer in ('FOUND', 'UNKNOWN', 'NOT_ANSWERED', 'NO_NUMBER')),
  -- Day on which the activity stopped, as the register has it.
  stopped_on date,
  insolvency boolean not null,
  -- Last day of the grant or older right as the run knew it; null: none.
  grant_until date,
  asked_at timestamptz not null,
  primary key (run_ref, grant_ref),
  check (answer = 'FOUND' or (stopped_on is null and not insolvency))
);
call ops.make_append_only('pay.run_activity');
grant select on pay.run_activity to maatwerk_reader;
