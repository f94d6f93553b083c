-- Letters as issued: document and PDF sealed under the keys of everybody named in them, never changed, never made again.
create table vault.letter (
  letter_ref uuid primary key,
  -- What it follows from, for example an event; a second letter of the same source is not kept.
  source text not null unique,
  kind text not null,
  issuer text not null,
  audience text not null check (audience in ('PERSON', 'APPLICANT')),
  reference text not null,
  dated date not null,
  issued_at timestamptz not null,
  file_ref uuid,
  person_ref uuid,
  employer_ref uuid,
  -- The decision that it gives notice of.
  about_ref uuid,
  -- In the order of sealing: opened from the last to the first.
  subjects uuid[] not null check (cardinality(subjects) > 0),
  document bytea not null,
  pdf bytea not null,
  document_hash text not null,
  pdf_hash text not null
);
create index letter_by_file on vault.letter (file_ref, dated desc);
create index letter_by_person on vault.letter (person_ref, dated desc);
create index letter_by_employer on vault.letter (employer_ref, dated desc);
create index letter_by_about on vault.letter (about_ref);
call ops.make_append_only('vault.letter');

-- What became of a letter on its way, and from which day terms run. Holds no name and no address.
create table log.delivery (
  letter_ref uuid not null references vault.letter,
  delivery_no integer not null check (delivery_no > 0),
  channel text not null check (channel in ('EBOX', 'MAIL', 'POST')),
  outcome text not null check (outcome in ('DELIVERED', 'LISTED', 'NOT_REACHED')),
  at timestamptz not null,
  notice_on date,
  proof text,
  actor_role text not null,
  actor_ref text not null,
  primary key (letter_ref, delivery_no),
  -- A term runs from a day that something shows.
  check ((outcome = 'DELIVERED') = (notice_on is not null and proof is not null))
);
call ops.make_append_only('log.delivery');
create index delivery_listed on log.delivery (at) where outcome = 'LISTED';
grant select on log.delivery to maatwerk_reader;
