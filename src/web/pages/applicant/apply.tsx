// An application in steps: a list of tasks, one question a page, saved in between, checked at the end, filed once.
import {
  checkBeforeFiling,
  type Draft,
  EVIDENCE_MOST,
  type Evidence,
  fileApplication,
  sniff,
  takeEvidence,
} from "../../../counter/index.ts";
import type { Check } from "../../../dossier/index.ts";
import { addDays, addQuarters, formatDateShort, isInsz, isRef, parseInsz, pick, quarterOf } from "../../../kernel/index.ts";
import { type Door, type SentForm, type Shown, seeOther } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { ButtonLink, SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { TaskList } from "../../look/task-list.tsx";
import { versionIn } from "../../sent-version.ts";
import { applicantText } from "../../text/applicant.ts";
import { formText } from "../../text/form.ts";
import { type Fields, mistakeOf, readAnswers } from "./answers.ts";
import { crumbsOf } from "./crumbs.ts";
import { DonePage } from "./done-page.tsx";
import { ReviewPage } from "./review-page.tsx";
import { proofQuarters, StepFields } from "./step-fields.tsx";
import { mistakesOf, type Step, stepState, stepsFor, wordsOf } from "./steps.ts";
import { APPLICANT_PATH, type ApplicantTools, notFound, type WithRegistered, withinRegistered } from "./within.tsx";

const base = `${APPLICANT_PATH}/:kbo`;

/** Answers that the simulator can pass on; anything else in the address is not taken over. */
const fromSimulator = ["employmentFraction", "premiums"] as const;

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
  const withDraft = (
    page: Parameters<typeof withinRegistered>[1],
    c: Parameters<typeof withinRegistered>[2],
    then: (within: WithDraft) => Shown | Promise<Shown>,
  ) =>
    withinRegistered(tools, page, c, async (within) => {
      const draftRef = c.req.param("ontwerp") ?? "";
      const draft = isRef(draftRef) ? await counter.drafts.read(within.owner, draftRef) : null;
      if (draft !== null) return then({ ...within, draft, at: (path = "") => within.to(`/aanvraag/${draft.draftRef}${path}`) });
      // The second click of a double click finds the draft gone, because the first one filed it.
      const filed = isRef(draftRef) ? await counter.events.findCommand(`draft:${draftRef}`) : null;
      const file = filed?.streams.find((one) => one.streamKind === "file");
      return file === undefined ? notFound(page) : seeOther(within.to(`/dossier/${file.streamRef}/ingediend`));
    });

  door.page(`${base}/aanvraag/:ontwerp`, "application.file", (page, c) =>
    withDraft(page, c, (within) => <TasksPage {...within} />),
  );
  door.form(`${base}/aanvraag/:ontwerp/weg`, "application.file", (page, c) =>
    withDraft(page, c, async ({ owner, draft, to }) => {
      await counter.drafts.discard(owner, draft.draftRef);
      return seeOther(to());
    }),
  );
  door.page(`${base}/aanvraag/:ontwerp/stap/:stap`, "application.file", (page, c) =>
    withDraft(page, c, async (within) => {
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
    withDraft(page, c, async (within) => {
      const step = stepOf(within, c.req.param("stap"));
      return step === null ? notFound(page) : takeStep(tools, within, step, form);
    }),
  );
  door.form(`${base}/aanvraag/:ontwerp/stuk`, "application.file", (page, c, form) =>
    withDraft(page, c, async (within) => {
      const problem = await takeFile(tools, within, form);
      return seeOther(within.at(`/stap/stukken${problem === null ? "" : `?bestand=${problem}#evidence`}`));
    }),
  );
  door.form(`${base}/aanvraag/:ontwerp/stuk-weg`, "application.file", (page, c, form) =>
    withDraft(page, c, async ({ owner, draft, at }) => {
      if (isRef(form.text("stuk"))) await counter.drafts.removeFile(owner, draft.draftRef, form.text("stuk"));
      return seeOther(at("/stap/stukken"));
    }),
  );
  door.page(`${base}/aanvraag/:ontwerp/nakijken`, "application.file", (page, c) =>
    withDraft(page, c, async (within) => reviewed(tools, within, [])),
  );
  door.form(`${base}/aanvraag/:ontwerp/nakijken`, "application.file", (page, c, form) =>
    withDraft(page, c, (within) => fileDraft(tools, within, form)),
  );
  door.page(`${base}/dossier/:dossier/ingediend`, "application.file", (page, c) =>
    withinRegistered(tools, page, c, (within) => {
      const fileRef = c.req.param("dossier") ?? "";
      return isRef(fileRef) ? <DonePage {...within} fileRef={fileRef as never} /> : notFound(page);
    }),
  );
}

export interface WithDraft extends WithRegistered {
  readonly draft: Draft;
  /** Address inside this draft. */
  readonly at: (path?: string) => string;
}

const stepOf = ({ draft }: WithDraft, id: string | undefined): Step | null =>
  stepsFor(draft.fields).find((step) => step.id === id) ?? null;

function NewPage({ page, acting, to, query }: WithRegistered & { readonly query: URLSearchParams }) {
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

function TasksPage({ page, to, at, draft }: WithDraft) {
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

interface StepPageProps extends WithDraft {
  readonly tools: ApplicantTools;
  readonly step: Step;
  readonly fields: Fields;
  readonly mistakes: readonly FieldMistake[];
  readonly note: string | null;
  readonly stale: boolean;
}

function StepPage(props: StepPageProps) {
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

/** Saves what was typed, right or wrong, so that nothing is lost; then goes on, or shows the step with its mistakes. */
async function takeStep(tools: ApplicantTools, within: WithDraft, step: Step, form: SentForm): Promise<Shown> {
  const { owner, draft, page, at, to, c } = within;
  const typed: Record<string, string> = {};
  for (const name of step.fields(draft.fields)) {
    const value = name === "otherSupport" ? form.all(name).join(",") : form.text(name);
    if (!name.endsWith(".paid")) typed[name] = value.slice(0, 500);
  }
  const seen = new Set((draft.fields.seen ?? "").split(",").filter((one) => one !== ""));
  const fields: Record<string, string> = { ...draft.fields, ...typed, seen: [...seen.add(step.id)].join(",") };
  if (step.id === "werknemer") fields.askResidence = await mustAskResidence(tools, fields["worker.insz"] ?? "");
  const saved = await tools.counter.drafts.save(owner, draft.draftRef, versionIn(form.text("versie")), fields);
  if (saved === null) {
    const body = <StepPage {...within} tools={tools} step={step} fields={fields} mistakes={[]} note={null} stale />;
    return { status: 409, body };
  }
  if (form.text("later") !== "") return seeOther(to());
  const checking = c.req.query("naar") === "nakijken";
  const wrong = mistakesOf(step, fields, readAnswers(fields, page.language).mistakes);
  if (wrong.length > 0) return seeOther(at(`/stap/${step.id}?controle=1${checking ? "&naar=nakijken" : ""}#fouten`));
  if (checking) return seeOther(at("/nakijken"));
  const steps = stepsFor(fields);
  const next = steps[steps.findIndex((one) => one.id === step.id) + 1];
  return seeOther(next === undefined ? at("/nakijken") : at(`/stap/${next.id}`));
}

/** Only the residence register is asked; whether the person is in any other record plays no part (EMP-17). */
async function mustAskResidence({ counter }: ApplicantTools, typed: string): Promise<string> {
  const insz = parseInsz(typed);
  if (!insz.ok) return "";
  return (await counter.registers.residences.find(insz.value)).state === "found" ? "" : "yes";
}

/** The contract by the employment register, where nothing was filled in yet. */
async function prefilled(
  { counter }: ApplicantTools,
  { draft, firm, page }: WithDraft,
): Promise<{ fields: Fields; note: string | null }> {
  const { fields } = draft;
  const text = applicantText(page.language);
  const insz = parseInsz(fields["worker.insz"] ?? "");
  if ((fields["contract.from"] ?? "") !== "" || !insz.ok || !isInsz(insz.value)) return { fields, note: null };
  const today = counter.clock.today();
  const answer = await counter.registers.employments.find({ employer: firm.kbo, insz: insz.value }, addDays(today, -366));
  if (answer.state === "unavailable") return { fields, note: text.employmentDown };
  const running = answer.state === "found" ? answer.value.findLast((one) => one.until === null || one.until >= today) : undefined;
  if (running === undefined) return { fields, note: null };
  const until = running.until === null ? "" : formatDateShort(running.until);
  return {
    fields: {
      ...fields,
      "contract.from": formatDateShort(running.from),
      "contract.until": until,
      "contract.kind": (fields["contract.kind"] ?? "") || (running.until === null ? "OPEN_ENDED" : "FIXED_TERM"),
    },
    note: text.prefilled,
  };
}

const UPLOAD_PROBLEMS = ["none", "many", "evidence.empty", "evidence.large", "evidence.kind", "evidence.mismatch"] as const;

/** The id of what is wrong, or null when the file was taken in. */
async function takeFile({ counter }: ApplicantTools, { owner, draft }: WithDraft, form: SentForm): Promise<string | null> {
  const file = form.file("evidence");
  if (file === null) return "none";
  if (draft.files.length >= EVIDENCE_MOST) return "many";
  const bytes = new Uint8Array(await file.arrayBuffer());
  const taken = takeEvidence(file.name, file.type, bytes);
  if (!taken.ok) return taken.error[0]?.id ?? "evidence.kind";
  await counter.drafts.addFile(owner, draft.draftRef, { name: taken.value.name, type: taken.value.type }, bytes);
  return null;
}

function uploadMistake(id: string, language: WithDraft["page"]["language"]): FieldMistake {
  const text = applicantText(language);
  const known = UPLOAD_PROBLEMS.find((one) => one === id) ?? "evidence.kind";
  if (known === "none") return { field: "evidence", message: text.noFileChosen };
  if (known === "many") return { field: "evidence", message: text.tooManyFiles };
  const samples = {
    "evidence.empty": takeEvidence("", "", new Uint8Array()),
    "evidence.large": takeEvidence("", "", { length: Number.MAX_SAFE_INTEGER } as Uint8Array),
    "evidence.kind": takeEvidence("", "", new Uint8Array([0])),
    "evidence.mismatch": takeEvidence("x.png", "", new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d])),
  };
  const sample = samples[known];
  return { field: "evidence", message: sample.ok ? text.noFileChosen : pick(sample.error[0]!.message, language) };
}

async function reviewed(tools: ApplicantTools, within: WithDraft, sent: readonly FieldMistake[]): Promise<Shown> {
  const { draft, page, firm } = within;
  const { input, mistakes } = readAnswers(draft.fields, page.language);
  const checks: readonly Check[] = input === null ? [] : await checkBeforeFiling(tools.counter, firm, input, "ONLINE");
  const body = <ReviewPage {...within} mistakes={mistakes} checks={checks} sent={sent} tools={tools} />;
  return sent.length > 0 ? { status: 422, body } : body;
}

async function fileDraft(tools: ApplicantTools, within: WithDraft, form: SentForm): Promise<Shown> {
  const { counter } = tools;
  const { draft, page, acting, firm, owner, to } = within;
  const text = applicantText(page.language);
  if (form.text("versie") !== String(draft.version))
    return reviewed(tools, within, [{ field: "", message: text.staleDraftTitle }]);
  const { input, mistakes } = readAnswers(draft.fields, page.language);
  if (input === null) return reviewed(tools, within, mistakes.length > 0 ? [{ field: "", message: text.reviewMissing }] : []);
  const evidence = await evidenceOf(tools, within);
  const filed = await fileApplication(counter, acting, firm, {
    input,
    evidence,
    channel: "ONLINE",
    commandId: `draft:${draft.draftRef}`,
  });
  if (!filed.ok)
    return reviewed(
      tools,
      within,
      filed.error.map((one) => ({ ...mistakeOf(one, page.language), field: "" })),
    );
  await counter.drafts.discard(owner, draft.draftRef);
  return seeOther(to(`/dossier/${filed.value.fileRef}/ingediend`));
}

async function evidenceOf({ counter }: ApplicantTools, { owner, draft }: WithDraft): Promise<readonly Evidence[]> {
  const files = await Promise.all(
    draft.files.map(async (file): Promise<Evidence | null> => {
      const bytes = await counter.drafts.readFile(owner, draft.draftRef, file.fileId);
      const type = bytes === null ? null : sniff(bytes);
      return bytes === null || type === null ? null : { name: file.name, type, bytes };
    }),
  );
  return files.filter((file) => file !== null);
}
