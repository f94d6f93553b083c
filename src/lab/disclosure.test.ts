// What the lab shows of real people: small groups are withheld, with what would give them away; one employer's amount too.
import { describe, expect, it } from "vitest";
import { policies, protect, smallOnes } from "../statistics/index.ts";
import { type FullBreakdown, openGate, recordsGate } from "./disclosure.ts";

const gate = recordsGate({ policy: policies.public, smallOnes, protect });
const many = { count: 40, largest: 100 };
const group = (
  code: string,
  same: number,
  winners: number,
  losers: number,
  employers: FullBreakdown["groups"][number]["employers"] = many,
) => ({
  code,
  same,
  winners,
  losers,
  change: (winners - losers) * 1000,
  employers,
});

describe("the gate over results", () => {
  it("lets large groups through as they are", () => {
    const table = [{ trait: "sex", groups: [group("F", 50, 20, 10), group("M", 60, 30, 15)] }];
    expect(gate.shown(table)).toEqual(openGate.shown(table));
  });

  it.each([
    [1, null],
    [3, null],
    [4, 4],
    [0, 0],
  ])("of %d winners shows %s", (winners, expected) => {
    const [shown] = gate.shown([
      { trait: "sex", groups: [group("F", 50, winners, 10), group("M", 60, 30, 15), group("X", 40, 12, 9)] },
    ]);
    expect(shown!.groups[0]!.winners).toBe(expected);
  });

  it("also withholds what a small count would follow from, and the amounts of those groups", () => {
    const [shown] = gate.shown([
      { trait: "sex", groups: [group("F", 50, 2, 10), group("M", 60, 30, 15), group("X", 40, 12, 9)] },
    ]);
    const [first, ...rest] = shown!.groups;
    // Within the group: people less the others would be the small count.
    expect([first!.people, first!.same, first!.losers].filter((count) => count === null).length).toBeGreaterThan(0);
    // Over the groups: all winners less the others would be it too.
    expect(rest.filter(({ winners }) => winners === null).length).toBeGreaterThan(0);
    for (const { people, same, winners, losers, change } of shown!.groups) {
      if ([people, same, winners, losers].includes(null)) expect(change).toBeNull();
    }
  });

  it("lets a small group of one trait not follow from another trait of the same people", () => {
    const other = { trait: "province", groups: [group("ANT", 55, 16, 12), group("LIM", 95, 28, 22)] };
    const tables = gate.shown([{ trait: "sex", groups: [group("F", 50, 2, 10), group("M", 100, 42, 24)] }, other]);
    expect(tables[0]!.groups[0]!.winners).toBeNull();
    expect(tables[0]!.groups[1]!.winners).toBeNull();
    expect(tables[1]!.groups.every(({ winners }) => winners !== null)).toBe(true);
  });

  it("withholds an amount behind which few employers stand, or one with most of it", () => {
    const amount = (employers: { count: number; largest: number } | null) =>
      gate.shown([{ trait: "sex", groups: [group("F", 50, 20, 10, employers), group("M", 60, 30, 15)] }])[0]!.groups[0]!.change;
    expect(amount({ count: 2, largest: 100 })).toBeNull();
    expect(amount({ count: 3, largest: 100 })).toBe(10_000);
    expect(amount({ count: 30, largest: 7499 })).toBe(10_000);
    expect(amount({ count: 30, largest: -7500 })).toBeNull();
    expect(amount(null)).toBe(10_000);
  });

  it("withholds a second amount with one that is withheld alone, for it would follow from the total", () => {
    const one = group("F", 50, 20, 10, { count: 2, largest: 100 });
    const shown = (third: FullBreakdown["groups"][number]) =>
      gate.shown([{ trait: "sex", groups: [one, group("M", 60, 30, 15), third] }])[0]!.groups;
    const some = shown(group("X", 40, 12, 9));
    expect(some.map(({ change }) => change)).toEqual([null, 15_000, null]);
    expect(some.every(({ people }) => people !== null)).toBe(true);
    // A group in which nothing changes hides nothing.
    const none = shown(group("X", 40, 0, 0, { count: 0, largest: 0 }));
    expect(none.map(({ change }) => change)).toEqual([null, null, 0]);
  });

  it("shows nothing of a table with too many small groups, and all of the others", () => {
    const fine = {
      trait: "municipality",
      groups: [...Array.from({ length: 10 }, (_, index) => group(`M${index}`, 8, 1, 2)), group("REST", 30, 40, 5)],
    };
    const coarse = { trait: "sex", groups: [group("F", 50, 20, 10), group("M", 60, 30, 15)] };
    const [first, second] = gate.shown([fine, coarse]);
    for (const { people, winners, losers, same, change } of first!.groups)
      expect([people, winners, losers, same, change]).toEqual([null, null, null, null, null]);
    expect([second]).toEqual(openGate.shown([coarse]));
  });

  it("shows nothing of a table whose small group would follow whatever else is withheld", () => {
    const groups = [group("F", 0, 2, 0), group("M", 60, 0, 0)];
    const [shown] = gate.shown([{ trait: "sex", groups }]);
    expect(shown!.groups.map(({ winners }) => winners)).toEqual([null, null]);
    expect(shown!.groups.map(({ people }) => people)).toEqual([null, null]);
  });

  it("lets no result stand that is about a few people", () => {
    expect([0, 1, 3, 4].map(gate.mayShow)).toEqual([true, false, false, true]);
  });
});
