import { describe, expect, it } from "vitest";
import { type DemoMark, databaseKind } from "./demo-mark.ts";

const mark: DemoMark = { state: "complete", seed: "s", scale: 1, until: "2026-01-01", lawVersion: "1", parametersHash: "h" };

describe("what a database is to the generator", () => {
  it("may be filled when there is nothing in it", () => {
    expect(databaseKind(null, false)).toBe("empty");
  });

  it("is ours by the mark alone, once complete", () => {
    expect(databaseKind(mark, true)).toBe("ours");
    expect(databaseKind({ ...mark, state: "loading" }, true)).toBe("unfinished");
    expect(databaseKind({ ...mark, state: "loading" }, false)).toBe("unfinished");
  });

  it("is foreign when there are records without a mark that can be read", () => {
    expect(databaseKind(null, true)).toBe("foreign");
    expect(databaseKind({ made: "by hand" }, true)).toBe("foreign");
    expect(databaseKind("demo", true)).toBe("foreign");
  });
});
