// Compares the law's data with the rulebook itself, where that paper is at hand beside the repository; elsewhere these tests are skipped.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addDays, assertOk } from "../kernel/index.ts";
import { LAW_FOLDER, readLaw } from "./files.ts";
import { writeValue } from "./loader/index.ts";
import type { DatedValue, Parameter } from "./model.ts";

const PAPER = join(LAW_FOLDER, "../../../shared/domain/rulebook.md");
const paper = existsSync(PAPER) ? readFileSync(PAPER, "utf8") : "";
const law = assertOk(readLaw());

/** The table rows of one section, as cells. */
function rowsOf(section: number): readonly (readonly string[])[] {
  const text = paper.split(`\n## ${section}. `)[1]?.split("\n## ")[0] ?? "";
  return text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("|---"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

/** `a.b.c` / `.d` means a.b.c and a.b.d: the later names replace as many words as they have. */
function parameterNames(cell: string): readonly string[] {
  const [base = "", ...others] = [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
  const words = base.split(".");
  return [
    base,
    ...others.map((name) =>
      name.startsWith(".") ? [...words.slice(0, words.length - name.split(".").length + 1), name.slice(1)].join(".") : name,
    ),
  ];
}

/** The parameters that a name of the paper stands for: itself, or the parts it is split into. */
function parametersNamed(name: string): readonly Parameter[] {
  const prefix = name.replace(/\*$/, "");
  return [...law.parameters.values()].filter(({ id }) => id === name || id.startsWith(prefix));
}

function writtenValues(parameters: readonly Parameter[]): ReadonlySet<string> {
  const written = new Set<string>();
  for (const parameter of parameters) {
    for (const row of parameter.values) {
      for (const value of [row.value, ...row.alternatives.map((one) => one.value)]) {
        for (const part of writeValue(value, parameter.unit).split(", ")) written.add(normal(part));
      }
    }
  }
  return written;
}

/** 1,954.99 and 1954.99, or 1,200 and 1200.00, are the same figure. */
function normal(text: string): string {
  const plain = text.replaceAll(",", "");
  return /^\d+\.\d*$/.test(plain) ? plain.replace(/\.?0+$/, "") : plain;
}

/** Dates, months, figures and code words in a value cell; what stands in brackets explains and is no value. */
function valuesIn(cell: string): readonly string[] {
  const text = cell.replaceAll("*", "").replace(/\([^)]*\)/g, "");
  return [
    ...text.matchAll(
      /\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d[\d,]*(?:\.\d+)?(?![\w.])|[A-Z][A-Z0-9]*_[A-Z_]+|HIGH|LOW|QUARTERLY|PERFORMED|NONE/g,
    ),
  ].map((match) => normal(match[0].replace(/,$/, "")));
}

const SECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 17, 18];
const ID = /^(LAW|IND|CMW|AMA|EMP|WP|REF|GP|SELF|PROC|PAY|TRANS|DATA|STAT|OPEN|TV)-\d{2}$/;

/** Cells whose figures are written otherwise in the data: a range, a duration, an age in words, rounded millions. */
const WRITTEN_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  "40..75 step 5": ["40", "45", "50", "55", "60", "65", "70", "75"],
  "2 years + 1 day": ["P2Y1D"],
  "10,396,129; about 5 m and 5.3 m": ["10396129", "5000000", "5300000"],
  "over 18 / pension age (before 2024: 65)": ["18", "65", "PENSION_AGE"],
  "HALF_UP / end of quarter, 2 decimals": ["HALF_UP", "END_OF_QUARTER", "2"],
};

/** Figures of a row that live in a parameter with another first name than the row's. */
const ALSO_IN: Readonly<Record<string, readonly string[]>> = {
  "ald.totalBudget": ["ald.partFromSine", "ald.partFromLde"],
  "indication.doubleTicket.package": ["indication.doubleTicket.guidanceNeed"],
  "rounding.mode": ["rounding.decimals"],
};

describe.skipIf(paper === "")("the rulebook", () => {
  const parameterRows = rowsOf(16).filter((cells) => cells.length === 7 && cells[0] !== "Parameter id");

  it("has every id in the register, in its own section, and the register has no other", () => {
    const inPaper = SECTIONS.flatMap((section) =>
      rowsOf(section).flatMap(([id = ""]) => (ID.test(id) ? [[id, section] as const] : [])),
    );
    const inRegister = [...law.rulebook.entries.values()].map(({ id, section }) => [id, section] as const);
    expect([...inRegister].sort()).toEqual([...inPaper].sort());
  });

  it("has the sources of every id in the register", () => {
    for (const section of SECTIONS.filter((one) => one < 17)) {
      for (const cells of rowsOf(section)) {
        const entry = law.rulebook.entries.get(cells[0] ?? "");
        if (!entry) continue;
        const sources = [...new Set(cells.at(-2)?.match(/\bS(?:V170|\d+)\b/g) ?? [])];
        expect([entry.id, entry.sources, entry.confidence]).toEqual([entry.id, sources, cells.at(-3)]);
      }
    }
  });

  it("has every source with its addresses in the list of sources", () => {
    const section = paper.split("\n## 20. ")[1] ?? "";
    const listed = [...law.sources.values()].flatMap((source) => source.urls);
    const printed = section.match(/https?:\/\/\S+/g) ?? [];
    expect([...listed].sort()).toEqual([...printed].sort());
    const cited = new Set([...(paper.match(/\bS(?:V170|\d{1,3})\b/g) ?? [])]);
    expect([...cited].filter((key) => !law.sources.has(key))).toEqual([]);
  });

  it.each(parameterRows.map((cells) => [cells[0]!, cells] as const))(
    "has %s in the data, with each value, day and open point",
    (name, cells) => {
      const [, value = "", , from = "", to = "", , src = ""] = cells;
      const names = parameterNames(name);
      const named = names.map(parametersNamed);
      expect(named.filter((parameters) => parameters.length === 0)).toEqual([]);
      const parameters = [...named.flat(), ...names.flatMap((one) => ALSO_IN[one] ?? []).map((id) => law.parameters.get(id)!)];
      const written = writtenValues(parameters);
      const expected = (WRITTEN_OTHERWISE[value] ?? valuesIn(value)).filter((one) => !/^(GTE|EUR)$/.test(one));
      expect(expected.filter((one) => !written.has(normal(one)))).toEqual([]);
      if (value.startsWith("unset")) expect(written).toContain("unset");

      const rows = parameters.flatMap((parameter) => parameter.values);
      const iso = /^\d{4}-\d{2}-\d{2}/;
      if (iso.test(from))
        expect(rows.map((row) => row.from as string)).toEqual(expect.arrayContaining(from.match(/\d{4}-\d{2}-\d{2}/g) ?? []));
      if (iso.test(to)) expect(rows.map(lastDay)).toEqual(expect.arrayContaining(to.match(/\d{4}-\d{2}-\d{2}/g) ?? []));
      const sources = rows.flatMap((row) => row.sources);
      expect((src.match(/\bS(?:V170|\d+)\b/g) ?? []).filter((key) => !sources.includes(key))).toEqual([]);
      const openPoints = rows.flatMap((row) => row.openPoints);
      expect((src.match(/OPEN-\d\d/g) ?? []).filter((id) => !openPoints.includes(id))).toEqual([]);
    },
  );

  it("has no parameter in the data that it does not name, apart from parts and a few figures of its rules", () => {
    const named = new Set(
      parameterRows
        .flatMap((cells) => parameterNames(cells[0]!))
        .flatMap(parametersNamed)
        .map(({ id }) => id),
    );
    const others = [...law.parameters.keys()].filter((id) => !named.has(id) && !Object.values(ALSO_IN).flat().includes(id));
    // From PROC-06, PAY-04, WP-11, TRANS-01 and TRANS-24, OPEN-24's list of codes, and the figures of VOP that stand in the text of TRANS-06, 07 and 10.
    expect(others.sort()).toEqual([
      "admissibility.confirmationMailDays",
      "olderSchemes.lastDay",
      "payment.recomputation.month",
      "payment.settlement.month",
      "payment.settlement.workingDay",
      "referenceWage.codes",
      "sine.longQuarters",
      "vop.capMultiplier",
      "vop.employee.phaseLastQuarters",
      "vop.quarters",
      "vop.self.baseMultiplier",
      "vop.self.phaseLastQuarters",
      "vop.temporary.quarters",
      "wagePremium.tempVulnerable.decidedFrom",
      "wagePremium.tempVulnerable.decidedUntil",
    ]);
  });

  it("has what every open point carries in its switch", () => {
    for (const [id = "", , , , carried = ""] of rowsOf(17)) {
      const point = law.switches.get(id);
      if (!point) continue;
      const names = [...carried.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
      expect([id, names.filter((name) => !point.carries.includes(name))]).toEqual([id, []]);
    }
  });

  it("has other readings exactly where it names alternatives", () => {
    for (const [id = "", , , alternatives = ""] of rowsOf(17)) {
      const point = law.switches.get(id);
      if (point) expect([id, point.options.length > 1]).toEqual([id, alternatives !== "-"]);
    }
  });

  it("has none of the figures that may never be used for their dates", () => {
    const sentence = /\*\*Figures never to use\.\*\*([^\n]+)/.exec(paper)?.[1] ?? "";
    const figures = (sentence.match(/\d,\d{3}\.\d{2}/g) ?? []).map(normal);
    expect(figures.length).toBeGreaterThan(3);
    const values = [...writtenValues([law.parameters.get("ggmmi")!])];
    // One of the age tiers equals the official value of a later period, which is legitimate there.
    const legitimate = normal("1,994.18");
    expect(figures.filter((figure) => figure !== legitimate && values.includes(figure))).toEqual([]);
  });
});

function lastDay(row: DatedValue): string {
  return row.until === null ? "" : addDays(row.until, -1);
}
