// A step counts as shown before only when all that it shows is the same.
import { describe, expect, it } from "vitest";
import type { Step } from "../engine/index.ts";
import { StepMemory } from "./step-memory.ts";
import { exact, openStep } from "./testing.ts";

const one = () => openStep({ value: exact(5n, 1n) });
const cell = (on: string) => ({ id: "ggmmi", on }) as unknown as Step["parameters"][number];

describe("a step", () => {
  it("is not remembered the first time, and is from the second time on", () => {
    const memory = new StepMemory([]);
    expect(memory.of(one(), []).again).toBe(false);
    const second = memory.of(one(), []);
    expect(second.again).toBe(true);
    expect(memory.of(one(), [])).toBe(second);
  });

  const others: readonly [string, Partial<Step>][] = [
    ["a value", { value: exact(6n, 1n) }],
    ["a value in other parts", { value: exact(5n, 3n) }],
    ["a value that is none", { value: undefined }],
    ["a code", { value: "HIGH" }],
    ["a fact", { facts: [{ name: "grossWage", unit: "cents/quarter", value: exact(5n, 1n) }] }],
    ["a fact of another name", { facts: [{ name: "other", unit: "cents/quarter", value: exact(5n, 1n) }] }],
    ["a fact that is not given", { facts: [{ name: "grossWage", unit: "cents/quarter", value: undefined }] }],
    ["a parameter", { parameters: [cell("2024-01-01")] }],
    ["a parameter of another day", { parameters: [cell("2024-04-01")] }],
    ["a reading", { switches: [{ openPoint: "OPEN-01", option: "5/3/12" }] }],
    ["another reading", { switches: [{ openPoint: "OPEN-01", option: "5/4/11" }] }],
    ["what it used", { from: ["wageCap"] }],
    ["an open point", { openPoints: ["wageCap"] }],
  ];

  it("is told apart by anything that it shows", () => {
    const memory = new StepMemory([]);
    const all = [one(), ...others.map(([, more]) => openStep({ value: exact(5n, 1n), ...more }))];
    for (const step of all) expect(memory.of(step, []).again, JSON.stringify(step.facts)).toBe(false);
  });

  it.each(others)("that shows %s is found again", (_name, more) => {
    const memory = new StepMemory([]);
    const parameters = more.parameters ?? [];
    memory.of(openStep({ ...more, parameters }), []);
    expect(memory.of(openStep({ ...more, parameters }), []).again).toBe(true);
  });

  it("is told apart by the value of another step that its sentence shows", () => {
    const memory = new StepMemory(["shown"]);
    const beside = (n: bigint) => [openStep({ value: exact(n, 1n) }, "shown")];
    memory.of(one(), beside(1n));
    expect(memory.of(one(), beside(2n)).again).toBe(false);
    expect(memory.of(one(), []).again).toBe(false);
  });

  it("that is held wide is written each time", () => {
    const memory = new StepMemory([]);
    const wide = () => openStep({ value: exact(2n ** 80n, 1n) });
    memory.of(wide(), []);
    expect(memory.of(wide(), []).again).toBe(false);
  });
});
