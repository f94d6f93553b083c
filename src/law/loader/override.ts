// Replaces values of the law for a worked case or a reform: the rest of each timeline stays as it is.
import { addDays, fail, ok, type PlainDate, type Problem, problem, type Result } from "../../kernel/index.ts";
import { BEFORE_RECORDS } from "../before-records.ts";
import type { ParameterOverride } from "../law-data.ts";
import type { DatedValue, Parameter, ParameterValue } from "../model.ts";
import { unknownParameter } from "./read-problems.ts";
import { byFrom } from "./timeline.ts";
import { parseValue } from "./units.ts";

export function overrideParameters(
  parameters: ReadonlyMap<string, Parameter>,
  overrides: readonly ParameterOverride[],
): Result<ReadonlyMap<string, Parameter>, readonly Problem[]> {
  const changed = new Map(parameters);
  const problems: Problem[] = [];
  for (const override of overrides) {
    const parameter = changed.get(override.id);
    if (!parameter) {
      problems.push(unknownParameter(override.id));
      continue;
    }
    const value = readOverride(parameter, override);
    if (!value.ok) problems.push(value.error);
    else changed.set(parameter.id, replaceSpan(parameter, override, value.value));
  }
  return problems.length > 0 ? fail(problems) : ok(changed);
}

function readOverride(parameter: Parameter, override: ParameterOverride): Result<ParameterValue> {
  if (override.from !== undefined && override.to !== undefined && override.to < override.from) {
    return fail(
      problem(
        "law.override.period",
        {
          nl: `De laatste dag (${override.to}) ligt vóór de eerste dag (${override.from}).`,
          en: `The last day (${override.to}) lies before the first day (${override.from}).`,
          fr: `Le dernier jour (${override.to}) précède le premier jour (${override.from}).`,
        },
        parameter.id,
      ),
    );
  }
  const value = parseValue(override.value, parameter.unit);
  return value.ok ? value : fail(problem("law.override.value", value.error.message, parameter.id));
}

/** Cuts the span out of every row and puts one row in its place, known from the beginning so that every view shows it. */
function replaceSpan(parameter: Parameter, override: ParameterOverride, value: ParameterValue): Parameter {
  const from = override.from ?? BEFORE_RECORDS;
  const until = override.to === undefined ? null : addDays(override.to, 1);
  const row: DatedValue = {
    from,
    until,
    knownSince: BEFORE_RECORDS,
    value,
    confidence: "D",
    sources: [],
    openPoints: [],
    alternatives: [],
    note: {
      nl: "Deze waarde komt niet uit de wet: ze is gekozen voor deze berekening.",
      en: "This value does not come from the law: it was chosen for this calculation.",
      fr: "Cette valeur ne vient pas de la loi : elle a été choisie pour ce calcul.",
    },
  };
  const values = [...parameter.values.flatMap((old) => outside(old, from, until)), row].sort(byFrom);
  return { ...parameter, values };
}

function outside(row: DatedValue, from: PlainDate, until: PlainDate | null): DatedValue[] {
  const parts: DatedValue[] = [];
  if (row.from < from) parts.push({ ...row, until: row.until === null || row.until > from ? from : row.until });
  if (until !== null && (row.until === null || row.until > until)) {
    parts.push({ ...row, from: row.from > until ? row.from : until });
  }
  return parts;
}
