// One step of an application: its question, what was filled in, and at the last one the files.
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { applicantText } from "../../text/applicant.ts";
import { formText } from "../../text/form.ts";
import type { Fields } from "./answers.ts";
import { crumbsOf } from "./crumbs.ts";
import { StepFields } from "./step-fields.tsx";
import { type Step, stepsFor, wordsOf } from "./steps.ts";
import type { WithDraft } from "./with-draft.ts";
import type { ApplicantTools } from "./within.tsx";

interface StepPageProps extends WithDraft {
  readonly tools: ApplicantTools;
  readonly step: Step;
  readonly fields: Fields;
  readonly mistakes: readonly FieldMistake[];
  readonly note: string | null;
  readonly stale: boolean;
}

export function StepPage(props: StepPageProps) {
  const { page, tools, to, at, draft, step, fields, mistakes, note, stale, c } = props;
  const { language } = page;
  const text = applicantText(language);
  const steps = stepsFor(fields);
  const { question } = wordsOf(step, fields, text);
  const checking = c.req.query("naar") === "nakijken" ? "?naar=nakijken" : "";
  return (
    <Layout
      page={page}
      title={question}
      crumbs={crumbsOf(page, to(), { href: at(), label: text.tasksTitle })}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{question}</h1>
      <p class="mw-quiet">{formText(language).step(steps.findIndex((one) => one.id === step.id) + 1, steps.length)}</p>
      <ErrorSummary language={language} mistakes={mistakes} />
      {stale ? (
        <Alert kind="warning" title={text.staleDraftTitle}>
          <p>{text.staleDraft}</p>
        </Alert>
      ) : null}
      {note === null ? null : <p class="mw-note">{note}</p>}
      {step.id === "stukken" ? <EvidencePart {...props} /> : null}
      <form class="mw-form mw-section" method="post" action={at(`/stap/${step.id}${checking}`)}>
        <FormKey page={page} />
        <input type="hidden" name="versie" value={String(draft.version)} />
        <StepFields
          language={language}
          law={tools.law}
          today={tools.counter.clock.today()}
          fields={fields}
          mistakes={mistakes}
          step={step.id}
        />
        <p class="mw-actions">
          <SubmitButton>{step.id === "stukken" ? text.next : text.saveAndNext}</SubmitButton>
          <SubmitButton secondary name="later" value="1">
            {text.saveAndLater}
          </SubmitButton>
        </p>
        <p>
          <a href={at()}>{text.backToTasks}</a>
        </p>
      </form>
    </Layout>
  );
}

function EvidencePart({ page, at, draft, fields, mistakes }: StepPageProps) {
  const { language } = page;
  const text = applicantText(language);
  return (
    <div class="mw-flow mw-section">
      <p>{fields.applicant === "SELF_EMPLOYED" ? text.evidenceHintSelf : text.evidenceHintEmployer}</p>
      <p>{text.evidenceNoHealth}</p>
      {draft.files.length === 0 ? null : (
        <>
          <h2 class="au-c-heading au-c-heading--3">{text.addedFiles}</h2>
          <ul class="mw-filelist">
            {draft.files.map((file) => (
              <li>
                <span>{file.name}</span>
                <span class="mw-quiet">{Math.ceil(file.size / 1024)} kB</span>
                <form method="post" action={at("/stuk-weg")}>
                  <FormKey page={page} />
                  <input type="hidden" name="stuk" value={file.fileId} />
                  <button type="submit" class="mw-link-button">
                    {text.remove}
                    <span class="au-u-hidden-visually"> {file.name}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </>
      )}
      <form class="mw-form" method="post" action={at("/stuk")} enctype="multipart/form-data">
        <FormKey page={page} />
        <FileField
          language={language}
          name="evidence"
          label={text.chooseFile}
          accept=".pdf,.jpg,.jpeg,.png"
          error={mistakes.find((one) => one.field === "evidence")?.message}
        />
        <SubmitButton secondary>{text.upload}</SubmitButton>
      </form>
    </div>
  );
}
