-- The department's work list: one row per file that was looked at; it asks nothing when it has no kinds. Derived from the log: it may be
-- thrown away and is made anew.
create table ops.work_item (
  file_ref uuid primary key,
  employer_ref uuid,
  person_ref uuid not null,
  applicant text not null,
  premiums text not null,
  state text not null,
  kinds text[] not null,
  filed_on date not null,
  -- Null: no day is known; such files come last.
  deadline date,
  deadline_why text,
  handler text,
  stake_cents bigint,
  stake_at_most boolean not null,
  looked_on date not null,
  looked_at timestamptz not null,
  check ((deadline is null) = (deadline_why is null))
);
create index work_item_in_order on ops.work_item ((coalesce(deadline, '9999-12-31')), filed_on, file_ref) where cardinality(kinds) > 0;
create index work_item_by_person on ops.work_item (person_ref);
create index work_item_by_employer on ops.work_item (employer_ref);
create index work_item_by_look on ops.work_item (looked_on) where cardinality(kinds) > 0;
grant select, insert, update, delete on ops.work_item to maatwerk_app;
grant select on ops.work_item to maatwerk_reader;

-- Who works at the department's counter. Names are sealed under the subject's key.
create table ops.staff (
  actor_ref text primary key,
  subject_ref uuid not null unique,
  since timestamptz not null
);
grant select, insert on ops.staff to maatwerk_app;

-- Finds a file by the first digits of its reference, which is what people quote.
create index application_by_file on read.application (file_ref) where upper_inf(known);
