// The table of speed in docs/lab.md, made from the files of bench/results: no figure there was typed.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ambitionsText } from "./docs-ambitions.ts";

/** Jobs whose gates stand in the table; those after them are told of only where they fall short of an ambition. */
const jobs = ["columns", "what-if", "explain-http", "policy-page"] as const;
const others = ["quarterly-run", "figures"] as const;
const [from, until] = ["<!-- speed: written by npm run bench -->", "<!-- end of speed -->"];
const guide = fileURLToPath(new URL("../docs/lab.md", import.meta.url));

interface Kept {
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

export function speedTable(): string {
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

/** The document with the table in it. */
export function withSpeed(text: string): string {
  const [start, end] = [text.indexOf(from), text.indexOf(until)];
  if (start < 0 || end < start) throw new Error("docs/lab.md has no place for the figures of speed");
  return `${text.slice(0, start + from.length)}\n\n${speedTable()}\n\n${text.slice(end)}`;
}

export function writeSpeed(): void {
  writeFileSync(guide, withSpeed(readFileSync(guide, "utf8")));
}
