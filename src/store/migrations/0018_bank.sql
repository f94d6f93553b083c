-- From a booked run to the bank and back: who is paid what, in which batch, and what became of it. All of it only grows.
create table pay.payout (
  run_ref uuid not null,
  beneficiary_ref uuid not null,
  -- What of the amount due reaches whom, as it was planned when the payments were made.
  body jsonb not null,
  planned_at timestamptz not null,
  primary key (run_ref, beneficiary_ref)
);
call ops.make_append_only('pay.payout');

create table pay.payment (
  payment_ref uuid primary key,
  -- Carried by the structured communication and the end-to-end id.
  payment_no bigint generated always as identity unique,
  run_ref uuid not null,
  beneficiary_kind text not null check (beneficiary_kind in ('EMPLOYER', 'PERSON')),
  beneficiary_ref uuid not null,
  -- Sealed name and account of somebody else, when a block sends the money there; null: the beneficiary's own account.
  payee_ref uuid,
  -- A payment of zero does not exist.
  cents bigint not null check (cents > 0),
  created_at timestamptz not null,
  unique nulls not distinct (run_ref, beneficiary_ref, payee_ref)
);
create index payment_by_beneficiary on pay.payment (beneficiary_ref);
call ops.make_append_only('pay.payment');

create table pay.bank_batch (
  batch_ref uuid primary key,
  run_ref uuid not null,
  -- 1 holds all that could be paid; later ones only what was blocked, rejected or returned.
  batch_no integer not null check (batch_no > 0),
  message_id text not null unique,
  execute_on date not null,
  created_at timestamptz not null,
  payments integer not null check (payments > 0),
  cents bigint not null check (cents > 0),
  file_hash bytea not null check (length(file_hash) = 32),
  -- Whose account pays; the same for the whole batch.
  debtor jsonb not null,
  actor_role text not null,
  actor_ref text not null,
  unique (run_ref, batch_no)
);
call ops.make_append_only('pay.bank_batch');

create table pay.batch_item (
  payment_ref uuid not null,
  attempt integer not null check (attempt > 0),
  batch_ref uuid not null,
  end_to_end_id text not null unique,
  -- Sealed items that the file was written from.
  name_ref uuid not null,
  account_ref uuid not null,
  primary key (payment_ref, attempt)
);
create index batch_item_by_batch on pay.batch_item (batch_ref);
call ops.make_append_only('pay.batch_item');

-- A batch goes to the bank once.
create table pay.batch_step (
  batch_ref uuid not null,
  step text not null check (step in ('SENT')),
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  primary key (batch_ref, step)
);
call ops.make_append_only('pay.batch_step');

-- What the bank says of one attempt; each is said once.
create table pay.payment_step (
  payment_ref uuid not null,
  attempt integer not null,
  step text not null check (step in ('ACCEPTED', 'REJECTED', 'EXECUTED', 'RETURNED')),
  at timestamptz not null,
  body jsonb not null,
  primary key (payment_ref, attempt, step)
);
call ops.make_append_only('pay.payment_step');

-- Money goes out again only when the bank gave it back, whatever program asks.
create function pay.refuse_second_payment() returns trigger language plpgsql as $$
begin
  if not exists (
    select from pay.payment_step s
    where s.payment_ref = new.payment_ref and s.attempt = new.attempt - 1
      and (s.step = 'RETURNED'
        or s.step = 'REJECTED' and not exists (
          select from pay.payment_step e
          where e.payment_ref = s.payment_ref and e.attempt = s.attempt and e.step = 'EXECUTED'))
  ) then
    raise exception 'Payment % is not paid twice: attempt % was neither rejected nor returned', new.payment_ref, new.attempt - 1
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger once before insert on pay.batch_item for each row when (new.attempt > 1) execute function pay.refuse_second_payment();
grant execute on function pay.refuse_second_payment() to maatwerk_app;

-- A changed account is used after two different persons looked at it.
create table pay.account_check (
  beneficiary_ref uuid not null,
  account_ref uuid not null,
  actor_ref text not null,
  actor_role text not null,
  at timestamptz not null,
  primary key (beneficiary_ref, account_ref, actor_ref)
);
call ops.make_append_only('pay.account_check');

-- Files from the bank; the same file is taken in once.
create table pay.bank_file (
  file_hash bytea primary key check (length(file_hash) = 32),
  kind text not null check (kind in ('ANSWER', 'STATEMENT')),
  taken_at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  report jsonb not null
);
create index bank_file_by_time on pay.bank_file (taken_at desc);
call ops.make_append_only('pay.bank_file');

create table pay.bank_entry (
  entry_id uuid primary key,
  file_hash bytea not null,
  -- Number of the movement at the bank; the same movement in another file is the same entry.
  entry_ref text not null unique,
  booked_on date not null,
  cents bigint not null,
  outcome text not null check (outcome in ('EXECUTED', 'RETURNED', 'RECOVERED', 'UNMATCHED')),
  body jsonb not null
);
create index bank_entry_unmatched on pay.bank_entry (entry_id) where outcome = 'UNMATCHED';
call ops.make_append_only('pay.bank_entry');

create table pay.bank_entry_step (
  entry_id uuid primary key,
  at timestamptz not null,
  actor_role text not null,
  actor_ref text not null,
  body jsonb not null
);
call ops.make_append_only('pay.bank_entry_step');

grant select on pay.payout, pay.payment, pay.bank_batch, pay.batch_item, pay.batch_step, pay.payment_step, pay.account_check, pay.bank_file,
  pay.bank_entry, pay.bank_entry_step to maatwerk_reader;
