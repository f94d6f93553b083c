// Reforms as data over a population: what must hold whatever the reform, and what is refused.
import { describe, expect, it } from "vitest";
import { addQuarters, localized, plainDate, quarter } from "../kernel/index.ts";
import { yamlSource } from "../law/files.ts";
import { explain, factOfNumber, type LawSource, plainValue, wasmColumns } from "../law/index.ts";
import { openLaw } from "../law/open-law.ts";
import { policies, protect, smallOnes } from "../statistics/index.ts";
import {
  applyReform,
  composed,
  defaultAssumptions,
  diffOf,
  diffText,
  emptyReform,
  inverseOf,
  LabRoom,
  type Reform,
  type ReformedLaw,
  readReform,
  recordsGate,
  runLab,
  syntheticPopulation,
  totalRule,
} from "./index.ts";

const law = openLaw();
const base = quarter("2025-Q4");
const population = syntheticPopulation(law, { grants: 3000, base, horizon: 8 });
const options = { quarters: 8 };

function reformOf(text: string): Reform {
  const read = readReform(yamlSource("reform.yaml", text));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function applied(reform: Reform): ReformedLaw {
  const made = applyReform(law, reform);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

function refusals(text: string): readonly string[] {
  const source: LawSource = yamlSource("reform.yaml", text);
  const read = readReform(source);
  const errors = read.ok ? applyReform(law, read.value) : read;
  if (errors.ok) return [];
  return errors.error.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

const cap = `
id: cap-2.2
title:
  nl: Plafond van 2,2 keer het minimuminkomen
  en: Cap of 2.2 times the minimum income
parameters:
  - id: referenceWage.capMultiplier
    from: 2026-01-01
    value: 2.2
`;
const dear = `
id: dear
title: alles tegelijk
parameters:
  - id: wagePremium.package.P5
    from: 2026-07-01
    value: 45, 35, 25
  - id: guidancePremium.fixed.high
    from: 2026-01-01
    to: 2026-12-31
    value: 900.00
switches:
  - id: OPEN-13
    from: 2026-Q3
    option: PRORATED
`;

describe("a run of the lab", () => {
  it("gives exactly the baseline for a reform that changes nothing", () => {
    const result = runLab(applied(emptyReform("none", localized("niets", "nothing", "rien"))), population, options);
    expect(result.change).toBe(0);
    expect(result.after).toBe(result.before);
    expect(result.before).toBeGreaterThan(0);
    expect(result.winners + result.losers).toBe(0);
    for (const one of result.quarters) expect(one.refused).toBe(0);
  });

  it("gives exactly the baseline for a multiplier that is written with decimals and stays what it is", () => {
    const same = runLab(applied(reformOf(cap.replace("value: 2.2", "value: 2.0"))), population, options);
    expect(same.change).toBe(0);
    expect(same.before).toBeGreaterThan(0);
  });

  it("gives exactly the baseline for a reform and its inverse together", () => {
    const reform = reformOf(dear);
    expect(runLab(applied(reform), population, options).change).not.toBe(0);
    const together = composed("both", reform.title, [reform, inverseOf(law, reform)]);
    expect(runLab(applied(together), population, options).change).toBe(0);
  });

  it("says that a higher cap costs more, and that nobody loses", () => {
    const result = runLab(applied(reformOf(cap)), population, options);
    expect(result.change).toBeGreaterThan(0);
    expect(result.losers).toBe(0);
    expect(result.winners).toBeGreaterThan(0);
    const high = result.breakdowns.find(({ trait }) => trait === "wageLevel")!.groups.at(-1)!;
    expect(high.winners).toBe(high.people);
  });

  it("adds up case by case to the difference of the totals, whole and by component", () => {
    for (const text of [cap, dear]) {
      const result = runLab(applied(reformOf(text)), population, options);
      expect(result.change).toBe(result.after - result.before);
      for (const one of result.quarters) {
        expect(one.components.reduce((sum, part) => sum + part.after, 0)).toBe(one.after);
        expect(one.components.reduce((sum, part) => sum + part.before, 0)).toBe(one.before);
      }
      for (const { groups } of result.breakdowns) {
        expect(groups.reduce((sum, group) => sum + group.change!, 0)).toBe(result.change);
      }
    }
  });

  it("says the same in JavaScript as in WebAssembly", () => {
    const reformed = applied(reformOf(dear));
    const wasm = runLab(reformed, population, options);
    const script = runLab(reformed, population, { ...options, withoutWasm: true });
    expect({ ...script, milliseconds: 0 }).toEqual({ ...wasm, milliseconds: 0 });
  });

  it("is replayed case by case by two explanations with the same difference", () => {
    const reformed = applied(composed("both", localized("x", "x", "x"), [reformOf(cap), reformOf(dear)]));
    const still = { wageGrowth: 0, minimumIncomeGrowth: 0, leaving: 350, entering: 0 };
    const few = syntheticPopulation(law, { grants: 250, base, horizon: 0, assumptions: still });
    const result = runLab(reformed, few, { quarters: 8, assumptions: still });
    const { inputs } = wasmColumns([{ law }], base, { rules: [totalRule] });
    let replayed = 0;
    let change = 0;
    for (let index = 0; index < 8; index += 1) {
      const at = addQuarters(addQuarters(base, 1), index);
      const after = reformed.at(at);
      for (let row = 0; row < few.rows; row += 1) {
        if (few.lastQuarter[row]! < Number(at.slice(0, 4)) * 4 + Number(at.slice(6)) - 1) continue;
        const facts = Object.fromEntries(inputs.map((one) => [one.name, factOfNumber(one, few.facts[one.name]![row]!)]));
        const question = { rules: [totalRule], facts, quarter: at };
        const one = explain(law, question);
        const other = explain(after.law, { ...question, switches: after.switches });
        const cents = (answer: typeof one) => plainValue(answer.values.get(totalRule)!, "cents/quarter") as number;
        expect(one.steps.length).toBeGreaterThan(5);
        change += cents(other) - cents(one);
        replayed += 1;
      }
    }
    expect(replayed).toBeGreaterThan(1000);
    expect(change).toBe(result.change);
  });

  it("replaces a rule, and adds a component on top of the total", () => {
    const reformed = applied(
      reformOf(`
id: bonus
title: bonus
rules:
  - id: guidanceFixedPart
    from: 2026-Q2
    formula: select(above(referenceWage, 0 EUR), guidanceFixedAmount, 0 EUR)
components:
  - id: mobilityPremium
    from: 2026-Q3
    title: mobiliteitspremie
    formula: roundHalfUp(times(cappedWage, 1.5 %))
`),
    );
    const result = runLab(reformed, population, options);
    expect(result.quarters[0]!.change).toBe(0);
    const third = result.quarters[2]!;
    const added = third.components.find(({ rule }) => rule === "mobilityPremium")!;
    expect(added.after).toBeGreaterThan(0);
    expect(third.components.reduce((sum, part) => sum + part.after, 0)).toBe(third.after);
  });

  it("gives the same for rows that SIMD takes and for the last few that a loop takes", () => {
    for (const grants of [1, 2, 3, 5, 7, 18]) {
      const few = syntheticPopulation(law, { grants, base, horizon: 3 });
      const wasm = runLab(applied(reformOf(dear)), few, { quarters: 3 });
      const script = runLab(applied(reformOf(dear)), few, { quarters: 3, withoutWasm: true });
      expect({ ...wasm, milliseconds: 0 }).toEqual({ ...script, milliseconds: 0 });
    }
  });

  it("gives the same in a room that keeps the law as it is, reform after reform", () => {
    const assumptions = defaultAssumptions;
    const room = new LabRoom(population, assumptions);
    for (const text of [cap, dear, cap.replace("2.2", "1.8"), dear]) {
      for (const quarters of [1, 3, 1]) {
        const kept = runLab(applied(reformOf(text)), population, { quarters, room, keepBefore: true, employerShare: true });
        const alone = runLab(applied(reformOf(text)), population, { quarters, employerShare: true });
        expect({ ...kept, milliseconds: 0 }).toEqual({ ...alone, milliseconds: 0 });
      }
    }
  });

  it("shows nothing of records that are about too few people", () => {
    const gate = recordsGate({ policy: policies.public, smallOnes, protect });
    const over = (grants: number) => {
      const still = { ...defaultAssumptions, leaving: 0, entering: 0 };
      const few = { ...syntheticPopulation(law, { grants, base, horizon: 0, assumptions: still }), origin: "snapshot" as const };
      return () => runLab(applied(reformOf(dear)), few, { quarters: 3, gate, assumptions: still });
    };
    expect(over(39)).toThrow(/too few/);
    expect(over(400)).not.toThrow();
  });

  it("counts who changes, and says what employers bear of the wage cost", () => {
    const result = runLab(applied(reformOf(cap)), population, { ...options, employerShare: true });
    for (const { changed, due, employerShare } of result.quarters) {
      expect(changed).toBeGreaterThan(0);
      expect(changed).toBeLessThan(due);
      const { before, after } = employerShare!;
      // Above the cap an employer bears every euro more, so of the next euro he bears more than of all together.
      expect(before.marginal).toBeGreaterThan(before.average);
      expect(after.average).toBeLessThan(before.average);
      expect(after.marginal).toBeLessThan(before.marginal);
      for (const share of [before, after]) expect(share.average > 0 && share.marginal <= 10_000).toBe(true);
    }
    const [one] = result.quarters;
    expect({ ...one, employerShare: undefined }).toEqual({
      ...runLab(applied(reformOf(cap)), population, options).quarters[0],
      employerShare: undefined,
    });
  });
});

describe("a reform is refused", () => {
  it("when it leaves a gap in time", () => {
    expect(
      refusals(`
id: gap
title: gat
parameters:
  - id: self.minIncome
    from: 2027-04-01
    value: 18000.00
`),
    ).toEqual(["reform.yaml:5 value.gap"]);
  });

  it("when a value is in another unit", () => {
    expect(refusals(cap.replace("value: 2.2", "value: 2.2 EUR"))).toEqual(["reform.yaml:7 law.override.value"]);
  });

  it("when a formula mixes units", () => {
    const text =
      "id: m\ntitle: m\nrules:\n  - id: guidanceFixedPart\n    from: 2026-Q1\n    formula: add(guidanceFixedAmount, 5 %)\n";
    expect(refusals(text)).toEqual(["reform.yaml:6 rule.unit"]);
  });

  it("when its rules go round in a circle", () => {
    const text =
      "id: c\ntitle: c\nrules:\n  - id: referenceWage\n    from: 2026-Q1\n    formula: minimum(referenceWage, cappedWage)\n";
    expect(refusals(text)).toEqual(["reform.yaml:6 graph.cycle"]);
  });

  it("when it names what does not exist", () => {
    expect(refusals("id: u\ntitle: u\nrules:\n  - id: nothing\n    from: 2026-Q1\n    formula: referenceWage\n")).toEqual([
      "reform.yaml:6 rule.unknown",
    ]);
    expect(refusals("id: u\ntitle: u\nparameters:\n  - id: nothing\n    from: 2026-01-01\n    value: 1\n")).toEqual([
      "reform.yaml:4 law.parameter.unknown",
    ]);
    expect(refusals("id: u\ntitle: u\nswitches:\n  - id: OPEN-13\n    from: 2026-Q1\n    option: NEVER\n")).toHaveLength(1);
    expect(refusals("id: u\ntitle: u\ncolour: red\n")).toEqual(["reform.yaml:3 reform.field"]);
  });

  it("when it gives two values for one day", () => {
    const twice = `${cap}  - id: referenceWage.capMultiplier\n    from: 2026-06-01\n    value: 2.5\n`;
    expect(refusals(twice)).toEqual(["reform.yaml:10 value.overlap"]);
  });

  it("when it needs data that the population does not have", () => {
    const reformed = applied(
      reformOf(
        "id: d\ntitle: d\nrules:\n  - id: guidanceFixedPart\n    from: 2026-Q1\n    formula: select(hiredByMwb, guidanceFixedAmount, 0 EUR)\n",
      ),
    );
    expect(() => runLab(reformed, population, options)).toThrow(/hiredByMwb/);
  });

  it("when an amount could leave the exact range", () => {
    const reformed = applied(reformOf(cap.replace("value: 2.2", "value: 900000000")));
    expect(() => runLab(reformed, population, options)).toThrow(/past what a double holds exactly/);
  });
});

describe("the diff of a reform", () => {
  it("says what the law says now and what it would say", () => {
    const text = diffText(diffOf(law, reformOf(dear)), "nl");
    expect(text).toContain("wagePremium.package.P5), 1 juli 2026: 40, 30, 20 → 45, 35, 25");
    expect(text).toContain("OPEN-13), 3e kwartaal 2026: DUE_WITH_SERVICE_AND_WAGE → PRORATED");
    expect(plainDate("2026-07-01")).toBe("2026-07-01");
  });
});
