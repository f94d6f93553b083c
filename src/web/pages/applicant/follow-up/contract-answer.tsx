// The part of an answer that says the contract (EMP-12) or the working hours (REF-03) anew, where the department asked for them.
import { CONTRACT_KINDS, type Contract } from "../../../../dossier/index.ts";
import {
  type EmploymentFraction,
  formatDateShort,
  formatFraction,
  type Language,
  parseDateAsTyped,
  parseFraction,
  pick,
} from "../../../../kernel/index.ts";
import type { SentForm } from "../../../door.tsx";
import type { FieldMistake } from "../../../look/error-summary.tsx";
import { SelectField } from "../../../look/select-field.tsx";
import { TextField } from "../../../look/text-field.tsx";
import { parseShare } from "../../../simulator/parse-share.ts";
import { applicantText } from "../../../text/applicant.ts";
import { errorIn, type Given, type InFile } from "./follow-up.ts";

/** What the application says now; null: it was not asked again, or there is none. */
function asked({ state: { application } }: InFile["file"]) {
  if (application?.applicant !== "EMPLOYER") return { contract: false, hours: false, application: null };
  const { missing } = application;
  return { contract: missing.includes("EMP-12"), hours: missing.includes("REF-03"), application };
}

interface Props {
  readonly file: InFile["file"];
  readonly language: Language;
  readonly given: Given;
  readonly mistakes: readonly FieldMistake[];
}

export function ContractQuestions({ file, language, given, mistakes }: Props) {
  const text = applicantText(language);
  const { contract, hours, application } = asked(file);
  const held = application?.contract ?? null;
  const first = given("versie") === "";
  const shown = (name: string, now: string) => (first ? now : given(name));
  const day = (name: "from" | "until", label: string, hint: string) => (
    <TextField
      language={language}
      name={`contract.${name}`}
      label={label}
      hint={hint}
      value={shown(`contract.${name}`, held?.[name] == null ? "" : formatDateShort(held[name]))}
      error={errorIn(mistakes, `contract.${name}`)}
      kind="date"
    />
  );
  return (
    <>
      {contract ? (
        <>
          <SelectField
            language={language}
            name="contract.kind"
            label={text.contractKind}
            error={errorIn(mistakes, "contract.kind")}
            value={shown("contract.kind", held?.kind ?? "")}
            options={[{ value: "", label: "" }, ...CONTRACT_KINDS.map((value) => ({ value, label: text[`kind${value}`] }))]}
          />
          {day("from", text.contractFrom, text.dateHint)}
          {day("until", text.contractUntil, text.contractUntilHint)}
        </>
      ) : null}
      {hours ? (
        <TextField
          language={language}
          name="employmentFraction"
          label={text.fraction}
          hint={text.fractionHint}
          error={errorIn(mistakes, "employmentFraction")}
          value={shown(
            "employmentFraction",
            application?.employmentFraction == null ? "" : formatFraction(application.employmentFraction, language),
          )}
          kind="share"
          after={text.percentOfFullTime}
        />
      ) : null}
    </>
  );
}

export interface ContractAnswer {
  readonly contract?: Contract;
  readonly employmentFraction?: EmploymentFraction;
}

/** What differs from the application as it stands; what is left empty stays. Hours of the whole contract stay as they were. */
export function readContractAnswer(
  file: InFile["file"],
  form: SentForm,
  language: Language,
): ContractAnswer | readonly FieldMistake[] {
  const text = applicantText(language);
  const { contract, hours, application } = asked(file);
  const mistakes: FieldMistake[] = [];
  const answer: { contract?: Contract; employmentFraction?: EmploymentFraction } = {};
  const silent = ["contract.kind", "contract.from", "contract.until"].every((name) => form.text(name).trim() === "");
  if (contract && !silent) {
    const kind = CONTRACT_KINDS.find((one) => one === form.text("contract.kind"));
    const from = parseDateAsTyped(form.text("contract.from").trim());
    const typed = form.text("contract.until").trim();
    const until = typed === "" ? null : parseDateAsTyped(typed);
    if (kind === undefined) mistakes.push({ field: "contract.kind", message: text.fillIn(text.contractKind) });
    if (!from.ok) mistakes.push({ field: "contract.from", message: pick(from.error.message, language) });
    if (until !== null && !until.ok) mistakes.push({ field: "contract.until", message: pick(until.error.message, language) });
    if (kind !== undefined && from.ok && (until === null || until.ok)) {
      const held = application?.contract ?? null;
      const said = { kind, from: from.value, until: until === null ? null : until.value, hours: held?.hours ?? null };
      if (held === null || said.kind !== held.kind || said.from !== held.from || said.until !== held.until)
        answer.contract = said;
    }
  }
  if (hours && form.text("employmentFraction").trim() !== "") {
    const share = parseShare(form.text("employmentFraction"), false);
    const fraction = share === null ? null : parseFraction(share);
    if (fraction?.ok !== true) mistakes.push({ field: "employmentFraction", message: text.fractionWrong });
    else if (fraction.value !== application?.employmentFraction) answer.employmentFraction = fraction.value;
  }
  return mistakes.length > 0 ? mistakes : answer;
}
