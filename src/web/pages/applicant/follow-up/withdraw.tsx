// Takes an open application back.
import { possibleWith } from "../../../../counter/index.ts";
import { applicantText } from "../../../text/applicant.ts";
import type { FollowUp } from "./follow-up.ts";

export const withdraw: FollowUp = {
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
