-- What people do at the counters before it is a record: drafts of applications, tokens of programs, addresses to be told.

-- Sealed under the key of the enterprise that it belongs to. Nothing in it is a record; it goes by itself.
create table vault.draft (
  draft_ref uuid primary key,
  owner_ref uuid not null references vault.subject_key,
  -- Counts the savings, so that a stale form is found.
  version integer not null check (version > 0),
  body bytea not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  expires_at timestamptz not null
);
create index draft_by_owner on vault.draft (owner_ref);
create index draft_by_expiry on vault.draft (expires_at);

create table vault.draft_file (
  draft_ref uuid not null references vault.draft on delete cascade,
  file_id uuid not null,
  -- Name, type and size, sealed.
  about bytea not null,
  body bytea not null,
  added_at timestamptz not null,
  primary key (draft_ref, file_id)
);
grant select, insert, update, delete on vault.draft, vault.draft_file to maatwerk_app;

-- Programs that act for an organisation. The token is with the program: its hash is here, and only the token opens the body.
create table ops.api_token (
  token_hash bytea primary key check (length(token_hash) = 32),
  token_ref uuid not null unique,
  -- Hash of the organisation's number, to list its tokens.
  organisation_hash bytea not null check (length(organisation_hash) = 32),
  body bytea not null,
  label text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_by_organisation on ops.api_token (organisation_hash);
grant select, insert, update on ops.api_token to maatwerk_app;

-- Addresses that are told of a change of status. Address and signing secret are sealed under the enterprise's key.
create table vault.webhook (
  webhook_ref uuid primary key,
  owner_ref uuid not null references vault.subject_key,
  body bytea not null,
  created_at timestamptz not null,
  removed_at timestamptz,
  last_outcome text,
  last_tried_at timestamptz
);
create index webhook_by_owner on vault.webhook (owner_ref) where removed_at is null;
grant select, insert, update on vault.webhook to maatwerk_app;

-- Finds what was recorded lately, for the calls that follow a change of status.
create index event_by_time on log.event using brin (recorded_at);
