// However a server is started, Node is given the same flags (decision 714), and this Node knows them.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const flagsIn = (line: string | undefined) => line?.match(/--[a-z-]+=\d+/g) ?? [];
const scripts = (JSON.parse(read("package.json")) as { scripts: { start: string } }).scripts;
const flags = flagsIn(scripts.start);

test("npm start, the unit and the container file give a server the same flags", () => {
  expect(flags.length).toBe(2);
  expect(flagsIn(/^ExecStart=.*$/m.exec(read("deploy/maatwerk.service"))?.[0])).toEqual(flags);
  expect(flagsIn(/^ENTRYPOINT .*$/m.exec(read("deploy/Containerfile"))?.[0])).toEqual(flags);
});

test("this Node starts with them, and gives its young objects that room", () => {
  const program = `const { getHeapSpaceStatistics } = require("node:v8");
    const kept = Array.from({ length: 1000 }, () => ({}));
    for (let i = 0; i < 1e6; i += 1) kept[i % 1000] = { i };
    console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space").space_size);`;
  const sizeWith = (given: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...given, "-e", program], { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    return Number(stdout);
  };
  expect(sizeWith(flags)).toBeGreaterThanOrEqual(64 * 1024 * 1024);
  expect(sizeWith([])).toBeLessThan(64 * 1024 * 1024);
});
