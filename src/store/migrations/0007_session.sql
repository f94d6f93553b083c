-- Logged-in visitors. A copy of this table opens no session and names nobody: the token stays with the browser, and only it opens the body.
create table ops.session (
  session_id bytea primary key check (length(session_id) = 32),
  -- Hash of the login's subject, to end all its sessions at once; null while logging in.
  subject_hash bytea,
  body bytea not null,
  created_at timestamptz not null,
  -- Moves with use, never past last_at.
  expires_at timestamptz not null,
  last_at timestamptz not null
);
create index session_by_subject on ops.session (subject_hash) where subject_hash is not null;
create index session_by_expiry on ops.session (expires_at);
grant select, insert, update, delete on ops.session to maatwerk_app;
