import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeWhole } from "./write-whole.ts";

describe("a file that is written whole", () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "whole-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  it("stands under its name with all it holds, and leaves nothing beside it", () => {
    const path = join(place, "out.xml");
    writeWhole(path, "é".repeat(100_000));
    expect(readFileSync(path, "utf8")).toBe("é".repeat(100_000));
    expect(readdirSync(join(path, ".."))).toEqual(["out.xml"]);
  });

  // /dev/full is a disk that is always full.
  it.runIf(existsSync("/dev/full"))("says that the disk is full, and leaves no half file", () => {
    const path = join(place, "out.xml");
    symlinkSync("/dev/full", `${path}.${process.pid}.part`);
    expect(() => writeWhole(path, "x")).toThrow(/disk is full/);
    expect(readdirSync(place)).toEqual([]);
  });
});
