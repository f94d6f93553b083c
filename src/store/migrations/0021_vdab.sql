-- What VDAB's counter looks at: evaluations, reviews and ICF advices as they stand; findings and evidence are in no table.
create table read.evaluation (
  file_ref uuid not null,
  evaluation_ref uuid not null,
  known tstzrange not null check (not isempty(known)),
  grant_ref uuid not null,
  purpose text not null,
  requested_on date not null,
  decided_on date,
  outcome text,
  applied_on date,
  constraint evaluation_one_truth exclude using gist (file_ref with =, evaluation_ref with =, known with &&)
);
create index evaluation_open on read.evaluation (requested_on) where upper_inf(known) and decided_on is null;

create table read.review (
  -- A person's or a file's stream.
  stream_ref uuid not null,
  review_ref uuid not null,
  known tstzrange not null check (not isempty(known)),
  subject text not null,
  subject_ref uuid not null,
  requested_on date not null,
  committee_by date not null,
  advised_on date,
  board_by date,
  decided_on date,
  outcome text,
  constraint review_one_truth exclude using gist (stream_ref with =, review_ref with =, known with &&)
);
create index review_open on read.review (requested_on) where upper_inf(known) and decided_on is null;

create table read.icf_advice (
  person_ref uuid not null,
  advice_ref uuid not null,
  known tstzrange not null check (not isempty(known)),
  -- Hash of the partner's number.
  organisation text not null,
  advised_on date not null,
  handled_on date,
  constraint icf_advice_one_truth exclude using gist (person_ref with =, advice_ref with =, known with &&)
);
create index icf_advice_by_organisation on read.icf_advice (organisation, advised_on) where upper_inf(known);
create index icf_advice_open on read.icf_advice (advised_on) where upper_inf(known) and handled_on is null;

create index indication_open on read.indication (requested_on) where upper_inf(known) and decided_on is null;
create index ticket_by_end on read.ticket (upper(valid)) where upper_inf(known);

-- Not for statistics: what VDAB does with a person is no figure.
grant select, insert, update, delete on read.evaluation, read.review, read.icf_advice to maatwerk_app;
grant select on read.evaluation, read.review, read.icf_advice to maatwerk_reader;

-- Drafts of one counter never show at another, also where both keep them under one person's key.
alter table vault.draft add column counter text not null default 'applicant';

-- Who takes up which piece of work. It is no record: it may be given away and goes with the work.
create table ops.assignment (
  counter text not null,
  work_ref uuid not null,
  -- Pseudonymous, as in the log.
  assignee_ref text not null,
  assigned_at timestamptz not null,
  primary key (counter, work_ref)
);
create index assignment_by_assignee on ops.assignment (counter, assignee_ref);
grant select, insert, update, delete on ops.assignment to maatwerk_app;

-- The catch-up of the double ticket: batches started by a person, and what each did with whom.
create table ops.catch_up_batch (
  batch_ref uuid primary key,
  started_at timestamptz not null,
  started_by text not null
);
create table ops.catch_up_line (
  batch_ref uuid not null references ops.catch_up_batch,
  person_ref uuid not null,
  -- GIVEN, ONE_BY_ONE or SKIPPED, with the ids of the reasons.
  outcome text not null,
  reasons text[] not null,
  done_at timestamptz not null,
  primary key (batch_ref, person_ref)
);
call ops.make_append_only('ops.catch_up_batch');
call ops.make_append_only('ops.catch_up_line');
grant select on ops.assignment, ops.catch_up_batch, ops.catch_up_line to maatwerk_reader;
