// `maatwerk law show`: one rule, parameter, open point or statement of the law, in force on a day and as known on a day.
import type { Command } from "commander";
import { type Language, type PlainDate, pick } from "../../kernel/index.ts";
import {
  type Law,
  lawItem,
  type ParameterCard,
  parameterCard,
  type RuleCard,
  readingsShown,
  ruleCard,
  type ValueLine,
} from "../../law/index.ts";
import { openCases } from "../../law/open-cases.ts";
import { openLaw } from "../../law/open-law.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import type { Ending, Shared } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { dayOf } from "./law-days.ts";

interface Options extends Shared {
  readonly on?: string;
  readonly known?: string;
  readonly json?: boolean;
}

export function addLawShow(law: Command, io: Io, end: Ending): void {
  law
    .command("show")
    .summary("show one rule, parameter, open point or statement")
    .description(
      "Shows a rule (wagePremium), a parameter (ggmmi), an open point (OPEN-01) or a statement of the rulebook (WP-08).",
    )
    .argument("<name>", "name of a rule or parameter, or an id of the rulebook")
    .option("--on <day>", "only the value in force on this day")
    .option("--known <day>", "the law as it could be known on this day")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  maatwerk law show ggmmi --on 2026-02-01 --known 2026-01-31\n")
    .action((name: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const shown = showOf(openLaw(), name, options);
      if (options.json === true) printLine(io.stdout, JSON.stringify(shown, null, 2));
      else for (const line of shown.lines(languageOf(options.lang, io.env))) printLine(io.stdout, line);
      end(ExitCode.ok);
    });
}

interface Shown {
  readonly kind: string;
  readonly item: unknown;
  lines(language: Language): string[];
}

function showOf(law: Law, name: string, options: Options): Shown {
  const on = options.on === undefined ? null : dayOf("--on", options.on);
  const known = options.known === undefined ? undefined : dayOf("--known", options.known);
  switch (lawItem(law, name)) {
    case "rule": {
      const card = ruleCard(law, name, openCases(law))!;
      return { kind: "rule", item: card, lines: (language) => ruleLines(card, language) };
    }
    case "parameter": {
      const card = inForce(parameterCard(law, name, known)!, on);
      return { kind: "parameter", item: card, lines: (language) => parameterLines(card, language) };
    }
    case "openPoint": {
      const point = law.switches.get(name)!;
      const shown = readingsShown(point, openCases(law));
      const lines = (language: Language) => [
        `${name}  ${pick(point.question, language)}`,
        pick(point.why, language),
        ...point.options.flatMap((option) => [
          `${option.value === point.default ? "*" : option.computable ? " " : "x"} ${option.value}: ${pick(option.title, language)}`,
          ...(shown.find((one) => one.option === option.value)?.cases ?? []).slice(0, 3).map(caseLine),
        ]),
      ];
      return { kind: "openPoint", item: { point, shown }, lines };
    }
    case "statement": {
      const statement = law.rulebook.entries.get(name)!;
      const coverage = law.coverage.get(name);
      const text = (language: Language) => (language === "nl" ? statement.nl : statement.en);
      const lines = (language: Language) => [
        `${name}  ${text(language)}`,
        `${statement.dutchTerm}; ${statement.confidence}; ${statement.sources.join(" ")}`,
        `${coverage?.state ?? "no state"}: ${coverage?.carriers.join(" ") ?? ""}`,
      ];
      return { kind: "statement", item: { statement, coverage }, lines };
    }
    case null:
      throw new UsageError(`The law has nothing called "${name}". Try "maatwerk law coverage --list" for all ids.`);
  }
}

function caseLine({ id, results }: { readonly id: string; readonly results: Readonly<Record<string, string>> }): string {
  return `      ${id}: ${Object.entries(results)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ")}`;
}

function inForce(card: ParameterCard, on: PlainDate | null): ParameterCard {
  if (on === null) return card;
  return { ...card, lines: card.lines.filter((line) => line.from <= on && (line.to === null || on <= line.to)) };
}

function ruleLines(card: RuleCard, language: Language): string[] {
  const list = (title: string, names: readonly string[]) => (names.length === 0 ? [] : [`  ${title}: ${names.join(" ")}`]);
  return [
    `${card.id}  ${pick(card.title, language)} [${card.ids.join(", ")}] (${card.dutchTerm}), ${card.unit}`,
    `  ${pick(card.sentence, language)}`,
    ...list("facts", card.facts),
    ...list("parameters", card.parameters),
    ...list("rules", card.rules),
    ...list("open points", card.openPoints),
    ...list("refuses by", card.conditions),
    ...list("feeds", card.feeds),
    ...list("cases", card.cases),
  ];
}

function parameterLines(card: ParameterCard, language: Language): string[] {
  return [
    `${card.id}  ${pick(card.title, language)} [${card.ids.join(", ")}] (${card.dutchTerm})`,
    ...card.lines.map(valueText),
    ...(card.lines.length === 0 ? ["  no value"] : []),
    `  read by: ${card.rules.join(" ") || "no rule"}`,
  ];
}

export function valueText(line: ValueLine): string {
  const until = line.to === null ? "" : ` to ${line.to}`;
  const open = line.openPoints.length === 0 ? "" : `, ${line.openPoints.join(" ")}`;
  return `  from ${line.from}${until}: ${line.value ?? "not known"} (${line.confidence}, known since ${line.knownSince}, ${line.sources.join(" ")}${open})`;
}
