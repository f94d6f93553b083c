import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeWhole } from "./write-whole.ts";

describe("a file that is written whole", () => {
  it("stands under its name with all it holds, and leaves nothing beside it", () => {
    const path = join(mkdtempSync(join(tmpdir(), "whole-")), "out.xml");
    writeWhole(path, "é".repeat(100_000));
    expect(readFileSync(path, "utf8")).toBe("é".repeat(100_000));
    expect(readdirSync(join(path, ".."))).toEqual(["out.xml"]);
  });

  // /dev/full is a disk that is always full.
  it.runIf(existsSync("/dev/full"))("says that the disk is full, and leaves no half file", () => {
    const place = mkdtempSync(join(tmpdir(), "whole-"));
    const path = join(place, "out.xml");
    symlinkSync("/dev/full", `${path}.${process.pid}.part`);
    expect(() => writeWhole(path, "x")).toThrow(/disk is full/);
    expect(readdirSync(place)).toEqual([]);
  });
});
