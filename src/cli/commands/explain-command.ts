// `maatwerk explain`: the steps of one case as readable text, and what another reading of an open point changes.
import { readFileSync } from "node:fs";
import { text as textOf } from "node:stream/consumers";
import type { Command } from "commander";
import { type Language, pick } from "../../kernel/index.ts";
import { type CalculationOutput, calculateJson } from "../../law/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";

interface Options extends Shared {
  readonly switch: readonly string[];
  readonly diff?: boolean;
  readonly json?: boolean;
}

export function addExplain(program: Command, io: Io, end: Ending): void {
  program
    .command("explain")
    .summary("show every step of one calculation")
    .description(
      "Shows the steps of one calculation: the value, the rule with its rulebook ids, the parameters with date, source and certainty, and the open points it leans on.",
    )
    .argument("[case]", "file with one JSON object, or the object itself; standard input when left out")
    .option("--switch <reading>", "another reading of an open point, such as OPEN-01=5/4/11; may be repeated", collect, [])
    .option("--diff", "show only the steps that the readings change, before and after")
    .option("--json", "print the result as JSON")
    .action(async (given: string | undefined, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const language = languageOf(options.lang, io.env);
      const json = parse(await read(given, io));
      const switches = readingsOf(options.switch);
      if (options.diff === true && Object.keys(switches).length === 0) throw new UsageError("--diff needs at least one --switch");
      const law = openLaw();
      const before = calculateJson(law, json, { steps: true });
      const after =
        Object.keys(switches).length === 0 ? before : calculateJson(law, withReadings(json, switches), { steps: true });
      if (options.json === true) printLine(io.stdout, JSON.stringify(options.diff === true ? { before, after } : after, null, 2));
      else
        for (const line of options.diff === true ? diffLines(before, after, language) : stepLines(after, language))
          printLine(io.stdout, line);
      end(after.outcome === "invalid" ? ExitCode.badInput : ExitCode.ok);
    });
}

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

/** The steps whose value differs, and the amounts of both sides. */
function diffLines(before: CalculationOutput, after: CalculationOutput, language: Language): string[] {
  const was = new Map((before.steps ?? []).map((step) => [step.key, step]));
  const changed = (after.steps ?? []).filter((step) => was.get(step.key)?.value !== step.value);
  const gone = (before.steps ?? []).filter((step) => !(after.steps ?? []).some((one) => one.key === step.key));
  const row = (title: string, key: string, from: string | null | undefined, to: string | null | undefined, unit: string) =>
    `${title} [${key}]: ${from ?? "-"} -> ${to ?? "-"} ${unit}`;
  const unchanged = changed.length === 0 && gone.length === 0 ? ["No step changes."] : [];
  return [
    ...unchanged,
    ...changed.map((step) =>
      row(pick(step.title, language), step.ids.join(", "), was.get(step.key)?.value, step.value, step.unit),
    ),
    ...gone.map((step) => row(pick(step.title, language), step.ids.join(", "), step.value, null, step.unit)),
    "",
    "-- before",
    ...outcomeLines(before, language),
    "-- after",
    ...outcomeLines(after, language),
  ];
}
