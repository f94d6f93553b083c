-- A program's token is listed under the person that it stands for; only that of a firm's own program under the organisation.
-- The column keeps its name: processes of the release before read it while this one is brought in.
comment on column ops.api_token.organisation_hash is 'SHA-256 of whom the token is listed under: the person it stands for, else the organisation';
