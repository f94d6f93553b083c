// What the form of a question writes: the YAML that is then read as any other.
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readForm, yamlOf } from "./compose-query.ts";

const written = (query: string): Record<string, unknown> => parse(yamlOf(readForm(new URLSearchParams(query))));

describe("the form of a question", () => {
  it("means by a day of 'known at' its end in Brussels, as every other door does", () => {
    expect(written("at=2023-12-31&knownAt=2024-01-15").knownAt).toBe("2024-01-15T22:59:59.999Z");
    expect(written("at=2023-12-31&knownAt=2024-07-15").knownAt).toBe("2024-07-15T21:59:59.999Z");
  });

  it("keeps a moment, and what it cannot read, as it was typed", () => {
    expect(written("at=2023-12-31&knownAt=2024-01-15T08:00:00.000Z").knownAt).toBe("2024-01-15T08:00:00.000Z");
    expect(written("at=2023-12-31&knownAt=gisteren").knownAt).toBe("gisteren");
    expect(written("at=2023-12-31")).not.toHaveProperty("knownAt");
  });
});
