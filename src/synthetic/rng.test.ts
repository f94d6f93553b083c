import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choices, rngOf, seededUuid } from "./rng.ts";

describe("a seeded random source", () => {
  it("gives the same sequence for the same seed and labels, and another for others", () => {
    const draw = (seed: string, ...labels: (string | number)[]) => {
      const rng = rngOf(seed, ...labels);
      return Array.from({ length: 20 }, () => rng.next());
    };
    expect(draw("a", "person", 1)).toEqual(draw("a", "person", 1));
    expect(draw("a", "person", 1)).not.toEqual(draw("a", "person", 2));
    expect(draw("a", "person", 1)).not.toEqual(draw("b", "person", 1));
    expect(draw("a", "b", "c")).not.toEqual(draw("a", "bc"));
  });

  it("stays between its bounds, both included", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -1000, max: 1000 }), fc.nat(500), (seed, low, span) => {
        const drawn = rngOf(seed).between(low, low + span);
        expect(drawn).toBeGreaterThanOrEqual(low);
        expect(drawn).toBeLessThanOrEqual(low + span);
      }),
    );
    const rng = rngOf("bounds");
    expect(new Set(Array.from({ length: 200 }, () => rng.between(1, 3)))).toEqual(new Set([1, 2, 3]));
    expect(() => rng.between(2, 1)).toThrow(RangeError);
  });

  it("draws by weight and never what has none", () => {
    const prepared = choices([
      ["often", 9],
      ["seldom", 1],
      ["never", 0],
    ] as const);
    const rng = rngOf("weights");
    const drawn = Array.from({ length: 5_000 }, () => rng.weighted(prepared));
    const seldom = drawn.filter((one) => one === "seldom").length;
    expect(drawn).not.toContain("never");
    expect(seldom).toBeGreaterThan(400);
    expect(seldom).toBeLessThan(600);
    expect(() => choices([["nothing", 0]])).toThrow(RangeError);
  });

  it("makes references in the form of a UUID that do not repeat", () => {
    const rng = rngOf("refs");
    const made = new Set(Array.from({ length: 10_000 }, () => seededUuid(rng)));
    expect(made.size).toBe(10_000);
    for (const one of made) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
