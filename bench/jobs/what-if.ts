// One reform over a million grants and twenty quarters, from one and from both laws in one pass; and how the kernel grows with the rows.
import { addQuarters, localized, plainDate, quarter } from "../../src/kernel/index.ts";
import { applyReform, emptyReform, LabRoom, runLab, syntheticPopulation, workingBytes } from "../../src/lab/index.ts";
import { ColumnMemory, wasmColumns } from "../../src/law/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { fillCases } from "../programs/cases.ts";
import { premiumRules } from "../programs/from-graph.ts";
import { rounds, spread } from "../rounds.ts";
import type { Job } from "./index.ts";

export const whatIfJob: Job = async ({ quick, say }) => {
  const law = openLaw();
  const grants = quick ? 100_000 : 1_000_000;
  const base = quarter("2025-Q4");
  const assumptions = { wageGrowth: 200, minimumIncomeGrowth: 200, leaving: 350, entering: 0 };
  const memory = new ColumnMemory(workingBytes(grants) * 2);
  const population = syntheticPopulation(law, { grants, base, horizon: 20, assumptions, memory });
  const title = localized("plafond", "cap", "plafond");
  const reformed = applyReform(law, {
    ...emptyReform("cap", title),
    parameters: [
      { id: "referenceWage.capMultiplier", value: "2.2", from: plainDate("2026-01-01"), to: null, file: "bench", line: 1 },
    ],
  });
  if (!reformed.ok) throw new Error(JSON.stringify(reformed.error));
  const nothing = applyReform(law, emptyReform("nothing", title));
  if (!nothing.ok) throw new Error("refused");
  const room = new LabRoom(population, assumptions, { memory });
  const run = (which: typeof reformed.value) => runLab(which, population, { quarters: 20, assumptions, room });
  const mistakes: string[] = [];
  const still = run(nothing.value);
  if (still.change !== 0 || still.winners + still.losers !== 0) mistakes.push("a reform that changes nothing changes something");
  const result = run(reformed.value);
  if (result.change !== result.after - result.before) mistakes.push("the cost is not the sum of the cases");
  const [measured] = await rounds([{ name: "what-if", rows: grants * 20, run: () => void run(reformed.value) }], quick ? 3 : 9);
  const seconds = spread(measured!.seconds);
  say(
    `${grants} grants x 20 quarters, both laws: ${seconds.median.toFixed(2)} s (${seconds.low.toFixed(2)}-${seconds.high.toFixed(2)})`,
  );

  const growth: Record<string, unknown>[] = [];
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000, 10_000_000];
  for (const rows of sizes) {
    const room = new ColumnMemory(rows * 48 + 2_000_000);
    const kernel = wasmColumns([{ law }], addQuarters(base, 1), { rules: [...premiumRules], memory: room });
    const input = kernel.makeInput(rows);
    fillCases(kernel.inputs, input, Math.min(rows, 1_000_000), addQuarters(base, 1));
    for (const column of Object.values(input)) {
      for (let at = 1_000_000; at < rows; at += 1_000_000) column.copyWithin(at, 0, 1_000_000);
    }
    const output = kernel.makeOutput(rows);
    const [found] = await rounds([{ name: "columns", rows, run: () => kernel.run(input, rows, output) }], quick ? 3 : 9);
    const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
    const bytesPerCase = (room.mark() / rows).toFixed(1);
    say(
      `${String(rows).padStart(8)} cases: ${(found!.rowsPerSecond.median / 1e6).toFixed(1)} M rows/s, ${bytesPerCase} bytes per case, process ${megabytes} MiB`,
    );
    growth.push({ rows, rowsPerSecond: found!.rowsPerSecond, bytesPerCase: Number(bytesPerCase), processMiB: megabytes });
  }
  return {
    mistakes,
    gates: [
      {
        name: `what-if of ${grants} grants x 20 quarters`,
        value: `${seconds.median.toFixed(2)} s`,
        gate: "below 2 s",
        ambition: "below 0.3 s",
        holds: seconds.median < 2,
      },
    ],
    figures: { grants, quarters: 20, seconds, growth, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) },
  };
};
