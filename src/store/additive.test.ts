// An upgrade runs its migrations while processes of the release before still serve: a migration adds, and takes nothing away that they use.
import { describe, expect, test } from "vitest";
import { readMigrations } from "./migrate.ts";

/** What would break a process that does not know the new schema, in each statement of a migration. */
function breaks(sql: string): string[] {
  const statements = sql
    .replace(/--[^\n]*/g, "")
    .split(";")
    .map((one) => one.trim().replace(/\s+/g, " ").toLowerCase());
  const added = statements.join(" ");
  return statements.filter((statement) => {
    if (/\brename\b/.test(statement)) return true;
    if (/^drop (table|schema|view|materialized view|function|type|role)\b/.test(statement)) return true;
    if (/\bdrop (column|default|not null)\b/.test(statement)) return /\bdrop column\b/.test(statement);
    if (/\balter column \w+ (set not null|type|set data type)\b/.test(statement)) return true;
    if (/^(truncate|delete)\b/.test(statement) || /^revoke\b/.test(statement)) return true;
    // An older process does not fill a new column.
    for (const [column] of statement.matchAll(/add column [^,;]*/g))
      if (/\bnot null\b/.test(column) && !/\b(default|generated)\b/.test(column)) return true;
    // A check may be put back wider, under its own name.
    const dropped = /\bdrop constraint (\w+)/.exec(statement)?.[1];
    return dropped !== undefined && !added.includes(`add constraint ${dropped} `);
  });
}

describe("a migration lets the release before go on", () => {
  test.each(readMigrations().map((one) => [`${one.number} ${one.name}`, one.sql] as const))("%s", (_, sql) => {
    expect(breaks(sql)).toEqual([]);
  });
});

describe("what would stop the release before is found", () => {
  test.each([
    "alter table ops.job rename column key to name",
    "drop table ops.job",
    "alter table ops.job drop column key",
    "alter table ops.job add column size integer not null",
    "alter table ops.job alter column key set not null",
    "alter table ops.job alter column key type integer",
    "alter table ops.job drop constraint job_check",
    "delete from ops.job",
    "revoke select on ops.job from maatwerk_app",
  ])("%s", (sql) => {
    expect(breaks(`create table ops.fine (n integer);\n${sql};`)).toHaveLength(1);
  });

  test.each([
    "alter table ops.job add column size integer not null default 0",
    "alter table ops.job drop constraint job_check; alter table ops.job add constraint job_check check (true)",
    "create index job_by_key on ops.job (key)",
    "drop index ops.job_by_key",
  ])("and what would not is let through: %s", (sql) => {
    expect(breaks(sql)).toEqual([]);
  });
});
