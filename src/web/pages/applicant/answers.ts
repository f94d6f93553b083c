// From what people type in the steps of an application to the JSON that every door takes, with mistakes named by field.

import { type ApplicationInput, parseApplication } from "../../../counter/index.ts";
import { CONTRACT_KINDS, type Reason } from "../../../dossier/index.ts";
import {
  addQuarters,
  euro,
  isQuarter,
  type Language,
  type Problem,
  parseDateAsTyped,
  parseEuroAsTyped,
  pick,
  type Quarter,
} from "../../../kernel/index.ts";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { parseShare } from "../../simulator/parse-share.ts";
import { applicantText } from "../../text/applicant.ts";
import { labelOf } from "./labels.ts";

export type Fields = Readonly<Record<string, string>>;

export interface ReadAnswers {
  readonly json: Readonly<Record<string, unknown>>;
  /** Null while there are mistakes. */
  readonly input: ApplicationInput | null;
  readonly mistakes: readonly FieldMistake[];
}

/** Reads every answer given so far; what is missing is a mistake too, so that each step can show its own. */
export function readAnswers(fields: Fields, language: Language): ReadAnswers {
  const text = applicantText(language);
  const own: FieldMistake[] = [];
  const typed = (name: string) => (fields[name] ?? "").trim();
  const wrong = (field: string, problem: Problem | string) => {
    const message =
      typeof problem === "string" ? problem : `${labelOf(field, text)}: ${lowerFirst(pick(problem.message, language))}`;
    own.push({ field, message });
    return undefined;
  };
  const date = (name: string) => {
    if (typed(name) === "") return undefined;
    const parsed = parseDateAsTyped(typed(name));
    return parsed.ok ? parsed.value : wrong(name, parsed.error);
  };
  const money = (name: string) => {
    if (typed(name) === "") return undefined;
    const parsed = parseEuroAsTyped(typed(name));
    return parsed.ok ? euro(parsed.value) : wrong(name, parsed.error);
  };
  const flag = (name: string) => (typed(name) === "yes" ? true : typed(name) === "no" ? false : undefined);
  const number = (name: string) =>
    typed(name) === "" ? undefined : /^\d{1,9}$/.test(typed(name)) ? Number(typed(name)) : Number.NaN;
  const fraction = () => {
    if (typed("employmentFraction") === "") return undefined;
    return parseShare(typed("employmentFraction"), false) ?? wrong("employmentFraction", text.fractionWrong);
  };
  const employer = fields.applicant !== "SELF_EMPLOYED";
  const kind = CONTRACT_KINDS.find((one) => one === typed("contract.kind"));
  const json = {
    applicant: employer ? "EMPLOYER" : "SELF_EMPLOYED",
    worker: { insz: typed("worker.insz"), givenName: typed("worker.givenName"), familyName: typed("worker.familyName") },
    residence: typed("residence") || undefined,
    province: typed("province") || undefined,
    situation: typed("situation"),
    premiums: typed("premiums"),
    contract: {
      kind: typed("contract.kind"),
      from: date("contract.from"),
      until: kind === "OPEN_ENDED" ? null : date("contract.until"),
      hours: number("contract.hours"),
    },
    employmentFraction: fraction(),
    worksInFlanders: flag("worksInFlanders"),
    notInDifficulty: flag("notInDifficulty"),
    otherSupport: typed("otherSupport")
      .split(",")
      .filter((one) => one !== "" && one !== "NONE"),
    account: typed("account") || undefined,
    contact: { name: typed("contact.name"), email: typed("contact.email"), phone: typed("contact.phone") },
    selfEmployment: {
      occupation: typed("selfEmployment.occupation"),
      since: date("selfEmployment.since"),
      limitationRecognisedOn: date("selfEmployment.limitationRecognisedOn"),
      proof: proofOf(),
      exemptMonths: number("selfEmployment.exemptMonths"),
    },
  };
  function proofOf() {
    const at = "selfEmployment.proof";
    const chosen = typed(`${at}.kind`);
    if (chosen === "FUND_ATTEST") {
      const paid = paidQuarters(fields).map((quarter, index) => ({ quarter, amount: money(`${at}.paid.${index}.amount`) }));
      return { kind: chosen, paid };
    }
    if (chosen === "TAX_ASSESSMENT")
      return { kind: chosen, incomeYear: number(`${at}.incomeYear`), income: money(`${at}.income`) };
    return { kind: chosen, issuedOn: date(`${at}.issuedOn`), sufficient: flag(`${at}.sufficient`) };
  }
  const parsed = parseApplication(json);
  const others = parsed.ok ? [] : parsed.error.filter((one) => !own.some((mistake) => mistake.field === one.field));
  const mistakes = [...own, ...others.map((one) => mistakeOf(one, language))];
  return { json, input: parsed.ok && mistakes.length === 0 ? parsed.value : null, mistakes };
}

/** A reason as a mistake of a field, with the field's own name in front where the reason does not say it. */
export function mistakeOf(reason: Reason, language: Language): FieldMistake {
  const text = applicantText(language);
  const field = reason.field ?? "";
  if (reason.id === "input.required" || reason.id === "input.choice") {
    const asked = labelOf(field, text);
    return { field, message: asked.endsWith("?") ? text.choose(asked) : text.fillIn(asked) };
  }
  const label = labelOf(field, text);
  const message = pick(reason.message, language);
  return { field, message: label === field ? message : `${label}: ${lowerFirst(message)}` };
}

/** The quarters that a fund's attest is about, oldest first: as many as the law asks, up to the chosen last one. */
export function paidQuarters(fields: Fields): readonly Quarter[] {
  const last = fields["selfEmployment.proof.last"] ?? "";
  const count = Number(fields.paidCount ?? "0");
  if (!isQuarter(last) || !Number.isInteger(count) || count < 1 || count > 20) return [];
  return Array.from({ length: count }, (_, index) => addQuarters(last, index - count + 1));
}

const lowerFirst = (message: string): string =>
  /^[A-ZÀ-Þ][a-zà-ÿ]/.test(message) ? message.slice(0, 1).toLowerCase() + message.slice(1) : message;
