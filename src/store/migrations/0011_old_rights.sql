-- Older rights carry what their running out needs: schedule, end as foreseen, amounts that a person entered, and warnings.
alter table read.old_right
  add column source text not null default '',
  add column ends_on date,
  add column schedule jsonb not null default '[]',
  add column reduction_code text,
  add column amount_cents bigint,
  add column amount_per text,
  add column warned_of_end date;
create index old_right_by_employer on read.old_right (employer_ref) where upper_inf(known);
