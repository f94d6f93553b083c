-- The yearly linkage (DATA-07): what was asked of whoever links, what came back, and the values, which figures see as a read table.
create table stat.linkage_request (
  linkage_ref uuid primary key,
  dimension text not null check (dimension in ('education', 'origin')),
  covers_until date not null,
  -- Day on which it is expected back, for the calendar.
  expected_on date,
  -- Persons of this linkage are named by a keyed hash: the same person has another pseudonym in the next one.
  pseudonym_key bytea not null check (length(pseudonym_key) = 32),
  persons integer not null check (persons >= 0),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null
);
call ops.make_append_only('stat.linkage_request');

create table stat.linkage_arrival (
  linkage_ref uuid primary key references stat.linkage_request,
  file_hash bytea not null check (length(file_hash) = 32),
  rows integer not null,
  matched integer not null,
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null
);
call ops.make_append_only('stat.linkage_arrival');

create table stat.linked_value (
  linkage_ref uuid not null references stat.linkage_request,
  person_ref uuid not null,
  value text not null,
  primary key (linkage_ref, person_ref)
);
create index linked_value_by_person on stat.linked_value (person_ref);
call ops.make_append_only('stat.linked_value');

create view read.linked_fact as
  select v.person_ref, r.dimension, v.value, r.covers_until, a.at as available_from
  from stat.linked_value v
  join stat.linkage_request r using (linkage_ref)
  join stat.linkage_arrival a using (linkage_ref);
grant select on read.linked_fact to maatwerk_app, maatwerk_reader, maatwerk_stats;
grant select on stat.linkage_request, stat.linkage_arrival, stat.linked_value to maatwerk_reader;
