// A reform over a whole population, quarter after quarter: both laws in one pass, differences added up case by case.
import { addQuarters, type Quarter, quarterIndexNumber } from "../../kernel/index.ts";
import { type ColumnArray, columns, type InputColumn, type OutputColumns, type Scenario, wasmColumns } from "../../law/index.ts";
import { type DisclosureGate, openGate, TooFewPeople } from "../disclosure.ts";
import { type Assumptions, defaultAssumptions, missingFacts, type Population } from "../population/population.ts";
import { type ReformedLaw, totalRule } from "../reform/apply-reform.ts";
import { breakEvenTable } from "./break-even-table.ts";
import { type CaseOfInterest, casesOfInterest } from "./cases.ts";
import { coveredOf } from "./covered.ts";
import { peopleOf } from "./people.ts";
import type { BreakEvenResult, LabResult, QuarterCost, Spread, WageShare } from "./result.ts";
import { LabRoom, type RoomOptions } from "./room.ts";
import { noSpread } from "./spread.ts";
import { tally } from "./tally.ts";

/** Amounts that make up the total, by rule. */
export const componentRules = ["wagePremium", "guidancePremium"] as const;

export interface LabOptions extends RoomOptions {
  /** First quarter; left out, the one after the population's base. */
  readonly from?: Quarter;
  readonly quarters: number;
  readonly assumptions?: Assumptions;
  readonly gate?: DisclosureGate;
  /** Quarter whose amounts are spread out; left out, the first. */
  readonly focus?: Quarter;
  /** Room of earlier runs over the same population under the same assumptions; left out, one is made. */
  readonly room?: LabRoom;
  /** Keeps the law as it is for the first quarter in the room, so that the next reform of that quarter is computed alone. */
  readonly keepBefore?: boolean;
  /** Also computes what employers bear of the wage cost, which takes a second pass. */
  readonly employerShare?: boolean;
  /** Also computes the break-even wage, for this loss of productivity in ten-thousandths. */
  readonly loss?: number;
  /** Also gives rows worth a closer look; only of invented people. */
  readonly cases?: boolean;
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

/**
 * Throws `MissingData`, `NotInColumns` when an amount could leave the exact range, and `TooFewPeople` when the gate lets nothing through.
 */
export function runLab(reformed: ReformedLaw, population: Population, options: LabOptions): LabResult {
  const steps = labSteps(reformed, population, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same for a server: between two quarters others get their turn. */
export async function runLabInTurns(reformed: ReformedLaw, population: Population, options: LabOptions): Promise<LabResult> {
  const steps = labSteps(reformed, population, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await new Promise<void>((next) => setTimeout(next, 0));
  }
}

/** Stops after each quarter. */
function* labSteps(reformed: ReformedLaw, population: Population, options: LabOptions): Generator<undefined, LabResult> {
  const started = performance.now();
  const { quarters, assumptions = defaultAssumptions, gate = openGate } = options;
  const from = options.from ?? addQuarters(population.base, 1);
  const focus = options.focus ?? from;
  const room = options.room ?? new LabRoom(population, assumptions, options);
  const work = new Work(reformed, room, options.keepBefore === true ? from : null);
  const costs: QuarterCost[] = [];
  let spreads: { before: Spread; after: Spread } = { before: noSpread, after: noSpread };
  let breakEven: BreakEvenResult | undefined;
  for (let index = 0; index < quarters; index += 1) {
    const quarter = addQuarters(from, index);
    const cost = work.quarter(quarter);
    if (quarter === focus) {
      spreads = work.spreads();
      if (options.loss !== undefined) breakEven = work.breakEven(options.loss, gate);
    }
    costs.push(options.employerShare === true ? { ...cost, employerShare: work.employerShare() } : cost);
    yield undefined;
  }
  const people = peopleOf(room.cells, room.net, room.touched, work.seen, gate, population.employers ?? null);
  // Below the lowest tenth stand so many: of fewer, a percentile would be somebody's own amount.
  const lowest = Math.floor((costs.find(({ quarter }) => quarter === focus)?.due ?? 0) / 10);
  const few = population.origin === "snapshot" && !(lowest > 0 && gate.mayShow(lowest));
  const counts = [people.winners, people.losers, people.same, ...costs.flatMap(({ changed, due }) => [changed, due])];
  if (few || !counts.every(gate.mayShow)) throw new TooFewPeople("The result is about too few people to be shown");
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
    ...(breakEven === undefined ? {} : { breakEven }),
    ...(options.cases === true ? { cases: work.cases() } : {}),
    uncertainty: null,
    milliseconds: performance.now() - started,
  };
}

/** The quarter that was computed last. */
interface Last {
  readonly quarter: Quarter;
  readonly number: number;
  readonly rows: number;
  readonly refused: number;
  readonly output: readonly [OutputColumns, OutputColumns];
  readonly run: (input: Readonly<Record<string, ColumnArray>>) => readonly [OutputColumns, OutputColumns];
}

class Work {
  /** Rows of the largest quarter so far: who comes later has no amounts. */
  seen = 0;
  private last: Last | null = null;
  private inputs: readonly InputColumn[] = [];
  private readonly reformed: ReformedLaw;
  private readonly room: LabRoom;
  private readonly kept: Quarter | null;

  constructor(reformed: ReformedLaw, room: LabRoom, kept: Quarter | null) {
    this.reformed = reformed;
    this.room = room;
    this.kept = kept;
    room.net.fill(0);
    room.touched.fill(0);
  }

  quarter(quarter: Quarter): QuarterCost {
    const { room } = this;
    const number = quarterIndexNumber(quarter);
    const rows = upTo(room.population.firstQuarter, number);
    this.seen = Math.max(this.seen, rows);
    room.raiseWages(quarter, rows);
    const { scenarios, added } = this.scenarios(quarter);
    const run =
      room.memory === null
        ? this.inScript(scenarios, quarter, rows)
        : quarter === this.kept
          ? this.besideKept(scenarios, quarter, rows)
          : this.inWasm(scenarios, quarter, rows);
    const output = run(room.input);
    const [before, after] = output;
    const names = [totalRule, ...componentRules];
    const values = names.flatMap((name) => [before.values[name]!, after.values[name]!]);
    const { atWork, due, changed, change, sums } = tally(
      room.memory,
      {
        lastQuarter: room.lastQuarter,
        statusBefore: before.status,
        statusAfter: after.status,
        net: room.net,
        touched: room.touched,
        values: [...values, ...added.map((name) => after.values[name]!)],
      },
      number,
      rows,
    );
    this.last = { quarter, number, rows, refused: atWork - due, output, run };
    const components = [
      ...componentRules.map((rule, i) => ({ rule, before: sums[2 * i + 2]!, after: sums[2 * i + 3]! })),
      ...added.map((rule, i) => ({ rule, before: 0, after: sums[values.length + i]! })),
    ];
    return { quarter, due, refused: atWork - due, components, before: sums[0]!, after: sums[1]!, changed, change };
  }

  /** Both laws in a quarter, and the components that the reform adds. */
  private scenarios(quarter: Quarter): { readonly scenarios: readonly Scenario[]; readonly added: readonly string[] } {
    const { room, reformed } = this;
    const then = reformed.at(quarter);
    const added = then.added.map(({ id }) => id);
    const rules = [...componentRules, totalRule];
    const before = { law: room.grown(reformed.before), rules };
    return { scenarios: [before, { law: room.grown(then.law), switches: then.switches, rules: [...rules, ...added] }], added };
  }

  private inScript(scenarios: readonly Scenario[], quarter: Quarter, rows: number): Last["run"] {
    const kernels = scenarios.map((one) =>
      columns(one.law, quarter, { rules: one.rules!, ...(one.switches === undefined ? {} : { switches: one.switches }) }),
    );
    this.inputs = kernels.at(-1)!.inputs;
    this.demand(kernels.flatMap(({ inputs }) => missingFacts(inputs, this.room.population)));
    return (input) => kernels.map((kernel) => kernel.run(input, rows)) as unknown as [OutputColumns, OutputColumns];
  }

  /** The law as it is comes from the room; only the reform is computed. */
  private besideKept([before, after]: readonly Scenario[], quarter: Quarter, rows: number): Last["run"] {
    const { room } = this;
    const { law } = before!;
    let { kept } = room;
    if (kept === null || kept.quarter !== quarter || kept.law !== law || kept.rows !== rows) {
      const [output] = this.inWasm([before!], quarter, rows, "kept")(room.input);
      kept = { quarter, law, rows, output, spread: null };
      room.kept = kept;
    }
    const run = this.inWasm([after!], quarter, rows);
    return (input) => {
      // Other facts than those of the room ask for both laws again.
      if (input !== room.input) return this.inWasm([before!, after!], quarter, rows, "other")(input);
      return [kept.output, run(input)[0]];
    };
  }

  private inWasm(scenarios: readonly Scenario[], quarter: Quarter, rows: number, use = ""): Last["run"] {
    const { population, outputs } = this.room;
    const memory = this.room.memory!;
    // Constants and tables of the quarter before are not needed again: those of the next one take their place.
    this.room.releasePool();
    const kernel = wasmColumns(scenarios, quarter, { rules: [], memory });
    this.inputs = kernel.inputs;
    this.demand(missingFacts(kernel.inputs, population));
    const shape = JSON.stringify(kernel.outputs);
    let used = 0;
    return (input) => {
      // A second run of the same quarter has columns of its own, so that both can be laid side by side.
      const name = `${use} ${used} ${shape}`;
      used += 1;
      const made = outputs.get(name) ?? this.room.makeOutput(kernel);
      outputs.set(name, made);
      kernel.run(input, rows, made);
      return made as unknown as [OutputColumns, OutputColumns];
    };
  }

  private demand(missing: readonly string[]): void {
    if (missing.length > 0) throw new MissingData([...new Set(missing)]);
  }

  private marked({ number, output: [before, after] }: Last): (row: number) => boolean {
    const { lastQuarter } = this.room;
    const [one, other] = [before.status, after.status];
    return (row) => lastQuarter[row]! >= number && (one[row]! | other[row]!) === 0;
  }

  spreads(): { before: Spread; after: Spread } {
    const last = this.last!;
    const [before, after] = last.output;
    const columns = { lastQuarter: this.room.lastQuarter, statusBefore: before.status, statusAfter: after.status };
    const spread = ({ values }: OutputColumns) => this.room.euroCounts.count(values[totalRule]!, columns, last.number, last.rows);
    const { kept } = this.room;
    // Where nobody is refused, the spread of the law as it is stays the same whatever the reform.
    const keeps = kept !== null && kept.output === before && last.refused === 0;
    const own = keeps && kept.spread !== null ? kept.spread : spread(before);
    if (keeps) kept.spread = own;
    return { before: own, after: spread(after) };
  }

  /** Of the quarter that was computed last. */
  breakEven(loss: number, gate: DisclosureGate): BreakEvenResult {
    const last = this.last!;
    const { quarter } = last;
    const { scenarios } = this.scenarios(quarter);
    const kinds = breakEvenTable(scenarios[0]!.law, scenarios, quarter, loss, this.room.memory === null);
    const { rows, output } = last;
    const support = output.map(({ values }) => values[totalRule]!) as [ColumnArray, ColumnArray];
    const grants = { rows, due: this.marked(last), support, input: this.room.input };
    return { quarter, loss, kinds, covered: coveredOf(grants, loss, gate) };
  }

  cases(): readonly CaseOfInterest[] {
    return casesOfInterest(this.room, this.inputs, this.seen);
  }

  /** Of the quarter that was computed last: what employers bear on average, and of one hundred euro of wage more for each grant. */
  employerShare(): { before: WageShare; after: WageShare } {
    const last = this.last!;
    const { input } = this.room;
    const marked = this.marked(last);
    const wage = input.grossWage!;
    const dearer = this.room.dearerWages(last.rows, more);
    const raised = last.run({ ...input, grossWage: dearer });
    const share = (which: 0 | 1): WageShare => {
      const [now, then] = [last.output[which].values[totalRule]!, raised[which].values[totalRule]!];
      const { status } = raised[which];
      let [people, cost, support, supportThen] = [0, 0, 0, 0];
      for (let row = 0; row < last.rows; row += 1) {
        if (!marked(row) || status[row] !== 0) continue;
        people += 1;
        cost += wage[row]! + input.employerContributions![row]! - input.contributionReductions![row]!;
        support += now[row]!;
        supportThen += then[row]!;
      }
      const part = (borne: number, whole: number) => (whole === 0 ? 0 : Math.round((borne * 10_000) / whole));
      return { average: part(cost - support, cost), marginal: part(people * more - (supportThen - support), people * more) };
    };
    return { before: share(0), after: share(1) };
  }
}

/** Cents of wage per grant and quarter: large enough that rounding does not show. */
const more = 10_000;

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
