import { describe, expect, it } from "vitest";
import { addDays, assertOk, div, mul, plainDate, ratio, roundHalfUp, toInteger } from "../kernel/index.ts";
import { LAW_FOLDER, readLaw, readLawSources, readYaml } from "./files.ts";
import { publishedLedger } from "./loader/index.ts";

const law = assertOk(readLaw());
const day = plainDate;

function integerAt(id: string, on: string): number {
  return assertOk(law.parameterAt(id, day(on))).value as number;
}

describe("the law's own files", () => {
  it("load without a mistake in less than a quarter of a second", () => {
    const times = [1, 2, 3, 4, 5].map(() => {
      const start = performance.now();
      assertOk(readLaw());
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(250);
  });

  it("hold one quantity per file, in a folder that names its topic", () => {
    const files = readLawSources().parameters;
    expect(law.parameters.size).toBe(files.length);
    for (const { file } of files) expect(file).toMatch(/^parameters\/[a-z-]+\/[a-z0-9-]+\.yaml$/);
  });

  it("have every open point from 01 to 60 in a file of its name", () => {
    const ids = Array.from({ length: 60 }, (_, index) => `OPEN-${String(index + 1).padStart(2, "0")}`);
    expect([...law.switches.keys()]).toEqual(ids);
    for (const point of law.switches.values()) expect(point.file.startsWith(`switches/${point.id}-`)).toBe(true);
  });

  it("give every rulebook id exactly one state", () => {
    expect([...law.rulebook.entries.keys()].filter((id) => !law.coverage.has(id))).toEqual([]);
    expect(law.coverage.size).toBe(law.rulebook.entries.size);
  });

  it("list every known value in the ledger of published values", () => {
    const ledger = readYaml(LAW_FOLDER, "published.yaml").data as Readonly<Record<string, string>>;
    expect(Object.keys(ledger).sort()).toEqual([...publishedLedger(law.parameters.values()).keys()].sort());
  });
});

describe("the readings that the calculation's contract names", () => {
  const contract: Readonly<Record<string, readonly string[]>> = {
    "OPEN-01": ["5/3/12", "5/4/11"],
    "OPEN-06": ["PERFORMED", "CONTRACTUAL"],
    "OPEN-08": ["1954.99", "1955.04"],
    "OPEN-09": ["2154.11", "2154.81"],
    "OPEN-10": ["PER_MONTH", "FIRST_MONTH", "LAST_MONTH"],
    "OPEN-25": ["HALF_UP", "TRUNCATE", "MONTHLY_X3"],
  };

  it.each(Object.entries(contract))("%s can be computed in each of %s, the first by default", (id, readings) => {
    const point = law.switches.get(id);
    expect(point?.default).toBe(readings[0]);
    expect(point?.options.filter((option) => option.computable).map((option) => option.value)).toEqual(readings);
  });

  it("refuses the readings of early 2026 for which no formula is known", () => {
    expect(law.checkSwitches({ "OPEN-09": "LATER_MONTH" }).map((one) => one.id)).toEqual(["law.switch.noFormula"]);
    expect(law.checkSwitches({ "OPEN-09": "STEP_35" }).map((one) => one.id)).toEqual(["law.switch.noFormula"]);
  });

  it("give the amounts of the guaranteed income that their names say", () => {
    for (const [id, on] of [
      ["OPEN-08", "2023-07-01"],
      ["OPEN-09", "2026-01-01"],
    ] as const) {
      for (const reading of contract[id]!) {
        const value = assertOk(law.parameterAt("ggmmi", day(on), { switches: { [id]: reading } })).value as number;
        expect((value / 100).toFixed(2)).toBe(reading);
      }
    }
  });
});

describe("the values", () => {
  it("of the guaranteed income rise at every step", () => {
    const values = law.timeline("ggmmi").map((row) => row.value as number);
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
  });

  it("of the guaranteed income change on the day they begin and not before", () => {
    for (const row of law.timeline("ggmmi").slice(1)) {
      expect(integerAt("ggmmi", row.from)).toBe(row.value);
      expect(integerAt("ggmmi", addDays(row.from, -1))).toBeLessThan(row.value as number);
    }
  });

  it("of the step of April 2026 were known from the day of the agreement", () => {
    const first = day("2026-04-01");
    const read = (knownOn: string) => assertOk(law.parameterAt("ggmmi", first, { knownOn: day(knownOn) }));
    expect(read("2026-03-23").value).toBe(integerAt("ggmmi", "2026-03-31"));
    expect(read("2026-03-24").value).toBe(integerAt("ggmmi", "2026-04-01"));
  });

  it("of the minimum contribution are a quarter of the contribution on the minimum income", () => {
    for (const year of ["2023", "2024", "2025", "2026"]) {
      const on = `${year}-01-01`;
      const rate = ratio(BigInt(integerAt("self.contributionRate", on)), 10_000n);
      const contribution = div(mul(ratio(BigInt(integerAt("self.minIncome", on)), 1n), rate), ratio(4n, 1n));
      expect(integerAt("self.minContribution", on)).toBe(Number(toInteger(roundHalfUp(contribution))));
    }
  });

  it("of the double ticket are a package and a level that exist", () => {
    const reading = assertOk(law.parameterAt("indication.doubleTicket.package", day("2023-07-01")));
    expect(law.parameters.has(`wagePremium.package.${String(reading.value)}`)).toBe(true);
  });

  it("that are not known refuse to be read and name their open point", () => {
    const unset = [...law.parameters.values()].flatMap(({ id, values }) =>
      values.filter((row) => row.value === "unset").map((row) => ({ id, row })),
    );
    expect(unset.length).toBeGreaterThan(10);
    for (const { id, row } of unset) {
      const read = law.parameterAt(id, row.from);
      expect([id, read.ok ? "read" : read.error.id]).toEqual([id, "law.parameter.unset"]);
      expect(read.ok ? [] : read.error.openPoints).not.toEqual([]);
    }
  });

  it("do not exist before the scheme began", () => {
    expect(law.parameterAt("scheme.inForce", day("2023-06-30")).ok).toBe(false);
    expect(law.parameterAt("scheme.inForce", day("2023-07-01")).ok).toBe(true);
  });
});
