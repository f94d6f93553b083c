// The steps of an explanation as lines of JSON.
import { type Localized, languages } from "../../kernel/index.ts";
import {
  type Law,
  NoValue,
  type ParameterCell,
  type Step,
  sentenceOf,
  unitText,
  type Value,
  valueText,
} from "../engine/index.ts";
import { codeName } from "../rules/index.ts";
import type { ParameterLine, StepLine } from "./output.ts";

export function stepLines(law: Law, steps: readonly Step[]): StepLine[] {
  return steps.map((step) => ({
    rule: step.rule.id,
    key: step.key,
    ids: step.rule.ids,
    title: step.rule.title,
    dutchTerm: step.rule.dutchTerm,
    sentence: sentences(step, steps),
    value: hasValue(step.value) ? valueText(step.value, step.rule.unit) : null,
    unit: unitText(step.rule.unit),
    from: step.from,
    facts: step.facts.map(({ name, unit, value }) => ({
      name,
      value: value === undefined ? null : valueText(value, unit),
      unit: unitText(unit),
    })),
    parameters: step.parameters.flatMap((cell) => parameterLine(law, cell)),
    switches: Object.fromEntries(step.switches.map(({ openPoint, option }) => [openPoint, option])),
    openPoints: step.openPoints,
  }));
}

export function hasValue(value: Value | NoValue | undefined): value is Value {
  return value !== undefined && !(value instanceof NoValue);
}

/** Empty when the parameter has no value on that day. */
export function parameterLine(law: Law, cell: ParameterCell): ParameterLine[] {
  const { reading, value } = cell;
  if (reading === null || value instanceof NoValue) return [];
  return [
    {
      id: cell.id,
      title: law.parameters.get(cell.id)!.title,
      value: valueText(value, cell.unit),
      unit: unitText(cell.unit),
      since: reading.row.from,
      until: reading.row.until,
      confidence: reading.row.confidence,
      sources: reading.row.sources,
      openPoints: reading.openPoints,
    },
  ];
}

function sentences(step: Step, steps: readonly Step[]): Localized {
  const [nl, en, fr] = languages.map((language) => sentenceOf(step, steps, language, codeName));
  return { nl: nl!, en: en!, fr: fr! };
}
