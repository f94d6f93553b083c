-- Personal data, sealed per subject. Destroying a subject's key makes all that was sealed under it unreadable for good.
create table vault.subject_key (
  subject_ref uuid primary key,
  -- The data key, sealed by the master key that master_key_id names.
  sealed_key bytea,
  master_key_id text not null,
  created_at timestamptz not null,
  destroyed_at timestamptz,
  destroyed_reason text,
  check ((sealed_key is null) = (destroyed_at is not null))
);

create table vault.sealed (
  subject_ref uuid not null,
  sealed_ref uuid not null,
  kind text not null,
  ciphertext bytea not null,
  recorded_at timestamptz not null,
  primary key (subject_ref, sealed_ref)
);

-- Blind index: a keyed hash of an INSZ or KBO number leads to its one subject.
create table vault.lookup (
  kind text not null,
  token bytea not null,
  subject_ref uuid not null,
  primary key (kind, token)
);
create index lookup_by_subject on vault.lookup (subject_ref);

-- Blind index: keyed hashes of the first letters of name words.
create table vault.name_token (
  token bytea not null,
  subject_ref uuid not null,
  primary key (token, subject_ref)
);
create index name_token_by_subject on vault.name_token (subject_ref);

grant select, insert on all tables in schema vault to maatwerk_app;
grant update (sealed_key, master_key_id, destroyed_at, destroyed_reason) on vault.subject_key to maatwerk_app;
grant delete on vault.lookup, vault.name_token to maatwerk_app;

-- Erasures done, so that they are done again on a backup that was made before them.
create table log.erasure (
  subject_ref uuid not null,
  erased_at timestamptz not null,
  reason text not null,
  primary key (subject_ref, erased_at)
);
call ops.make_append_only('log.erasure');
grant select on log.erasure to maatwerk_reader;
