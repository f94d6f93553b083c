-- What registers said against a file when they were asked last, so that they are not asked again every day.
alter table ops.work_item add column doubts text[] not null default '{}';
