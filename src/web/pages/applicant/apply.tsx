// An application in steps: a list of tasks, one question a page, saved in between, checked at the end, filed once.
import { addQuarters, isRef, quarterOf } from "../../../kernel/index.ts";
import { type Door, seeOther } from "../../door.tsx";
import { readAnswers } from "./answers.ts";
import { DonePage } from "./done-page.tsx";
import { takeFile, uploadMistake } from "./draft-evidence.ts";
import { fileDraft, reviewed } from "./file-draft.tsx";
import { proofQuarters } from "./step-fields.tsx";
import { StepPage } from "./step-page.tsx";
import { mistakesOf, type Step, stepsFor } from "./steps.ts";
import { prefilled, takeStep } from "./take-step.tsx";
import { fromSimulator, NewPage, TasksPage } from "./task-pages.tsx";
import { type WithDraft, withDraft } from "./with-draft.ts";
import { APPLICANT_PATH, type ApplicantTools, notFound, withinRegistered } from "./within.tsx";

const base = `${APPLICANT_PATH}/:kbo`;

export function applyRoutes(door: Door, tools: ApplicantTools): void {
  const { counter } = tools;
  door.page(`${base}/nieuw`, "application.file", (page, c) =>
    withinRegistered(tools, page, c, (within) => <NewPage {...within} query={new URL(c.req.url).searchParams} />),
  );
  door.form(`${base}/nieuw`, "application.file", (page, c, form) =>
    withinRegistered(tools, page, c, async ({ owner, to, acting }) => {
      const self = form.text("applicant") === "SELF_EMPLOYED" && acting.role !== "employer";
      const fields: Record<string, string> = { applicant: self ? "SELF_EMPLOYED" : "EMPLOYER" };
      for (const name of fromSimulator) if (form.text(name) !== "") fields[name] = form.text(name).slice(0, 40);
      if (self) {
        fields.paidCount = String(proofQuarters(tools.law, counter.clock.today()));
        fields["selfEmployment.proof.last"] = addQuarters(quarterOf(counter.clock.today()), -1);
        if (acting.insz !== null && acting.role === "selfEmployed") {
          const { principal } = c.get("visitor")!.session;
          fields["worker.insz"] = acting.insz;
          fields["worker.givenName"] = principal.givenName;
          fields["worker.familyName"] = principal.familyName;
        }
      }
      const draft = await counter.drafts.create(owner, fields);
      return seeOther(to(`/aanvraag/${draft.draftRef}`));
    }),
  );

  door.page(`${base}/aanvraag/:ontwerp`, "application.file", (page, c) =>
    withDraft(tools, page, c, (within) => <TasksPage {...within} />),
  );
  door.form(`${base}/aanvraag/:ontwerp/weg`, "application.file", (page, c) =>
    withDraft(tools, page, c, async ({ owner, draft, to }) => {
      await counter.drafts.discard(owner, draft.draftRef);
      return seeOther(to());
    }),
  );
  door.page(`${base}/aanvraag/:ontwerp/stap/:stap`, "application.file", (page, c) =>
    withDraft(tools, page, c, async (within) => {
      const step = stepOf(within, c.req.param("stap"));
      if (step === null) return notFound(page);
      const { fields, note } =
        step.id === "overeenkomst" ? await prefilled(tools, within) : { fields: within.draft.fields, note: null };
      const shown = c.req.query("controle") === "1" ? mistakesOf(step, fields, readAnswers(fields, page.language).mistakes) : [];
      const uploaded = c.req.query("bestand");
      const mistakes = uploaded === undefined ? shown : [...shown, uploadMistake(uploaded, page.language)];
      const body = (
        <StepPage {...within} tools={tools} step={step} fields={fields} mistakes={mistakes} note={note} stale={false} />
      );
      return mistakes.length > 0 ? { status: 400, body } : body;
    }),
  );
  door.form(`${base}/aanvraag/:ontwerp/stap/:stap`, "application.file", (page, c, form) =>
    withDraft(tools, page, c, async (within) => {
      const step = stepOf(within, c.req.param("stap"));
      return step === null ? notFound(page) : takeStep(tools, within, step, form);
    }),
  );
  door.form(`${base}/aanvraag/:ontwerp/stuk`, "application.file", (page, c, form) =>
    withDraft(tools, page, c, async (within) => {
      const problem = await takeFile(tools, within, form);
      return seeOther(within.at(`/stap/stukken${problem === null ? "" : `?bestand=${problem}#evidence`}`));
    }),
  );
  door.form(`${base}/aanvraag/:ontwerp/stuk-weg`, "application.file", (page, c, form) =>
    withDraft(tools, page, c, async ({ owner, draft, at }) => {
      if (isRef(form.text("stuk"))) await counter.drafts.removeFile(owner, draft.draftRef, form.text("stuk"));
      return seeOther(at("/stap/stukken"));
    }),
  );
  door.page(`${base}/aanvraag/:ontwerp/nakijken`, "application.file", (page, c) =>
    withDraft(tools, page, c, async (within) => reviewed(tools, within, [])),
  );
  door.form(`${base}/aanvraag/:ontwerp/nakijken`, "application.file", (page, c, form) =>
    withDraft(tools, page, c, (within) => fileDraft(tools, within, form)),
  );
  door.page(`${base}/dossier/:dossier/ingediend`, "application.file", (page, c) =>
    withinRegistered(tools, page, c, (within) => {
      const fileRef = c.req.param("dossier") ?? "";
      return isRef(fileRef) ? <DonePage {...within} fileRef={fileRef as never} /> : notFound(page);
    }),
  );
}

const stepOf = ({ draft }: WithDraft, id: string | undefined): Step | null =>
  stepsFor(draft.fields).find((step) => step.id === id) ?? null;
