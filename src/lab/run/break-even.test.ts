// The break-even wage over a population: the one definition, as the case from near has it, for every kind of grant and for each grant.
import { describe, expect, it } from "vitest";
import { addQuarters, localized, plainDate, quarter } from "../../kernel/index.ts";
import { explain, type Facts, plainValue } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import {
  applyReform,
  breakEvenWage,
  type DisclosureGate,
  emptyReform,
  openGate,
  runLab,
  syntheticPopulation,
  totalRule,
} from "../index.ts";
import { breakEvenOf, turningPoints } from "./break-even.ts";

const law = openLaw();
const from = quarter("2026-Q1");
const population = syntheticPopulation(law, { grants: 600, base: addQuarters(from, -1), horizon: 1 });
const cap = {
  ...emptyReform("cap", localized("plafond", "cap", "plafond")),
  parameters: [
    { id: "referenceWage.capMultiplier", value: "2.2", from: plainDate("2026-01-01"), to: null, file: "cap.yaml", line: 4 },
  ],
};
const applied = applyReform(law, cap);
if (!applied.ok) throw new Error(JSON.stringify(applied.error));
const reformed = applied.value;
const loss = 4000;
const run = (more: Partial<Parameters<typeof runLab>[2]> = {}) => runLab(reformed, population, { quarters: 2, loss, ...more });

describe("a turning point", () => {
  it.each([100, 200, 12_300, 4_999_800, 4_999_900])("is the last whole euro at which something holds: %d", (wage) => {
    const holds = (wages: Int32Array, held: Uint8Array) => {
      held[0] = Number(wages[0]! <= wage);
    };
    expect(turningPoints(1, holds, 5_000_000)).toEqual([wage]);
  });

  it("is none where support never covers, where it always does, and where the law gives no amount", () => {
    expect(breakEvenOf((wage) => Math.floor(wage / 10), 4000)).toBe("never");
    expect(breakEvenOf((wage) => wage, 4000)).toBe("always");
    expect(breakEvenOf(() => null, 4000)).toBe("never");
    expect(breakEvenOf((wage) => Math.min(wage, 50_000), 5000)).toBe(100_000);
  });
});

describe("the break-even wage in the results of a population", () => {
  it("is for every kind of grant what it is for one case of that kind", () => {
    const { kinds } = run().breakEven!;
    let compared = 0;
    for (const kind of kinds.filter(({ percentage }) => percentage === null || percentage % 1500 === 0)) {
      for (const number of [kind.firstQuarter, kind.lastQuarter]) {
        for (const { component, guidanceNeed, before, after } of kind.limits) {
          if (component !== "total") continue;
          const facts = {
            package: kind.package,
            percentage: kind.percentage,
            guidanceNeed,
            startQuarter: addQuarters(from, 1 - number),
            employmentFraction: 10_000,
          } as Facts;
          for (const [which, limit] of [["before", before] as const, ["after", after] as const]) {
            const wage = breakEvenWage(reformed, facts, from, loss, which);
            expect(typeof limit.breakEven === "number" ? limit.breakEven : null).toBe(wage);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(200);
  });

  it("rises with the cap where the cap bites, and says from where support stops growing", () => {
    const { kinds } = run().breakEven!;
    const p5 = kinds.filter(({ package: name }) => name === "P5");
    expect(p5.map(({ firstQuarter, lastQuarter }) => `${firstQuarter}-${lastQuarter}`)).toEqual(["1-5", "6-8", "9-20"]);
    const [first] = p5[0]!.limits;
    expect(first!.component).toBe("wagePremium");
    expect(first!.after.breakEven).toBeGreaterThan(first!.before.breakEven as number);
    const { growsUpTo } = first!.before;
    // At that wage cost the cap of the law has been reached, and one euro below it has not.
    const capped = (grossWage: number) => {
      const facts = { package: "P5", startQuarter: from, employmentFraction: 10_000, grossWage } as Facts;
      const given = { ...facts, employerContributions: 0, contributionReductions: 0, guidanceNeed: "NONE" };
      const answer = explain(law, { rules: [totalRule], facts: given, quarter: from });
      return plainValue(answer.values.get(totalRule)!, "cents/quarter") as number;
    };
    expect(capped(growsUpTo!)).toBe(capped(growsUpTo! + 100_000));
    expect(capped(growsUpTo! - 100)).toBeLessThan(capped(growsUpTo!));
  });

  it("is the same in JavaScript as in WebAssembly, and is left out when nobody asks", () => {
    expect(run({ withoutWasm: true }).breakEven).toEqual(run().breakEven);
    expect(runLab(reformed, population, { quarters: 1 }).breakEven).toBeUndefined();
  });

  it("counts the grants whose own support covers the loss", () => {
    const { covered } = run().breakEven!;
    const { due, before, after, gained, lost } = covered!;
    expect(due).toBe(run().quarters[0]!.due);
    expect(gained).toBeGreaterThan(0);
    expect(lost).toBe(0);
    expect(after).toBe(before + gained - lost);
    const all = runLab(reformed, population, { quarters: 1, loss: 100 }).breakEven!.covered!;
    expect([all.before, all.after, all.gained]).toEqual([all.due, all.due, 0]);
  });

  it("keeps those counts back when the gate would not let one of them stand", () => {
    const { gained } = run().breakEven!.covered!;
    const closed: DisclosureGate = { ...openGate, mayShow: (people) => people !== gained };
    const result = run({ gate: closed });
    expect(result.breakEven!.covered).toBeNull();
    expect(result.breakEven!.kinds).toEqual(run().breakEven!.kinds);
  });
});
