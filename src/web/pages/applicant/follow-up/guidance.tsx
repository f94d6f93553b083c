// Designates the qualified guide and the colleague coach (GP-10, GP-14, GP-15, OPEN-29).
import { possibleWith } from "../../../../counter/index.ts";
import { GUIDE_QUALIFICATIONS } from "../../../../dossier/index.ts";
import { formatDate } from "../../../../kernel/index.ts";
import { ChoiceField } from "../../../look/choice-field.tsx";
import type { FieldMistake } from "../../../look/error-summary.tsx";
import { TextField } from "../../../look/text-field.tsx";
import { applicantText } from "../../../text/applicant.ts";
import { errorIn, type FollowUp } from "./follow-up.ts";

export const guidance: FollowUp = {
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
