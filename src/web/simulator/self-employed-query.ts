// Reads the form of a self-employed person from the address.
import { basisPoints, type Language, type PlainDate, percentText, quarterOf } from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import type { FieldMistake } from "../look/error-summary.tsx";
import { simulatorText } from "../text/simulator.ts";
import type { SelfEmployedCase } from "./contract.ts";
import { type ReadForm, startQuarter } from "./employer-query.ts";
import { chosenReadings } from "./open-points.ts";
import { AFTER_EVALUATION, evaluationPercentages } from "./packages.ts";

export interface SelfEmployedForm {
  readonly pakket: string;
  readonly start: string;
  readonly percentage: string;
}

/** A maatwerkbedrijf is no person, so its package is not among these. */
export const SELF_EMPLOYED_PACKAGES = ["P5", "P5_PLUS", "T2", AFTER_EVALUATION] as const;

export function readSelfEmployedForm(
  query: URLSearchParams,
  law: LawData,
  today: PlainDate,
  language: Language,
): ReadForm<SelfEmployedForm, SelfEmployedCase> {
  const text = simulatorText(language);
  const given = (name: string, otherwise = "") => (query.get(name) ?? otherwise).trim();
  const form: SelfEmployedForm = {
    pakket: given("pakket", "P5"),
    start: given("start", quarterOf(today)),
    percentage: given("percentage"),
  };
  const { chosen, unknown } = chosenReadings(law, query);
  const sent = query.has("pakket");
  if (!sent) return { form, sent, mistakes: [], simulated: null, readings: chosen };

  const mistakes: FieldMistake[] = [];
  const wrong = (field: string, message: string) => mistakes.push({ field, message });
  if (!(SELF_EMPLOYED_PACKAGES as readonly string[]).includes(form.pakket)) wrong("pakket", text.chooseOne(text.package));
  const start = startQuarter(form.start, law);
  if (start === null) wrong("start", text.chooseOne(text.start));
  const percentages = start === null ? [] : evaluationPercentages(law, start).map((p) => percentText(basisPoints(p)));
  const needsPercentage = form.pakket === AFTER_EVALUATION;
  if (start !== null && needsPercentage && !percentages.includes(form.percentage)) wrong("percentage", text.percentageMissing);
  for (const id of unknown) wrong(id, text.unknownReading(id));
  const simulated: SelfEmployedCase | null =
    mistakes.length > 0 || start === null
      ? null
      : {
          scheme: "selfEmployed",
          package: form.pakket,
          percentage: needsPercentage ? form.percentage : null,
          startQuarter: start,
          switches: chosen,
        };
  return { form, sent, mistakes, simulated, readings: chosen };
}
