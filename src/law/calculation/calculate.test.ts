// The contract of `maatwerk calculate`, sentence by sentence.
import { describe, expect, it } from "vitest";
import { openLaw } from "../open-law.ts";
import { type CalculationOutput, calculateJson, calculateLine, type EmployerResult, type NoResult } from "./index.ts";

const law = openLaw();

/** The line printed in the contract. */
const sample = {
  scheme: "employer",
  package: "P5",
  percentage: null,
  collectivePercentage: null,
  guidanceNeed: "HIGH",
  startQuarter: "2023-Q3",
  quarter: "2024-Q1",
  employmentFraction: "0.8",
  performedFraction: "0.75",
  grossWage: "9000.00",
  employerContributions: "2250.00",
  contributionReductions: "600.00",
  inServiceFrom: "2024-01-01",
  inServiceUntil: null,
  switches: {},
};

const selfEmployed = { scheme: "selfEmployed", package: "P5", startQuarter: "2025-Q1", quarter: "2025-Q2" };

function ask(changes: Record<string, unknown> = {}): CalculationOutput {
  return calculateJson(law, { ...sample, ...changes });
}

function amounts(output: CalculationOutput): EmployerResult {
  expect(output.outcome).toBe("value");
  return output as EmployerResult;
}

function reasons(output: CalculationOutput): NoResult["reasons"] {
  return (output as NoResult).reasons;
}

function fields(output: CalculationOutput): (string | undefined)[] {
  return reasons(output).map((reason) => reason.field);
}

describe("an employer's line", () => {
  it("gives the printed answer under the default readings", () => {
    expect(calculateLine(law, JSON.stringify(sample))).toEqual({
      outcome: "value",
      quarterIndex: 3,
      percentage: "40",
      referenceWage: "10650.00",
      wageCap: "9572.064",
      wagePremium: "3828.83",
      guidancePremium: "2160.00",
      total: "5988.83",
      openPoints: ["OPEN-01", "OPEN-06", "OPEN-10", "OPEN-11", "OPEN-13", "OPEN-25", "OPEN-26"],
      law: { version: law.version, parameters: law.parametersHash, rules: law.graph.hash },
    });
  });

  it("treats a null field as left out", () => {
    const { percentage, collectivePercentage, inServiceUntil, switches, ...rest } = sample;
    expect(calculateJson(law, rest)).toEqual(ask());
    expect(ask({ switches: null })).toEqual(ask());
  });

  it("takes the employment fraction when the performed fraction is left out, and accepts zero", () => {
    expect(ask({ performedFraction: null })).toEqual(ask({ performedFraction: "0.8" }));
    expect(amounts(ask({ performedFraction: "0" })).guidancePremium).toBe("1200.00");
  });

  it("does not reduce the performed fraction for partial service", () => {
    const partial = amounts(ask({ inServiceFrom: "2024-03-01" }));
    expect(partial.guidancePremium).toBe("2160.00");
    expect(partial.wageCap).not.toBe("9572.064");
  });

  it("takes the whole quarter when service is left out", () => {
    expect(ask({ inServiceFrom: null })).toEqual(ask());
  });

  it("includes the last day in service", () => {
    expect(ask({ inServiceUntil: "2024-03-31" })).toEqual(ask());
    expect(amounts(ask({ inServiceFrom: "2024-03-31", inServiceUntil: "2024-03-31" })).wageCap).toBe("105.18751648");
  });

  it.each([{ inServiceUntil: "2023-12-31", inServiceFrom: null }, { inServiceFrom: "2024-04-01" }])(
    "pays nothing without service: %o",
    (service) => {
      const { wagePremium, guidancePremium, total } = amounts(ask(service));
      expect([wagePremium, guidancePremium, total]).toEqual(["0.00", "0.00", "0.00"]);
    },
  );

  it("pays nothing with a reference wage of zero", () => {
    const nothing = ask({ grossWage: "0", employerContributions: "0", contributionReductions: "0" });
    expect([amounts(nothing).wagePremium, amounts(nothing).guidancePremium]).toEqual(["0.00", "0.00"]);
  });

  it("refuses a negative reference wage", () => {
    const negative = ask({ grossWage: "0", employerContributions: "0", contributionReductions: "0.01" });
    expect(negative.outcome).toBe("refused");
    expect(reasons(negative).map(({ id }) => id)).toEqual(["REF-01"]);
  });

  it("bounds every package by the collective percentage", () => {
    expect(amounts(ask({ package: "P5_PLUS", collectivePercentage: "45" })).percentage).toBe("45");
    expect(amounts(ask({ package: "P5_MWB", collectivePercentage: "40" })).percentage).toBe("40");
    expect(amounts(ask({ package: "P5_MWB", collectivePercentage: "75" })).percentage).toBe("45");
  });

  it("takes the percentage of an evaluation in any quarter of the term", () => {
    const evaluated = { package: "AFTER_EVALUATION", percentage: "65" };
    for (const quarter of ["2023-Q3", "2024-Q1", "2028-Q2"])
      expect(amounts(ask({ ...evaluated, quarter })).percentage).toBe("65");
  });

  it("takes the guidance need as final, with a 2-year package too", () => {
    expect(amounts(ask({ package: "T2" })).guidancePremium).toBe("2160.00");
  });

  it("prints intermediate values exactly, at most eight decimals, half up", () => {
    // 11 965.08 x 0.8 x 30 / 91 = 3155.62549450549...
    expect(amounts(ask({ inServiceFrom: "2024-03-02" })).wageCap).toBe("3155.62549451");
  });

  it("gives steps only when asked", () => {
    expect(ask()).not.toHaveProperty("steps");
    const { steps } = amounts(calculateJson(law, sample, { steps: true }));
    const step = steps?.find(({ rule }) => rule === "percentageP5");
    expect(step).toMatchObject({
      ids: ["WP-04"],
      value: "40",
      unit: "%",
      from: ["phase"],
      title: { nl: "Startpakket van 5 jaar" },
    });
    const keys = new Set(steps?.map(({ key }) => key));
    expect(steps?.flatMap(({ from }) => from).every((key) => keys.has(key))).toBe(true);
  });

  it("gives in its steps every open point that it names", () => {
    const output = amounts(calculateJson(law, sample, { steps: true }));
    expect([...new Set(output.steps?.flatMap(({ openPoints }) => openPoints))].sort()).toEqual(output.openPoints);
  });
});

describe("a self-employed person's line", () => {
  it("gives the support premium", () => {
    expect(calculateJson(law, selfEmployed)).toMatchObject({
      outcome: "value",
      quarterIndex: 2,
      percentage: "40",
      supportPremium: "2534.27",
      openPoints: ["OPEN-01", "OPEN-10", "OPEN-25", "OPEN-41"],
    });
  });

  it("cannot have P5_MWB", () => {
    const output = calculateJson(law, { ...selfEmployed, package: "P5_MWB" });
    expect(output.outcome).toBe("invalid");
    expect(fields(output)).toEqual(["package"]);
  });

  it("has no wage and no guidance", () => {
    const output = calculateJson(law, { ...selfEmployed, grossWage: "1000", guidanceNeed: "HIGH" });
    expect(output.outcome).toBe("invalid");
    expect(fields(output)).toEqual(["grossWage", "guidanceNeed"]);
    expect(calculateJson(law, { ...selfEmployed, grossWage: null }).outcome).toBe("value");
  });
});

describe("readings of open points", () => {
  it.each([
    [{ "OPEN-01": "5/3/12" }, "value"],
    [{ "OPEN-01": "5/4/11" }, "value"],
    [{ "OPEN-06": "CONTRACTUAL" }, "value"],
    [{ "OPEN-08": "1955.04", "OPEN-09": "2154.81" }, "value"],
    [{ "OPEN-10": "FIRST_MONTH" }, "value"],
    [{ "OPEN-10": "LAST_MONTH" }, "value"],
    [{ "OPEN-25": "TRUNCATE" }, "value"],
    [{ "OPEN-25": "MONTHLY_X3" }, "value"],
    [{ "OPEN-11": "INDEXED" }, "refused"],
    [{ "OPEN-01": "5/5/10" }, "invalid"],
    [{ "OPEN-61": "YES" }, "invalid"],
    [{ "OPEN-01": 5 }, "invalid"],
  ])("%o is %s", (switches, outcome) => {
    expect(ask({ switches }).outcome).toBe(outcome);
  });

  it("refuses a reading without formula by name", () => {
    const output = ask({ switches: { "OPEN-26": "MONTHS" } });
    expect(output.outcome).toBe("refused");
    expect(reasons(output)[0]?.message.en).toContain("MONTHS");
    expect(fields(output)).toEqual(["switches.OPEN-26"]);
  });

  it("names an open point whatever its chosen reading", () => {
    const { openPoints } = amounts(ask({ switches: { "OPEN-06": "CONTRACTUAL", "OPEN-25": "TRUNCATE" } }));
    expect(openPoints).toEqual(amounts(ask()).openPoints);
  });
});

describe("quarters past what is known", () => {
  it("use the last known GGMMI and say so", () => {
    const later = amounts(ask({ quarter: "2028-Q1" }));
    expect(later.notes?.map(({ id }) => id)).toEqual(["ggmmi.carriedForward"]);
    expect(later.notes?.[0]?.message.nl).toContain("2189.81");
    expect(later.wageCap).toBe("10511.088");
  });

  it("say nothing before that", () => {
    expect(ask({ quarter: "2026-Q3" })).not.toHaveProperty("notes");
    expect(ask({ quarter: "2026-Q2" })).not.toHaveProperty("notes");
  });
});

describe("what is missing", () => {
  it.each([
    "scheme",
    "package",
    "startQuarter",
    "quarter",
    "employmentFraction",
    "grossWage",
    "employerContributions",
    "contributionReductions",
  ])("%s is named", (field) => {
    const output = ask({ [field]: null });
    expect(output.outcome).toBe("incomplete");
    expect(fields(output)).toEqual([field]);
    expect(reasons(output)[0]?.message.nl).toContain(field);
  });

  it("is named all at once", () => {
    expect(fields(calculateJson(law, { scheme: "employer", package: "AFTER_EVALUATION" }))).toEqual([
      "startQuarter",
      "quarter",
      "employmentFraction",
      "grossWage",
      "employerContributions",
      "contributionReductions",
      "percentage",
    ]);
  });
});

describe("bad input", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["an unknown package", { package: "P6" }, "package"],
    ["the temporary package, whose percentages are not known", { package: "TEMP_VULNERABLE" }, "package"],
    ["an unknown scheme", { scheme: "public" }, "scheme"],
    ["an unknown guidance need", { guidanceNeed: "VERY_HIGH" }, "guidanceNeed"],
    ["a quarter before the scheme", { startQuarter: "2023-Q2" }, "startQuarter"],
    ["a quarter before the start quarter", { quarter: "2023-Q4", startQuarter: "2024-Q1" }, "quarter"],
    ["a quarter after the term", { quarter: "2028-Q3" }, "quarter"],
    ["a quarter that does not exist", { quarter: "2024-Q5" }, "quarter"],
    ["a fraction of zero", { employmentFraction: "0" }, "employmentFraction"],
    ["a fraction above one", { employmentFraction: "1.0001" }, "employmentFraction"],
    ["a fraction with five decimals", { employmentFraction: "0.80001" }, "employmentFraction"],
    ["a performed fraction above one", { performedFraction: "1.01" }, "performedFraction"],
    ["a negative performed fraction", { performedFraction: "-0.1" }, "performedFraction"],
    ["a negative wage", { grossWage: "-1.00" }, "grossWage"],
    ["an amount with three decimals", { grossWage: "1.001" }, "grossWage"],
    ["an amount with a comma", { grossWage: "1,00" }, "grossWage"],
    ["an amount in words", { employerContributions: "veel" }, "employerContributions"],
    ["an amount as a number", { contributionReductions: 600 }, "contributionReductions"],
    ["an amount in exponent form", { grossWage: "9e3" }, "grossWage"],
    ["an amount too large to hold", { grossWage: "99999999999999999999" }, "grossWage"],
    ["a percentage off the grid", { package: "AFTER_EVALUATION", percentage: "42" }, "percentage"],
    ["a percentage below the grid", { package: "AFTER_EVALUATION", percentage: "15" }, "percentage"],
    ["a percentage above the grid", { package: "AFTER_EVALUATION", percentage: "80" }, "percentage"],
    ["a percentage without evaluation", { percentage: "40" }, "percentage"],
    ["a collective percentage off the grid", { collectivePercentage: "43" }, "collectivePercentage"],
    ["a collective percentage below the grid", { collectivePercentage: "35" }, "collectivePercentage"],
    ["a day that does not exist", { inServiceFrom: "2024-02-30" }, "inServiceFrom"],
    ["service that ends before it starts", { inServiceFrom: "2024-02-02", inServiceUntil: "2024-02-01" }, "inServiceUntil"],
    ["an unknown field", { wage: "9000.00" }, "wage"],
    ["an unknown field that is null", { wage: null }, "wage"],
    ["readings that are no object", { switches: "OPEN-01" }, "switches"],
  ])("%s is invalid and names its field", (_name, changes, field) => {
    const output = ask(changes);
    expect(output.outcome).toBe("invalid");
    expect(fields(output)).toEqual([field]);
    for (const { message } of reasons(output)) for (const text of [message.nl, message.en, message.fr]) expect(text).not.toBe("");
  });

  it("gives every mistake of a line at once", () => {
    expect(fields(ask({ package: "P6", grossWage: "x", extra: 1 }))).toEqual(["package", "grossWage", "extra"]);
  });

  it.each(["", "{", "[]", "null", "12", '"text"', '{"scheme":"employer"', "{'scheme':'employer'}"])("%j is invalid", (line) => {
    expect(calculateLine(law, line).outcome).toBe("invalid");
  });

  it("is not fooled by names of object methods", () => {
    expect(calculateLine(law, '{"__proto__":{"scheme":"employer"},"constructor":"x"}').outcome).toBe("invalid");
    expect(ask({ package: "constructor" }).outcome).toBe("invalid");
  });
});

describe("a view of the law", () => {
  it("with another parameter computes with it", () => {
    const changed = law.withParameters([{ id: "ggmmi", value: "1593.76" }]);
    const output = changed.ok ? calculateJson(changed.value, sample) : null;
    expect(output).toMatchObject({ wageCap: "7650.048" });
    expect(amounts(ask()).wageCap).toBe("9572.064");
  });

  it("as known earlier computes with what was known", () => {
    const known = law.asKnownOn("2024-06-30" as never);
    const output = amounts(calculateJson(known, { ...sample, quarter: "2025-Q2" }));
    expect(output.wageCap).toBe("9938.304");
    expect(output.notes?.map(({ id }) => id)).toEqual(["ggmmi.carriedForward"]);
  });
});
