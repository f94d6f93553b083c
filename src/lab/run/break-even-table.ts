// The break-even wage of every kind of grant in one quarter, under both laws: by package, place in the grant, percentage and need for guidance.
import { addQuarters, firstDay, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import {
  type ColumnArray,
  columns,
  guidanceNeeds,
  type InputColumn,
  type Law,
  numberOfFact,
  type OutputColumns,
  type Scenario,
  startPackages,
  wasmColumns,
} from "../../law/index.ts";
import { totalRule } from "../reform/apply-reform.ts";
import { type BreakEven, coversLoss, dearestWage, type HoldsAt, turningPoints } from "./break-even.ts";

export interface WageLimit {
  /** Up to this wage cost support covers the loss. */
  readonly breakEven: BreakEven;
  /** From this wage cost on support stays the same; null: it never grows, or goes on growing. */
  readonly growsUpTo: number | null;
}

export interface KindLimit {
  readonly component: "wagePremium" | "total";
  readonly guidanceNeed: string;
  readonly before: WageLimit;
  readonly after: WageLimit;
}

/** Somebody at full time who is present the whole quarter. */
export interface BreakEvenKind {
  readonly package: string;
  /** In ten-thousandths; only of a package that an evaluation set: the others follow from the package. */
  readonly percentage: number | null;
  /** Numbers of the quarters of the grant for which these limits hold. */
  readonly firstQuarter: number;
  readonly lastQuarter: number;
  readonly limits: readonly KindLimit[];
}

interface Asked {
  readonly package: string;
  readonly percentage: number | null;
  readonly number: number;
  readonly guidanceNeed: string;
}

type Run = (input: Readonly<Record<string, ColumnArray>>) => readonly [OutputColumns, OutputColumns];

/** @param scenarios - The law as it is, and under the reform; each with the wage premium and the total among its rules. */
export function breakEvenTable(
  law: Law,
  scenarios: readonly Scenario[],
  quarter: Quarter,
  loss: number,
  withoutWasm: boolean,
): readonly BreakEvenKind[] {
  const asked = askedOf(law, quarter);
  const { inputs, run } = kernelOf(scenarios, quarter, asked.length, withoutWasm);
  const input = inputOf(inputs, asked, quarter);
  const [wagePremium, total] = (["wagePremium", totalRule] as const).map((rule) =>
    ([0, 1] as const).map((which) => limitsOf(which, rule, run, input, asked.length, loss)),
  );
  const needs = guidanceNeeds.length;
  const each: BreakEvenKind[] = [];
  for (let at = 0; at < asked.length; at += needs) {
    const { package: name, percentage, number } = asked[at]!;
    const limit = (component: KindLimit["component"], place: number): KindLimit => {
      const [before, after] = (component === "total" ? total : wagePremium)!;
      return { component, guidanceNeed: asked[place]!.guidanceNeed, before: before![place]!, after: after![place]! };
    };
    const totals = guidanceNeeds.map((_, need) => limit("total", at + need));
    each.push({
      package: name,
      percentage,
      firstQuarter: number,
      lastQuarter: number,
      limits: [limit("wagePremium", at), ...totals],
    });
  }
  return joined(each);
}

/** Quarters that follow each other with the same limits are said once. */
function joined(each: readonly BreakEvenKind[]): readonly BreakEvenKind[] {
  const made: BreakEvenKind[] = [];
  for (const kind of each) {
    const last = made.at(-1);
    const same =
      last !== undefined &&
      last.package === kind.package &&
      last.percentage === kind.percentage &&
      JSON.stringify(last.limits) === JSON.stringify(kind.limits);
    if (same) made[made.length - 1] = { ...last, lastQuarter: kind.lastQuarter };
    else made.push(kind);
  }
  return made;
}

/** Every need of one kind stands together. */
function askedOf(law: Law, quarter: Quarter): readonly Asked[] {
  const value = (id: string) => {
    const read = law.parameterAt(id, firstDay(quarter));
    if (!read.ok) throw new TypeError(`The law gives no ${id} in ${quarter}`);
    return Number(read.value.value);
  };
  const [least, most, step] = [value("wagePremium.minPct"), value("wagePremium.maxPct"), value("wagePremium.stepPct")];
  const percentages = Array.from({ length: Math.floor((most - least) / step) + 1 }, (_, index) => least + index * step);
  return startPackages.flatMap((name) =>
    (name === "AFTER_EVALUATION" ? percentages : [null]).flatMap((percentage) =>
      Array.from({ length: value(name === "T2" ? "term.quarters.temporary" : "term.quarters.lasting") }, (_, index) =>
        guidanceNeeds.map((guidanceNeed): Asked => ({ package: name, percentage, number: index + 1, guidanceNeed })),
      ).flat(),
    ),
  );
}

function kernelOf(
  scenarios: readonly Scenario[],
  quarter: Quarter,
  rows: number,
  withoutWasm: boolean,
): { readonly inputs: readonly InputColumn[]; readonly run: Run } {
  if (withoutWasm) {
    const kernels = scenarios.map(({ law, rules, switches = {} }) => columns(law, quarter, { rules: rules!, switches }));
    const inputs = [...new Map(kernels.flatMap((one) => one.inputs.map((input) => [input.name, input] as const))).values()];
    return {
      inputs,
      run: (input) => kernels.map((kernel) => kernel.run(input, rows)) as unknown as [OutputColumns, OutputColumns],
    };
  }
  const kernel = wasmColumns(scenarios, quarter, { rules: [] });
  const output = kernel.outputs.map((list) => ({
    values: Object.fromEntries(list.map(({ rule, array }) => [rule, emptyArray(array, rows)])),
    status: new Uint8Array(rows),
  }));
  return {
    inputs: kernel.inputs,
    run: (input) => {
      kernel.run(input, rows, output);
      return output as unknown as [OutputColumns, OutputColumns];
    },
  };
}

function emptyArray(name: InputColumn["array"], rows: number): ColumnArray {
  return new { Int32Array, Int16Array, Uint8Array, Float64Array }[name](rows);
}

function inputOf(inputs: readonly InputColumn[], asked: readonly Asked[], quarter: Quarter): Record<string, ColumnArray> {
  return Object.fromEntries(
    inputs.map((column) => {
      const made = emptyArray(column.array, asked.length);
      for (const [row, { package: name, percentage, number, guidanceNeed }] of asked.entries()) {
        const facts: Readonly<Record<string, string | number | null>> = {
          package: name,
          percentage,
          guidanceNeed,
          startQuarter: quarterIndexNumber(addQuarters(quarter, 1 - number)),
          employmentFraction: 10_000,
          grossWage: 0,
          employerContributions: 0,
          contributionReductions: 0,
        };
        made[row] = numberOfFact(column, facts[column.name]);
      }
      return [column.name, made] as const;
    }),
  );
}

function limitsOf(
  which: 0 | 1,
  rule: string,
  run: Run,
  input: Readonly<Record<string, ColumnArray>>,
  rows: number,
  loss: number,
): readonly WageLimit[] {
  // The wage cost is looked for as a whole, so contributions are left out.
  const at = (grossWage: Int32Array): OutputColumns => run({ ...input, grossWage })[which];
  const covers: HoldsAt = (wages, held) => {
    const { values, status } = at(wages);
    const support = values[rule]!;
    for (let row = 0; row < rows; row += 1) held[row] = Number(status[row] === 0 && coversLoss(support[row]!, wages[row]!, loss));
  };
  const full = Float64Array.from(at(new Int32Array(rows).fill(dearestWage)).values[rule]!);
  const grows: HoldsAt = (wages, held) => {
    const { values, status } = at(wages);
    const support = values[rule]!;
    for (let row = 0; row < rows; row += 1) held[row] = Number(status[row] === 0 && support[row]! < full[row]!);
  };
  const growing = turningPoints(rows, grows, dearestWage);
  return turningPoints(rows, covers, dearestWage).map((breakEven, row) => ({ breakEven, growsUpTo: upTo(growing[row]!) }));
}

/** The euro after the last one at which support was not yet full; past the dearest wage it goes on growing. */
function upTo(lastGrowing: BreakEven): number | null {
  return typeof lastGrowing === "number" && lastGrowing + 100 < dearestWage ? lastGrowing + 100 : null;
}
