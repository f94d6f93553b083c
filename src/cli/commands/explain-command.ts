// `maatwerk explain`: the steps of one case as readable text, and what another reading of an open point changes.
import { readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import type { Command } from "commander";
import { type Language, pick } from "../../kernel/index.ts";
import {
  type CalculationDifference,
  type CalculationOutput,
  calculateJson,
  compareCalculations,
  type Law,
  type Moved,
} from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { dayOf } from "./law-days.ts";

interface Options extends Shared {
  readonly switch: readonly string[];
  readonly diff?: boolean;
  readonly known?: string;
  readonly json?: boolean;
}

export function addExplain(program: Command, io: Io, end: Ending): void {
  program
    .command("explain")
    .summary("show every step of one calculation, or what moved between two")
    .description(
      "Shows the steps of one calculation: the value, the rule with its rulebook ids, the parameters with date, source and certainty, and the open points it leans on. With --switch also what the other reading changes in euro; with --diff what moved between two cases, and why.",
    )
    .argument("[case]", "file with one JSON object, or the object itself; standard input when left out")
    .argument("[other]", "with --diff: the second case")
    .option("--switch <reading>", "another reading of an open point, such as OPEN-01=5/4/11; may be repeated", collect, [])
    .option("--diff", "show only what moved: between two cases, or through the readings of --switch")
    .option("--known <day>", "calculate with what could be known of the law on this day; with --diff: the second side")
    .option("--json", "print the result as JSON")
    .addHelpText("after", example)
    .action(async (given: string | undefined, other: string | undefined, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const language = languageOf(options.lang, io.env);
      const switches = readingsOf(options.switch);
      const comparing = options.diff === true || Object.keys(switches).length > 0;
      if (other !== undefined && options.diff !== true) throw new UsageError("Two cases are compared with --diff.");
      if (options.diff === true && other === undefined && Object.keys(switches).length === 0 && options.known === undefined)
        throw new UsageError("--diff needs a second case, a --switch or a --known day.");
      const law = openLaw();
      const known = options.known === undefined ? law : law.asKnownOn(dayOf("--known", options.known));
      const json = parse(await read(given, io));
      const second = withReadings(other === undefined ? json : parse(await read(other, io)), switches);
      if (!comparing) {
        const output = calculateJson(known, json, { steps: true });
        if (options.json === true) printLine(io.stdout, JSON.stringify(output, null, 2));
        else for (const line of stepLines(output, language)) printLine(io.stdout, line);
        return end(output.outcome === "invalid" ? ExitCode.badInput : ExitCode.ok);
      }
      const compared = compareCalculations(law, json, second, { lawAfter: known });
      if (!compared.ok) {
        for (const { id, field, message } of compared.error)
          printLine(io.stderr, `${id}${field === undefined ? "" : ` ${field}`}: ${pick(message, language)}`);
        return end(ExitCode.badInput);
      }
      if (options.json === true) printLine(io.stdout, JSON.stringify(compared.value, null, 2));
      else {
        if (options.diff !== true)
          for (const line of stepLines(calculateJson(known, second, { steps: true }), language)) printLine(io.stdout, line);
        for (const line of differenceLines(law, compared.value, language)) printLine(io.stdout, line);
      }
      end(ExitCode.ok);
    });
}

const example = `
Examples:
  maatwerk explain case.json --switch OPEN-01=5/4/11
  maatwerk explain --diff january.json april.json
  maatwerk explain --diff case.json --known 2024-03-01
`;

const collect = (value: string, before: readonly string[]) => [...before, value];

async function read(given: string | undefined, io: Io): Promise<string> {
  if (given === undefined || given === "-") return textOf(io.stdin);
  if (given.trimStart().startsWith("{")) return given;
  try {
    return readFileSync(given, "utf8");
  } catch {
    throw new UsageError(`There is no file ${given} that can be read.`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('The case is not JSON. Give one object, such as {"scheme":"employer", ...}.');
  }
}

export function readingsOf(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((one) => {
      const [, id, value] = /^(OPEN-\d+)=(.+)$/.exec(one) ?? [];
      if (id === undefined || value === undefined) throw new UsageError(`"${one}" is no reading; write it as OPEN-01=5/4/11.`);
      return [id, value];
    }),
  );
}

function withReadings(json: unknown, switches: Readonly<Record<string, string>>): unknown {
  if (typeof json !== "object" || json === null) return json;
  const own = (json as { switches?: object | null }).switches ?? {};
  return { ...json, switches: { ...own, ...switches } };
}

function stepLines(output: CalculationOutput, language: Language): string[] {
  const lines: string[] = [];
  (output.steps ?? []).forEach((step, index) => {
    lines.push(`${index + 1}. ${pick(step.title, language)} [${step.ids.join(", ")}]`);
    lines.push(`   ${pick(step.sentence, language)}`);
    if (step.value !== null) lines.push(`   = ${step.value} ${step.unit}`);
    for (const parameter of step.parameters) {
      const open = parameter.openPoints.length === 0 ? "" : ` ${parameter.openPoints.join(" ")}`;
      lines.push(
        `   · ${parameter.id} = ${parameter.value} ${parameter.unit} (${parameter.since}, ${parameter.confidence}, ${parameter.sources.join(" ")})${open}`,
      );
    }
    for (const [id, option] of Object.entries(step.switches)) lines.push(`   · ${id} = ${option}`);
  });
  return [...lines, ...(lines.length === 0 ? [] : [""]), ...outcomeLines(output, language)];
}

const amounts = ["referenceWage", "wageCap", "wagePremium", "guidancePremium", "supportBase", "supportPremium", "total"] as const;

function outcomeLines(output: CalculationOutput, language: Language): string[] {
  if ("reasons" in output) {
    return [
      `outcome: ${output.outcome}`,
      ...output.reasons.map(
        (one) => `  ${one.id}${one.field === undefined ? "" : ` ${one.field}`}: ${pick(one.message, language)}`,
      ),
    ];
  }
  const values = output as unknown as Readonly<Record<string, string | undefined>>;
  return [
    `q${output.quarterIndex}, ${output.percentage} %`,
    ...amounts.flatMap((name) => (values[name] === undefined ? [] : [`${name}: ${values[name]}`])),
    ...(output.notes ?? []).map((note) => pick(note.message, language)),
    ...(output.openPoints.length === 0 ? [] : [`open points: ${output.openPoints.join(" ")}`]),
  ];
}

/** The difference in euro, its causes, and everything that moved. */
function differenceLines(law: Law, compared: CalculationDifference, language: Language): string[] {
  const { total, causes, difference } = compared;
  const line = ({ name, unit, before, after, change }: Moved) =>
    `  ${name}: ${before ?? "-"} -> ${after ?? "-"} ${unit}${change === null ? "" : ` (${signed(change)})`}`;
  const block = (title: string, moves: readonly Moved[]) => (moves.length === 0 ? [] : [title, ...moves.map(line)]);
  const steps = difference.rules.map((moved) => {
    const rule = law.graph.rules.get(moved.name.split("@")[0] ?? "");
    return rule === undefined ? line(moved) : `${line(moved)} [${rule.ids.join(", ")}] ${pick(rule.title, language)}`;
  });
  const outcomes = [compared.before.outcome, compared.after.outcome];
  return [
    "",
    ...(outcomes[0] === outcomes[1] ? [] : [`outcome: ${outcomes.join(" -> ")}`]),
    total === null
      ? "total: no difference in euro"
      : `total: ${total.before ?? "-"} -> ${total.after ?? "-"} EUR (${signed(total.change ?? "0")})`,
    ...(causes ?? []).map((cause) => `  ${signed(cause.effect)} by ${cause.kind} ${cause.name}`),
    ...block("facts", difference.facts),
    ...block("parameters", difference.parameters),
    ...block("readings", difference.switches),
    ...(steps.length === 0 ? ["no step moves"] : ["steps", ...steps]),
  ];
}

function signed(change: string): string {
  return change.startsWith("-") ? change : `+${change}`;
}
