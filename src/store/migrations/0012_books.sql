-- Beside the runs: payment blocks, monthly advances, the public accounts, the auditor's samples. All of it only grows.
create table pay.block_step (
  block_ref uuid not null,
  seq integer not null check (seq > 0),
  step text not null check (step in ('SET', 'CONFIRMED', 'REFUSED', 'LIFT_ASKED', 'LIFTED', 'USED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- On the first step only.
  beneficiary_ref uuid check ((beneficiary_ref is not null) = (step = 'SET')),
  body jsonb not null,
  primary key (block_ref, seq)
);
create index block_by_beneficiary on pay.block_step (beneficiary_ref) where step = 'SET';
create index block_set on pay.block_step (at desc) where step = 'SET';
-- A run uses a block once in each way.
create unique index block_used_once on pay.block_step (block_ref, (body->>'runRef'), (body->>'how')) where step = 'USED';
call ops.make_append_only('pay.block_step');

-- Who sends money to somebody else does not confirm it, nor does who asks to lift it; whatever program writes the step.
create function pay.refuse_own_block() returns trigger language plpgsql as $$
begin
  if exists (
    select from pay.block_step s
    where s.block_ref = new.block_ref and s.actor_ref = new.actor_ref
      and ((new.step = 'CONFIRMED' and s.step = 'SET' and not exists (
              select from pay.block_step l where l.block_ref = new.block_ref and l.step = 'LIFT_ASKED'))
        or (new.step = 'LIFTED' and s.step = 'LIFT_ASKED'))
  ) then
    raise exception 'A block is not confirmed by who set it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger other_person before insert on pay.block_step for each row
  when (new.step in ('CONFIRMED', 'LIFTED')) execute function pay.refuse_own_block();
grant execute on function pay.refuse_own_block() to maatwerk_app;

create table pay.advance_step (
  advance_ref uuid not null,
  seq integer not null check (seq > 0),
  step text not null check (step in ('REQUESTED', 'GRANTED', 'REFUSED', 'PAID', 'SETTLED', 'STOPPED')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  -- On the first step only.
  grant_ref uuid check ((grant_ref is not null) = (step = 'REQUESTED')),
  employer_ref uuid check ((employer_ref is not null) = (step = 'REQUESTED')),
  body jsonb not null,
  primary key (advance_ref, seq)
);
create index advance_by_grant on pay.advance_step (grant_ref) where step = 'REQUESTED';
create index advance_by_employer on pay.advance_step (employer_ref) where step = 'REQUESTED';
-- A month is paid once.
create unique index advance_month_once on pay.advance_step (advance_ref, (body->>'month')) where step = 'PAID';
call ops.make_append_only('pay.advance_step');

-- Budget articles per year; the row with the highest number counts.
create table pay.budget_row (
  seq integer primary key check (seq > 0),
  article text not null,
  year integer not null,
  title text not null,
  components text[] not null,
  credit_cents bigint check (credit_cents >= 0),
  recorded_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null
);
call ops.make_append_only('pay.budget_row');

create table pay.commitment (
  grant_ref uuid not null,
  component text not null check (component in ('WAGE', 'GUIDANCE', 'SUPPORT')),
  seq integer not null check (seq >= 0),
  year integer not null,
  cents bigint not null,
  terms_hash bytea not null check (length(terms_hash) = 32),
  parameters_hash bytea not null check (length(parameters_hash) = 32),
  booked_at timestamptz not null,
  primary key (grant_ref, component, seq)
);
create index commitment_by_year on pay.commitment (year, component);
call ops.make_append_only('pay.commitment');

create table pay.audit_sample (
  sample_ref uuid primary key,
  drawn_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  body jsonb not null
);
create index audit_sample_by_time on pay.audit_sample (drawn_at desc);
call ops.make_append_only('pay.audit_sample');

grant select on pay.block_step, pay.advance_step, pay.budget_row, pay.commitment, pay.audit_sample to maatwerk_reader;
