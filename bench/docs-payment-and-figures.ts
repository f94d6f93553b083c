// What the guides of payment and of figures say of speed, in Dutch as those guides are, from the files of bench/results.
import type { Kept } from "./docs-table.ts";

type KeptByJob = Readonly<Record<string, Kept>>;

const number = (value: number, decimals = 0) =>
  new Intl.NumberFormat("nl-BE", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
const seconds = (value: number) => `${number(value, 1)} s`;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function on({ machine }: Kept): string {
  const { processor, processors, node, load, at } = machine;
  return `${at.slice(0, 10)}, ${processor}, ${processors} processors, belasting ${load[0]}, Node ${node}`;
}

const steps: Readonly<Record<string, string>> = {
  take: "attesten inlezen",
  calculate: "berekenen",
  book: "boeken",
  statements: "afrekeningen bevriezen",
  bank: "bankbestand maken",
};

export function paymentText(kept: KeptByJob): string {
  const [run, whole] = [kept["quarterly-run"]!, kept["whole-quarter"]!];
  const {
    grants,
    attestFileMiB,
    payments,
    peakMiB,
    seconds: took,
  } = whole.figures as {
    readonly grants: number;
    readonly attestFileMiB: number;
    readonly payments: number;
    readonly peakMiB: number;
    readonly seconds: Readonly<Record<string, number>>;
  };
  const { lines, seconds: inRun } = run.figures as {
    readonly lines: number;
    readonly seconds: { readonly book: readonly number[]; readonly copy: readonly number[]; readonly verify: readonly number[] };
  };
  return [
    `Eén kwartaal van ${number(grants)} toekenningen (\`npm run bench -- whole-quarter\`), een attestbestand van ${number(attestFileMiB)} MiB, ${number(payments)} betalingen, hoogstens ${number(peakMiB)} MiB geheugen:`,
    "",
    "| Stap | Duur |",
    "|---|---|",
    ...Object.entries(steps).map(([step, name]) => `| ${name} | ${seconds(took[step]!)} |`),
    "",
    `Eén run van ${number(lines)} lijnen (\`npm run bench -- quarterly-run\`): boeken ${seconds(median(inRun.book))}, dezelfde rijen kopiëren ${seconds(median(inRun.copy))}; ${run.gates[0]!.value.replace("times", "keer")}, grens ${run.gates[0]!.gate.replace("at most", "hoogstens")}. Alle lijnen narekenen (\`ledger verify\`): ${seconds(median(inRun.verify))}.`,
    "",
    `whole-quarter: ${on(whole)}; quarterly-run: ${on(run)}.`,
  ].join("\n");
}

interface Question {
  readonly question: string;
  readonly seconds: { readonly median: number };
  readonly byHand: { readonly median: number };
  readonly byHandTuned: { readonly median: number };
}

export function figuresText(kept: KeptByJob): string {
  const figures = kept.figures!;
  const { persons, rows, questions } = figures.figures as {
    readonly persons: number;
    readonly rows: number;
    readonly questions: readonly Question[];
  };
  return [
    `De zeven vragen op ${number(persons)} personen (${number(rows)} rijen), naast dezelfde vragen in met de hand geschreven SQL (\`npm run bench -- figures\`):`,
    "",
    "| Vraag | Taal van vragen | SQL met de hand | dezelfde, bijgesteld |",
    "|---|---|---|---|",
    ...questions.map(
      ({ question, seconds: took, byHand, byHandTuned }) =>
        `| ${question} | ${number(took.median, 2)} s | ${number(byHand.median, 2)} s | ${number(byHandTuned.median, 2)} s |`,
    ),
    "",
    `Samen, tegen de beste van beide: ${figures.gates[0]!.value.replace("times its time", "keer de tijd")}. ${on(figures)}.`,
  ].join("\n");
}
