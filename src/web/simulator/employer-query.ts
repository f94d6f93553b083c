// Reads the employer's form from the address: the values to show again, what is wrong with them, and the case to calculate.
import {
  basisPoints,
  cents,
  formatEuro,
  isQuarter,
  type Language,
  lastDay,
  type PlainDate,
  parseDateAsTyped,
  parseEuroAsTyped,
  percentText,
  pick,
  type Quarter,
  quarterOf,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import type { FieldMistake } from "../look/error-summary.tsx";
import { simulatorText } from "../text/simulator.ts";
import type { EmployerCase } from "./contract.ts";
import { chosenReadings } from "./open-points.ts";
import { AFTER_EVALUATION, collectivePercentages, evaluationPercentages, firstQuarter, SCHEDULED_PACKAGES } from "./packages.ts";
import { parseShare } from "./parse-share.ts";

/** Every field as typed; names are those of the address. */
export interface EmployerForm {
  readonly pakket: string;
  readonly begeleiding: string;
  readonly tewerkstelling: string;
  readonly loon: string;
  readonly bijdragen: string;
  readonly per: string;
  readonly start: string;
  readonly gewerkt: string;
  readonly van: string;
  readonly tot: string;
  readonly percentage: string;
  readonly collectief: string;
}

export interface ReadForm<F, C> {
  readonly form: F;
  /** True when the address carries an answer at all: an empty address is a new form. */
  readonly sent: boolean;
  readonly mistakes: readonly FieldMistake[];
  /** Null when there are mistakes. */
  readonly simulated: C | null;
  readonly readings: Readonly<Record<string, string>>;
}

export const GUIDANCE_NEEDS = ["NONE", "LOW", "MEDIUM", "HIGH"] as const;

/** Far above the wage of one person in a month or a quarter; a higher amount is a typing mistake. */
const mostCents = 1_000_000_00;

export function readEmployerForm(
  query: URLSearchParams,
  law: LawData,
  today: PlainDate,
  language: Language,
): ReadForm<EmployerForm, EmployerCase> {
  const text = simulatorText(language);
  const given = (name: string, otherwise = "") => (query.get(name) ?? otherwise).trim();
  const form: EmployerForm = {
    pakket: given("pakket", "P5"),
    begeleiding: given("begeleiding", "NONE"),
    tewerkstelling: given("tewerkstelling", "100"),
    loon: given("loon"),
    bijdragen: given("bijdragen"),
    per: given("per", "maand"),
    start: given("start", quarterOf(today)),
    gewerkt: given("gewerkt"),
    van: given("van"),
    tot: given("tot"),
    percentage: given("percentage"),
    collectief: given("collectief"),
  };
  const { chosen, unknown } = chosenReadings(law, query);
  const sent = query.has("loon");
  if (!sent) return { form, sent, mistakes: [], simulated: null, readings: chosen };

  const mistakes: FieldMistake[] = [];
  const wrong = (field: string, message: string) => {
    mistakes.push({ field, message });
    return null;
  };
  const amount = (field: "loon" | "bijdragen", name: string): number | null => {
    const parsed = parseEuroAsTyped(form[field]);
    if (!parsed.ok) return wrong(field, `${name}: ${lowerFirst(pick(parsed.error.message, language))}.`);
    if (parsed.value < 0) return wrong(field, text.notNegative(name));
    if (parsed.value > mostCents) return wrong(field, text.tooLarge(name, formatEuro(cents(mostCents), language)));
    return form.per === "kwartaal" ? parsed.value : parsed.value * 3;
  };
  const date = (field: "van" | "tot", name: string): PlainDate | null => {
    if (form[field] === "") return null;
    const parsed = parseDateAsTyped(form[field]);
    return parsed.ok ? parsed.value : wrong(field, `${name}: ${lowerFirst(pick(parsed.error.message, language))}.`);
  };

  const packages: readonly string[] = [...SCHEDULED_PACKAGES, AFTER_EVALUATION];
  if (!packages.includes(form.pakket)) wrong("pakket", text.chooseOne(text.package));
  if (!(GUIDANCE_NEEDS as readonly string[]).includes(form.begeleiding)) wrong("begeleiding", text.chooseOne(text.guidance));
  const fraction = parseShare(form.tewerkstelling, false) ?? wrong("tewerkstelling", text.fillFraction);
  const wage = form.loon === "" ? wrong("loon", text.fillWage) : amount("loon", text.wage);
  const contributions = form.bijdragen === "" ? null : amount("bijdragen", text.contributions);
  const start = startQuarter(form.start, law) ?? wrong("start", text.chooseOne(text.start));
  const performed = form.gewerkt === "" ? null : (parseShare(form.gewerkt, true) ?? wrong("gewerkt", text.fillPerformed));
  const from = date("van", text.from);
  const until = date("tot", text.until);
  if (from !== null && until !== null && until < from) wrong("tot", text.untilBeforeFrom);
  if (!["maand", "kwartaal"].includes(form.per)) wrong("per", text.chooseOne(text.amountsPer));

  const allowed = (list: readonly number[], value: string) => list.some((one) => percentText(basisPoints(one)) === value);
  const needsPercentage = form.pakket === AFTER_EVALUATION;
  if (start !== null && needsPercentage && !allowed(evaluationPercentages(law, start), form.percentage)) {
    wrong("percentage", text.percentageMissing);
  }
  if (start !== null && form.collectief !== "" && !allowed(collectivePercentages(law, start), form.collectief)) {
    wrong("collectief", text.chooseOne(text.collective));
  }
  for (const id of unknown) wrong(id, text.unknownReading(id));
  if (mistakes.length > 0 || fraction === null || wage === null || start === null) {
    return { form, sent, mistakes, simulated: null, readings: chosen };
  }
  return {
    form,
    sent,
    mistakes,
    readings: chosen,
    simulated: {
      scheme: "employer",
      package: form.pakket,
      percentage: needsPercentage ? form.percentage : null,
      collectivePercentage: form.collectief === "" ? null : form.collectief,
      guidanceNeed: form.begeleiding,
      startQuarter: start,
      employmentFraction: fraction,
      performedFraction: performed,
      inServiceFrom: from,
      inServiceUntil: until,
      switches: chosen,
      wageCents: wage,
      contributionCents: contributions,
    },
  };
}

/** A start quarter that the scheme knows; null when it is none. */
export function startQuarter(text: string, law: LawData): Quarter | null {
  return isQuarter(text) && lastDay(text) >= lastDay(firstQuarter(law)) && text < "2100" ? text : null;
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
