// What stands between the measured speeds and the ambitions beyond the gates, in figures of the files of bench/results: none was typed.

interface Kept {
  readonly gates: readonly { readonly name: string; readonly value: string; readonly ambition: string }[];
  readonly figures: Readonly<Record<string, unknown>>;
}

export type KeptByJob = Readonly<Record<string, Kept>>;

interface Speed {
  readonly median: number;
}

interface Reason {
  readonly job: string;
  /** The gate's name begins so. */
  readonly gate: string;
  /** More is better, or less. */
  readonly better: "more" | "less";
  readonly ambition: number;
  readonly why: (of: Kept, all: KeptByJob) => string;
}

const millions = (perSecond: number) => `${(perSecond / 1e6).toFixed(1)} M/s`;

function contender({ figures }: Kept, name: string): number {
  const found = (figures.contenders as { name: string; rowsPerSecond: Speed }[]).find((one) => one.name === name);
  if (found === undefined) throw new Error(`The result file has no ${name}`);
  return found.rowsPerSecond.median;
}

function grown({ figures }: Kept, rows: number): { readonly perSecond: number; readonly bytes: number } {
  const found = (figures.growth as { rows: number; rowsPerSecond: Speed; bytesPerCase: number }[]).find(
    (one) => one.rows === rows,
  );
  if (found === undefined) throw new Error(`The result file has no growth at ${rows} rows`);
  return { perSecond: found.rowsPerSecond.median, bytes: found.bytesPerCase };
}

const one = "WebAssembly columns, one thread";

const reasons: readonly Reason[] = [
  {
    job: "columns",
    gate: "columns against copying the same bytes",
    better: "more",
    ambition: 0.4,
    why: (of, all) => {
      const [near, far] = [grown(all["what-if"]!, 10_000), grown(all["what-if"]!, 1_000_000)];
      const kilobytes = Math.round((near.bytes * 10_000) / 1000);
      return `memory is not what holds it up: 10 000 cases, ${kilobytes} kB that stay near the processor, go at ${millions(near.perSecond)}, a million at ${millions(far.perSecond)}. The instructions of the law do. Two threads reach ${millions(contender(of, "WebAssembly columns, two threads"))} against ${millions(contender(of, one))} by one; the ambition is for one.`;
    },
  },
  {
    job: "columns",
    gate: "columns against DuckDB by hand",
    better: "more",
    ambition: 14,
    why: (of) =>
      `DuckDB does the hand-tuned query at ${millions(contender(of, "DuckDB, by hand"))} on both processors, columns run at ${millions(contender(of, one))} on one. Against the query that is generated from the same graph (${millions(contender(of, "DuckDB, generated"))}) it is ${(contender(of, one) / contender(of, "DuckDB, generated")).toFixed(1)}x.`,
  },
  {
    job: "columns",
    gate: "columns against hand-written objects",
    better: "more",
    ambition: 60,
    why: (of) =>
      `the hand-written program makes ${millions(contender(of, "hand-written objects"))} and columns ${millions(contender(of, one))}: 60x would ask ${millions(60 * contender(of, "hand-written objects"))}, which is ${((60 * contender(of, "hand-written objects")) / contender(of, "copying the same bytes")).toFixed(2)} of copying the bytes (${millions(contender(of, "copying the same bytes"))}).`,
  },
  {
    job: "columns",
    gate: "explaining with every step against zen-engine with trace",
    better: "more",
    ambition: 150,
    why: (of) => {
      const [bare, steps] = [contender(of, "explain"), contender(of, "explain with every step")];
      const peer = contender(of, "zen-engine with trace");
      return `writing the steps takes more than half of the time: ${Math.round(bare).toLocaleString("en")} cases a second without them, ${Math.round(steps).toLocaleString("en")} with. Without steps it would be ${Math.round(bare / peer)}x.`;
    },
  },
  {
    job: "what-if",
    gate: "what-if of",
    better: "less",
    ambition: 0.3,
    why: (of) => {
      const { perSecond } = grown(of, 1_000_000);
      const { grants, quarters, seconds } = of.figures as { grants: number; quarters: number; seconds: Speed };
      const premiums = (grants * quarters) / perSecond;
      return `the premiums of one law alone take ${premiums.toFixed(2)} s of the ${seconds.median.toFixed(2)} s at the speed that the kernel has by itself (${millions(perSecond)}). The rest is the second law, raising wages to each quarter, and adding up. It is one thread: the lab leaves the other processor to who answers visitors.`;
    },
  },
  {
    job: "explain-http",
    gate: "explaining one case over HTTP",
    better: "less",
    ambition: 1,
    why: (of, all) => {
      const { bytes, steps, median } = of.figures as { bytes: number; steps: number; median: { explained: Speed; empty: Speed } };
      const microseconds = 1e6 / contender(all.columns!, "explain with every step");
      return `an answer is ${bytes.toLocaleString("en")} bytes with ${steps} steps. At the median it takes ${median.explained.median.toFixed(2)} ms, an empty handler ${median.empty.median.toFixed(2)} ms; the explanation itself ${microseconds.toFixed(1)} µs. What is left is reading and checking the question, and writing and sending the text.`;
    },
  },
  {
    job: "quarterly-run",
    gate: "run, from frozen inputs to committed lines",
    better: "less",
    ambition: 1.3,
    why: (of, all) => {
      const { lines, seconds } = of.figures as { lines: number; seconds: { book: number[]; copy: number[] } };
      const median = (list: readonly number[]) => {
        const sorted = [...list].sort((a, b) => a - b);
        return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
      };
      const law = lines / contender(all.columns!, one);
      return `booking ${lines.toLocaleString("en")} lines takes ${median(seconds.book).toFixed(1)} s and copying the same rows ${median(seconds.copy).toFixed(1)} s, in the same rounds; the law takes ${law.toFixed(2)} s of it at the speed of columns. What is left is reading the frozen inputs and everything that a line is committed with.`;
    },
  },
  {
    job: "figures",
    gate: "the seven questions of SV170",
    better: "less",
    ambition: 0.2,
    why: (of) => {
      const { questions } = of.figures as { questions: { question: string; ratio: Speed }[] };
      const sorted = [...questions].sort((a, b) => a.ratio.median - b.ratio.median);
      const [best, worst] = [sorted[0]!, sorted.at(-1)!];
      return `both sides are statements to the same PostgreSQL over the same tables, so only the way of asking can differ: from ${best.ratio.median.toFixed(2)} times the time by hand (${best.question}) to ${worst.ratio.median.toFixed(2)} (${worst.question}).`;
    },
  },
];

/** A list of what is not reached, and why; what is reached meanwhile falls out of it. Empty when all is. */
export function ambitionsText(all: KeptByJob): string {
  const items = reasons.flatMap(({ job, gate, better, ambition, why }) => {
    const kept = all[job];
    const found = kept?.gates.find(({ name }) => name.startsWith(gate));
    if (kept === undefined || found === undefined) return [];
    const measured = Number.parseFloat(found.value);
    if (better === "more" ? measured >= ambition : measured < ambition) return [];
    return [`- ${found.name}: ${found.value}, ambition ${ambitionOf(found.ambition, ambition)}: ${why(kept, all)}`];
  });
  if (items.length === 0) return "";
  return `What is not as fast as was hoped for, and what stops it:\n\n${items.join("\n")}`;
}

/** The figures' own file says "faster"; the ambition is five times. */
function ambitionOf(written: string, ambition: number): string {
  return /\d/.test(written) ? written : `${ambition}`;
}
