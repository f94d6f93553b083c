// A reform over a whole population, quarter after quarter: both laws in one pass, differences added up case by case.
import { addQuarters, type PlainDate, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import {
  type ColumnArray,
  ColumnMemory,
  columns,
  type Law,
  type OutputColumns,
  type ParameterOverride,
  type Scenario,
  wasmColumns,
  webAssembly,
} from "../../law/index.ts";
import { type DisclosureGate, openGate } from "../disclosure.ts";
import { type Assumptions, defaultAssumptions, missingFacts, type Population, wageFacts } from "../population/population.ts";
import { type ReformedLaw, totalRule } from "../reform/apply-reform.ts";
import type { Breakdown, ComponentCost, LabResult, QuarterCost, Spread } from "./result.ts";

/** Amounts that make up the total, by rule. */
export const componentRules = ["wagePremium", "guidancePremium"] as const;

export interface LabOptions {
  /** First quarter; left out, the one after the population's base. */
  readonly from?: Quarter;
  readonly quarters: number;
  readonly assumptions?: Assumptions;
  readonly gate?: DisclosureGate;
  /** Quarter whose amounts are spread out; left out, the first. */
  readonly focus?: Quarter;
  /** Where kernels work; left out, one is made. */
  readonly memory?: ColumnMemory;
  /** Room of earlier runs over the same population under the same assumptions; left out, one is made. */
  readonly room?: LabRoom;
  /** Computes in JavaScript even where there is WebAssembly. */
  readonly withoutWasm?: boolean;
}

/** A fact that a reform needs and the population does not have. */
export class MissingData extends Error {
  override readonly name = "MissingData";
  readonly facts: readonly string[];

  constructor(facts: readonly string[]) {
    super(`The population has no ${facts.join(", ")}`);
    this.facts = facts;
  }
}

/** Bytes that a run over so many rows needs for its own columns. */
export function workingBytes(rows: number): number {
  return rows * 96 + 8_000_000;
}

/** Throws `MissingData`, and `NotInColumns` when an amount could leave the exact range. */
export function runLab(reformed: ReformedLaw, population: Population, options: LabOptions): LabResult {
  const started = performance.now();
  const { quarters, assumptions = defaultAssumptions, gate = openGate } = options;
  const from = options.from ?? addQuarters(population.base, 1);
  const focus = options.focus ?? from;
  const work = new Work(reformed, options.room ?? new LabRoom(population, assumptions, options));
  const costs: QuarterCost[] = [];
  let spreads: { before: Spread; after: Spread } = { before: nothing, after: nothing };
  for (let index = 0; index < quarters; index += 1) {
    const quarter = addQuarters(from, index);
    costs.push(work.quarter(quarter));
    if (quarter === focus) spreads = work.spreads();
  }
  const people = work.people();
  const sum = (of: (one: QuarterCost) => number) => costs.reduce((total, one) => total + of(one), 0);
  const { version, parametersHash, graph } = reformed.before;
  return {
    reform: reformed.reform.id,
    origin: population.origin,
    grants: population.rows,
    assumptions,
    law: { version, parameters: parametersHash, rules: graph.hash },
    quarters: costs,
    before: sum((one) => one.before),
    after: sum((one) => one.after),
    change: sum((one) => one.change),
    ...people,
    focus: { quarter: focus, ...spreads },
    breakdowns: work.breakdowns(gate),
    uncertainty: null,
    milliseconds: performance.now() - started,
  };
}

const nothing: Spread = { average: 0, p10: 0, p50: 0, p90: 0 };

/** Columns that runs over one population share, one run after the other. */
export class LabRoom {
  readonly population: Population;
  readonly assumptions: Assumptions;
  readonly memory: ColumnMemory | null;
  readonly input: Record<string, ColumnArray>;
  /** Cents over all quarters so far, and whether a row ever had an amount. */
  readonly net: Float64Array;
  readonly touched: Uint8Array;
  readonly grown: (law: Law) => Law;
  readonly outputs = new Map<string, readonly OutputColumns[]>();
  /** Quarter and rows that the wages stand at. */
  wagesAt: { readonly quarter: Quarter; readonly rows: number } | null = null;

  constructor(population: Population, assumptions: Assumptions, options: Pick<LabOptions, "memory" | "withoutWasm"> = {}) {
    this.population = population;
    this.assumptions = assumptions;
    const { rows } = population;
    const wasm = webAssembly !== undefined && options.withoutWasm !== true;
    this.memory = wasm ? (options.memory ?? new ColumnMemory(workingBytes(rows))) : null;
    this.net = new Float64Array(rows);
    this.touched = new Uint8Array(rows);
    this.input = { ...population.facts };
    for (const name of wageFacts) {
      if (population.facts[name] !== undefined)
        this.input[name] = this.memory === null ? new Int32Array(rows) : this.memory.column("Int32Array", rows);
    }
    if (this.memory !== null) {
      // Facts that stand elsewhere are brought over once, not for every quarter.
      for (const [name, column] of Object.entries(population.facts)) {
        if ((wageFacts as readonly string[]).includes(name) || this.memory.holds(column)) continue;
        const near = this.memory.column(column.constructor.name as "Int32Array", rows);
        near.set(column);
        this.input[name] = near;
      }
    }
    this.grown = grownLaw(population.base, assumptions);
  }
}

class Work {
  private readonly input: Record<string, ColumnArray>;
  private readonly net: Float64Array;
  private readonly touched: Uint8Array;
  private readonly memory: ColumnMemory | null;
  private readonly room: LabRoom;
  /** Rows of the largest quarter so far: who comes later has no amounts. */
  private seen = 0;
  private last: { readonly rows: number; readonly output: readonly OutputColumns[]; readonly number: number } | null = null;
  private readonly reformed: ReformedLaw;
  private readonly population: Population;
  private readonly assumptions: Assumptions;
  private readonly grown: (law: Law) => Law;
  private readonly outputs: Map<string, readonly OutputColumns[]>;

  constructor(reformed: ReformedLaw, room: LabRoom) {
    this.reformed = reformed;
    this.room = room;
    this.population = room.population;
    this.assumptions = room.assumptions;
    this.memory = room.memory;
    this.input = room.input;
    this.net = room.net.fill(0);
    this.touched = room.touched.fill(0);
    this.grown = room.grown;
    this.outputs = room.outputs;
  }

  quarter(quarter: Quarter): QuarterCost {
    const { population, memory } = this;
    const number = quarterIndexNumber(quarter);
    const rows = upTo(population.firstQuarter, number);
    this.seen = Math.max(this.seen, rows);
    this.uprate(quarter, rows);
    const after = this.reformed.at(quarter);
    const added = after.added.map(({ id }) => id);
    const scenarios: readonly Scenario[] = [
      { law: this.grown(this.reformed.before), rules: [...componentRules, totalRule] },
      { law: this.grown(after.law), switches: after.switches, rules: [...componentRules, totalRule, ...added] },
    ];
    let output: readonly OutputColumns[];
    if (memory === null) {
      const kernels = scenarios.map((one) =>
        columns(one.law, quarter, { rules: one.rules!, ...(one.switches === undefined ? {} : { switches: one.switches }) }),
      );
      const missing = kernels.flatMap(({ inputs }) => missingFacts(inputs, population));
      if (missing.length > 0) throw new MissingData([...new Set(missing)]);
      output = kernels.map((kernel) => kernel.run(this.input, rows));
    } else {
      const mark = memory.mark();
      const kernel = wasmColumns(scenarios, quarter, { rules: [], memory });
      const missing = missingFacts(kernel.inputs, population);
      if (missing.length > 0) throw new MissingData(missing);
      const shape = JSON.stringify(kernel.outputs);
      let made = this.outputs.get(shape);
      if (made === undefined) {
        made = kernel.makeOutput(population.rows);
        this.outputs.set(shape, made);
        kernel.run(this.input, rows, made);
      } else {
        kernel.run(this.input, rows, made);
        // Constants and tables of this quarter are not needed again.
        memory.release(mark);
      }
      output = made;
    }
    this.last = { rows, output, number };
    return this.cost(quarter, number, rows, output, added);
  }

  /** Wages of the base quarter at the level of another: whole cents, rounded down. */
  private uprate(quarter: Quarter, rows: number): void {
    const { wagesAt } = this.room;
    if (wagesAt?.quarter === quarter && wagesAt.rows === rows) return;
    this.room.wagesAt = { quarter, rows };
    const factor = growth(this.assumptions.wageGrowth, quarterIndexNumber(quarter) - quarterIndexNumber(this.population.base));
    for (const name of wageFacts) {
      const base = this.population.facts[name];
      const raised = this.input[name];
      if (base === undefined || raised === undefined) continue;
      if (factor === 10_000) raised.set(base.subarray(0, rows));
      // A product of at most 2^31 and some ten thousands stays exact, and a quotient of exact numbers rounds down exactly.
      else for (let row = 0; row < rows; row += 1) raised[row] = Math.floor((base[row]! * factor) / 10_000);
    }
  }

  private cost(
    quarter: Quarter,
    number: number,
    rows: number,
    output: readonly OutputColumns[],
    added: readonly string[],
  ): QuarterCost {
    const [before, after] = output as [OutputColumns, OutputColumns];
    const { lastQuarter } = this.population;
    const { net, touched } = this;
    const totalBefore = before.values[totalRule]!;
    const totalAfter = after.values[totalRule]!;
    const wageBefore = before.values.wagePremium!;
    const wageAfter = after.values.wagePremium!;
    const guidanceBefore = before.values.guidancePremium!;
    const guidanceAfter = after.values.guidancePremium!;
    const [statusBefore, statusAfter] = [before.status, after.status];
    let [due, refused, sumBefore, sumAfter, change] = [0, 0, 0, 0, 0];
    let [wageSumBefore, wageSumAfter, guidanceSumBefore, guidanceSumAfter] = [0, 0, 0, 0];
    for (let row = 0; row < rows; row += 1) {
      if (lastQuarter[row]! < number) continue;
      if ((statusBefore[row]! | statusAfter[row]!) !== 0) {
        refused += 1;
        continue;
      }
      const [a, b] = [totalBefore[row]!, totalAfter[row]!];
      due += 1;
      sumBefore += a;
      sumAfter += b;
      change += b - a;
      wageSumBefore += wageBefore[row]!;
      wageSumAfter += wageAfter[row]!;
      guidanceSumBefore += guidanceBefore[row]!;
      guidanceSumAfter += guidanceAfter[row]!;
      net[row]! += b - a;
      touched[row] = 1;
    }
    const components: ComponentCost[] = [
      { rule: "wagePremium", before: wageSumBefore, after: wageSumAfter },
      { rule: "guidancePremium", before: guidanceSumBefore, after: guidanceSumAfter },
      ...added.map((rule) => {
        let sum = 0;
        const values = after.values[rule]!;
        for (let row = 0; row < rows; row += 1) {
          if (lastQuarter[row]! >= number && (statusBefore[row]! | statusAfter[row]!) === 0) sum += values[row]!;
        }
        return { rule, before: 0, after: sum };
      }),
    ];
    return { quarter, due, refused, components, before: sumBefore, after: sumAfter, change };
  }

  /** Of the quarter that was computed last. Counts by whole euro: quicker than sorting, and a spread needs no cents. */
  spreads(): { before: Spread; after: Spread } {
    const { rows, output, number } = this.last!;
    const { lastQuarter } = this.population;
    const [before, after] = output as [OutputColumns, OutputColumns];
    const [one, other] = [before.values[totalRule]!, after.values[totalRule]!];
    const [statusOne, statusOther] = [before.status, after.status];
    const [countsOne, countsOther] = [new Uint32Array(mostEuro + 1), new Uint32Array(mostEuro + 1)];
    let [count, sumOne, sumOther] = [0, 0, 0];
    for (let row = 0; row < rows; row += 1) {
      if (lastQuarter[row]! < number || (statusOne[row]! | statusOther[row]!) !== 0) continue;
      const [a, b] = [one[row]!, other[row]!];
      count += 1;
      sumOne += a;
      sumOther += b;
      countsOne[Math.min(mostEuro, Math.floor(a / 100))]! += 1;
      countsOther[Math.min(mostEuro, Math.floor(b / 100))]! += 1;
    }
    return { before: spreadOf(countsOne, count, sumOne), after: spreadOf(countsOther, count, sumOther) };
  }

  /** Also leaves in `touched`, by row: 0 no amounts, 1 the same, 2 more, 3 less. */
  people(): { winners: number; losers: number; same: number } {
    const { net, touched, seen } = this;
    let [winners, losers, same] = [0, 0, 0];
    for (let row = 0; row < seen; row += 1) {
      if (touched[row] === 0) continue;
      const change = net[row]!;
      if (change > 0) {
        winners += 1;
        touched[row] = 2;
      } else if (change < 0) {
        losers += 1;
        touched[row] = 3;
      } else same += 1;
    }
    return { winners, losers, same };
  }

  breakdowns(gate: DisclosureGate): readonly Breakdown[] {
    return this.population.traits.map((trait) => {
      const column = this.population.traitColumns[trait.id]!;
      const count = trait.values.length;
      const { net, touched, seen } = this;
      const people = new Uint32Array(count * 4);
      const change = new Float64Array(count);
      for (let row = 0; row < seen; row += 1) {
        const kind = touched[row]!;
        const code = column[row]!;
        people[code * 4 + kind]! += 1;
        if (kind > 1) change[code]! += net[row]!;
      }
      return {
        trait: trait.id,
        groups: trait.values.map(({ code }, i) => {
          const [kept, won, lost] = [people[i * 4 + 1]!, people[i * 4 + 2]!, people[i * 4 + 3]!];
          const all = won + lost + kept;
          // Few winners in a large group say as much about each of them as a small group does.
          const shown = [all, won, lost].every((one) => gate.mayShow(one));
          return shown
            ? { code, people: all, winners: won, losers: lost, same: kept, change: change[i]! }
            : { code, people: gate.mayShow(all) ? all : 0, winners: 0, losers: 0, same: 0, change: null };
        }),
      };
    });
  }
}

/** Dearer amounts than this count as this much. */
const mostEuro = 99_999;

function spreadOf(counts: Uint32Array, count: number, sum: number): Spread {
  if (count === 0) return nothing;
  const at = (share: number) => {
    const place = Math.min(count - 1, Math.floor(count * share));
    let passed = 0;
    for (let euro = 0; euro < counts.length; euro += 1) {
      passed += counts[euro]!;
      if (passed > place) return euro * 100;
    }
    return mostEuro * 100;
  };
  return { average: Math.round(sum / count), p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** A yearly rise in ten-thousandths over some quarters, as a factor in ten-thousandths. */
export function growth(yearly: number, quarters: number): number {
  return Math.round(10_000 * (1 + yearly / 10_000) ** (quarters / 4));
}

/** Rows whose start quarter is not after a quarter: they stand first. */
function upTo(firstQuarter: Int32Array, number: number): number {
  let [low, high] = [0, firstQuarter.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstQuarter[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The law with the guaranteed minimum income that is assumed past the last known value, for ten years from the base quarter on. */
function grownLaw(base: Quarter, assumptions: Assumptions): (law: Law) => Law {
  const made = new WeakMap<Law, Law>();
  return (law) => {
    const known = made.get(law);
    if (known !== undefined) return known;
    const [last] = law.timeline("ggmmi").slice(-1);
    const grown = last === undefined ? law : withOverrides(law, laterValues(last.value as number, last.from, base, assumptions));
    made.set(law, grown);
    return grown;
  };
}

/** One value per year, on 1 January, after the last known one. */
function laterValues(value: number, from: PlainDate, base: Quarter, assumptions: Assumptions): readonly ParameterOverride[] {
  if (assumptions.minimumIncomeGrowth === 0) return [];
  const first = Math.max(Number(from.slice(0, 4)), Number(base.slice(0, 4))) + 1;
  return Array.from({ length: 11 }, (_, year) => {
    const cents = Math.floor((value * growth(assumptions.minimumIncomeGrowth, 4 * (year + 1))) / 10_000);
    return {
      id: "ggmmi",
      value: `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`,
      from: `${first + year}-01-01` as PlainDate,
    };
  });
}

function withOverrides(law: Law, overrides: readonly ParameterOverride[]): Law {
  const made = law.withParameters(overrides);
  if (!made.ok) throw new TypeError(made.error.map(({ message }) => message.en).join("; "));
  return made.value;
}
