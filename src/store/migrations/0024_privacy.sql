-- Requests of persons about their own data (access, rectification, erasure): each step is written once and stays when the person is erased.
create table log.privacy_step (
  request_ref uuid not null,
  step text not null check (step in ('RECEIVED', 'ANSWERED')),
  at timestamptz not null,
  actor_ref text not null,
  body jsonb not null,
  primary key (request_ref, step)
);
call ops.make_append_only('log.privacy_step');
grant select on log.privacy_step to maatwerk_reader;
