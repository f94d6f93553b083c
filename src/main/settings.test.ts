import { expect, test } from "vitest";
import { assertOk } from "../kernel/index.ts";
import { readSettings } from "./settings.ts";

test("without any variable the embedded database on port 3000 is used", () => {
  const settings = assertOk(readSettings({}));
  expect(settings).toMatchObject({ databaseUrl: undefined, production: false, demo: false, host: "127.0.0.1", port: 3000 });
  expect(settings.dataFolder).toMatch(/\/var$/);
});

test("an empty variable counts as left out", () => {
  expect(assertOk(readSettings({ DATABASE_URL: "", PORT: "" }))).toMatchObject({ databaseUrl: undefined, port: 3000 });
});

test("the command line goes before the environment", () => {
  expect(assertOk(readSettings({ PORT: "4000", HOST: "0.0.0.0" }, { port: 5000 }))).toMatchObject({
    port: 5000,
    host: "0.0.0.0",
  });
});

test("a wrong variable is named with what was expected", () => {
  for (const PORT of ["web", "70000", "-1"]) {
    const read = readSettings({ PORT });
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error[0]).toMatchObject({ field: "PORT", expected: "a number from 0 to 65535" });
  }
  const level = readSettings({ LOG_LEVEL: "loud" });
  expect(level.ok ? [] : level.error.map((p) => p.field)).toEqual(["LOG_LEVEL"]);
});

test("a read server stands beside a server of ours, and says how far behind it may be", () => {
  const url = "postgres://reader@two:5432/maatwerk";
  const of = (more: Record<string, string>) => readSettings({ MAATWERK_READ_URL: url, ...more });
  expect(assertOk(of({ DATABASE_URL: "postgres://one/maatwerk" })).read).toEqual({ url, mostLagSeconds: 10 });
  expect(assertOk(of({ DATABASE_URL: "postgres://one/maatwerk", MAATWERK_READ_LAG_SECONDS: "2" })).read).toEqual({
    url,
    mostLagSeconds: 2,
  });
  for (const wrong of [{}, { DATABASE_URL: "postgres://one/x", MAATWERK_READ_LAG_SECONDS: "0" }])
    expect(of(wrong).ok).toBe(false);
  expect(readSettings({ DATABASE_URL: "postgres://one/x", MAATWERK_READ_URL: "two:5432" }).ok).toBe(false);
});
