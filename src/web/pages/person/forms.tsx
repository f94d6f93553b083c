// The forms of a person's page: asking an indication, adding evidence, asking a review.
import type { Child } from "hono/jsx";
import { lastDayToAsk } from "../../../counter/index.ts";
import { EVIDENCE_PATHS, PROVINCES, RESIDENCES } from "../../../dossier/index.ts";
import { formatDate, formatDateShort, newRef, type PlainDate } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField } from "../../look/text-field.tsx";
import { personText } from "../../text/person.ts";
import { provinceNames } from "../applicant/names.ts";
import { type Own, personCrumbs, type WithFile } from "./tools.tsx";

type Given = (name: string) => string;

interface FormProps {
  readonly own: Own;
  readonly given: Given;
  readonly mistakes: readonly FieldMistake[];
}

const errorIn = (mistakes: readonly FieldMistake[], name: string) => mistakes.find((one) => one.field === name)?.message;

function Form(
  props: FormProps & {
    readonly title: string;
    readonly path: string;
    readonly version: number;
    readonly upload?: boolean;
    readonly lead: Child;
    readonly send: string;
    readonly children: Child;
  },
) {
  const { own, given, mistakes, title, path, version, upload = false, lead, send, children } = props;
  const { page, to } = own;
  const text = personText(page.language);
  return (
    <Layout page={page} title={title} crumbs={personCrumbs(own, { href: "", label: text.title })} refused={mistakes.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language={page.language} mistakes={mistakes} />
      <div class="mw-flow mw-form-lead">{lead}</div>
      <form class="mw-form mw-section" method="post" action={to(path)} enctype={upload ? "multipart/form-data" : undefined}>
        <FormKey page={page} />
        <input type="hidden" name="versie" value={String(version)} />
        <input type="hidden" name="opdracht" value={given("opdracht") || newRef()} />
        {children}
        <p class="mw-actions">
          <SubmitButton>{send}</SubmitButton>
          <a href={to()}>{text.cancel}</a>
        </p>
      </form>
    </Layout>
  );
}

export const askLabels = (language: Own["page"]["language"]): Readonly<Record<string, string>> => {
  const text = personText(language);
  return {
    measure: text.measure,
    path: text.path,
    note: text.note,
    evidence: text.file,
    email: text.email,
    residence: text.residence,
    province: text.province,
  };
};

/** @param path - Where it is sent; that of somebody known when left out. `children` stand above the questions. */
export function AskForm(props: FormProps & { readonly version: number; readonly path?: string; readonly children?: Child }) {
  const { own, given, mistakes, version, path = "/aanvraag", children } = props;
  const { language } = own.page;
  const text = personText(language);
  const byHand = errorIn(mistakes, "residence") !== undefined || given("residence") !== "";
  return (
    <Form
      {...{ own, given, mistakes, version }}
      title={text.ask}
      path={path}
      upload
      lead={<p>{text.askLead}</p>}
      send={text.send}
    >
      {children}
      <ChoiceField
        language={language}
        name="measure"
        label={text.measure}
        error={errorIn(mistakes, "measure")}
        value={given("measure")}
        choices={(["INDIVIDUAL", "COLLECTIVE"] as const).map((value) => ({ value, label: text[`measure${value}`] }))}
      />
      <ChoiceField
        language={language}
        name="path"
        label={text.path}
        error={errorIn(mistakes, "path")}
        value={given("path")}
        choices={EVIDENCE_PATHS.map((value) => ({ value, label: text[`path${value}`] }))}
      />
      <AreaField
        language={language}
        name="note"
        label={text.note}
        hint={text.noteHint}
        error={errorIn(mistakes, "note")}
        value={given("note")}
      />
      <FileField
        language={language}
        name="evidence"
        label={text.file}
        hint={text.fileHint}
        accept=".pdf,.jpg,.jpeg,.png"
        error={errorIn(mistakes, "evidence")}
      />
      <TextField
        language={language}
        name="email"
        label={text.email}
        hint={text.emailHint}
        error={errorIn(mistakes, "email")}
        value={given("email")}
        kind="words"
      />
      {byHand ? (
        <>
          <ChoiceField
            language={language}
            name="residence"
            label={text.residence}
            error={errorIn(mistakes, "residence")}
            value={given("residence")}
            choices={RESIDENCES.map((value) => ({ value, label: text[`residence${value}`] }))}
          />
          <SelectField
            language={language}
            name="province"
            label={text.province}
            error={errorIn(mistakes, "province")}
            value={given("province")}
            options={[{ value: "", label: "" }, ...PROVINCES.map((value) => ({ value, label: provinceNames[value] }))]}
          />
        </>
      ) : null}
    </Form>
  );
}

export function EvidenceForm(props: {
  readonly within: WithFile;
  readonly indicationRef: string;
  readonly mistakes: readonly FieldMistake[];
}) {
  const { within, indicationRef, mistakes } = props;
  const { language } = within.page;
  const text = personText(language);
  return (
    <Form
      own={within}
      given={() => ""}
      mistakes={mistakes}
      version={within.person.version}
      title={text.addEvidence}
      path={`/aanvraag/${indicationRef}/bewijs`}
      upload
      lead={<p>{text.onlyVdab}</p>}
      send={text.sendEvidence}
    >
      <FileField
        language={language}
        name="evidence"
        label={text.file}
        hint={text.fileHint}
        accept=".pdf,.jpg,.jpeg,.png"
        error={errorIn(mistakes, "evidence")}
      />
    </Form>
  );
}

export const reviewLabels = (language: Own["page"]["language"]): Readonly<Record<string, string>> => {
  const text = personText(language);
  return { noticeOn: text.noticeOn, reason: text.reason };
};

export function ReviewForm(props: {
  readonly within: WithFile;
  readonly law: Law;
  readonly indicationRef: string;
  readonly decidedOn: PlainDate;
  readonly given: Given;
  readonly mistakes: readonly FieldMistake[];
}) {
  const { within, law, indicationRef, decidedOn, given, mistakes } = props;
  const { language } = within.page;
  const text = personText(language);
  const last = lastDayToAsk(law, decidedOn);
  return (
    <Form
      own={within}
      given={given}
      mistakes={mistakes}
      version={within.person.version}
      title={text.askReview}
      path={`/heroverweging/${indicationRef}`}
      lead={
        <>
          <p>{text.reviewLead}</p>
          {last === null ? null : (
            <p>
              {text.reviewUntil(formatDate(decidedOn, language), formatDate(last, language))} {text.reviewLater}{" "}
              <span class="mw-id">PROC-30</span>
            </p>
          )}
        </>
      }
      send={text.sendReview}
    >
      <TextField
        language={language}
        name="noticeOn"
        label={text.noticeOn}
        hint={text.dayHint}
        value={given("noticeOn") === "" ? formatDateShort(decidedOn) : given("noticeOn")}
        error={errorIn(mistakes, "noticeOn")}
        kind="date"
      />
      <AreaField
        language={language}
        name="reason"
        label={text.reason}
        value={given("reason")}
        error={errorIn(mistakes, "reason")}
      />
    </Form>
  );
}
