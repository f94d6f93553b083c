-- What statistics published: the steps of each release, its files and tables, and questions kept for later. All of it only grows.
create schema stat;
grant usage on schema stat to maatwerk_app, maatwerk_reader;

create table stat.release_step (
  release_ref uuid not null,
  seq integer not null check (seq > 0),
  step text not null check (step in ('DRAFTED', 'OVERRIDDEN', 'RELEASED', 'REJECTED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- On the last step of what is released only: the same name and revision never stand for two releases.
  name text check ((name is not null) = (step = 'RELEASED')),
  revision integer check ((revision is not null) = (step = 'RELEASED')),
  body jsonb not null,
  primary key (release_ref, seq),
  unique (name, revision)
);
-- A release is drafted once, and ends once.
create unique index release_step_drafted on stat.release_step (release_ref) where step = 'DRAFTED';
create unique index release_step_ended on stat.release_step (release_ref) where step in ('RELEASED', 'REJECTED');
call ops.make_append_only('stat.release_step');

-- Who drafts does not release, whatever program writes the step; nor does who chose another policy.
create function stat.refuse_own_release() returns trigger language plpgsql as $$
begin
  if exists (
    select from stat.release_step s
    where s.release_ref = new.release_ref and s.step in ('DRAFTED', 'OVERRIDDEN') and s.actor_ref = new.actor_ref
  ) then
    raise exception 'A publication is not released by who drafted it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger other_person before insert on stat.release_step for each row when (new.step = 'RELEASED')
  execute function stat.refuse_own_release();
grant execute on function stat.refuse_own_release() to maatwerk_app;

create table stat.release_file (
  release_ref uuid not null,
  name text not null,
  media_type text not null,
  body bytea not null,
  primary key (release_ref, name)
);
call ops.make_append_only('stat.release_file');

-- Every table that the public saw, with what the house must remember to protect it from later ones.
create table stat.published_table (
  release_ref uuid not null,
  figure_id text not null,
  -- Counts the releases with tables, from 1: a table was judged beside all of lower numbers.
  release_no integer not null check (release_no > 0),
  -- Place of the table in its release.
  place integer not null,
  figure jsonb not null,
  guard jsonb not null,
  primary key (release_ref, figure_id)
);
call ops.make_append_only('stat.published_table');

create table stat.question (
  name text not null,
  version integer not null check (version > 0),
  text text not null,
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  primary key (name, version)
);
call ops.make_append_only('stat.question');

grant select on all tables in schema stat to maatwerk_reader;
