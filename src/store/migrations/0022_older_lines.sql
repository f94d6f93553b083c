-- Older rights are paid by the same run and ledger: VOP, and the temporary compensation of the local services economy.
alter table pay.ledger_line drop constraint ledger_line_component_check;
alter table pay.ledger_line add constraint ledger_line_component_check
  check (component in ('WAGE', 'GUIDANCE', 'SUPPORT', 'VOP', 'COMPENSATION'));
create index old_right_by_right on read.old_right (right_ref);
