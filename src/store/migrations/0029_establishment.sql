-- Where the work of an application is done, and why a grant or an older right ended before its term.
alter table read.application
  add column establishment_ref uuid,
  add column establishment_municipality text,
  add column establishment_province text,
  add column establishment_nace text;
alter table read.grant_position add column stop_reason text;
alter table read.old_right add column end_reason text;
