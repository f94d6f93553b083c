// A million random cases over every quarter, and a million more over fifty random reforms: four ways to compute them, one answer.
import { describe, expect, it } from "vitest";
import { openLaw } from "../../src/law/open-law.ts";
import { fourWays, quartersOfTheScheme } from "../support/four-ways.ts";
import { randomNumbers } from "../support/random-cases.ts";
import { randomReform } from "../support/random-reforms.ts";

const law = openLaw();
const cases = 1_000_000;

describe("WebAssembly, JavaScript columns, explain and oracle", () => {
  it(`agree to the cent on ${cases} cases over ${quartersOfTheScheme.length} quarters`, () => {
    const each = Math.ceil(cases / quartersOfTheScheme.length);
    let done = 0;
    for (const [at, [year, n]] of quartersOfTheScheme.entries()) {
      const found = fourWays(law, {}, year, n, each, 51_000 + at);
      expect(found.wrong.slice(0, 3)).toEqual([]);
      done += found.cases;
    }
    console.log(`${done} cases over ${quartersOfTheScheme.length} quarters: no difference`);
  });

  it(`agree to the cent on ${cases} cases under 50 random reforms`, () => {
    const random = randomNumbers(50_50);
    let moved = 0;
    let done = 0;
    for (let at = 0; at < 50; at += 1) {
      const [year, n] = quartersOfTheScheme[at % quartersOfTheScheme.length]!;
      const reform = randomReform(law, random);
      const found = fourWays(reform.law, reform.switches, year, n, cases / 50, 61_000 + at);
      expect([reform.name, found.wrong.slice(0, 3)]).toEqual([reform.name, []]);
      const before = fourWays(law, {}, year, n, 2000, 61_000 + at);
      const after = fourWays(reform.law, reform.switches, year, n, 2000, 61_000 + at);
      if (before.cents !== after.cents) moved += 1;
      done += found.cases;
    }
    expect(moved).toBeGreaterThan(40);
    console.log(`${done} cases under 50 reforms: no difference; ${moved} reforms change some amount`);
  });
});
