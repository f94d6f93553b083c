-- The trace (W3C traceparent) in which a job was put in the queue; null: none. Names no person.
alter table ops.job add column trace text check (length(trace) <= 100);
