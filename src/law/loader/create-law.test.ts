import { describe, expect, it } from "vitest";
import { assertOk, plainDate } from "../../kernel/index.ts";
import type { LawData } from "../law-data.ts";
import { loadLaw } from "./load-law.ts";
import { lawFromPlain, plainLaw } from "./plain-law.ts";
import { smallParameter, smallSourcesWith } from "./testing/test-law.ts";

const small = (texts: Readonly<Record<string, string>> = {}): LawData => assertOk(loadLaw(smallSourcesWith(texts)));
const law = small();
const day = plainDate;

function refused(result: { readonly ok: boolean; readonly error?: unknown }): {
  id: string;
  message: { en: string };
  openPoints?: readonly string[];
} {
  if (result.ok) throw new Error("This should have been refused");
  return result.error as never;
}

describe("reading a value on a day", () => {
  it("gives the value of the row that covers the day, its last day included", () => {
    expect(assertOk(law.parameterAt("cap.amount", day("2024-01-01"))).value).toBe(10_000);
    expect(assertOk(law.parameterAt("cap.amount", day("2024-12-31"))).value).toBe(10_000);
    expect(assertOk(law.parameterAt("cap.amount", day("2025-01-01"))).value).toBe(11_000);
  });

  it("names the open points that the row leans on, whatever reading is chosen", () => {
    expect(assertOk(law.parameterAt("cap.amount", day("2024-06-01"))).openPoints).toEqual([]);
    expect(assertOk(law.parameterAt("cap.amount", day("2025-06-01"))).openPoints).toEqual(["OPEN-01"]);
    const other = law.parameterAt("cap.amount", day("2025-06-01"), { switches: { "OPEN-01": "HIGH" } });
    expect(assertOk(other)).toMatchObject({ value: 12_000, openPoints: ["OPEN-01"], unit: "cents/month" });
  });

  it("refuses a day before the first value, and says when that begins", () => {
    const problem = refused(law.parameterAt("cap.amount", day("2023-12-31")));
    expect(problem.id).toBe("law.parameter.noValue");
    expect(problem.message.en).toContain("cap.amount");
    expect(problem.message.en).toContain("1 January 2024");
    expect(problem.openPoints).toEqual(["OPEN-01"]);
  });

  it("refuses a day after the last value", () => {
    const ended = small({
      "parameters/cap.yaml": smallParameter.replace("from: 2025-01-01\n", "from: 2025-01-01\n    to: 2025-12-31\n"),
    });
    expect(assertOk(ended.parameterAt("cap.amount", day("2025-12-31"))).value).toBe(11_000);
    expect(refused(ended.parameterAt("cap.amount", day("2026-01-01"))).message.en).toContain("ends before 1 January 2026");
  });

  it("refuses a value that is not known, and names the open point it waits on", () => {
    const unset = small({ "parameters/cap.yaml": smallParameter.replace("value: 110.00", "value: unset") });
    const problem = refused(unset.parameterAt("cap.amount", day("2025-01-01")));
    expect(problem).toMatchObject({ id: "law.parameter.unset", openPoints: ["OPEN-01"] });
    expect(problem.message.en).toContain("see OPEN-01");
    expect(assertOk(unset.parameterAt("cap.amount", day("2025-01-01"), { switches: { "OPEN-01": "HIGH" } })).value).toBe(12_000);
  });

  it("refuses a name that the law does not have", () => {
    expect(refused(law.parameterAt("cap.amuont", day("2025-01-01"))).id).toBe("law.parameter.unknown");
  });

  it("says when a value that is expected to change is only carried forward", () => {
    const revised = small({ "parameters/cap.yaml": smallParameter.replace("values:", "expectsRevision: true\nvalues:") });
    expect(assertOk(revised.parameterAt("cap.amount", day("2026-11-23"))).carriedForward).toBe(false);
    expect(assertOk(revised.parameterAt("cap.amount", day("2026-11-24"))).carriedForward).toBe(true);
    expect(assertOk(law.parameterAt("cap.amount", day("2026-11-24"))).carriedForward).toBe(false);
  });
});

describe("the readings of an open point", () => {
  it("are the default unless one is chosen, for the view or for one question", () => {
    expect(assertOk(law.switchValue("OPEN-01"))).toBe("LOW");
    expect(assertOk(law.switchValue("OPEN-01", { "OPEN-01": "HIGH" }))).toBe("HIGH");
    const high = assertOk(law.withSwitches({ "OPEN-01": "HIGH" }));
    expect(assertOk(high.switchValue("cap.rule"))).toBe("HIGH");
    expect(assertOk(high.switchValue("OPEN-01", { "OPEN-01": "LOW" }))).toBe("LOW");
    expect(assertOk(high.parameterAt("cap.amount", day("2025-01-01"))).value).toBe(12_000);
    expect(assertOk(law.parameterAt("cap.amount", day("2025-01-01"))).value).toBe(11_000);
  });

  it("are refused by name when there is none such or no formula is known", () => {
    expect(refused(law.switchValue("OPEN-01", { "OPEN-01": "MIDDLE" })).message.en).toContain('"MIDDLE"');
    expect(refused(law.switchValue("OPEN-01", { "OPEN-01": "VAGUE" })).id).toBe("law.switch.noFormula");
    expect(refused(law.switchValue("OPEN-99")).id).toBe("law.switch.unknown");
    expect(law.checkSwitches({ "OPEN-01": "VAGUE", "OPEN-99": "X" }).map((one) => [one.id, one.field])).toEqual([
      ["law.switch.noFormula", "switches.OPEN-01"],
      ["law.switch.unknown", "switches.OPEN-99"],
    ]);
    expect(law.withSwitches({ "OPEN-01": "VAGUE" }).ok).toBe(false);
    expect(refused(law.parameterAt("cap.amount", day("2025-01-01"), { switches: { "OPEN-01": "VAGUE" } })).id).toBe(
      "law.switch.noFormula",
    );
  });
});

describe("the law as one could know it", () => {
  it("runs the old value on until the new one was announced", () => {
    const before = law.asKnownOn(day("2024-11-19"));
    expect(assertOk(before.parameterAt("cap.amount", day("2025-01-01"))).value).toBe(10_000);
    expect(assertOk(law.asKnownOn(day("2024-11-20")).parameterAt("cap.amount", day("2025-01-01"))).value).toBe(11_000);
    expect(assertOk(law.parameterAt("cap.amount", day("2025-01-01"), { knownOn: day("2024-11-19") })).value).toBe(10_000);
  });

  it("has another hash than the law of today, and says which day it shows", () => {
    const before = law.asKnownOn(day("2024-11-19"));
    expect(before.knownOn).toBe("2024-11-19");
    expect(before.parametersHash).not.toBe(law.parametersHash);
  });

  it("never knows more in a view of a view", () => {
    const twice = law.asKnownOn(day("2024-11-19")).asKnownOn(day("2026-01-01"));
    expect(twice.knownOn).toBe("2024-11-19");
    expect(assertOk(twice.parameterAt("cap.amount", day("2025-01-01"), { knownOn: day("2026-01-01") })).value).toBe(10_000);
  });
});

describe("replacing values", () => {
  const value = (one: LawData, on: string) => assertOk(one.parameterAt("cap.amount", day(on))).value;

  it("puts one value in place of all others when no day is given", () => {
    const other = assertOk(law.withParameters([{ id: "cap.amount", value: "1593.76" }]));
    expect([value(other, "1999-01-01"), value(other, "2024-06-01"), value(other, "2030-01-01")]).toEqual([
      159_376, 159_376, 159_376,
    ]);
    expect(assertOk(other.parameterAt("cap.amount", day("2025-06-01"))).openPoints).toEqual([]);
    expect(value(law, "2024-06-01")).toBe(10_000);
  });

  it("keeps the values outside the given days", () => {
    const other = assertOk(
      law.withParameters([{ id: "cap.amount", value: "99.00", from: day("2024-12-01"), to: day("2025-01-31") }]),
    );
    expect(["2024-11-30", "2024-12-01", "2025-01-31", "2025-02-01"].map((on) => value(other, on))).toEqual([
      10_000, 9_900, 9_900, 11_000,
    ]);
  });

  it("also shows in the law as known earlier", () => {
    const other = assertOk(law.withParameters([{ id: "cap.amount", value: "99.00" }]));
    expect(value(other.asKnownOn(day("2000-01-01")), "2024-06-01")).toBe(9_900);
  });

  it("changes the hash, and the same values give the same hash", () => {
    const other = assertOk(law.withParameters([{ id: "cap.amount", value: "99.00" }]));
    expect(other.parametersHash).not.toBe(law.parametersHash);
    expect(assertOk(law.withParameters([{ id: "cap.amount", value: "99.00" }])).parametersHash).toBe(other.parametersHash);
    expect(small().parametersHash).toBe(law.parametersHash);
  });

  it("has a hash for the readings that are followed too, defaults included", () => {
    const [id] = [...law.switches.keys()];
    const point = law.switches.get(id!)!;
    const other = point.options.find((one) => one.value !== point.default)!.value;
    expect(law.readingsUnder()[id!]).toBe(point.default);
    expect(law.readingsUnder({ [id!]: other })[id!]).toBe(other);
    expect(law.hashUnder({ [id!]: point.default })).toBe(law.hashUnder());
    expect(law.hashUnder({ [id!]: other })).not.toBe(law.hashUnder());
    // A default that changes changes the hash, unlike that of the values.
    const plain = plainLaw(law);
    const switches = plain.switches.map((one) => (one.id === id ? { ...one, default: other } : one));
    const later = lawFromPlain({ ...plain, switches });
    expect(later.parametersHash).toBe(law.parametersHash);
    expect(later.hashUnder()).not.toBe(law.hashUnder());
    expect(later.hashUnder(law.readingsUnder())).toBe(law.hashUnder());
  });

  it("is refused for an unknown name, a wrong unit and an end before the beginning", () => {
    const wrong = law.withParameters([
      { id: "none", value: "1.00" },
      { id: "cap.amount", value: "45 %" },
      { id: "cap.amount", value: "1.00", from: day("2025-01-02"), to: day("2025-01-01") },
    ]);
    expect(wrong.ok ? [] : wrong.error.map((problem) => problem.id)).toEqual([
      "law.parameter.unknown",
      "law.override.value",
      "law.override.period",
    ]);
  });
});

describe("the law as plain JSON", () => {
  it("comes back as the same law", () => {
    const back = lawFromPlain(JSON.parse(JSON.stringify(plainLaw(law))));
    expect(back.parametersHash).toBe(law.parametersHash);
    expect(back.rulebook).toEqual(law.rulebook);
    expect(back.coverage).toEqual(law.coverage);
    expect(assertOk(back.parameterAt("cap.amount", day("2025-06-01"), { switches: { "OPEN-01": "HIGH" } })).value).toBe(12_000);
  });

  it("computes the same without what only people read", () => {
    const bare = lawFromPlain(JSON.parse(JSON.stringify(plainLaw(law, { register: false }))));
    expect(bare.parametersHash).toBe(law.parametersHash);
    expect(bare.rulebook.entries.size).toBe(0);
  });
});
