// The figures of speed in the guides, made from the files of bench/results: none of them was typed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ambitionsText } from "./docs-ambitions.ts";
import { figuresText, paymentText } from "./docs-payment-and-figures.ts";

/** Jobs whose gates stand in the table; those after them are told of only where they fall short of an ambition. */
const jobs = ["columns", "what-if", "explain-http", "policy-page"] as const;
const others = ["quarterly-run", "figures"] as const;
const [from, until] = ["<!-- speed: written by npm run bench -->", "<!-- end of speed -->"];
/** Each guide with figures of speed, and what it says of them. */
export const guides: Readonly<Record<string, () => string>> = {
  "lab.md": speedTable,
  "payment-run.md": () => paymentText(Object.fromEntries(keptOf(["quarterly-run", "whole-quarter"]))),
  "statistician.md": () => figuresText(Object.fromEntries(keptOf(["figures"]))),
};

export interface Kept {
  readonly gates: readonly {
    readonly name: string;
    readonly value: string;
    readonly gate: string;
    readonly ambition: string;
    readonly holds: boolean;
  }[];
  readonly figures: Readonly<Record<string, unknown>>;
  readonly machine: {
    readonly processor: string;
    readonly processors: number;
    readonly node: string;
    readonly load: readonly number[];
    readonly at: string;
  };
}

function speedTable(): string {
  const kept = keptOf(jobs);
  const rows = kept.flatMap(([, { gates }]) =>
    gates.map(({ name, value, gate, holds }) => `| ${name} | ${value} | ${gate} | ${holds ? "holds" : "**fails**"} |`),
  );
  const on = kept.map(([job, { machine }]) => {
    const { processor, processors, node, load, at } = machine;
    return `${job}: ${at.slice(0, 16).replace("T", " ")} UTC, ${processor}, ${processors} processors, load ${load[0]}, Node ${node}`;
  });
  const table = ["| What | Measured | Gate | |", "|---|---|---|---|", ...rows, "", `${on.join("; ")}.`].join("\n");
  return `${table}\n\n${ambitionsText(Object.fromEntries([...kept, ...keptOf(others)]))}`;
}

function keptOf(list: readonly string[]): (readonly [string, Kept])[] {
  return list.flatMap((job) => {
    const file = new URL(`results/${job}.json`, import.meta.url);
    return existsSync(file) ? [[job, JSON.parse(readFileSync(file, "utf8")) as Kept] as const] : [];
  });
}

/** The guide with the figures in it. */
export function withSpeed(guide: string, text: string): string {
  const [start, end] = [text.indexOf(from), text.indexOf(until)];
  if (start < 0 || end < start) throw new Error(`docs/${guide} has no place for the figures of speed`);
  return `${text.slice(0, start + from.length)}\n\n${guides[guide]!()}\n\n${text.slice(end)}`;
}

export function writeSpeed(): void {
  for (const guide of Object.keys(guides)) {
    const file = fileURLToPath(new URL(`../docs/${guide}`, import.meta.url));
    writeFileSync(file, withSpeed(guide, readFileSync(file, "utf8")));
  }
}
