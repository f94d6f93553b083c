// Premiums of a population for one quarter: our columns against other engines, a database, hand-written code, and copying the same bytes.
import { quarter } from "../../src/kernel/index.ts";
import { ColumnThreads } from "../../src/lab/run/column-threads.ts";
import { ColumnMemory, columns, explain, factOfNumber, wasmColumns } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { handLaw, plainCase, premiumsByHand, premiumsOfPlainCase } from "../programs/by-hand.ts";
import { caseObjects, fillCases } from "../programs/cases.ts";
import { type DuckDb, duckDb } from "../programs/duckdb.ts";
import { graphProgram, premiumRules } from "../programs/from-graph.ts";
import { jsonLogic, jsonRulesEngine, type Peer, type Premiums, publicodes, zen } from "../programs/peers.ts";
import { type Contender, type Measured, ratio, rounds, type Spread } from "../rounds.ts";
import type { Gate, Job } from "./index.ts";

const reference = quarter("2024-Q2");

export const columnsJob: Job = async ({ quick, say }) => {
  const count = quick ? 100_000 : 1_000_000;
  const turns = quick ? 3 : 9;
  const law = openLaw();
  const rules = [...premiumRules];
  const script = columns(law, reference, { rules });
  const memory = new ColumnMemory(count * 80 + 4_000_000);
  const wasm = wasmColumns([{ law }], reference, { rules, memory });
  const input = wasm.makeInput(count);
  fillCases(wasm.inputs, input, count, reference);
  const byWasm = wasm.makeOutput(count);
  const byScript = script.makeOutput(count);
  const hand = handLaw(law, reference);
  const objects = caseObjects(input, count);
  const plain = objects.slice(0, 100_000).map(plainCase);
  const byHand = { wage: new Int32Array(count), guidance: new Int32Array(count) };
  const program = graphProgram(law, reference);
  const bytesPerCase =
    [...Object.values(input), ...Object.values(byWasm[0]!.values)].reduce((sum, column) => sum + column.BYTES_PER_ELEMENT, 0) + 1;
  // Half of it is read and half written, so that as many bytes pass as when computing.
  const source = new Uint8Array((count * bytesPerCase) >> 1).fill(1);
  const target = new Uint8Array(source.length);

  const shared = new ColumnMemory(count * 80 + 4_000_000, true);
  const wide = wasmColumns([{ law }], reference, { rules, memory: shared });
  const wideInput = wide.makeInput(count);
  for (const [name, column] of Object.entries(wideInput)) column.set(input[name]!);
  const byWide = wide.makeOutput(count);
  const threads = new ColumnThreads(2);

  const mistakes: string[] = [];
  await threads.run(wide.call(wideInput, byWide), shared, count);
  script.run(input, count, byScript);
  wasm.run(input, count, byWasm);
  const truth = (row: number): Premiums => premiumsByHand(hand, objects[row]!);
  const amounts = (output: typeof byScript) => ({ wage: output.values.wagePremium!, guidance: output.values.guidancePremium! });
  const wrongRows = (found: { readonly wage: ArrayLike<number>; readonly guidance: ArrayLike<number> }, rows: number) => {
    let wrong = 0;
    for (let row = 0; row < rows; row += 1) {
      const right = truth(row);
      if (found.wage[row] !== right.wage || found.guidance[row] !== right.guidance) wrong += 1;
    }
    return wrong;
  };
  for (const [name, output] of [
    ["JavaScript columns", byScript],
    ["WebAssembly columns", byWasm[0]!],
    ["WebAssembly columns, two threads", byWide[0]!],
  ] as const) {
    const refused = output.status.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0);
    const wrong = wrongRows(amounts(output), count);
    if (wrong + refused > 0) mistakes.push(`${name}: ${wrong} rows wrong, ${refused} without a value`);
  }

  const plainWrong = plain.filter((one, row) => {
    const { wage, guidance } = premiumsOfPlainCase(hand, one);
    const right = truth(row);
    return wage !== right.wage || guidance !== right.guidance;
  });
  if (plainWrong.length > 0) mistakes.push(`hand-written objects: ${plainWrong.length} rows wrong`);

  const factsOf = (row: number) =>
    Object.fromEntries(wasm.inputs.map((one) => [one.name, factOfNumber(one, input[one.name]![row]!)]));
  const explained = Array.from({ length: quick ? 500 : 4000 }, (_, row) => factsOf(row));
  const fixedRules = Object.freeze(rules);
  const explainAll = (rows: number, steps: boolean) => {
    for (let row = 0; row < rows; row += 1) {
      const facts = explained[row]!;
      const answer = explain(law, { rules: fixedRules, facts, quarter: reference, steps });
      if (answer.outcome !== "value") throw new Error("A sound case has no value");
    }
  };

  const contenders: Contender[] = [
    { name: "copying the same bytes", rows: count, run: () => target.set(source) },
    { name: "WebAssembly columns, one thread", rows: count, run: () => wasm.run(input, count, byWasm) },
    { name: "JavaScript columns, one thread", rows: count, run: () => script.run(input, count, byScript) },
    {
      // Codes and days already turned into numbers: what is left when an expert has removed the rest.
      name: "hand-tuned objects of numbers",
      rows: count,
      run: () => {
        for (let row = 0; row < count; row += 1) {
          const { wage, guidance } = premiumsByHand(hand, objects[row]!);
          byHand.wage[row] = wage;
          byHand.guidance[row] = guidance;
        }
      },
    },
    {
      name: "hand-written objects",
      rows: plain.length,
      run: () => {
        for (let row = 0; row < plain.length; row += 1) {
          const { wage, guidance } = premiumsOfPlainCase(hand, plain[row]!);
          byHand.wage[row] = wage;
          byHand.guidance[row] = guidance;
        }
      },
    },
    {
      name: "WebAssembly columns, two threads",
      rows: count,
      run: () => threads.run(wide.call(wideInput, byWide), shared, count),
    },
    { name: "explain", rows: explained.length, run: () => explainAll(explained.length, false) },
    { name: "explain with every step", rows: explained.length >> 2, run: () => explainAll(explained.length >> 2, true) },
  ];

  const wrongPeers: Record<string, number> = {};
  const versions: Record<string, string> = {};
  const missing: string[] = [];
  const peers: readonly (readonly [rows: number, make: () => Promise<Peer>])[] = [
    [quick ? 2000 : 20_000, () => jsonLogic(program)],
    [quick ? 100 : 600, () => zen(program)],
    [quick ? 100 : 600, () => zen(program, true)],
    [quick ? 50 : 300, () => jsonRulesEngine(program)],
    [quick ? 5 : 20, () => publicodes(program)],
  ];
  for (const [rows, make] of peers) {
    try {
      const peer = await make();
      versions[peer.name] = peer.version;
      const some = objects.slice(0, rows);
      const found = await peer.run(some);
      const columnsFound = { wage: found.map(({ wage }) => wage), guidance: found.map(({ guidance }) => guidance) };
      wrongPeers[peer.name] = wrongRows(columnsFound, rows);
      contenders.push({ name: peer.name, rows, run: async () => void (await peer.run(some)) });
    } catch (error) {
      missing.push(`${`${make}`.replace(/^.*=> /, "")}: ${(error as Error).message.slice(0, 200)}`);
    }
  }
  let database: DuckDb | null = null;
  try {
    database = await duckDb(program, hand, input, count);
    versions.duckdb = database.version;
    for (const which of ["generated", "by hand"] as const) {
      const opened = database;
      await opened.run(which);
      wrongPeers[`DuckDB, ${which}`] = wrongRows(await opened.result(which), count);
      contenders.push({ name: `DuckDB, ${which}`, rows: count, run: () => opened.run(which) });
    }
  } catch (error) {
    missing.push(`DuckDB: ${(error as Error).message.slice(0, 200)}`);
  }

  const measured = await rounds(contenders, turns);
  database?.close();
  await threads.close();
  const best = "WebAssembly columns, one thread";
  const ratios: Record<string, Spread | null> = {};
  for (const one of [...measured].sort((a, b) => b.rowsPerSecond.median - a.rowsPerSecond.median)) {
    const ours = ratio(measured, best, one.name);
    ratios[one.name] = ours;
    const wrong = wrongPeers[one.name] ?? 0;
    const mark = wrong > 0 ? `  WRONG: ${wrong} of ${one.rows} rows` : "";
    say(`${one.name.padEnd(34)} ${perSecond(one).padStart(12)} rows/s   ${times(ours).padStart(22)}${mark}`);
  }
  for (const line of missing) say(`left out: ${line}`);
  say(`${bytesPerCase} bytes per case; code ${wasm.codeBytes} bytes, pool ${wasm.poolBytes} bytes`);

  const gate = (name: string, other: string, least: number, ambition: number): Gate[] => {
    const found = ratio(measured, best, other);
    if (found === null) return [];
    return [{ name, value: times(found), gate: `${least}x`, ambition: `${ambition}x`, holds: found.median >= least }];
  };
  const explainZen = ratio(measured, "explain with every step", "zen-engine with trace");
  return {
    mistakes,
    gates: [
      ...gate("columns against copying the same bytes", "copying the same bytes", 0.07, 0.4),
      ...gate("columns against DuckDB by hand", "DuckDB, by hand", 3, 14),
      ...gate("columns against hand-written objects", "hand-written objects", 10, 60),
      // Codes and days turned into numbers beforehand by hand: the paper's gate is about objects as programs have them.
      ...gate("columns against hand-tuned objects of numbers", "hand-tuned objects of numbers", 0, 60).map((one) => ({
        ...one,
        gate: "none",
      })),
      ...gate("columns against json-rules-engine", "json-rules-engine", 800, 7000),
      ...gate("columns against zen-engine", "zen-engine", 500, 5000),
      ...gate("columns against publicodes", "publicodes", 20_000, 150_000),
      ...(explainZen === null
        ? []
        : [
            {
              name: "explaining with every step against zen-engine with trace",
              value: times(explainZen),
              gate: "50x",
              ambition: "150x",
              holds: explainZen.median >= 50,
            },
          ]),
    ],
    figures: {
      cases: count,
      rounds: turns,
      quarter: reference,
      rules,
      law: { version: law.version, rules: law.graph.hash, parameters: law.parametersHash },
      bytesPerCase,
      versions,
      wrongPeers,
      missing,
      contenders: measured.map(({ name, rows, rowsPerSecond }) => ({ name, rows, rowsPerSecond })),
      oursAgainst: ratios,
    },
  };
};

function perSecond({ rowsPerSecond }: Measured): string {
  const { median } = rowsPerSecond;
  return median >= 1e6 ? `${(median / 1e6).toFixed(1)} M` : median >= 1e3 ? `${(median / 1e3).toFixed(1)} k` : median.toFixed(0);
}

function times(one: Spread | null): string {
  if (one === null) return "";
  const text = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3));
  return `${text(one.median)}x (${text(one.low)}-${text(one.high)})`;
}
