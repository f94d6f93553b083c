// A parameter for readers: its value over time as known on a day, what other readings say, and which rules read it.
import { addDays, type Localized, type PlainDate } from "../../kernel/index.ts";
import { describeGraph, type Law } from "../engine/index.ts";
import { writeValue } from "../loader/index.ts";
import type { Confidence, DatedValue, Parameter } from "../model.ts";

export interface ValueLine {
  /** First and last day, both included; null: still in force. */
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly knownSince: PlainDate;
  /** As the files write it; null: not known. */
  readonly value: string | null;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  readonly openPoints: readonly string[];
  readonly alternatives: readonly { readonly openPoint: string; readonly option: string; readonly value: string }[];
  readonly note: Localized | null;
}

export interface ParameterCard {
  readonly id: string;
  readonly title: Localized;
  readonly dutchTerm: string;
  readonly unit: string;
  readonly ids: readonly string[];
  readonly lines: readonly ValueLine[];
  /** Rules whose formula reads it. */
  readonly rules: readonly string[];
  readonly file: string;
}

/** Null for an id that is not there. `knownOn` left out: all that is known. */
export function parameterCard(law: Law, id: string, knownOn?: PlainDate): ParameterCard | null {
  const parameter = law.parameters.get(id);
  if (parameter === undefined) return null;
  const { title, dutchTerm, unit, ids, file } = parameter;
  const lines = law.timeline(id, knownOn).map((row) => valueLine(parameter, row));
  const rules = describeGraph(law.graph).filter((rule) => rule.parameters.includes(id));
  return { id, title, dutchTerm, unit, ids, lines, rules: rules.map((rule) => rule.id), file };
}

export function valueLine(parameter: Parameter, row: DatedValue): ValueLine {
  const written = (value: DatedValue["value"]) => (value === "unset" ? null : writeValue(value, parameter.unit));
  return {
    from: row.from,
    to: row.until === null ? null : addDays(row.until, -1),
    knownSince: row.knownSince,
    value: written(row.value),
    confidence: row.confidence,
    sources: row.sources,
    openPoints: row.openPoints,
    alternatives: row.alternatives.map((one) => ({
      openPoint: one.openPoint,
      option: one.option,
      value: writeValue(one.value, parameter.unit),
    })),
    note: row.note,
  };
}
