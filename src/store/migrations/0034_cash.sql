-- Money as it moved, and what became of every line. Both follow from tables that only grow.

-- The person of each grant or older right without an employer: on the ledger such a line names its grant only.
create view pay.holder as
  select ref, min(person_ref::text)::uuid as person_ref
  from (
    select grant_ref as ref, person_ref from read.grant_position where employer_ref is null
    union all
    select right_ref, person_ref from read.old_right where employer_ref is null and person_ref is not null
  ) h group by ref;

-- What a run, a month of advances or the records taken over came to, per beneficiary, quarter and component.
create view pay.entitled as
  select l.run_ref, coalesce(l.employer_ref, h.person_ref) as beneficiary_ref, l.employer_ref, l.quarter, l.component,
    sum(l.cents) as cents, min(l.booked_at) as booked_at
  from pay.ledger_line l left join pay.holder h on l.employer_ref is null and h.ref = l.grant_ref
  group by 1, 2, 3, 4, 5
  union all
  select (p.body->>'batchRef')::uuid, r.employer_ref, r.employer_ref,
    extract(year from (p.body->>'month')::date)::int * 4 + extract(quarter from (p.body->>'month')::date)::int - 1, 'WAGE',
    sum((p.body->>'cents')::bigint), min(p.at)
  from pay.advance_step p join pay.advance_step r on r.advance_ref = p.advance_ref and r.step = 'REQUESTED'
  where p.step = 'PAID' group by 1, 2, 3, 4;

-- Every movement of money, with the moment at which the bank or a person said so: executed, given back, received back. What a movement
-- pays of each quarter and component is in proportion to what the run came to; the cent that is left over goes with the largest part.
-- Lines that no run booked were paid before they were taken over.
create view pay.cash as
  with flow as (
    select s.payment_ref::text || s.attempt || s.step as id, p.run_ref, p.beneficiary_ref, s.at,
      case s.step when 'EXECUTED' then p.cents else -p.cents end as cents, s.step as kind
    from pay.payment p join pay.payment_step s using (payment_ref)
    where s.step = 'EXECUTED'
       or s.step = 'RETURNED' and exists (select from pay.payment_step e
            where e.payment_ref = s.payment_ref and e.attempt = s.attempt and e.step = 'EXECUTED')
    union all
    select s.recovery_ref::text || s.seq, r.run_ref, r.beneficiary_ref, s.at, -(s.body->>'cents')::bigint, 'RECEIVED'
    from pay.recovery_step s join pay.recovery_step r on r.recovery_ref = s.recovery_ref and r.step = 'PROPOSED'
    where s.step = 'SETTLED' and s.body->>'by' = 'PAYMENT'
  ),
  weighed as (
    select f.*, e.employer_ref, e.quarter, e.component,
      case when sum(e.cents) over w * (case f.kind when 'RECEIVED' then -1 else 1 end) > 0 then e.cents else abs(e.cents) end as weight
    from flow f join pay.entitled e on e.run_ref = f.run_ref and e.beneficiary_ref = f.beneficiary_ref
    window w as (partition by f.beneficiary_ref, f.id)
  ),
  shared as (
    select *, floor(cents * weight / sum(weight) over (partition by beneficiary_ref, id)) as share,
      row_number() over (partition by beneficiary_ref, id order by abs(weight) desc, quarter, component) as place
    from weighed
  )
  select at, kind, run_ref, beneficiary_ref, employer_ref, quarter, component,
    (share + case place when 1 then cents - sum(share) over (partition by beneficiary_ref, id) else 0 end)::bigint as cents
  from shared
  union all
  select e.booked_at, 'TAKEN_OVER', e.run_ref, e.beneficiary_ref, e.employer_ref, e.quarter, e.component, e.cents::bigint
  from pay.entitled e
  where not exists (select from pay.run_step s where s.run_ref = e.run_ref)
    and not exists (select from pay.advance_step a where a.step = 'PAID' and (a.body->>'batchRef')::uuid = e.run_ref);

-- What became of the amount of a statement; its lines share its fate.
create view pay.statement_state as
  select s.statement_ref, s.run_ref, s.beneficiary_ref,
    case
      when s.cents < 0 and coalesce(r.settled, 0) + coalesce(r.waived, 0) < -s.cents then 'IN_RECOVERY'
      when s.cents < 0 and r.waived > 0 then 'WAIVED'
      when s.cents < 0 then 'RECOVERED'
      when o.run_ref is null and s.cents = 0 then 'NETTED'
      when o.run_ref is null then 'BOOKED'
      when p.payments is null and jsonb_array_length(o.body->'held') > 0 then 'HELD'
      when p.payments is null then 'SET_OFF'
      when p.given_back > 0 then 'GIVEN_BACK'
      when p.executed = p.payments then 'PAID'
      else 'ORDERED'
    end as state
  from pay.statement s
  left join pay.payout o using (run_ref, beneficiary_ref)
  left join lateral (
    select sum((x.body->>'cents')::bigint) filter (where x.step = 'SETTLED') as settled,
      sum((x.body->>'cents')::bigint) filter (where x.step = 'WAIVED') as waived
    from pay.recovery_step r join pay.recovery_step x using (recovery_ref)
    where r.step = 'PROPOSED' and r.run_ref = s.run_ref and r.beneficiary_ref = s.beneficiary_ref
  ) r on s.cents < 0
  left join lateral (
    select count(*) as payments,
      count(*) filter (where t.returned or t.rejected and not t.executed) as given_back,
      count(*) filter (where t.executed and not t.returned) as executed
    from pay.payment p
    left join lateral (select max(attempt) as attempt from pay.batch_item i where i.payment_ref = p.payment_ref) i on true
    left join lateral (
      select coalesce(bool_or(step = 'EXECUTED'), false) as executed, coalesce(bool_or(step = 'RETURNED'), false) as returned,
        coalesce(bool_or(step = 'REJECTED'), false) as rejected
      from pay.payment_step z where z.payment_ref = p.payment_ref and z.attempt = i.attempt
    ) t on true
    where p.run_ref = s.run_ref and p.beneficiary_ref = s.beneficiary_ref
    having count(*) > 0
  ) p on s.cents >= 0;

-- Null where a line of a booked run is on no statement: the balance tells it.
create view pay.line_state as
  select l.grant_ref, l.quarter, l.component, l.seq, l.run_ref,
    case when exists (select from pay.run_step b where b.run_ref = l.run_ref and b.step = 'BOOKED') then s.state else 'TAKEN_OVER' end as state
  from pay.ledger_line l
  left join pay.holder h on l.employer_ref is null and h.ref = l.grant_ref
  left join pay.statement_state s on s.run_ref = l.run_ref and s.beneficiary_ref = coalesce(l.employer_ref, h.person_ref);

grant select on pay.holder, pay.entitled, pay.cash, pay.statement_state, pay.line_state to maatwerk_app, maatwerk_reader;
