-- A program's token is listed under the person that it stands for; only that of a firm's own program under the organisation.
alter table ops.api_token rename column organisation_hash to holder_hash;
alter index ops.api_token_by_organisation rename to api_token_by_holder;
