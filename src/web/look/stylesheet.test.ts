import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadStylesheet } from "./stylesheet.ts";

const folder = mkdtempSync(join(tmpdir(), "maatwerk-look-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("is compiled once and then read from the cache", () => {
  const first = loadStylesheet(folder);
  expect(first.css).toContain(".au-c-button");
  const [file, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  writeFileSync(join(folder, file ?? ""), "/* from the cache */");
  expect(loadStylesheet(folder)).toEqual({ css: "/* from the cache */", hash: first.hash });
});

test("a folder that cannot be written costs nothing but time", () => {
  writeFileSync(join(folder, "a-file"), "");
  expect(loadStylesheet(join(folder, "a-file")).css).toContain(".au-c-button");
});
