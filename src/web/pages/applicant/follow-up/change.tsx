// Reports a change: hours, end of the contract, take-over, account, end of the activity, or something else (PROC-40).
import { possibleWith, type Sealing } from "../../../../counter/index.ts";
import type { ChangeFacts, FileCommand } from "../../../../dossier/index.ts";
import { parseDateAsTyped, parseFraction, parseIban, pick } from "../../../../kernel/index.ts";
import { AreaField } from "../../../look/area-field.tsx";
import { ChoiceField } from "../../../look/choice-field.tsx";
import type { FieldMistake } from "../../../look/error-summary.tsx";
import { TextField } from "../../../look/text-field.tsx";
import { parseShare } from "../../../simulator/parse-share.ts";
import { applicantText } from "../../../text/applicant.ts";
import { errorIn, type FollowUp, longText } from "./follow-up.ts";

const CHANGES_OF_EMPLOYER = ["HOURS", "CONTRACT_END", "TAKE_OVER", "ACCOUNT", "OTHER"] as const;
const CHANGES_OF_SELF = ["ACTIVITY_STOPPED", "ACCOUNT", "OTHER"] as const;

export const change: FollowUp = {
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
