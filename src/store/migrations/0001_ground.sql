-- Schemas, who may enter them, and the guard that keeps append-only tables append-only for everybody, their owner too.
create schema log;
create schema vault;
create schema read;
create schema pay;

grant usage on schema log, vault, read, pay, ops to maatwerk_app;
grant usage on schema log, read, pay, ops to maatwerk_reader;
grant usage on schema read to maatwerk_stats;

create function ops.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% is refused: this table only grows', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end
$$;

-- Called by each migration that makes an append-only table.
create procedure ops.make_append_only(target regclass) language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete or truncate on %s for each statement execute function ops.refuse_change()', target);
  execute format('revoke all on %s from maatwerk_app', target);
  execute format('grant select, insert on %s to maatwerk_app', target);
end
$$;
