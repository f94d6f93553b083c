// All answers under each other, what the checks say of them, and the button that files.
import { type Check, having } from "../../../dossier/index.ts";
import { formatFraction, parseFraction } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList, type SummaryRow } from "../../look/summary-list.tsx";
import { type ApplicantText, applicantText } from "../../text/applicant.ts";
import { formText } from "../../text/form.ts";
import { type Fields, readAnswers } from "./answers.ts";
import { crumbsOf } from "./crumbs.ts";
import { labelOf } from "./labels.ts";
import { provinceNames } from "./names.ts";
import { stepsFor, wordsOf } from "./steps.ts";
import type { WithDraft } from "./with-draft.ts";
import { type ApplicantTools, Reasons } from "./within.tsx";

export interface ReviewPageProps extends WithDraft {
  readonly tools: ApplicantTools;
  readonly mistakes: readonly FieldMistake[];
  readonly checks: readonly Check[];
  /** What was wrong when it was sent. */
  readonly sent: readonly FieldMistake[];
}

export function ReviewPage({ page, to, at, draft, mistakes, checks, sent }: ReviewPageProps) {
  const { language } = page;
  const text = applicantText(language);
  const { fields } = draft;
  const blocks = having(checks, "BLOCK").map((one) => one.reason);
  const notes = checks.filter((one) => one.severity !== "BLOCK").map((one) => one.reason);
  const steps = stepsFor(fields);
  const stepOfField = (field: string) => steps.find((step) => step.fields(fields).includes(field));
  const linked = mistakes.map((mistake) => ({ mistake, step: stepOfField(mistake.field) }));
  return (
    <Layout
      page={page}
      title={text.reviewTitle}
      crumbs={crumbsOf(page, to(), { href: at(), label: text.tasksTitle })}
      refused={sent.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.reviewTitle}</h1>
      <ErrorSummary language={language} mistakes={sent} />
      {linked.length === 0 ? null : (
        <Alert kind="warning" title={text.reviewMissing}>
          <ul>
            {linked.map(({ mistake, step }) => (
              <li>
                {step === undefined ? (
                  mistake.message
                ) : (
                  <a href={`${at(`/stap/${step.id}`)}?controle=1&naar=nakijken#${mistake.field}`}>{mistake.message}</a>
                )}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {blocks.length === 0 ? null : (
        <Alert kind="error" title={text.blocksTitle}>
          <Reasons page={page} reasons={blocks} />
        </Alert>
      )}
      {notes.length === 0 ? null : (
        <Alert kind="info" title={text.attention}>
          <p>{text.attentionBody}</p>
          <Reasons page={page} reasons={notes} />
        </Alert>
      )}
      {steps.map((step) => (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--3">{wordsOf(step, fields, text).label}</h2>
          <SummaryList
            rows={
              step.id === "stukken"
                ? [
                    {
                      name: text.stepEvidence,
                      value: draft.files.length === 0 ? text.noEvidence : draft.files.map((file) => file.name).join(", "),
                      change: change(`${at("/stap/stukken")}?naar=nakijken`, text.stepEvidence, language),
                    },
                  ]
                : step
                    .fields(fields)
                    .filter((field) => !field.endsWith(".paid"))
                    .map((field) => ({
                      name: labelOf(field, text),
                      value: shownValue(field, fields, text, language),
                      change: change(`${at(`/stap/${step.id}`)}?naar=nakijken#${field}`, labelOf(field, text), language),
                    }))
            }
          />
        </section>
      ))}
      {mistakes.length > 0 || blocks.length > 0 ? null : (
        <form class="mw-form mw-section" method="post" action={at("/nakijken")}>
          <FormKey page={page} />
          <input type="hidden" name="versie" value={String(draft.version)} />
          <p>{text.declare}</p>
          <p class="mw-actions">
            <SubmitButton>{text.file}</SubmitButton>
          </p>
        </form>
      )}
      <p class="mw-section">
        <a href={at()}>{text.backToTasks}</a>
      </p>
    </Layout>
  );
}

function change(href: string, about: string, language: "nl" | "en" | "fr"): NonNullable<SummaryRow["change"]> {
  return { href, label: formText(language).change, about };
}

/** An answer in words: a choice by its label, a share as percent, anything else as typed. */
function shownValue(field: string, fields: Fields, text: ApplicantText, language: "nl" | "en" | "fr"): string {
  const value = fields[field] ?? "";
  if (value === "" && field === "otherSupport") return text.supportNone;
  if (value === "") return "-";
  const byField: Readonly<Record<string, string>> = {
    situation: "situation",
    residence: "residence",
    "contract.kind": "kind",
    premiums: "premium",
    "selfEmployment.occupation": "occupation",
    "selfEmployment.proof.kind": "proof",
  };
  const words = text as unknown as Readonly<Record<string, string>>;
  const prefix = byField[field];
  if (prefix !== undefined) return words[prefix + value] ?? value;
  if (field === "otherSupport")
    return value
      .split(",")
      .map((one) => words[`support${one}`] ?? one)
      .join(", ");
  if (field === "province") return (provinceNames as Readonly<Record<string, string>>)[value] ?? value;
  if (value === "yes" || value === "no") return text[value];
  if (field === "employmentFraction") {
    const fraction = parseFraction(String(readAnswers(fields, language).json.employmentFraction ?? ""));
    return fraction.ok ? formatFraction(fraction.value, language) : value;
  }
  if (field.endsWith(".amount") || field.endsWith(".income")) return `€ ${value}`;
  return value;
}
