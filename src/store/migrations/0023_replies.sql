-- Answers to commands that programs sent with a key of their own; no personal data is in them, and they go after some weeks.
create table ops.api_reply (
  key text primary key check (length(key) between 1 and 200),
  fingerprint text not null,
  status integer not null,
  body jsonb not null,
  etag text,
  location text,
  kept_at timestamptz not null
);
create index api_reply_by_time on ops.api_reply (kept_at);
grant select, insert, delete on ops.api_reply to maatwerk_app;
