// A step's sentence is filled in with its own value, its month, its facts, parameters and the steps it used; what is not known is three dots.
import { describe, expect, it } from "vitest";
import { whole } from "./exact.ts";
import type { ParameterCell } from "./frame.ts";
import type { AnyRule } from "./kinds/rule.ts";
import { partsOf, sentenceOf } from "./sentence.ts";
import { type FactRead, Step, StepPlace } from "./trace.ts";
import { NoValue } from "./value.ts";

const ruleOf = (id: string, unit: string, sentence = "") =>
  ({ id, unit, sentence: { nl: sentence, en: sentence, fr: sentence } }) as unknown as AnyRule;

function stepOf(sentence: string, more: { unit?: string; month?: string | null; value?: Step["value"] } = {}): Step {
  const step = new Step(new StepPlace(ruleOf("one", more.unit ?? "cents/quarter", sentence), more.month ?? null));
  step.value = "value" in more ? more.value : whole(123_456);
  return step;
}

const none = new NoValue([], [], []);
/** With plain spaces, where the text keeps a sign and its number together. */
const say = (step: Step, steps: readonly Step[] = [], language: "nl" | "en" | "fr" = "nl") =>
  sentenceOf(step, steps, language, (code) =>
    code === "P5" ? { nl: "pakket 5", en: "package 5", fr: "paquet 5" } : undefined,
  ).replaceAll("\u00a0", " ");

describe("the parts of a sentence", () => {
  it("are its fixed texts and its places, in order, with nothing between two places that touch", () => {
    expect(partsOf("Het is {value}{month} en {rule:wageCap}.")).toEqual([
      "Het is ",
      { kind: "value", name: "" },
      { kind: "month", name: "" },
      " en ",
      { kind: "rule", name: "wageCap" },
      ".",
    ]);
    expect(partsOf("{fact:a b}")).toEqual([{ kind: "fact", name: "a b" }]);
    expect(partsOf("niets")).toEqual(["niets"]);
    expect(partsOf("")).toEqual([]);
    expect(partsOf("niets")).toBe(partsOf("niets"));
  });
});

describe("a sentence", () => {
  it("shows the step's own value, and three dots when there is none", () => {
    expect(say(stepOf("Dat is {value}!"))).toBe("Dat is € 1.234,56!");
    expect(say(stepOf("Dat is {value}!", { value: none }))).toBe("Dat is …!");
    expect(say(stepOf("Dat is {value}!", { value: undefined }))).toBe("Dat is …!");
  });

  it("shows the month of a step about a month", () => {
    const step = (month: string | null) => stepOf("In {month}.", { month });
    expect(say(step("2024-01"))).toBe("In januari 2024.");
    expect(say(step("2024-12"), [], "fr")).toBe("In décembre 2024.");
    expect(say(step(null))).toBe("In ….");
  });

  it("shows the fact that it names, codes by their name", () => {
    const read: FactRead[] = [
      { name: "package", unit: "code", value: "P5" },
      { name: "wage", unit: "cents/quarter", value: whole(100) },
    ];
    const step = Object.assign(stepOf("Loon {fact:wage}, {fact:package}."), { facts: read });
    expect(say(step)).toBe("Loon € 1,00, pakket 5.");
    const absent: FactRead[] = [{ name: "wage", unit: "cents/quarter", value: undefined }];
    const empty = Object.assign(stepOf("Loon {fact:wage}, {fact:other}."), { facts: absent });
    expect(say(empty)).toBe("Loon …, ….");
  });

  it("shows the parameter that it names", () => {
    const cell = (id: string, value: ParameterCell["value"]) => ({ id, unit: "basisPoints", value }) as ParameterCell;
    const parameters = [cell("a", whole(1)), cell("b", none)];
    const step = Object.assign(stepOf("{parameter:a} en {parameter:b} en {parameter:c}"), { parameters });
    expect(say(step)).toBe("100 % en … en …");
  });

  it("shows what a step that it used gave, in its own month or for the whole quarter", () => {
    const used = (id: string, month: string | null, cents: number) => {
      const step = new Step(new StepPlace(ruleOf(id, "cents/quarter"), month));
      step.value = whole(cents);
      return step;
    };
    const steps = [used("a", "2024-01", 100), used("a", "2024-02", 200), used("b", null, 300), used("c", "2024-01", 400)];
    expect(say(stepOf("{rule:a} {rule:b} {rule:c}", { month: "2024-02" }), steps)).toBe("€ 2,00 € 3,00 …");
    expect(say(stepOf("{rule:a} {rule:b} {rule:x}"), steps)).toBe("… € 3,00 …");
    const refused = used("b", null, 1);
    refused.value = none;
    expect(say(stepOf("{rule:b}"), [refused])).toBe("…");
  });

  it("needs no names of codes", () => {
    expect(sentenceOf(stepOf("{value}", { unit: "code", value: "P5" }), [], "nl")).toBe("P5");
  });
});
