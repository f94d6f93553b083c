// One batch of random cases computed in four ways: WebAssembly, JavaScript columns, explain, and the hand-written oracle in BigInt.
import { type Quarter, quarter } from "../../src/kernel/index.ts";
import {
  ColumnMemory,
  columns,
  explain,
  type Law,
  numberOfFact,
  plainValue,
  type SwitchChoice,
  wasmColumns,
} from "../../src/law/index.ts";
import { factsOfCase } from "./facts-of-case.ts";
import { oracle } from "./law-oracle.ts";
import { randomCase, randomNumbers } from "./random-cases.ts";

const rules = Object.freeze(["wagePremium", "guidancePremium", "employerTotal"]);

export interface FourWays {
  readonly cases: number;
  /** Cases with an amount; the others are refused by all four. */
  readonly due: number;
  readonly cents: number;
  readonly wrong: readonly string[];
}

export function fourWays(law: Law, switches: SwitchChoice, year: number, n: number, count: number, seed: number): FourWays {
  const reference: Quarter = quarter(`${year}-Q${n}`);
  const random = randomNumbers(seed);
  const cases = Array.from({ length: count }, () => randomCase(year, n, random));
  const memory = new ColumnMemory(count * 96 + 2_000_000);
  const wasm = wasmColumns([{ law, switches }], reference, { rules, memory });
  const script = columns(law, reference, { rules, switches });
  const input = wasm.makeInput(count);
  const facts = cases.map(factsOfCase);
  for (const one of wasm.inputs) {
    facts.forEach((fact, row) => {
      input[one.name]![row] = numberOfFact(one, fact[one.name]);
    });
  }
  const [byWasm] = wasm.makeOutput(count);
  wasm.run(input, count, [byWasm!]);
  const byScript = script.run(input, count);

  const wrong: string[] = [];
  let due = 0;
  let cents = 0;
  cases.forEach((one, row) => {
    const explained = explain(law, { rules, facts: facts[row]!, quarter: reference, switches, steps: false });
    const answer = oracle(law, one, switches);
    const amounts = (list: readonly (number | bigint | undefined)[]) => list.join(" ");
    const none = "none";
    const ways = {
      wasm: byWasm!.status[row] === 0 ? amounts(rules.map((rule) => byWasm!.values[rule]![row])) : none,
      script: byScript.status[row] === 0 ? amounts(rules.map((rule) => byScript.values[rule]![row])) : none,
      explained:
        explained.outcome === "value"
          ? amounts(rules.map((rule) => plainValue(explained.values.get(rule)!, "cents/quarter") as number))
          : none,
      oracle: typeof answer === "string" ? none : amounts([answer.wage, answer.guidance, answer.wage + answer.guidance]),
    };
    const sameStatus = byWasm!.status[row] === byScript.status[row];
    if (new Set(Object.values(ways)).size > 1 || !sameStatus) {
      wrong.push(
        JSON.stringify({
          reference,
          switches,
          one,
          ...ways,
          wasmStatus: byWasm!.status[row],
          scriptStatus: byScript.status[row],
        }),
      );
    }
    if (ways.oracle !== none) {
      due += 1;
      cents += byWasm!.values.employerTotal![row]!;
    }
  });
  return { cases: count, due, cents, wrong };
}

/** Every quarter from the first of the scheme to the end of 2026. */
export const quartersOfTheScheme: readonly (readonly [year: number, n: number])[] = [2023, 2024, 2025, 2026]
  .flatMap((year) => [1, 2, 3, 4].map((n) => [year, n] as const))
  .slice(2);
