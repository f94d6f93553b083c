// Asks an adjustment or an extension once its window is open (PROC-20, PROC-22).
import { possibleWith } from "../../../../counter/index.ts";
import { type EvaluationRef, newRef, type PlainDate } from "../../../../kernel/index.ts";
import { AreaField } from "../../../look/area-field.tsx";
import { applicantText } from "../../../text/applicant.ts";
import { errorIn, type FollowUp, longText } from "./follow-up.ts";

export function evaluation(purpose: "ADJUSTMENT" | "EXTENSION"): FollowUp {
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
