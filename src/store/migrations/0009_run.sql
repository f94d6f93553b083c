-- Quarterly runs: their steps, of which each is written once, and the one run that is open.
create table pay.run_step (
  run_ref uuid not null,
  seq integer not null check (seq > 0),
  step text not null check (step in ('STARTED', 'CALCULATED', 'APPROVED', 'REJECTED', 'BOOKED', 'CANCELLED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- What the step carries, for example frozen inputs or totals.
  body jsonb not null,
  primary key (run_ref, seq)
);
-- A step happens once in a run: nothing is approved or booked twice.
create unique index run_step_once on pay.run_step (run_ref, step);
create index run_started on pay.run_step (at desc) where step = 'STARTED';
call ops.make_append_only('pay.run_step');

-- Who starts a run does not approve it, whatever program writes the step.
create function pay.refuse_own_approval() returns trigger language plpgsql as $$
begin
  if exists (select from pay.run_step s where s.run_ref = new.run_ref and s.step = 'STARTED' and s.actor_ref = new.actor_ref) then
    raise exception 'A run is not approved by who started it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger other_person before insert on pay.run_step for each row when (new.step = 'APPROVED') execute function pay.refuse_own_approval();
grant execute on function pay.refuse_own_approval() to maatwerk_app;

-- At most one row: the run that is open. Emptied when it is booked, rejected or cancelled.
create table ops.open_run (
  only_one boolean primary key default true check (only_one),
  run_ref uuid not null
);
grant select, insert, delete on ops.open_run to maatwerk_app;

grant select on pay.run_step to maatwerk_reader;
