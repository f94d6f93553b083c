// The page of one form that follows on an application.
import { newRef } from "../../../../kernel/index.ts";
import { SubmitButton } from "../../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../../look/error-summary.tsx";
import { FormKey } from "../../../look/form-key.tsx";
import { Layout } from "../../../look/layout.tsx";
import { applicantText } from "../../../text/applicant.ts";
import { crumbsOf } from "../crumbs.ts";
import { whoIn } from "../who.ts";
import type { ApplicantTools } from "../within.tsx";
import type { FollowUp, Given, InFile } from "./follow-up.ts";

export function followUpPage(
  tools: ApplicantTools,
  one: FollowUp,
  within: InFile,
  given: Given,
  mistakes: readonly FieldMistake[],
) {
  const { page, file, to } = within;
  const { language } = page;
  const text = applicantText(language);
  const at = to(`/dossier/${file.fileRef}`);
  return (
    <Layout
      page={page}
      title={one.title(text)}
      crumbs={crumbsOf(page, to(), { href: at, label: text.fileTitle(whoIn(file.worker, file.number)) })}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{one.title(text)}</h1>
      <ErrorSummary language={language} mistakes={mistakes} />
      <form
        class="mw-form mw-section"
        method="post"
        action={`${at}${one.path}`}
        enctype={one.upload === true ? "multipart/form-data" : undefined}
      >
        <FormKey page={page} />
        <input type="hidden" name="versie" value={String(file.version)} />
        <input type="hidden" name="opdracht" value={given("opdracht") || newRef()} />
        {one.body(within, given, mistakes, tools)}
        <p class="mw-actions">
          <SubmitButton>{one.send(text)}</SubmitButton>
          <a href={at}>{text.cancel}</a>
        </p>
      </form>
    </Layout>
  );
}
