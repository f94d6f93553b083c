import { describe, expect, test } from "vitest";
import { Refusal } from "../kernel/index.ts";
import { demoStep } from "./demo.ts";

const trial = { databaseUrl: undefined, production: false, demo: false };
const server = { ...trial, databaseUrl: "postgres://db/maatwerk" };
const production = { ...trial, production: true };
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0]?.id ?? "";
    throw error;
  }
  return "none";
};

describe("on the embedded database of a trial", () => {
  test("synthetic records come by themselves, are found again, and made anew when cut off", () => {
    expect(demoStep(trial, "empty")).toBe("fill");
    expect(demoStep(trial, "ours")).toBe("use");
    expect(demoStep(trial, "unfinished")).toBe("refill");
  });

  test("real records are left alone", () => {
    expect(demoStep(trial, "foreign")).toBe("none");
  });
});

describe.each([
  ["a server of one's own", server],
  ["production", production],
])("on %s", (_name, settings) => {
  test("nothing synthetic comes without --demo", () => {
    expect(demoStep(settings, "empty")).toBe("none");
    expect(demoStep(settings, "foreign")).toBe("none");
    expect(refusal(() => demoStep(settings, "ours"))).toBe("demo.unasked");
    expect(refusal(() => demoStep(settings, "unfinished"))).toBe("demo.unasked");
  });

  test("--demo fills an empty database and refuses one that it did not make", () => {
    const asked = { ...settings, demo: true };
    expect(demoStep(asked, "empty")).toBe("fill");
    expect(demoStep(asked, "ours")).toBe("use");
    expect(refusal(() => demoStep(asked, "foreign"))).toBe("demo.foreign");
  });
});

test("a filling that was cut off on somebody's server is theirs to clear", () => {
  expect(refusal(() => demoStep({ ...server, demo: true }, "unfinished"))).toBe("demo.unfinished");
  expect(demoStep({ ...production, demo: true }, "unfinished")).toBe("refill");
});
