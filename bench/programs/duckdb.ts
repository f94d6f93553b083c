// DuckDB over the same rows: SQL written from the rule graph, and SQL by hand. Answers are written to a table, as ours are to columns.
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ColumnArray } from "../../src/law/index.ts";
import type { HandLaw } from "./by-hand.ts";
import { type Dialect, type GraphProgram, runsOf, written } from "./from-graph.ts";
import { peerPackage } from "./peers.ts";

export interface DuckDb {
  readonly version: string;
  run(program: "generated" | "by hand"): Promise<void>;
  /** Row by row, what a program wrote. */
  result(program: "generated" | "by hand"): Promise<{ readonly wage: Int32Array; readonly guidance: Int32Array }>;
  close(): void;
}

const types: Readonly<Record<string, string>> = { Int32Array: "INTEGER", Int16Array: "SMALLINT", Uint8Array: "UTINYINT" };

export async function duckDb(
  program: GraphProgram,
  law: HandLaw,
  columns: Readonly<Record<string, ColumnArray>>,
  count: number,
): Promise<DuckDb> {
  const { module, version } = await peerPackage("@duckdb/node-api");
  const instance = await module.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run("SET threads = 2");
  const names = program.inputs.map(({ name }) => name);
  await connection.run(
    `CREATE TABLE cases (row_number INTEGER, ${names.map((name) => `"${name}" ${types[columns[name]!.constructor.name]}`).join(", ")})`,
  );
  const file = join(tmpdir(), `maatwerk-bench-${randomUUID()}.csv`);
  const lines: string[] = [];
  for (let row = 0; row < count; row += 1) lines.push(`${row},${names.map((name) => columns[name]![row]).join(",")}`);
  writeFileSync(file, lines.join("\n"));
  await connection.run(`COPY cases FROM '${file}' (HEADER false)`);
  rmSync(file);

  const queries = { generated: generated(program), "by hand": byHand(law) };
  const table = { generated: "by_graph", "by hand": "by_hand" };
  return {
    version,
    run: async (which) => {
      await connection.run(`CREATE OR REPLACE TABLE ${table[which]} AS ${queries[which]}`);
    },
    result: async (which) => {
      const reader = await connection.runAndReadAll(`SELECT row_number, wage, guidance FROM ${table[which]}`);
      const [wage, guidance] = [new Int32Array(count), new Int32Array(count)];
      const [rows, wages, guidances] = reader.getColumns() as [number[], (number | bigint)[], (number | bigint)[]];
      rows.forEach((row, i) => {
        wage[row] = Number(wages[i]);
        guidance[row] = Number(guidances[i]);
      });
      return { wage, guidance };
    },
    close: () => connection.closeSync(),
  };
}

function generated(program: GraphProgram): string {
  const name = (id: number) => `n${id}`;
  const dialect: Dialect<string> = {
    input: (one) => `"${one}"::BIGINT`,
    constant: (value) => `(${value})::BIGINT`,
    reference: (node) => name(node.id),
    add: (a, b) => `${a} + ${b}`,
    subtract: (a, b) => `${a} - ${b}`,
    multiply: (a, b) => `${a} * ${b}`,
    floorOfQuotient: (a, b) => `${a} // ${b}`,
    min: (a, b) => `least(${a}, ${b})`,
    max: (a, b) => `greatest(${a}, ${b})`,
    compare: (operator, a, b) => `(${a} ${operator} ${b})`,
    and: (a, b) => `(${a} AND ${b})`,
    or: (a, b) => `(${a} OR ${b})`,
    not: (a) => `(NOT ${a})`,
    select: (when, a, b) => `CASE WHEN ${when} THEN ${a} ELSE ${b} END`,
    table: (values, index, flag) => {
      const runs = runsOf(values);
      const word = (value: number) => (flag ? String(value === 1) : String(value));
      const cases = runs.slice(0, -1).map(([end, value]) => `WHEN ${index} <= ${end} THEN ${word(value)}`);
      return cases.length === 0 ? word(runs[0]![1]) : `CASE ${cases.join(" ")} ELSE ${word(runs.at(-1)![1])} END`;
    },
    truth: (_, value) => value,
  };
  // A later name may use an earlier one.
  const parts = program.nodes.map((node) => `${written(node, dialect)} AS ${name(node.id)}`);
  const outputs = `${name(program.outputs.wagePremium!.id)}::INTEGER AS wage, ${name(program.outputs.guidancePremium!.id)}::INTEGER AS guidance`;
  return `SELECT row_number, wage, guidance FROM (SELECT row_number, ${parts.join(", ")}, ${outputs} FROM cases)`;
}

function byHand(law: HandLaw): string {
  const [t2, p5, plus, mwb] = law.packages as [readonly number[], readonly number[], readonly number[], readonly number[]];
  const phases = (values: readonly number[]) =>
    `CASE WHEN q <= ${law.phaseEnds[0]} THEN ${values[0]! / 100} WHEN q <= ${law.phaseEnds[1]} THEN ${(values[1] ?? 0) / 100} ELSE ${(values[2] ?? 0) / 100} END`;
  const whole = 10_000 * law.days;
  return `
    SELECT row_number,
      ((least(wage_paid * ${whole}, ${law.ggmmi * law.multiplier}::BIGINT * "employmentFraction" * served) * pct + ${(whole * 100) / 2}) // ${whole * 100})::INTEGER AS wage,
      CASE WHEN "guidanceNeed" > 1 AND served > 0 AND wage_paid > 0
        THEN CASE WHEN q <= ${law.highLastQuarter} THEN ${law.fixedHigh} ELSE ${law.fixedLow} END
          + (CASE "guidanceNeed" WHEN 2 THEN ${law.variable[0]} WHEN 3 THEN ${law.variable[1]} ELSE ${law.variable[2]} END
          * CASE WHEN "performedFraction" < 0 THEN "employmentFraction"::INTEGER ELSE "performedFraction"::INTEGER END + 5000) // 10000
        ELSE 0 END::INTEGER AS guidance
    FROM (
      SELECT row_number, "employmentFraction", "performedFraction", "guidanceNeed",
        ${law.quarter} - "startQuarter" + 1 AS q,
        "grossWage"::BIGINT + "employerContributions" - "contributionReductions" AS wage_paid,
        greatest(0, least("inServiceUntil", ${law.last}) - greatest("inServiceFrom", ${law.first}) + 1) AS served,
        CASE "package" WHEN 1 THEN ${phases(t2)} WHEN 2 THEN ${phases(p5)} WHEN 3 THEN ${phases(plus)} WHEN 4 THEN ${phases(mwb)} ELSE "percentage" END AS own,
        least(own, CASE WHEN "collectivePercentage" = 0 THEN 100 ELSE "collectivePercentage" END)::INTEGER AS pct
      FROM cases)`;
}
