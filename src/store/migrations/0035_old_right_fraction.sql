-- The employment fraction that a list gave with an older right, in 1/10000; null: the list came before it was kept, or gave none.
alter table read.old_right add column fraction integer;
