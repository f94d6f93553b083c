// Any graph, not only the law's: WebAssembly gives, number for number, what columns in JavaScript give, or refuses when it is built.
import { expect, it } from "vitest";
import { quarter } from "../../../kernel/index.ts";
import { openLaw } from "../../open-law.ts";
import { rule } from "../build.ts";
import { drawer, drawFacts, randomOf } from "../columns/testing/random-graph.ts";
import { buildLaw, ColumnMemory, columns, NotInColumns, numberOfFact, wasmColumns } from "../index.ts";

const law = openLaw();
const reference = quarter("2024-Q2");
const text = { nl: "x", en: "x", fr: "x" };
const graphs = 120;
const cases = 33;

it(`computes ${graphs} graphs drawn at random as JavaScript does`, () => {
  const flaws: string[] = [];
  let compared = 0;
  for (let seed = 1; seed <= graphs; seed += 1) {
    const random = randomOf(seed * 104_729);
    const gives = drawer(random).amount(2 + random(3));
    const built = buildLaw(law, [rule("answer", { ids: ["WP-01"], title: text, dutchTerm: "x", sentence: text, gives })]);
    if (!built.ok) throw new Error(built.error.map((error) => error.message.en).join());
    const facts = Array.from({ length: cases }, () => drawFacts(random));
    try {
      const script = columns(built.value, reference, { rules: ["answer"] });
      const memory = new ColumnMemory(200_000);
      const wasm = wasmColumns([{ law: built.value, switches: {} }], reference, { rules: ["answer"], memory });
      const input = wasm.makeInput(cases);
      for (const column of wasm.inputs) {
        facts.forEach((one, row) => {
          input[column.name]![row] = numberOfFact(column, one[column.name]);
        });
      }
      const [made] = wasm.makeOutput(cases);
      wasm.run(input, cases, [made!]);
      const expected = script.run(input, cases);
      compared += 1;
      for (let row = 0; row < cases; row += 1) {
        const [a, b] = [made!, expected].map(
          ({ status, values }) => `${status[row]} ${status[row] === 0 ? values.answer![row] : ""}`,
        );
        if (a !== b) flaws.push(`graph ${seed}, row ${row}: ${a} in WebAssembly, ${b} in JavaScript`);
      }
    } catch (cause) {
      if (!(cause instanceof NotInColumns)) flaws.push(`graph ${seed}: ${cause}`);
    }
  }
  expect(flaws.slice(0, 5)).toEqual([]);
  expect(compared).toBeGreaterThan(graphs / 3);
});
