-- What came to be known after a moment: found without reading everything, so that paid quarters can be held against it at any time.
create index attest_by_reception on pay.attest (received_at);
create index grant_position_by_start_of_knowing on read.grant_position (lower(known));
create index grant_position_by_end_of_knowing on read.grant_position (upper(known)) where not upper_inf(known);
create index old_right_by_start_of_knowing on read.old_right (lower(known));
create index old_right_by_end_of_knowing on read.old_right (upper(known)) where not upper_inf(known);
