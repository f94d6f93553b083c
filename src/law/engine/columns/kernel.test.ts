// What a kernel gives out: the array that holds every value, whatever the rule's kind, and input and output of the size that is asked.
import { describe, expect, it } from "vitest";
import { quarter } from "../../../kernel/index.ts";
import { openLaw } from "../../open-law.ts";
import { add, atLeast, codeInput, constant, divide, input, isOneOf, rule, select } from "../build.ts";
import { buildLaw, columns, NotInColumns } from "../index.ts";
import type { Expression } from "../node.ts";
import type { Unit } from "../units.ts";

const law = openLaw();
const reference = quarter("2024-Q2");
const text = { nl: "x", en: "x", fr: "x" };
const kind = codeInput("kind", ["A", "B", "C"]);
const wage = input("wage", "cents/quarter");

function kernelOf(gives: Expression<Unit>) {
  const made = rule("answer", { ids: ["WP-01"], title: text, dutchTerm: "x", sentence: text, gives });
  const built = buildLaw(law, [made]);
  if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
  return columns(built.value, reference, { rules: ["answer"] });
}
const outputOf = (gives: Expression<Unit>) => kernelOf(gives).outputs[0];

describe("an output", () => {
  it("of 32 bits stands in whole numbers, beyond that in doubles", () => {
    const amount = (cents: number) => outputOf(constant("cents/quarter", cents));
    expect(amount(2 ** 31 - 1)).toMatchObject({ array: "Int32Array", den: 1, unit: "cents/quarter", codes: null });
    expect(amount(2 ** 31)).toMatchObject({ array: "Float64Array", den: 1 });
    expect(amount(-(2 ** 31))).toMatchObject({ array: "Int32Array" });
    expect(amount(-(2 ** 31) - 1)).toMatchObject({ array: "Float64Array" });
    expect(outputOf(divide(wage, constant("ratio", 30_000)))).toMatchObject({ array: "Float64Array", den: 3 });
    expect(outputOf(wage)).toMatchObject({ array: "Int32Array", den: 1 });
  });

  it("that is a flag or a code stands in bytes", () => {
    expect(outputOf(atLeast(wage, constant("cents/quarter", 5)))).toEqual({
      rule: "answer",
      unit: "flag",
      array: "Uint8Array",
      den: 1,
      codes: null,
    });
    expect(outputOf(kind)).toEqual({ rule: "answer", unit: "code", array: "Uint8Array", den: 1, codes: ["A", "B", "C"] });
  });

  it("with a denominator too fine for a double is refused", () => {
    const fine = (times: number): Expression<"cents/quarter"> =>
      times === 0 ? constant("cents/quarter", 1) : divide(fine(times - 1), constant("ratio", 99_990_000));
    expect(outputOf(fine(3))?.den).toBe(9_999 ** 3);
    expect(() => outputOf(fine(4))).toThrow(NotInColumns);
  });
});

describe("a kernel", () => {
  it("computes amounts, flags and codes of the same rows", () => {
    const rows = { wage: Int32Array.of(4, 5, 6), kind: Uint8Array.of(1, 2, 3) };
    expect(kernelOf(atLeast(wage, constant("cents/quarter", 5))).run(rows, 3).values.answer).toEqual(Uint8Array.of(0, 1, 1));
    expect(kernelOf(kind).run(rows, 3).values.answer).toEqual(Uint8Array.of(1, 2, 3));
    const shown = select(isOneOf(kind, "A", "C"), add(wage, wage), constant("cents/quarter", -1));
    expect(kernelOf(shown).run(rows, 3)).toMatchObject({
      values: { answer: Int32Array.of(8, -1, 12) },
      status: Uint8Array.of(0, 0, 0),
    });
    expect(kernelOf(constant("cents/quarter", 7)).run({}, 2)).toMatchObject({
      values: { answer: Int32Array.of(7, 7) },
      status: Uint8Array.of(0, 0),
    });
  });

  it("makes input with every fact left out, and output, of the size that is asked", () => {
    const kernel = kernelOf(select(isOneOf(kind, "A"), wage, constant("cents/quarter", 1)));
    const made = kernel.makeInput(3);
    expect(made.kind).toEqual(Uint8Array.of(0, 0, 0));
    expect(made.wage).toEqual(Int32Array.of(0, 0, 0));
    const output = kernel.makeOutput(3);
    expect([output.status.length, output.values.answer!.length]).toEqual([3, 3]);
    const flags = kernelOf(select(input("open", "flag"), wage, wage)).makeInput(2);
    expect(flags.open).toEqual(Uint8Array.of(2, 2));
    const shares = kernelOf(atLeast(input("share", "fraction"), constant("fraction", 1))).makeInput(2);
    expect(shares.share).toEqual(Int16Array.of(-1, -1));
  });
});
