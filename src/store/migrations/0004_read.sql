-- Read tables, kept from the log in the same transaction. `valid`: when it holds; `known`: when the system held it to be so.
-- No two rows of one key may say something of the same day as known at the same moment.
create table read.person_fact (
  person_ref uuid not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  sex text not null,
  born_in date not null check (extract(day from born_in) = 1),
  municipality text not null,
  province text not null,
  residence text not null,
  education text,
  origin text,
  constraint person_fact_one_truth exclude using gist (person_ref with =, valid with &&, known with &&)
);

create table read.work_status (
  person_ref uuid not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  status text not null,
  employability text not null,
  work_care boolean not null,
  benefit text not null,
  unemployed_since date,
  constraint work_status_one_truth exclude using gist (person_ref with =, valid with &&, known with &&)
);

create table read.ticket (
  person_ref uuid not null,
  ticket_ref uuid not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  type text not null,
  applied_on date not null,
  granted_on date not null,
  package text,
  percentage integer,
  guidance_need text not null,
  need_class text,
  need_duration text,
  origin text not null,
  constraint ticket_one_truth exclude using gist (person_ref with =, ticket_ref with =, valid with &&, known with &&)
);

create table read.indication (
  person_ref uuid not null,
  indication_ref uuid not null,
  known tstzrange not null check (not isempty(known)),
  measure text not null,
  requested_on date not null,
  decided_on date,
  outcome text,
  constraint indication_one_truth exclude using gist (person_ref with =, indication_ref with =, known with &&)
);

create table read.employer_fact (
  employer_ref uuid not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  legal_form text not null,
  public_side text not null,
  nace text not null,
  joint_committee text not null,
  size text not null,
  municipality text not null,
  province text not null,
  mwb boolean not null,
  service_voucher boolean not null,
  constraint employer_fact_one_truth exclude using gist (employer_ref with =, valid with &&, known with &&)
);

create table read.application (
  file_ref uuid not null,
  employer_ref uuid,
  person_ref uuid not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  applicant text not null,
  premiums text not null,
  situation text not null,
  channel text not null,
  filed_on date not null,
  state text not null,
  state_on date not null,
  grounds text[] not null,
  constraint application_one_truth exclude using gist (file_ref with =, valid with &&, known with &&)
);
create index application_by_employer on read.application (employer_ref) where upper_inf(known);
create index application_by_person on read.application (person_ref) where upper_inf(known);

create table read.grant_position (
  file_ref uuid not null,
  grant_ref uuid not null,
  employer_ref uuid,
  person_ref uuid not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  applicant text not null,
  premiums text not null,
  package text not null,
  percentage integer,
  collective_percentage integer,
  guidance_need text not null,
  start_quarter integer not null,
  end_quarter integer not null,
  decided_on date not null,
  previous_measure text not null,
  previous_right_ref uuid,
  switches jsonb not null,
  constraint grant_position_one_truth exclude using gist (file_ref with =, grant_ref with =, valid with &&, known with &&)
);
create index grant_position_by_employer on read.grant_position (employer_ref) where upper_inf(known);
create index grant_position_by_person on read.grant_position (person_ref) where upper_inf(known);
create index grant_position_by_grant on read.grant_position (grant_ref) where upper_inf(known);

create table read.old_right (
  right_ref uuid not null,
  person_ref uuid,
  employer_ref uuid,
  measure text not null,
  valid daterange not null check (not isempty(valid)),
  known tstzrange not null check (not isempty(known)),
  start_quarter integer not null,
  quarters integer,
  evaluation_requested_on date,
  evaluation_decided_on date,
  evaluation_outcome text,
  grant_ref uuid,
  lde_choice text,
  constraint old_right_one_truth exclude using gist (right_ref with =, valid with &&, known with &&)
);
create index old_right_by_person on read.old_right (person_ref) where upper_inf(known);

grant select, insert, update, delete on all tables in schema read to maatwerk_app;
grant select on all tables in schema read to maatwerk_reader, maatwerk_stats;
