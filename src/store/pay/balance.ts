// Whether the books balance: each sum that is kept in two places is held against itself, from the lines to the bank.
import type { Queryable } from "../connection.ts";

export interface Imbalance {
  readonly check: string;
  /** Run, statement, payment or batch that it is about. */
  readonly ref: string;
  readonly expected: number;
  readonly found: number;
}

export interface Balance {
  readonly checks: number;
  readonly imbalances: readonly Imbalance[];
}

const TOLD = 100;

/** The sum of one part of a payout, as a column. */
function partOfPayout(part: string): string {
  const name = part.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `coalesce((select sum((x->>'cents')::bigint) from jsonb_array_elements(o.body->'${part}') x), 0) as ${name}`;
}

/** Each gives the places where `expected` and `found` differ; none when all is well. */
const checks: Readonly<Record<string, string>> = {
  "run: cents of its totals and of its lines": `
    select r.run_ref as ref, r.cents as expected, coalesce(l.cents, 0) as found
    from (select s.run_ref, coalesce(sum((t->>'cents')::bigint), 0) as cents
          from pay.run_step s left join lateral jsonb_array_elements(s.body->'totals') t on true where s.step = 'BOOKED' group by 1) r
    left join (select run_ref, sum(cents) as cents from pay.ledger_line group by 1) l using (run_ref)
    where r.cents <> coalesce(l.cents, 0)`,
  "run: lines and lines on its statements": `
    select l.run_ref as ref, l.lines as expected, coalesce(s.lines, 0) as found
    from (select run_ref, count(*) as lines from pay.ledger_line
          where run_ref in (select run_ref from pay.run_step where step = 'BOOKED') group by 1) l
    left join (select run_ref, sum(lines) as lines from pay.statement group by 1) s using (run_ref)
    where l.lines <> coalesce(s.lines, 0)`,
  "statement: cents of its lines": `
    select s.statement_ref as ref, s.cents as expected, coalesce(l.cents, 0) as found
    from pay.statement s
    left join (select run_ref, employer_ref, sum(cents) as cents from pay.ledger_line where employer_ref is not null group by 1, 2) l
      on l.run_ref = s.run_ref and l.employer_ref = s.beneficiary_ref
    where s.beneficiary_kind = 'EMPLOYER' and s.cents <> coalesce(l.cents, 0)`,
  "statement of a self-employed person: cents of its lines": `
    select s.statement_ref as ref, s.cents as expected, coalesce(l.cents, 0) as found
    from pay.statement s
    left join (select l.run_ref, h.person_ref, sum(l.cents) as cents from pay.ledger_line l join pay.holder h on h.ref = l.grant_ref
               where l.employer_ref is null group by 1, 2) l on l.run_ref = s.run_ref and l.person_ref = s.beneficiary_ref
    where s.beneficiary_kind = 'PERSON' and s.cents <> coalesce(l.cents, 0)`,
  "line: in exactly one state": `
    select run_ref as ref, count(distinct (grant_ref, quarter, component, seq)) as expected, count(state) as found
    from pay.line_state group by run_ref having count(*) <> count(distinct (grant_ref, quarter, component, seq)) or count(*) <> count(state)`,
  "statement below zero: cents of its recovery": `
    select s.statement_ref as ref, -s.cents as expected, coalesce(r.cents, 0) as found
    from pay.statement s
    left join (select run_ref, beneficiary_ref, sum((body->>'cents')::bigint) as cents from pay.recovery_step
               where step = 'PROPOSED' group by 1, 2) r using (run_ref, beneficiary_ref)
    where s.cents < 0 and -s.cents <> coalesce(r.cents, 0)`,
  "payout: what is due and its statement": `
    select o.beneficiary_ref as ref, greatest(s.cents, 0) as expected, (o.body->>'dueCents')::bigint as found
    from pay.payout o join pay.statement s using (run_ref, beneficiary_ref)
    where greatest(s.cents, 0) <> (o.body->>'dueCents')::bigint`,
  "payout: what is due with what is given free, and where it goes": `
    select o.beneficiary_ref as ref, (o.body->>'dueCents')::bigint + f.released as expected,
      (o.body->>'payCents')::bigint + f.advances + f.held_back + f.redirected + f.held as found
    from pay.payout o, lateral (
      select ${["released", "advances", "heldBack", "redirected", "held"].map(partOfPayout).join(", ")}) f
    where (o.body->>'dueCents')::bigint + f.released
       <> (o.body->>'payCents')::bigint + f.advances + f.held_back + f.redirected + f.held`,
  "payout: held back, and what its recoveries took note of": `
    select o.run_ref as ref, o.cents as expected, coalesce(s.cents, 0) as found
    from (select run_ref, sum((r->>'cents')::bigint) as cents from pay.payout, jsonb_array_elements(body->'heldBack') r group by 1) o
    left join (select (body->>'ref')::uuid as run_ref, sum((body->>'cents')::bigint) as cents from pay.recovery_step
               where step = 'SETTLED' and body->>'by' = 'SET_OFF' group by 1) s using (run_ref)
    where o.cents <> coalesce(s.cents, 0)`,
  "payout: held, redirected and given free, and what its blocks took note of": `
    select o.run_ref as ref, o.cents as expected, coalesce(s.cents, 0) as found
    from (select run_ref, sum((r->>'cents')::bigint) as cents
          from pay.payout, jsonb_array_elements(body->'held' || (body->'redirected') || (body->'released')) r group by 1) o
    left join (select (body->>'runRef')::uuid as run_ref, sum((body->>'cents')::bigint) as cents from pay.block_step
               where step = 'USED' group by 1) s using (run_ref)
    where o.cents <> coalesce(s.cents, 0)`,
  "recovery: settled and waived, and not more than it is": `
    select p.recovery_ref as ref, (p.body->>'cents')::bigint as expected, s.cents as found
    from pay.recovery_step p
    join (select recovery_ref, sum((body->>'cents')::bigint) as cents from pay.recovery_step where step in ('SETTLED', 'WAIVED') group by 1) s
      using (recovery_ref)
    where p.step = 'PROPOSED' and s.cents > (p.body->>'cents')::bigint`,
  "cash: what moved, and what of it stands under a component": `
    select f.run_ref as ref, f.cents as expected, coalesce(c.cents, 0) as found
    from (select run_ref, sum(cents) as cents from (
            select p.run_ref, case s.step when 'EXECUTED' then p.cents else -p.cents end as cents
            from pay.payment p join pay.payment_step s using (payment_ref)
            where s.step = 'EXECUTED' or s.step = 'RETURNED' and exists (select from pay.payment_step e
              where e.payment_ref = s.payment_ref and e.attempt = s.attempt and e.step = 'EXECUTED')
            union all
            select r.run_ref, -(s.body->>'cents')::bigint
            from pay.recovery_step s join pay.recovery_step r on r.recovery_ref = s.recovery_ref and r.step = 'PROPOSED'
            where s.step = 'SETTLED' and s.body->>'by' = 'PAYMENT') m group by 1) f
    left join (select run_ref, sum(cents) as cents from pay.cash where kind <> 'TAKEN_OVER' group by 1) c using (run_ref)
    where f.cents <> coalesce(c.cents, 0)`,
  "payout: what goes out and its payments": `
    select o.beneficiary_ref as ref, o.cents as expected, coalesce(p.cents, 0) as found
    from (select run_ref, beneficiary_ref, (body->>'payCents')::bigint
            + coalesce((select sum((r->>'cents')::bigint) from jsonb_array_elements(body->'redirected') r), 0) as cents
          from pay.payout) o
    left join (select run_ref, beneficiary_ref, sum(cents) as cents from pay.payment group by 1, 2) p using (run_ref, beneficiary_ref)
    where o.cents <> coalesce(p.cents, 0)`,
  "advances: what a month noted as paid and its payouts": `
    select m.ref, m.cents as expected, coalesce(o.cents, 0) as found
    from (select (body->>'batchRef')::uuid as ref, sum((body->>'cents')::bigint) as cents from pay.advance_step where step = 'PAID' group by 1) m
    left join (select run_ref as ref, sum((body->>'dueCents')::bigint) as cents from pay.payout group by 1) o using (ref)
    where m.cents <> coalesce(o.cents, 0)`,
  "batch: cents of its payments": `
    select b.batch_ref as ref, b.cents as expected, coalesce(i.cents, 0) as found
    from pay.bank_batch b
    left join (select batch_ref, sum(p.cents) as cents from pay.batch_item join pay.payment p using (payment_ref) group by 1) i using (batch_ref)
    where b.cents <> coalesce(i.cents, 0)`,
  "batch: number of its payments": `
    select b.batch_ref as ref, b.payments as expected, coalesce(i.payments, 0) as found
    from pay.bank_batch b left join (select batch_ref, count(*) as payments from pay.batch_item group by 1) i using (batch_ref)
    where b.payments <> coalesce(i.payments, 0)`,
  "payment: at most one attempt that the bank did not give back": `
    select i.payment_ref as ref, 1 as expected, count(*) as found
    from pay.batch_item i
    where not exists (select from pay.payment_step s where s.payment_ref = i.payment_ref and s.attempt = i.attempt
                      and s.step in ('REJECTED', 'RETURNED'))
    group by 1 having count(*) > 1`,
};

export async function checkBalance(db: Queryable): Promise<Balance> {
  const imbalances: Imbalance[] = [];
  for (const [check, sql] of Object.entries(checks)) {
    const { rows } = await db.query<{ ref: string; expected: string | number; found: string | number }>(
      `${sql} order by 1 limit ${TOLD}`,
    );
    // Sums of whole numbers come as text when they may be large.
    for (const { ref, expected, found } of rows)
      imbalances.push({ check, ref, expected: Number(expected), found: Number(found) });
  }
  return { checks: Object.keys(checks).length, imbalances };
}
