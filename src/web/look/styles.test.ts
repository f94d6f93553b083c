import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "styles");

test("no class of ours is defined in two files, where one would change the other's pages", () => {
  const homes = new Map<string, Set<string>>();
  for (const file of readdirSync(folder)) {
    for (const [, name = ""] of readFileSync(join(folder, file), "utf8").matchAll(/^\.(mw-[a-z_-]+)\s*\{/gm))
      homes.set(name, (homes.get(name) ?? new Set()).add(file));
  }
  expect([...homes].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].join(", ")}`)).toEqual(
    [],
  );
});
