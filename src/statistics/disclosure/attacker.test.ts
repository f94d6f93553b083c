// An attacker who keeps every published table of a year, knows the rules, and solves for what was withheld. Shares no code with the gate.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instant, localized } from "../../kernel/index.ts";
import type { Figure, FigureCell } from "../figure/index.ts";
import { passGate } from "./gate.ts";
import type { Earlier } from "./joint.ts";
import { policies } from "./policy.ts";

const attributes = { province: ["ANT", "LIM", "OVL"], sex: ["F", "M"], age: ["YOUNG", "OLD"] } as const;
type Name = keyof typeof attributes;
type Person = Readonly<Record<Name, string>>;

const person: fc.Arbitrary<Person> = fc.record({
  // Few live in the last province, so that small counts are common.
  province: fc.oneof({ weight: 6, arbitrary: fc.constantFrom("ANT", "LIM") }, { weight: 1, arbitrary: fc.constant("OVL") }),
  sex: fc.constantFrom(...attributes.sex),
  age: fc.constantFrom(...attributes.age),
});
const population = fc.array(person, { minLength: 12, maxLength: 60 });
const dimensions = fc.subarray(["province", "sex", "age"] as Name[], { minLength: 1, maxLength: 2 });
/** A population of everybody, or of one value of an attribute. */
const filter = fc.option(
  fc.constantFrom<[Name, string]>(["sex", "F"], ["sex", "M"], ["province", "ANT"], ["province", "OVL"], ["age", "OLD"]),
  { freq: 2 },
);
const table = fc.record({ by: dimensions, filter });

function figureOf(people: readonly Person[], by: readonly Name[], only: [Name, string] | null): Figure {
  const text = (en: string) => localized(en, en, en);
  const kept = people.filter((one) => only === null || one[only[0]] === only[1]);
  let keys: (string | null)[][] = [[]];
  for (const name of by) keys = keys.flatMap((key) => [...attributes[name], null].map((code) => [...key, code]));
  const cells = keys.map(
    (key): FigureCell => ({
      window: "2024-12-31",
      key,
      value: kept.filter((one) => key.every((code, index) => code === null || one[by[index]!] === code)).length,
    }),
  );
  return {
    id: "table",
    title: text("table"),
    unit: { id: "person", title: text("persons"), meaning: text("a person") },
    measure: "stock",
    counted: text("persons: stock at the date"),
    population: text(only === null ? "all" : `${only[0]}: ${only[1]}`),
    windows: [{ name: "2024-12-31", from: "2024-12-31", until: "2024-12-31" }],
    knownAt: instant("2025-01-15T00:00:00.000Z"),
    outcome: { type: "answered" },
    dimensions: by.map((name) => ({
      id: name,
      title: text(name),
      exclusive: true,
      owner: "VDAB",
      values: attributes[name].map((code) => ({ code, title: text(code) })),
    })),
    cells,
    caveats: [],
    warnings: [],
  };
}

/** The attacker's view: per group of people (a set of attribute values) what was shown, and who knows of which groups. */
function attack(published: readonly Figure[], filters: readonly ([Name, string] | null)[]) {
  const shown = new Map<string, number>();
  const hidden = new Set<string>();
  const sums: { total: string; parts: string[] }[] = [];
  const name = (values: readonly (readonly [string, string | null])[]): string | null => {
    const chosen = new Map<string, string>();
    for (const [attribute, value] of values) {
      if (value === null) continue;
      const before = chosen.get(attribute);
      if (before !== undefined && before !== value) return null;
      chosen.set(attribute, value);
    }
    return JSON.stringify([...chosen].sort());
  };
  for (const [at, figure] of published.entries()) {
    const only = filters[at] ?? null;
    const group = (key: readonly (string | null)[]) =>
      name([...(only === null ? [] : [only]), ...key.map((code, index) => [figure.dimensions[index]!.id, code] as const)]);
    for (const cell of figure.cells) {
      const of = group(cell.key);
      if (of === null) continue;
      if (cell.suppressed === true) hidden.add(of);
      else shown.set(of, Number(cell.value));
      for (const [index, code] of cell.key.entries()) {
        if (code !== null) continue;
        const parts = attributes[figure.dimensions[index]!.id as Name].map((value) =>
          group(cell.key.map((other, place) => (place === index ? value : other))),
        );
        if (parts.every((part) => part !== null)) sums.push({ total: of, parts: parts as string[] });
      }
    }
  }
  // Bounds of every hidden group, narrowed by every sum until nothing moves: at least one, and no more than everybody.
  const most = Math.max(...shown.values(), 100);
  const low = new Map([...hidden].filter((one) => !shown.has(one)).map((one) => [one, 1]));
  const high = new Map([...low.keys()].map((one) => [one, most]));
  const min = (one: string): number => shown.get(one) ?? low.get(one) ?? 0;
  const max = (one: string): number => shown.get(one) ?? high.get(one) ?? most;
  for (let moved = true; moved; ) {
    moved = false;
    const narrow = (one: string, from: number, to: number): void => {
      if (!low.has(one)) return;
      if (from > low.get(one)!) [moved] = [low.set(one, from) !== null];
      if (to < high.get(one)!) [moved] = [high.set(one, to) !== null];
    };
    for (const { total, parts } of sums) {
      const add = (of: (one: string) => number, but?: string): number =>
        parts.reduce((sum, part) => sum + (part === but ? 0 : of(part)), 0);
      narrow(total, add(min), add(max));
      for (const part of parts) narrow(part, min(total) - add(max, part), max(total) - add(min, part));
    }
  }
  return [...low.keys()].map((one) => ({ group: one, possible: high.get(one)! - low.get(one)! + 1 }));
}

const sizeOf = (people: readonly Person[], group: string): number =>
  people.filter((one) => (JSON.parse(group) as [Name, string][]).every(([attribute, value]) => one[attribute] === value)).length;

describe("an attacker who sees every table of a year", () => {
  it("finds no small group by putting their sums together", () => {
    let found = 0;
    fc.assert(
      fc.property(population, fc.array(table, { minLength: 1, maxLength: 5 }), (people, asked) => {
        const published: Earlier[] = [];
        const filters: ([Name, string] | null)[] = [];
        for (const { by, filter: only } of asked) {
          const { figure, guard } = passGate(figureOf(people, by, only), policies.public, published);
          // What cannot be protected any more is not published.
          if (figure.gate.exposed !== undefined) continue;
          published.push({ ...figure, guard });
          filters.push(only);
        }
        for (const { group, possible } of attack(published, filters)) {
          const size = sizeOf(people, group);
          if (size < 1 || size > policies.public.smallest) continue;
          found += 1;
          expect({ group, size, enough: possible >= policies.public.span, published: published.length }).toMatchObject({
            enough: true,
          });
        }
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(found).toBeGreaterThan(50);
  });

  it("would find some if each table were judged on its own", () => {
    let exposed = 0;
    for (const [people, asked] of fc.sample(fc.tuple(population, fc.array(table, { minLength: 4, maxLength: 5 })), {
      numRuns: 120,
      seed: 7,
    })) {
      const published = asked.map(({ by, filter: only }) => passGate(figureOf(people, by, only), policies.public).figure);
      const filters = asked.map(({ filter: only }) => only);
      exposed += attack(published, filters).filter(
        ({ group, possible }) => sizeOf(people, group) <= policies.public.smallest && possible < policies.public.span,
      ).length;
    }
    expect(exposed).toBeGreaterThan(0);
  });
});
