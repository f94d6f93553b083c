-- The history: one chained stream per person, employer, file and older right; seals over their heads; who looked at whom.
-- Every key holds stream_ref or subject_ref, the future distribution key.
create table log.event (
  stream_ref uuid not null,
  version integer not null check (version > 0),
  stream_kind text not null,
  type text not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  command_id text not null,
  payload jsonb not null,
  -- Empty for the first event of a stream.
  prev_hash bytea not null check (length(prev_hash) in (0, 32)),
  hash bytea not null check (length(hash) = 32),
  primary key (stream_ref, version)
);
call ops.make_append_only('log.event');

-- What each command did, so that the same command again gives the same answer.
create table log.command (
  command_id text primary key check (length(command_id) between 1 and 200),
  fingerprint text,
  recorded_at timestamptz not null,
  streams jsonb not null
);
call ops.make_append_only('log.command');

-- One seal covers the heads that moved since the one before it; hash = sha256 over the seal before, the heads and the time.
create table log.seal (
  seal_no integer primary key check (seal_no > 0),
  sealed_at timestamptz not null,
  head_count integer not null check (head_count > 0),
  heads_hash bytea not null check (length(heads_hash) = 32),
  prev_hash bytea not null check (length(prev_hash) in (0, 32)),
  hash bytea not null check (length(hash) = 32)
);
call ops.make_append_only('log.seal');

create table log.seal_head (
  stream_ref uuid not null,
  seal_no integer not null,
  version integer not null,
  hash bytea not null check (length(hash) = 32),
  primary key (stream_ref, seal_no)
);
create index seal_head_by_seal on log.seal_head (seal_no);
call ops.make_append_only('log.seal_head');

-- Streams that moved and are not sealed yet; the sealing job empties it.
create table ops.unsealed (
  stream_ref uuid not null,
  version integer not null,
  primary key (stream_ref, version)
);
grant select, insert, delete on ops.unsealed to maatwerk_app;

create table log.access (
  subject_ref uuid not null,
  access_id uuid not null default gen_random_uuid(),
  accessed_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- KBO or OVO code of the organisation that the actor works for.
  organisation text not null,
  purpose text not null,
  kinds text[] not null,
  primary key (subject_ref, access_id)
);
create index access_by_actor on log.access (actor_ref, accessed_at);
call ops.make_append_only('log.access');

grant select on log.event, log.command, log.seal, log.seal_head, log.access to maatwerk_reader;
