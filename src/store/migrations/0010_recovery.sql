-- Recoveries of what was paid too much: each step is written once; a person decides who did not propose.
create table pay.recovery_step (
  recovery_ref uuid not null,
  seq integer not null check (seq > 0),
  step text not null check (step in ('PROPOSED', 'DECIDED', 'SETTLED', 'WAIVED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- On the first step only: the employer or the self-employed person, and the run that the difference came from.
  beneficiary_ref uuid check ((beneficiary_ref is not null) = (step = 'PROPOSED')),
  run_ref uuid check ((run_ref is not null) = (step = 'PROPOSED')),
  body jsonb not null,
  primary key (recovery_ref, seq)
);
create index recovery_by_beneficiary on pay.recovery_step (beneficiary_ref) where step = 'PROPOSED';
create index recovery_by_run on pay.recovery_step (run_ref) where step = 'PROPOSED';
call ops.make_append_only('pay.recovery_step');

create function pay.refuse_own_recovery() returns trigger language plpgsql as $$
begin
  if exists (
    select from pay.recovery_step s
    where s.recovery_ref = new.recovery_ref and s.step = 'PROPOSED' and s.actor_ref = new.actor_ref
  ) then
    raise exception 'A recovery is not decided by who proposed it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger other_person before insert on pay.recovery_step for each row when (new.step = 'DECIDED') execute function pay.refuse_own_recovery();
grant execute on function pay.refuse_own_recovery() to maatwerk_app;
grant select on pay.recovery_step to maatwerk_reader;
