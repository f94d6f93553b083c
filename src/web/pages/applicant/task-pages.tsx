// Before the steps of an application: for whom it is, and the list of what is to be filled in.
import { ButtonLink, SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { TaskList } from "../../look/task-list.tsx";
import { applicantText } from "../../text/applicant.ts";
import { readAnswers } from "./answers.ts";
import { crumbsOf } from "./crumbs.ts";
import { stepState, stepsFor, wordsOf } from "./steps.ts";
import type { WithDraft } from "./with-draft.ts";
import type { WithRegistered } from "./within.tsx";

/** Answers that the simulator can pass on; anything else in the address is not taken over. */
export const fromSimulator = ["employmentFraction", "premiums"] as const;

export function NewPage({ page, acting, to, query }: WithRegistered & { readonly query: URLSearchParams }) {
  const { language } = page;
  const text = applicantText(language);
  const guided = query.get("begeleiding");
  const given: Readonly<Record<string, string>> = {
    employmentFraction: query.get("tewerkstelling") ?? "",
    premiums: guided === null ? "" : guided === "NONE" ? "WAGE" : "WAGE_AND_GUIDANCE",
  };
  const self = query.get("wie") === "zelfstandige";
  return (
    <Layout page={page} title={text.newTitle} crumbs={crumbsOf(page, to())}>
      <h1 class="au-c-heading au-c-heading--1">{text.newTitle}</h1>
      <p class="mw-form-lead">{text.newLead}</p>
      <form class="mw-form" method="post" action={to("/nieuw")}>
        <FormKey page={page} />
        {fromSimulator.map((name) => (given[name] === "" ? null : <input type="hidden" name={name} value={given[name]} />))}
        <ChoiceField
          language={language}
          name="applicant"
          quietLegend
          label={text.newTitle}
          value={self ? "SELF_EMPLOYED" : "EMPLOYER"}
          choices={[
            { value: "EMPLOYER", label: text.forWorker, hint: text.forWorkerHint },
            ...(acting.role === "employer" ? [] : [{ value: "SELF_EMPLOYED", label: text.forSelf, hint: text.forSelfHint }]),
          ]}
        />
        <p class="mw-actions">
          <SubmitButton>{text.begin}</SubmitButton>
        </p>
      </form>
    </Layout>
  );
}

export function TasksPage({ page, to, at, draft }: WithDraft) {
  const { language } = page;
  const text = applicantText(language);
  const { mistakes } = readAnswers(draft.fields, language);
  return (
    <Layout page={page} title={text.tasksTitle} crumbs={crumbsOf(page, to())}>
      <h1 class="au-c-heading au-c-heading--1">{text.tasksTitle}</h1>
      <p class="mw-form-lead">{text.tasksLead}</p>
      <TaskList
        language={language}
        tasks={stepsFor(draft.fields).map((step) => ({
          href: at(`/stap/${step.id}`),
          label: wordsOf(step, draft.fields, text).label,
          state: stepState(step, draft.fields, mistakes),
        }))}
      />
      <p class="mw-actions mw-section">
        <ButtonLink href={at("/nakijken")}>{text.checkAnswers}</ButtonLink>
        <a href={to()}>{text.saveAndLater}</a>
      </p>
    </Layout>
  );
}
