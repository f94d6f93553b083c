// Any graph, not only the law's: what columns give for a case is what the explaining evaluator gives, and where the one has no value the other has none.
import { describe, expect, it } from "vitest";
import { quarter } from "../../../kernel/index.ts";
import { openLaw } from "../../open-law.ts";
import { rule } from "../build.ts";
import { Exact } from "../exact.ts";
import { buildLaw, columns, explain, NotInColumns, numberOfFact, Status } from "../index.ts";
import { drawer, drawFacts, type Random, randomOf } from "./testing/random-graph.ts";

const law = openLaw();
const reference = quarter("2024-Q2");
const text = { nl: "x", en: "x", fr: "x" };

/** What goes wrong for one drawn graph over some cases; null when the graph cannot stand in columns. */
function flawsOf(
  random: Random,
  cases: number,
): { readonly flaws: string[]; readonly values: number; readonly none: number } | null {
  const draw = drawer(random);
  const words = { ids: ["WP-01"], title: text, dutchTerm: "x", sentence: text };
  const kinds = [
    () => rule("answer", { ...words, gives: draw.amount(4) }),
    () => rule("answer", { ...words, gives: draw.amount(3) }),
    () => rule("answer", { ...words, gives: draw.flag(4) }),
    () => rule("answer", { ...words, gives: draw.word(3) }),
  ];
  const built = buildLaw(law, [kinds[random(kinds.length)]!()]);
  if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
  const facts = Array.from({ length: cases }, () => drawFacts(random));
  let kernel: ReturnType<typeof columns>;
  try {
    kernel = columns(built.value, reference, { rules: ["answer"] });
  } catch (cause) {
    if (cause instanceof NotInColumns) return null;
    throw cause;
  }
  const input = kernel.makeInput(cases);
  for (const column of kernel.inputs) {
    facts.forEach((one, row) => {
      input[column.name]![row] = numberOfFact(column, one[column.name]);
    });
  }
  const { values, status } = kernel.run(input, cases);
  const { den, codes } = kernel.outputs[0]!;
  const flaws: string[] = [];
  let none = 0;
  facts.forEach((one, row) => {
    const explained = explain(built.value, { rules: ["answer"], facts: one, quarter: reference, steps: false });
    const value = explained.values.get("answer");
    const known = new Set(kernel.openPoints);
    for (const point of explained.openPoints)
      if (!known.has(point)) flaws.push(`row ${row} leans on ${point}, which the kernel does not name`);
    if (value !== undefined) {
      const number = values.answer![row]!;
      const same =
        value instanceof Exact
          ? value.num * BigInt(den) === BigInt(number) * value.den
          : value === (codes === null ? number === 1 : codes[number - 1]);
      if (status[row] !== 0) flaws.push(`row ${row} has a value, but status ${status[row]}`);
      else if (!same)
        flaws.push(`row ${row} is ${value instanceof Exact ? `${value.num}/${value.den}` : value}, in columns ${number}/${den}`);
      return;
    }
    none += 1;
    if (status[row] === 0) flaws.push(`row ${row} has no value, but status 0`);
    if (explained.outcome === "incomplete" && (status[row]! & Status.missing) === 0)
      flaws.push(`row ${row} misses a fact: status ${status[row]}`);
  });
  return { flaws, values: cases - none, none };
}

describe("a graph drawn at random", () => {
  const graphs = Number(process.env.AGREEMENT_GRAPHS ?? "250");
  it(`gives in columns what it gives when explained, for ${graphs} graphs`, () => {
    const flaws: string[] = [];
    let [inColumns, values, none] = [0, 0, 0];
    for (let seed = 1; seed <= graphs; seed += 1) {
      const found = flawsOf(randomOf(seed * 7_919), 24);
      if (found === null) continue;
      inColumns += 1;
      values += found.values;
      none += found.none;
      flaws.push(...found.flaws.map((flaw) => `graph ${seed}: ${flaw}`));
    }
    expect(flaws.slice(0, 5)).toEqual([]);
    // Were most graphs refused, or most cases without a value, this would compare little.
    expect(inColumns).toBeGreaterThan(graphs / 3);
    expect(values).toBeGreaterThan(inColumns * 6);
    expect(none).toBeGreaterThan(inColumns);
  });
});
