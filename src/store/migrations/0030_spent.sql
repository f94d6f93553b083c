-- What figures may see of commitments, and of what the bank carried out or gave back.
create view read.commitment as
  select grant_ref, component, seq, year, cents, booked_at from pay.commitment;
create view read.transfer as
  select p.payment_ref, s.attempt, s.step, p.beneficiary_kind, p.beneficiary_ref, p.cents, s.at
  from pay.payment p
  join pay.payment_step s using (payment_ref)
  where s.step in ('EXECUTED', 'RETURNED');
grant select on read.commitment, read.transfer to maatwerk_app, maatwerk_reader, maatwerk_stats;
