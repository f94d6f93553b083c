-- An attest as it came, beside the sums that the law asks for: lines of employment with joint committee, Q/S and mu, and each code with its
-- amount. Names nobody. Attests of before are without.
create table pay.attest_parts (
  attest_no text not null,
  version integer not null,
  parts jsonb not null,
  primary key (attest_no, version)
);
call ops.make_append_only('pay.attest_parts');
grant select on pay.attest_parts to maatwerk_reader;
