// The answer to a request for completion (OPEN-34): words, a file, or both.
import { type Evidence, possibleWith, type Sealing, takeEvidence } from "../../../../counter/index.ts";
import { pick, type SealedRef } from "../../../../kernel/index.ts";
import { AreaField } from "../../../look/area-field.tsx";
import { ChoiceField } from "../../../look/choice-field.tsx";
import { FileField } from "../../../look/file-field.tsx";
import { applicantText } from "../../../text/applicant.ts";
import { groundText } from "../ground-text.ts";
import { ContractQuestions, readContractAnswer } from "./contract-answer.tsx";
import { errorIn, type FollowUp, type InFile, longText } from "./follow-up.ts";

/** The choice of premiums can be asked anew (WP-09); of an employer only. */
const asksPremiums = ({ state: { application } }: InFile["file"]): boolean =>
  application?.applicant === "EMPLOYER" && application.missing.includes("WP-09");

export const complete: FollowUp = {
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
        {file.question === null ? null : <blockquote class="mw-note">{file.question}</blockquote>}
        {asksPremiums(file) ? (
          <ChoiceField
            language={language}
            name="premiums"
            label={text.completePremiums}
            error={errorIn(mistakes, "premiums")}
            value={given("premiums") || (file.state.application?.premiums ?? "")}
            choices={(["WAGE", "WAGE_AND_GUIDANCE"] as const).map((value) => ({ value, label: text[`premium${value}`] }))}
          />
        ) : null}
        <ContractQuestions file={file} language={language} given={given} mistakes={mistakes} />
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
    const premiums = asksPremiums(file)
      ? (["WAGE", "WAGE_AND_GUIDANCE"] as const).find((one) => one === form.text("premiums"))
      : undefined;
    const anew = readContractAnswer(file, form, page.language);
    if ("length" in anew) return { mistakes: anew };
    if (answer === "" && taken === null && premiums === undefined && Object.keys(anew).length === 0)
      return { mistakes: [{ field: "answer", message: text.completeEmpty }] };
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
          completion: {
            supplied: application?.missing ?? [],
            evidence,
            ...(premiums === undefined ? {} : { premiums }),
            ...anew,
          },
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
