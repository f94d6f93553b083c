// Checks a rule graph against the law's data before any case runs: units, parameters, open points and rulebook ids.
import { type Localized, localized } from "../../kernel/index.ts";
import type { LawData, LawError } from "../law-data.ts";
import { type RuleGraph, unitComplaints, visit } from "./graph.ts";
import type { Input } from "./kinds/input.ts";
import type { JudgementNode } from "./kinds/judgement.ts";
import type { Parameter } from "./kinds/parameter.ts";
import type { AnyRule } from "./kinds/rule.ts";
import type { Switch } from "./kinds/switch.ts";
import type { WhenAll } from "./kinds/when-all.ts";
import type { Expression } from "./node.ts";
import { elementUnit } from "./units.ts";

/** Everything wrong with a graph; empty when it can run on this data. */
export function checkGraph(data: LawData, graph: RuleGraph): readonly LawError[] {
  const errors: LawError[] = [];
  const add = (rule: string, check: string, nl: string, en: string, fr: string) => {
    errors.push({ file: `rules/${rule}`, line: 0, rule: check, message: text(rule, nl, en, fr) });
  };

  for (const { rule, complaint } of unitComplaints(graph)) {
    add(
      rule,
      "rule.unit",
      `de eenheden kloppen niet: ${complaint}`,
      `the units do not fit: ${complaint}`,
      `les unités ne conviennent pas : ${complaint}`,
    );
  }
  for (const rule of graph.rules.values()) checkIds(data, rule, add);

  const inputs = new Map<string, string>();
  visit(graph, (node, rule) => {
    if (node.kind === "parameter") checkParameter(data, node as Parameter, rule, add);
    if (node.kind === "switch") checkSwitch(data, node as Switch, rule, add);
    if (node.kind === "input") checkInput(inputs, node as Input, rule, add);
    for (const id of citedIds(node)) {
      if (!data.rulebook.entries.has(id)) {
        add(
          rule.id,
          "rule.id",
          `${id} staat niet in het regelboek`,
          `${id} is not in the rulebook`,
          `${id} n’est pas dans le recueil`,
        );
      }
    }
  });
  return errors;
}

type Add = (rule: string, check: string, nl: string, en: string, fr: string) => void;

function checkIds(data: LawData, rule: AnyRule, add: Add): void {
  for (const id of rule.ids) {
    if (data.rulebook.entries.has(id)) continue;
    add(
      rule.id,
      "rule.id",
      `${id} staat niet in het regelboek`,
      `${id} is not in the rulebook`,
      `${id} n’est pas dans le recueil`,
    );
  }
}

function checkParameter(data: LawData, node: Parameter, rule: AnyRule, add: Add): void {
  const { id } = node;
  const parameter = data.parameters.get(id);
  if (parameter === undefined) {
    add(
      rule.id,
      "rule.parameter",
      `de parameter ${id} bestaat niet`,
      `there is no parameter ${id}`,
      `la donnée ${id} n’existe pas`,
    );
    return;
  }
  if (parameter.unit !== elementUnit(node.unit)) {
    const [read, kept] = [node.unit, parameter.unit];
    add(
      rule.id,
      "rule.parameterUnit",
      `${id} wordt gelezen als ${read}, maar staat in ${kept}`,
      `${id} is read as ${read}, but is kept in ${kept}`,
      `${id} est lu en ${read}, mais est tenu en ${kept}`,
    );
  }
  for (const row of parameter.values) {
    const isList = Array.isArray(row.value);
    if (row.value !== "unset" && isList && !node.unit.endsWith("[]")) {
      add(rule.id, "rule.list", `${id} heeft meer dan één waarde`, `${id} has more than one value`, `${id} a plus d’une valeur`);
      break;
    }
    // Read once per quarter, a value that begins in the middle of one would come too late.
    if (node.at === "quarter" && !startsQuarter(row.from) && row.from !== parameter.values[0]?.from) {
      add(
        rule.id,
        "rule.quarterly",
        `${id} wordt per kwartaal gelezen, maar verandert op ${row.from}`,
        `${id} is read once per quarter, but changes on ${row.from}`,
        `${id} est lu une fois par trimestre, mais change le ${row.from}`,
      );
    }
  }
}

function startsQuarter(day: string): boolean {
  return /-(01|04|07|10)-01$/.test(day);
}

function checkSwitch(data: LawData, node: Switch, rule: AnyRule, add: Add): void {
  const id = node.openPoint;
  const point = data.switches.get(id);
  if (point === undefined) {
    add(
      rule.id,
      "rule.switch",
      `het open punt ${id} bestaat niet`,
      `there is no open point ${id}`,
      `le point ouvert ${id} n’existe pas`,
    );
    return;
  }
  for (const name of Object.keys(node.options)) {
    if (point.options.some((option) => option.value === name)) continue;
    add(
      rule.id,
      "rule.option",
      `${id} kent geen lezing ${name}`,
      `${id} has no reading ${name}`,
      `${id} n’a pas de lecture ${name}`,
    );
  }
  for (const option of point.options) {
    if (!option.computable || Object.hasOwn(node.options, option.value)) continue;
    const name = option.value;
    add(
      rule.id,
      "rule.option",
      `de lezing ${name} van ${id} heeft hier geen formule`,
      `the reading ${name} of ${id} has no formula here`,
      `la lecture ${name} de ${id} n’a pas de formule ici`,
    );
  }
}

function checkInput(inputs: Map<string, string>, node: Input, rule: AnyRule, add: Add): void {
  const unit = inputs.get(node.name);
  if (unit === undefined) inputs.set(node.name, node.unit);
  else if (unit !== node.unit) {
    const names = `${unit}, ${node.unit}`;
    add(
      rule.id,
      "rule.input",
      `“${node.name}” heeft twee eenheden: ${names}`,
      `“${node.name}” has two units: ${names}`,
      `« ${node.name} » a deux unités : ${names}`,
    );
  }
}

function citedIds(node: Expression): readonly string[] {
  if (node.kind === "whenAll") return (node as WhenAll).conditions.map((condition) => condition.id);
  if (node.kind === "judgement") return [(node as JudgementNode).id];
  return [];
}

function text(rule: string, nl: string, en: string, fr: string): Localized {
  return localized(`Regel ${rule}: ${nl}.`, `Rule ${rule}: ${en}.`, `Règle ${rule} : ${fr}.`);
}
