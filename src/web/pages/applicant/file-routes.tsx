// A file after it was filed: following it, completing, withdrawing, reporting, guiding, asking an evaluation.

import type { Child } from "hono/jsx";
import {
  type Evidence,
  type Following,
  follow,
  possibleWith,
  quartersOfGrant,
  type Sealing,
  takeEvidence,
} from "../../../counter/index.ts";
import { type ChangeFacts, type FileCommand, GUIDE_QUALIFICATIONS, type Reason } from "../../../dossier/index.ts";
import {
  type EvaluationRef,
  formatDate,
  isQuarter,
  newRef,
  type PlainDate,
  parseDateAsTyped,
  parseFraction,
  parseIban,
  pick,
  type SealedRef,
} from "../../../kernel/index.ts";
import { type Door, type SentForm, type Shown, seeOther } from "../../door.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { TextField } from "../../look/text-field.tsx";
import { parseShare } from "../../simulator/parse-share.ts";
import { type ApplicantText, applicantText } from "../../text/applicant.ts";
import { crumbsOf } from "./crumbs.ts";
import { FilePage } from "./file-page.tsx";
import { groundText } from "./ground-text.ts";
import { whoIn } from "./who.ts";
import { APPLICANT_PATH, type ApplicantTools, type Within, withinFile } from "./within.tsx";

const base = `${APPLICANT_PATH}/:kbo/dossier/:dossier`;

type InFile = Parameters<Parameters<typeof withinFile>[3]>[0];

/** What a form of a follow-up gives: the command, or what is wrong with it. */
type ReadForm = { readonly command: Following["command"] } | { readonly mistakes: readonly FieldMistake[] };

interface FollowUp {
  readonly path: string;
  readonly access: "application.file" | "grant.change";
  readonly title: (text: ApplicantText) => string;
  readonly send: (text: ApplicantText) => string;
  readonly done: string;
  /** Whether it can be done now; otherwise the page leads back to the file. */
  readonly open: (within: InFile, tools: ApplicantTools) => boolean;
  readonly body: (within: InFile, given: Given, mistakes: readonly FieldMistake[], tools: ApplicantTools) => Child;
  readonly read: (within: InFile, form: SentForm, tools: ApplicantTools) => ReadForm | Promise<ReadForm>;
  readonly upload?: boolean;
}

type Given = (name: string) => string;

export function fileRoutes(door: Door, tools: ApplicantTools): void {
  const { counter, law } = tools;
  door.page(base, "application.follow", (page, c) =>
    withinFile(tools, page, c, async (within) => {
      const { file, firm, to } = within;
      const { grant, application } = file.state;
      const wished = c.req.query("kwartaal");
      const open = isQuarter(wished) ? wished : null;
      const declared =
        grant === null || application?.employerRef == null
          ? []
          : await counter.declarations.declarationsOf({ employerRef: application.employerRef, personRef: application.personRef });
      const today = counter.clock.today();
      const text = applicantText(page.language);
      const done = FOLLOW_UPS.find((one) => one.done === c.req.query("ok"));
      const messages: Readonly<Record<string, string>> = {
        aangevuld: text.completed,
        ingetrokken: text.withdrawn,
        gemeld: text.changed,
        aangeduid: text.designated,
        plan: text.planSaved,
        gevraagd: text.evaluationAsked,
      };
      return (
        <FilePage
          page={page}
          law={law}
          firm={firm}
          file={file}
          possible={possibleWith(law, file, today)}
          quarters={grant === null ? [] : quartersOfGrant(law, grant, declared, today, open)}
          open={open}
          done={done === undefined ? null : (messages[done.done] ?? null)}
          to={to}
        />
      );
    }),
  );
  for (const one of FOLLOW_UPS) {
    door.page(`${base}${one.path}`, one.access, (page, c) =>
      withinFile(tools, page, c, (within) =>
        one.open(within, tools)
          ? followUpPage(tools, one, within, () => "", [])
          : seeOther(within.to(`/dossier/${within.file.fileRef}`)),
      ),
    );
    door.form(`${base}${one.path}`, one.access, (page, c, form) =>
      withinFile(tools, page, c, async (within): Promise<Shown> => {
        const { file, firm, acting, to } = within;
        const read = await one.read(within, form, tools);
        const given: Given = (name) => form.text(name);
        if ("mistakes" in read) return { status: 400, body: followUpPage(tools, one, within, given, read.mistakes) };
        const followed = await follow(counter, acting, firm, file, {
          version: Number(form.text("versie")),
          commandId: form.text("opdracht") || newRef(),
          command: read.command,
        });
        if (followed.ok) return seeOther(`${to(`/dossier/${file.fileRef}`)}?ok=${one.done}`);
        const stale = followed.error.some((reason) => reason.id === "file.changed");
        const mistakes = followed.error.map((reason) => asMistake(reason, page.language));
        return { status: stale ? 409 : 422, body: followUpPage(tools, one, within, given, mistakes) };
      }),
    );
  }
}

function asMistake(reason: Reason, language: Within["page"]["language"]): FieldMistake {
  const remedy = pick(reason.remedy, language);
  return { field: "", message: `${pick(reason.message, language)}.${remedy === "" ? "" : ` ${remedy}.`}` };
}

function followUpPage(tools: ApplicantTools, one: FollowUp, within: InFile, given: Given, mistakes: readonly FieldMistake[]) {
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

const errorIn = (mistakes: readonly FieldMistake[], name: string) => mistakes.find((one) => one.field === name)?.message;

/** Free text of at most this many characters. */
const longest = 5_000;
const longText = (form: SentForm, name: string) => form.text(name).trim().slice(0, longest);

const complete: FollowUp = {
  path: "/aanvullen",
  access: "application.file",
  title: (text) => text.completeTitle,
  send: (text) => text.completeSend,
  done: "aangevuld",
  upload: true,
  open: ({ file }, { law, counter }) => possibleWith(law, file, counter.clock.today()).complete,
  body: ({ page, file }, given, mistakes, { law }) => {
    const { language } = page;
    const text = applicantText(language);
    const missing = file.state.application?.missing ?? [];
    return (
      <>
        <div class="mw-flow">
          <p>{text.completeLead}</p>
          <ul class="mw-todo">
            {missing.map((id) => (
              <li>
                {groundText(law, id, language)} <span class="mw-id">{id}</span>
              </li>
            ))}
          </ul>
        </div>
        <AreaField
          language={language}
          name="answer"
          label={text.completeAnswer}
          value={given("answer")}
          error={errorIn(mistakes, "answer")}
        />
        <FileField
          language={language}
          name="evidence"
          label={text.chooseFile}
          accept=".pdf,.jpg,.jpeg,.png"
          error={errorIn(mistakes, "evidence")}
        />
      </>
    );
  },
  read: async ({ page, file }, form, { counter }) => {
    const text = applicantText(page.language);
    const answer = longText(form, "answer");
    const sent = form.file("evidence");
    const taken = sent === null ? null : takeEvidence(sent.name, sent.type, new Uint8Array(await sent.arrayBuffer()));
    if (taken !== null && !taken.ok)
      return { mistakes: taken.error.map((one) => ({ field: "evidence", message: pick(one.message, page.language) })) };
    if (answer === "" && taken === null) return { mistakes: [{ field: "answer", message: text.completeEmpty }] };
    const { application } = file.state;
    return {
      command: (sealing) => {
        const evidence: SealedRef[] = [];
        const personRef = application?.personRef ?? "";
        if (answer !== "") evidence.push(sealing.seal(personRef, "answer", { fileRef: file.fileRef, text: answer }));
        if (taken?.ok === true) evidence.push(sealEvidence(sealing, personRef, file.fileRef, taken.value));
        return {
          type: "CompleteApplication",
          fileRef: file.fileRef,
          on: counter.clock.today(),
          completion: { supplied: application?.missing ?? [], evidence },
        };
      },
    };
  },
};

function sealEvidence(sealing: Sealing, personRef: string, fileRef: string, evidence: Evidence): SealedRef {
  const { name, type, bytes } = evidence;
  return sealing.seal(personRef, "evidence", {
    fileRef,
    name,
    type,
    size: bytes.length,
    base64: Buffer.from(bytes).toString("base64"),
  });
}

const withdraw: FollowUp = {
  path: "/intrekken",
  access: "application.file",
  title: (text) => text.withdrawTitle,
  send: (text) => text.doWithdraw,
  done: "ingetrokken",
  open: ({ file }, { law, counter }) => possibleWith(law, file, counter.clock.today()).withdraw,
  body: ({ page }) => <p>{applicantText(page.language).withdrawLead}</p>,
  read: ({ file }, _form, { counter }) => ({
    command: () => ({ type: "WithdrawApplication", fileRef: file.fileRef, on: counter.clock.today() }),
  }),
};

const CHANGES_OF_EMPLOYER = ["HOURS", "CONTRACT_END", "TAKE_OVER", "ACCOUNT", "OTHER"] as const;
const CHANGES_OF_SELF = ["ACTIVITY_STOPPED", "ACCOUNT", "OTHER"] as const;

const change: FollowUp = {
  path: "/wijziging",
  access: "grant.change",
  title: (text) => text.changeTitle,
  send: (text) => text.changeSend,
  done: "gemeld",
  open: ({ file }, { law, counter }) => possibleWith(law, file, counter.clock.today()).reportChange,
  body: ({ page, file }, given, mistakes) => {
    const { language } = page;
    const text = applicantText(language);
    const self = file.state.application?.applicant === "SELF_EMPLOYED";
    return (
      <>
        <ChoiceField
          language={language}
          name="kind"
          label={text.changeKind}
          error={errorIn(mistakes, "kind")}
          value={given("kind")}
          choices={(self ? CHANGES_OF_SELF : CHANGES_OF_EMPLOYER).map((value) => ({ value, label: text[`change${value}`] }))}
        />
        <TextField
          language={language}
          name="day"
          label={text.changeDay}
          hint={text.changeDayHint}
          error={errorIn(mistakes, "day")}
          value={given("day")}
          kind="date"
        />
        {self ? null : (
          <TextField
            language={language}
            name="fraction"
            label={text.changeFraction}
            hint={text.fractionHint}
            error={errorIn(mistakes, "fraction")}
            value={given("fraction")}
            kind="share"
            after={text.percentOfFullTime}
          />
        )}
        <TextField
          language={language}
          name="account"
          label={text.changeAccount}
          error={errorIn(mistakes, "account")}
          value={given("account")}
          kind="words"
        />
        <AreaField
          language={language}
          name="description"
          label={text.changeDescription}
          error={errorIn(mistakes, "description")}
          value={given("description")}
          rows={4}
        />
      </>
    );
  },
  read: ({ page, file }, form, { counter }) => {
    const text = applicantText(page.language);
    const mistakes: FieldMistake[] = [];
    const kind = [...CHANGES_OF_EMPLOYER, ...CHANGES_OF_SELF].find((one) => one === form.text("kind"));
    const day = parseDateAsTyped(form.text("day").trim());
    if (kind === undefined) mistakes.push({ field: "kind", message: text.fillIn(text.changeKind) });
    if (!day.ok) mistakes.push({ field: "day", message: pick(day.error.message, page.language) });
    const share = parseShare(form.text("fraction"), false);
    const fraction = share === null ? null : parseFraction(share);
    if (kind === "HOURS" && fraction?.ok !== true) mistakes.push({ field: "fraction", message: text.fractionWrong });
    const account = kind === "ACCOUNT" ? parseIban(form.text("account")) : null;
    if (account !== null && !account.ok) mistakes.push({ field: "account", message: pick(account.error.message, page.language) });
    const description = longText(form, "description");
    if (kind === "OTHER" && description === "") mistakes.push({ field: "description", message: text.writeSomething });
    const { application } = file.state;
    if (mistakes.length > 0 || kind === undefined || !day.ok || application === null) return { mistakes };
    const payee = application.employerRef ?? application.personRef;
    const on = day.value;
    const facts = (sealing: Sealing): ChangeFacts => {
      switch (kind) {
        case "HOURS":
          return { kind, employmentFraction: fraction?.ok === true ? fraction.value : (0 as never) };
        case "CONTRACT_END":
        case "ACTIVITY_STOPPED":
          return { kind, lastDay: on };
        case "TAKE_OVER":
          return { kind, acquirerRef: null, lastDay: on };
        case "ACCOUNT":
          return { kind, account: sealing.seal(payee, "account", { iban: account?.ok === true ? account.value : "" }) };
        case "OTHER":
          return { kind, description: sealing.seal(payee, "note", { fileRef: file.fileRef, text: description }) };
      }
    };
    return {
      command: (sealing): FileCommand => ({
        type: "ReportChange",
        fileRef: file.fileRef,
        on: counter.clock.today(),
        effectiveOn: on,
        change: facts(sealing),
      }),
    };
  },
};

const guidance: FollowUp = {
  path: "/begeleiding",
  access: "grant.change",
  title: (text) => text.guidanceTitle,
  send: (text) => text.designate,
  done: "aangeduid",
  open: ({ file }, { law, counter }) => possibleWith(law, file, counter.clock.today()).guidance,
  body: ({ page, file, to }, given, mistakes) => {
    const { language } = page;
    const text = applicantText(language);
    const { guide, plan } = file.state.guidance;
    const by = guide?.trainingStartBy ?? null;
    return (
      <>
        <div class="mw-flow">
          <p>{text.guidanceLead}</p>
          {guide === null ? null : (
            <p class="mw-note">
              {text.designated} ({formatDate(guide.since, language)}).
              {by === null ? "" : ` ${text.trainingBy(formatDate(by, language))}`}
            </p>
          )}
          <p>
            <a href={to(`/dossier/${file.fileRef}/plan`)}>{text.planTitle}</a>
            {plan === null ? "" : `: ${text.planEdition(plan.edition, formatDate(plan.drawnUpOn, language))}`}
          </p>
        </div>
        <TextField
          language={language}
          name="guide"
          label={text.guideName}
          error={errorIn(mistakes, "guide")}
          value={given("guide")}
          kind="words"
        />
        <ChoiceField
          language={language}
          name="qualification"
          label={text.qualification}
          error={errorIn(mistakes, "qualification")}
          value={given("qualification")}
          choices={GUIDE_QUALIFICATIONS.map((value) => ({ value, label: text[`qualification${value}`] }))}
        />
        <TextField
          language={language}
          name="years"
          label={text.experienceYears}
          error={errorIn(mistakes, "years")}
          value={given("years")}
          kind="share"
        />
        <TextField
          language={language}
          name="coach"
          label={text.coachName}
          error={errorIn(mistakes, "coach")}
          value={given("coach")}
          kind="words"
        />
        <TextField
          language={language}
          name="why"
          label={text.samePersonReason}
          error={errorIn(mistakes, "why")}
          value={given("why")}
          kind="words"
        />
      </>
    );
  },
  read: ({ page, file, firm }, form, { counter }) => {
    const text = applicantText(page.language);
    const name = (field: string) => form.text(field).trim().slice(0, 120);
    const qualification = GUIDE_QUALIFICATIONS.find((one) => one === form.text("qualification"));
    const mistakes: FieldMistake[] = [];
    if (name("guide") === "") mistakes.push({ field: "guide", message: text.fillIn(text.guideName) });
    if (name("coach") === "") mistakes.push({ field: "coach", message: text.fillIn(text.coachName) });
    if (qualification === undefined) mistakes.push({ field: "qualification", message: text.fillIn(text.qualification) });
    const years = /^\d{1,2}$/.test(name("years")) ? Number(name("years")) : null;
    if (qualification === "EXPERIENCE" && years === null)
      mistakes.push({ field: "years", message: text.fillIn(text.experienceYears) });
    if (mistakes.length > 0 || qualification === undefined) return { mistakes };
    const samePerson = name("guide").toLowerCase() === name("coach").toLowerCase();
    const subject = firm.subjectRef ?? file.state.application?.personRef ?? "";
    return {
      command: (sealing) => ({
        type: "DesignateGuide",
        fileRef: file.fileRef,
        on: counter.clock.today(),
        guide: sealing.seal(subject, "guide", { fileRef: file.fileRef, name: name("guide") }),
        qualification,
        experienceYears: qualification === "EXPERIENCE" ? years : null,
        coach: sealing.seal(subject, "coach", { fileRef: file.fileRef, name: name("coach") }),
        samePerson,
        reason:
          samePerson && name("why") !== "" ? sealing.seal(subject, "note", { fileRef: file.fileRef, text: name("why") }) : null,
      }),
    };
  },
};

const plan: FollowUp = {
  path: "/plan",
  access: "grant.change",
  title: (text) => text.planTitle,
  send: (text) => text.planSend,
  done: "plan",
  open: guidance.open,
  body: ({ page }, given, mistakes) => {
    const text = applicantText(page.language);
    return (
      <AreaField
        language={page.language}
        name="plan"
        label={text.planText}
        value={given("plan")}
        error={errorIn(mistakes, "plan")}
        rows={12}
      />
    );
  },
  read: ({ page, file }, form, { counter }) => {
    const written = longText(form, "plan");
    if (written === "") return { mistakes: [{ field: "plan", message: applicantText(page.language).writeSomething }] };
    return {
      command: (sealing) => ({
        type: "DrawUpSupportPlan",
        fileRef: file.fileRef,
        on: counter.clock.today(),
        plan: sealing.seal(file.state.application?.personRef ?? "", "supportPlan", { fileRef: file.fileRef, text: written }),
      }),
    };
  },
};

function evaluation(purpose: "ADJUSTMENT" | "EXTENSION"): FollowUp {
  const adjustment = purpose === "ADJUSTMENT";
  return {
    path: adjustment ? "/aanpassing" : "/verlenging",
    access: "grant.change",
    title: (text) => (adjustment ? text.askAdjustmentTitle : text.askExtensionTitle),
    send: (text) => text.evaluationSend,
    done: "gevraagd",
    open: ({ file }, { law, counter }) =>
      possibleWith(law, file, counter.clock.today())[adjustment ? "adjustment" : "extension"]?.open === true,
    body: ({ page }, given, mistakes) => {
      const text = applicantText(page.language);
      return (
        <>
          <p>{text.evaluationLead}</p>
          <AreaField
            language={page.language}
            name="reason"
            label={text.evaluationReason}
            value={given("reason")}
            error={errorIn(mistakes, "reason")}
          />
        </>
      );
    },
    read: ({ page, file }, form, { counter }) => {
      const why = longText(form, "reason");
      if (why === "") return { mistakes: [{ field: "reason", message: applicantText(page.language).writeSomething }] };
      const on: PlainDate = counter.clock.today();
      return {
        command: (sealing) => ({
          type: adjustment ? "RequestAdjustment" : "RequestExtension",
          fileRef: file.fileRef,
          on,
          evaluationRef: newRef<EvaluationRef>(),
          reason: sealing.seal(file.state.application?.personRef ?? "", "note", { fileRef: file.fileRef, text: why }),
        }),
      };
    },
  };
}

const FOLLOW_UPS: readonly FollowUp[] = [
  complete,
  withdraw,
  change,
  guidance,
  plan,
  evaluation("ADJUSTMENT"),
  evaluation("EXTENSION"),
];
