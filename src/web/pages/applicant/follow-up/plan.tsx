// Writes down the support plan (GP-11).
import { AreaField } from "../../../look/area-field.tsx";
import { applicantText } from "../../../text/applicant.ts";
import { errorIn, type FollowUp, longText } from "./follow-up.ts";
import { guidance } from "./guidance.tsx";

export const plan: FollowUp = {
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
