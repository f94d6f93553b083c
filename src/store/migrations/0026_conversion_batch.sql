-- Supervised batches are of two kinds: the catch-up of the double ticket, and the conversion of earlier rights to VOP.
alter table ops.catch_up_batch
  add column kind text not null default 'CATCH_UP' check (kind in ('CATCH_UP', 'CONVERSION'));
