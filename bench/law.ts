// How fast the law computes: generated columns beside a bare copy and objects by hand, one explained case, and the command's stream.
import { mkdirSync, writeFileSync } from "node:fs";
import { Readable, Writable } from "node:stream";
import { runCalculate } from "../src/cli/commands/calculate.ts";
import {
  firstDay,
  fromEpochDay,
  fromQuarterNumber,
  lastDay,
  quarter,
  quarterIndexNumber,
  toEpochDay,
} from "../src/kernel/index.ts";
import { columns, explain, type Law, numberOfFact, type PlainFact } from "../src/law/index.ts";
import { openLaw } from "../src/law/open-law.ts";
import { type HandCase, type HandLaw, premiumsByHand } from "./by-hand.ts";
import { interleaved, machine, median, percentile } from "./measure.ts";

const law = openLaw();
const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
const reference = quarter("2024-Q1");
const rules = Object.freeze(["wagePremium", "guidancePremium"]);

const kernel = columns(law, reference, { rules });
const cases = makeCases(rows);
const input = kernel.makeInput(rows);
fill();
const output = kernel.makeOutput(rows);
const handLaw = lawByHand(law);

kernel.run(input, rows, output);
const wrong = cases.filter((one, row) => {
  const byHand = premiumsByHand(handLaw, one);
  if (byHand === null) return output.status[row] === 0;
  const [wage, guidance] = [output.values.wagePremium![row], output.values.guidancePremium![row]];
  return output.status[row] !== 0 || wage !== byHand.wage || guidance !== byHand.guidance;
}).length;

const copies = Object.values(input).map((column) => column.slice());
const outputCopies = Object.values(output.values).map((column) => column.slice());
let sink = 0;
const times = interleaved(11, {
  columns: () => kernel.run(input, rows, output),
  copy: () => {
    for (const [i, column] of Object.values(input).entries()) copies[i]!.set(column as never);
    for (const [i, column] of Object.values(output.values).entries()) outputCopies[i]!.set(column as never);
  },
  byHand: () => {
    for (const one of cases) sink += premiumsByHand(handLaw, one)?.wage ?? 0;
  },
});
const perSecond = (name: string) => rows / (median(times[name]!) / 1000);
const ratio = (a: string, b: string) => median(times[a]!.map((time, round) => times[b]![round]! / time));

const compile = interleaved(11, { compile: () => columns(law, reference, { rules }) });
const explained = single(true);
const answered = single(false);
const stream = await streamed(Math.min(rows, 200_000));

const result = {
  machine: machine(),
  rows,
  bytesPerRow: kernel.inputs.reduce((sum, { name }) => sum + input[name]!.BYTES_PER_ELEMENT, 0),
  wrongRows: wrong,
  rowsPerSecond: {
    columns: Math.round(perSecond("columns")),
    copyOfTheSameBytes: Math.round(perSecond("copy")),
    objectsByHand: Math.round(perSecond("byHand")),
    calculateLines: Math.round(stream.linesPerSecond),
  },
  ratios: { columnsToObjects: ratio("columns", "byHand"), columnsToCopy: ratio("columns", "copy") },
  makeKernelMs: median(compile.compile!),
  explainMicroseconds: { median: median(explained), p99: percentile(explained, 0.99) },
  answerMicroseconds: { median: median(answered), p99: percentile(answered, 0.99) },
  calculateMemoryMb: stream.memoryMb,
};

mkdirSync(new URL("results/", import.meta.url), { recursive: true });
writeFileSync(new URL("results/law.json", import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
print();
if (wrong > 0 || Number.isNaN(sink)) process.exitCode = 1;

function print(): void {
  const { processor, cores, node, load } = result.machine;
  const millions = (value: number) => `${(value / 1e6).toFixed(value < 1e6 ? 3 : 1)} M rows/s`;
  console.log(`${processor}, ${cores} cores, Node ${node}, load ${load} at the start`);
  console.log(`${rows} cases, ${wrong} wrong, medians of 11 rounds in turn`);
  console.log(`columns, both premiums       ${millions(result.rowsPerSecond.columns)}`);
  console.log(
    `copy of the same bytes       ${millions(result.rowsPerSecond.copyOfTheSameBytes)} (columns reach ${result.ratios.columnsToCopy.toFixed(3)} of it)`,
  );
  console.log(
    `objects by hand              ${millions(result.rowsPerSecond.objectsByHand)} (columns are ${result.ratios.columnsToObjects.toFixed(1)} times as fast)`,
  );
  console.log(`making a kernel              ${result.makeKernelMs.toFixed(1)} ms`);
  console.log(
    `explain, all steps           ${result.explainMicroseconds.median.toFixed(1)} µs median, ${result.explainMicroseconds.p99.toFixed(1)} µs p99`,
  );
  console.log(`answer without steps         ${result.answerMicroseconds.median.toFixed(1)} µs median`);
  console.log(
    `maatwerk calculate           ${Math.round(result.rowsPerSecond.calculateLines)} lines/s, ${result.calculateMemoryMb} MB`,
  );
}

function makeCases(count: number): HandCase[] {
  let state = 20_240_101;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const packages = ["T2", "P5", "P5_PLUS", "P5_MWB"];
  const needs = ["NONE", "LOW", "MEDIUM", "HIGH"];
  const fractions = [10_000, 8000, 7500, 5000];
  const at = quarterIndexNumber(reference);
  const day = toEpochDay(firstDay(reference));
  return Array.from({ length: count }, () => {
    const fraction = fractions[random(4)]!;
    return {
      package: packages[random(4)]!,
      startQuarter: at - random(10),
      collectivePercentage: random(8) === 0 ? 40 + 5 * random(8) : null,
      need: needs[random(4)]!,
      fraction,
      performed: random(2) === 0 ? null : random(fraction + 1),
      gross: 300_000 + random(900_000),
      contributions: random(300_000),
      reductions: random(60_000),
      inServiceFrom: random(10) === 0 ? day + random(90) : null,
      inServiceUntil: random(10) === 0 ? day + random(90) : null,
    };
  });
}

function fill(): void {
  const column = (name: string) => kernel.inputs.find((one) => one.name === name)!;
  const put = (name: string, row: number, fact: PlainFact | null) => {
    input[name]![row] = typeof fact === "number" && name.startsWith("inService") ? fact : numberOfFact(column(name), fact);
  };
  for (const [row, one] of cases.entries()) {
    put("package", row, one.package);
    put("guidanceNeed", row, one.need);
    put("startQuarter", row, one.startQuarter);
    put("collectivePercentage", row, one.collectivePercentage === null ? null : one.collectivePercentage * 100);
    put("employmentFraction", row, one.fraction);
    put("performedFraction", row, one.performed);
    put("grossWage", row, one.gross);
    put("employerContributions", row, one.contributions);
    put("contributionReductions", row, one.reductions);
    put("inServiceFrom", row, one.inServiceFrom);
    put("inServiceUntil", row, one.inServiceUntil);
  }
}

function lawByHand(from: Law): HandLaw {
  const read = (id: string) => {
    const reading = from.parameterAt(id, "2024-01-01" as never);
    if (!reading.ok) throw new Error(id);
    return reading.value.value as never;
  };
  const packages = ["T2", "P5", "P5_PLUS", "P5_MWB"];
  const terms = packages.map(
    (name) => [name, read(name === "T2" ? "term.quarters.temporary" : "term.quarters.lasting")] as const,
  );
  return {
    quarter: quarterIndexNumber(reference),
    firstDay: toEpochDay(firstDay(reference)),
    lastDay: toEpochDay(lastDay(reference)),
    termOf: Object.fromEntries(terms),
    fullTimeCap: 3 * read("ggmmi") * read("referenceWage.capMultiplier"),
    phases: read("wagePremium.phaseLastQuarters"),
    percentages: Object.fromEntries(packages.map((name) => [name, read(`wagePremium.package.${name}`)])),
    fixedHigh: read("guidancePremium.fixed.high"),
    fixedLow: read("guidancePremium.fixed.low"),
    fixedHighLast: read("guidancePremium.fixed.highLastQuarter"),
    variable: {
      LOW: read("guidancePremium.variable.low"),
      MEDIUM: read("guidancePremium.variable.medium"),
      HIGH: read("guidancePremium.variable.high"),
    },
  };
}

/** Microseconds of single cases, each another one. */
function single(steps: boolean): number[] {
  const asked = Object.freeze(["employerTotal", "wagePremium", "guidancePremium"]);
  const switches = {};
  const date = (epochDay: number | null) => (epochDay === null ? null : fromEpochDay(epochDay));
  const asked20k = cases.slice(0, 20_000).map((one) => ({
    package: one.package,
    startQuarter: fromQuarterNumber(one.startQuarter),
    guidanceNeed: one.need,
    collectivePercentage: one.collectivePercentage === null ? null : one.collectivePercentage * 100,
    employmentFraction: one.fraction,
    performedFraction: one.performed,
    grossWage: one.gross,
    employerContributions: one.contributions,
    contributionReductions: one.reductions,
    inServiceFrom: date(one.inServiceFrom),
    inServiceUntil: date(one.inServiceUntil),
  }));
  const one = (i: number) =>
    explain(law, { rules: asked, facts: asked20k[i % asked20k.length]!, quarter: reference, switches, steps });
  for (let i = 0; i < 20_000; i += 1) one(i);
  return Array.from({ length: 20_000 }, (_, i) => {
    const start = performance.now();
    one(i);
    return (performance.now() - start) * 1000;
  });
}

async function streamed(count: number): Promise<{ linesPerSecond: number; memoryMb: number }> {
  const line = (one: HandCase) => {
    const euro = (cents: number) => (cents / 100).toFixed(2);
    return `${JSON.stringify({
      scheme: "employer",
      package: one.package,
      guidanceNeed: one.need,
      startQuarter: "2023-Q4",
      quarter: reference,
      employmentFraction: String(one.fraction / 10_000),
      performedFraction: one.performed === null ? null : String(one.performed / 10_000),
      grossWage: euro(one.gross),
      employerContributions: euro(one.contributions),
      contributionReductions: euro(one.reductions),
    })}\n`;
  };
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  function* lines(of: readonly HandCase[]) {
    for (let at = 0; at < of.length; at += 200)
      yield Buffer.from(
        of
          .slice(at, at + 200)
          .map(line)
          .join(""),
      );
  }
  await runCalculate(Readable.from(lines(cases.slice(0, 20_000))), nowhere, law);
  const start = performance.now();
  const { bad } = await runCalculate(Readable.from(lines(cases.slice(0, count))), nowhere, law);
  if (bad > 0) throw new Error(`${bad} lines were invalid`);
  return {
    linesPerSecond: count / ((performance.now() - start) / 1000),
    memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}
