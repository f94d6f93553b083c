// A node cannot change after it was made, nor can the lists and records it holds.
import { describe, expect, it } from "vitest";
import { add, constant, input, monthlyParameter, parameter, perMonth, sumOverMonths } from "./build.ts";
import { isMonthly } from "./monthly.ts";
import { type Expression, frozen } from "./node.ts";

describe("a node", () => {
  it("is frozen with the lists and records in it, and keeps plain values and nulls", () => {
    const [list, record] = [[1, 2], { a: 1 }];
    const node = frozen({ kind: "x", unit: "times", list, record, none: null, word: "w" } as unknown as Expression);
    expect([node, list, record].map(Object.isFrozen)).toEqual([true, true, true]);
    expect(node).toEqual({ kind: "x", unit: "times", list: [1, 2], record: { a: 1 }, none: null, word: "w" });
  });

  it("leaves alone a part that is frozen already and one that is a function", () => {
    const part = Object.freeze({ inside: { a: 1 } });
    const act = () => 1;
    frozen({ kind: "x", unit: "times", part, act } as unknown as Expression);
    expect(Object.isFrozen(part.inside)).toBe(false);
    expect(Object.isFrozen(act)).toBe(false);
  });
});

describe("a node about one month", () => {
  it("reads a parameter of the month, itself or in what it is made of", () => {
    expect(isMonthly(monthlyParameter("ggmmi", "cents/month"))).toBe(true);
    expect(isMonthly(add(monthlyParameter("ggmmi", "cents/month"), parameter("ggmmi", "cents/month")))).toBe(true);
    expect(isMonthly(parameter("ggmmi", "cents/month"))).toBe(false);
    expect(isMonthly(input("a", "times"))).toBe(false);
    expect(isMonthly(constant("times", 1))).toBe(false);
  });

  it("is not one that loops over the months itself", () => {
    expect(isMonthly(sumOverMonths(monthlyParameter("ggmmi", "cents/month")))).toBe(false);
    expect(isMonthly(perMonth(sumOverMonths(monthlyParameter("ggmmi", "cents/month"))))).toBe(false);
  });
});
