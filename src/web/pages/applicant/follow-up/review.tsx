// Asks a review of what VDAB found in an evaluation, until the last day that the law leaves (PROC-30).
import { lastDayToAsk, possibleWith } from "../../../../counter/index.ts";
import { noticeThatCounts } from "../../../../dossier/index.ts";
import { formatDate, formatDateShort, newRef, parseDateAsTyped, pick, type ReviewRef } from "../../../../kernel/index.ts";
import { AreaField } from "../../../look/area-field.tsx";
import type { FieldMistake } from "../../../look/error-summary.tsx";
import { TextField } from "../../../look/text-field.tsx";
import { applicantText } from "../../../text/applicant.ts";
import { errorIn, type FollowUp, longText } from "./follow-up.ts";

export const review: FollowUp = {
  path: "/heroverweging",
  access: "grant.change",
  title: (text) => text.askReviewTitle,
  send: (text) => text.reviewSend,
  done: "heroverweging",
  open: ({ file }, { law, counter }) => possibleWith(law, file, counter.clock.today()).review !== null,
  body: ({ page, file }, given, mistakes, { law, counter }) => {
    const { language } = page;
    const text = applicantText(language);
    const found = possibleWith(law, file, counter.clock.today()).review;
    if (found === null) return null;
    const last = lastDayToAsk(law, found.decidedOn);
    return (
      <>
        <div class="mw-flow">
          <p>{text.reviewLead}</p>
          {last === null ? null : (
            <p>
              {text.reviewUntil(formatDate(found.decidedOn, language), formatDate(last, language))}{" "}
              <span class="mw-id">PROC-30</span>
            </p>
          )}
        </div>
        <TextField
          language={language}
          name="noticeOn"
          label={text.reviewNotice}
          hint={text.reviewNoticeHint}
          value={given("noticeOn") === "" ? formatDateShort(found.decidedOn) : given("noticeOn")}
          error={errorIn(mistakes, "noticeOn")}
          kind="date"
        />
        <AreaField
          language={language}
          name="reason"
          label={text.reviewReason}
          value={given("reason")}
          error={errorIn(mistakes, "reason")}
        />
      </>
    );
  },
  read: async ({ page, file }, form, { law, counter }) => {
    const text = applicantText(page.language);
    const today = counter.clock.today();
    const found = possibleWith(law, file, today).review;
    const day = parseDateAsTyped(form.text("noticeOn").trim());
    const why = longText(form, "reason");
    const mistakes: FieldMistake[] = [];
    if (!day.ok) mistakes.push({ field: "noticeOn", message: pick(day.error.message, page.language) });
    if (why === "") mistakes.push({ field: "reason", message: text.writeSomething });
    if (mistakes.length > 0 || !day.ok || found === null) return { mistakes };
    const { evaluationRef } = found;
    const noticeOn = noticeThatCounts(day.value, await counter.letters.noticeOf(evaluationRef));
    return {
      command: (sealing) => ({
        type: "RequestReview",
        fileRef: file.fileRef,
        reviewRef: newRef<ReviewRef>(),
        subject: "EVALUATION",
        subjectRef: evaluationRef,
        noticeOn,
        on: today,
        reason: sealing.seal(file.state.application?.personRef ?? "", "note", { fileRef: file.fileRef, text: why }),
      }),
    };
  },
};
