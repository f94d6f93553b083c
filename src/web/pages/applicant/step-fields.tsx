// The fields of each step.
import type { Child } from "hono/jsx";
import { OTHER_SUPPORTS } from "../../../counter/index.ts";
import { CONTRACT_KINDS, PROVINCES, RESIDENCES, SITUATIONS } from "../../../dossier/index.ts";
import {
  addQuarters,
  cents,
  firstDay,
  formatDate,
  formatEuro,
  formatQuarter,
  type Language,
  type PlainDate,
  plainDate,
  quarterOf,
} from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import { CheckField } from "../../look/check-field.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import type { FieldMistake } from "../../look/error-summary.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { TextField, type TextFieldProps } from "../../look/text-field.tsx";
import { type ApplicantText, applicantText } from "../../text/applicant.ts";
import { type Fields, paidQuarters } from "./answers.ts";
import { provinceNames } from "./names.ts";
import type { StepId } from "./steps.ts";

export interface StepFieldsProps {
  readonly language: Language;
  readonly law: Law;
  readonly today: PlainDate;
  readonly fields: Fields;
  readonly mistakes: readonly FieldMistake[];
}

export function StepFields(props: StepFieldsProps & { readonly step: StepId }) {
  const text = applicantText(props.language);
  const fields: Readonly<Record<StepId, () => Child>> = {
    situatie: () => (
      <Choices
        {...props}
        name="situation"
        quietLegend
        label={text.askSituation}
        values={SITUATIONS}
        of={(v) => text[`situation${v}`]}
      />
    ),
    werknemer: () => (
      <>
        <Line {...props} name="worker.insz" label={text.insz} hint={text.inszHint} kind="date" />
        <Line {...props} name="worker.givenName" label={text.givenName} kind="words" />
        <Line {...props} name="worker.familyName" label={text.familyName} kind="words" />
        {props.fields.applicant === "SELF_EMPLOYED" ? null : <p class="mw-note">{text.vdabNote}</p>}
      </>
    ),
    woonplaats: () => (
      <>
        <p>{text.residenceLead}</p>
        <Choices {...props} name="residence" label={text.residence} values={RESIDENCES} of={(v) => text[`residence${v}`]} />
        <SelectField
          language={props.language}
          name="province"
          label={text.province}
          error={errorOf(props, "province")}
          value={props.fields.province ?? ""}
          options={[{ value: "", label: "" }, ...PROVINCES.map((value) => ({ value, label: provinceNames[value] }))]}
        />
      </>
    ),
    overeenkomst: () => (
      <>
        <SelectField
          language={props.language}
          name="contract.kind"
          label={text.contractKind}
          error={errorOf(props, "contract.kind")}
          value={props.fields["contract.kind"] ?? ""}
          options={[{ value: "", label: "" }, ...CONTRACT_KINDS.map((value) => ({ value, label: text[`kind${value}`] }))]}
        />
        <Line {...props} name="contract.from" label={text.contractFrom} hint={text.dateHint} kind="date" />
        <Line {...props} name="contract.until" label={text.contractUntil} hint={text.contractUntilHint} kind="date" optional />
        <Line {...props} name="contract.hours" label={text.contractHours} hint={text.contractHoursHint} kind="share" optional />
      </>
    ),
    werk: () => (
      <>
        <Line
          {...props}
          name="employmentFraction"
          label={text.fraction}
          hint={text.fractionHint}
          kind="share"
          after={text.percentOfFullTime}
        />
        <YesNo {...props} name="worksInFlanders" label={text.worksInFlanders} />
      </>
    ),
    premies: () => (
      <Choices
        {...props}
        name="premiums"
        quietLegend
        label={text.askPremiums}
        hint={text.premiumsHint}
        values={["WAGE", "WAGE_AND_GUIDANCE"]}
        of={(v) => text[`premium${v}`]}
      />
    ),
    onderneming: () => (
      <>
        <YesNo {...props} name="notInDifficulty" label={text.notInDifficulty} hint={text.notInDifficultyHint} />
        <Supports {...props} text={text} />
      </>
    ),
    activiteit: () => (
      <>
        <Choices
          {...props}
          name="selfEmployment.occupation"
          label={text.occupation}
          values={["MAIN", "SECONDARY"]}
          of={(v) => text[`occupation${v}`]}
          row
        />
        <Line {...props} name="selfEmployment.since" label={text.since} hint={text.dateHint} kind="date" />
        <Line
          {...props}
          name="selfEmployment.limitationRecognisedOn"
          label={text.recognised}
          hint={text.recognisedHint(referenceDay(props))}
          kind="date"
          optional
        />
      </>
    ),
    bewijs: () => (
      <ChoiceField
        language={props.language}
        name="selfEmployment.proof.kind"
        quietLegend
        label={text.askProof}
        error={errorOf(props, "selfEmployment.proof.kind")}
        value={props.fields["selfEmployment.proof.kind"] ?? ""}
        choices={[
          {
            value: "FUND_ATTEST",
            label: text.proofFUND_ATTEST,
            hint: text.proofFUND_ATTESTHint(proofQuarters(props.law, props.today)),
          },
          { value: "TAX_ASSESSMENT", label: text.proofTAX_ASSESSMENT },
          { value: "PROGNOSIS_ATTEST", label: text.proofPROGNOSIS_ATTEST, hint: text.proofPROGNOSIS_ATTESTHint },
        ]}
      />
    ),
    bewijsgegevens: () => <ProofFields {...props} text={text} />,
    plaats: () => (
      <>
        <YesNo {...props} name="worksInFlanders" label={text.worksInFlanders} />
        <Supports {...props} text={text} />
      </>
    ),
    contact: () => (
      <>
        <Line {...props} name="account" label={text.account} hint={text.accountHint} kind="words" optional />
        <Line {...props} name="contact.name" label={text.contactName} kind="words" />
        <Line {...props} name="contact.email" label={text.contactEmail} kind="words" />
        <Line {...props} name="contact.phone" label={text.contactPhone} kind="words" optional />
      </>
    ),
    stukken: () => null,
  };
  return <>{fields[props.step]()}</>;
}

function ProofFields(props: StepFieldsProps & { readonly text: ApplicantText }) {
  const { fields, text, language, today } = props;
  const at = "selfEmployment.proof";
  switch (fields[`${at}.kind`]) {
    case "FUND_ATTEST": {
      const before = addQuarters(quarterOf(today), -1);
      return (
        <>
          <SelectField
            language={language}
            name={`${at}.last`}
            label={text.lastQuarter}
            error={errorOf(props, `${at}.last`) ?? errorOf(props, `${at}.paid`)}
            value={fields[`${at}.last`] ?? before}
            options={Array.from({ length: 6 }, (_, n) => addQuarters(before, -n)).map((value) => ({
              value,
              label: formatQuarter(value, language),
            }))}
          />
          {paidQuarters(fields).map((quarter, index) => (
            <Line
              {...props}
              name={`${at}.paid.${index}.amount`}
              label={text.paidIn(formatQuarter(quarter, language))}
              kind="amount"
              before="€"
            />
          ))}
          <ExemptMonths {...props} />
        </>
      );
    }
    case "TAX_ASSESSMENT":
      return (
        <>
          <Line {...props} name={`${at}.incomeYear`} label={text.incomeYear} kind="share" />
          <Line {...props} name={`${at}.income`} label={text.income} hint={minimumIncome(props)} kind="amount" before="€" />
          <ExemptMonths {...props} />
        </>
      );
    default:
      return (
        <>
          <Line {...props} name={`${at}.issuedOn`} label={text.issuedOn} hint={text.dateHint} kind="date" />
          <YesNo {...props} name={`${at}.sufficient`} label={text.sufficient} />
        </>
      );
  }
}

function ExemptMonths(props: StepFieldsProps & { readonly text: ApplicantText }) {
  const { text } = props;
  return (
    <Line {...props} name="selfEmployment.exemptMonths" label={text.exemptMonths} hint={text.exemptMonthsHint} kind="share" />
  );
}

function Supports(props: StepFieldsProps & { readonly text: ApplicantText }) {
  const { text, fields } = props;
  return (
    <CheckField
      language={props.language}
      name="otherSupport"
      label={text.otherSupport}
      error={errorOf(props, "otherSupport")}
      values={(fields.otherSupport ?? "").split(",")}
      choices={OTHER_SUPPORTS.map((value) => ({ value, label: text[`support${value}`] }))}
    />
  );
}

type LineProps = StepFieldsProps &
  Pick<TextFieldProps, "name" | "kind"> & {
    readonly label: string;
    readonly hint?: string | undefined;
    readonly optional?: boolean;
    readonly before?: string;
    readonly after?: string;
  };

function Line({ language, fields, mistakes, name, kind, label, hint, optional = false, before, after }: LineProps) {
  const text = applicantText(language);
  return (
    <TextField
      language={language}
      name={name}
      label={
        optional ? (
          <>
            {`${label} `}
            <span class="mw-optional">{text.optional}</span>
          </>
        ) : (
          label
        )
      }
      hint={hint}
      error={mistakes.find((mistake) => mistake.field === name)?.message}
      value={fields[name] ?? ""}
      kind={kind}
      {...(before === undefined ? {} : { before })}
      {...(after === undefined ? {} : { after })}
    />
  );
}

interface ChoicesProps<V extends string> extends StepFieldsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly values: readonly V[];
  readonly of: (value: V) => string;
  readonly row?: boolean;
  readonly quietLegend?: boolean;
}

function Choices<V extends string>(props: ChoicesProps<V>) {
  const { language, fields, name, label, hint, values, of, row = false, quietLegend = false } = props;
  return (
    <ChoiceField
      language={language}
      name={name}
      label={label}
      hint={hint}
      error={errorOf(props, name)}
      value={fields[name] ?? ""}
      row={row}
      quietLegend={quietLegend}
      choices={values.map((value) => ({ value, label: of(value) }))}
    />
  );
}

function YesNo(props: StepFieldsProps & { readonly name: string; readonly label: string; readonly hint?: string }) {
  const text = applicantText(props.language);
  return <Choices {...props} values={["yes", "no"] as const} of={(value) => text[value]} row />;
}

const errorOf = ({ mistakes }: StepFieldsProps, name: string): string | undefined =>
  mistakes.find((mistake) => mistake.field === name)?.message;

/** How many quarters a fund's attest must cover (SELF-04). */
export function proofQuarters(law: Law, on: PlainDate): number {
  const found = law.parameterAt("self.proofQuarters", on);
  return found.ok && typeof found.value.value === "number" ? found.value.value : 0;
}

function referenceDay({ law, today, language }: StepFieldsProps): string {
  const found = law.parameterAt("self.referenceDate", today);
  return found.ok && typeof found.value.value === "string" ? formatDate(plainDate(found.value.value), language) : "";
}

/** The minimum that an income is held against (SELF-03), of the year that was typed or else the last one. */
function minimumIncome({ law, today, fields, language }: StepFieldsProps): string | undefined {
  const year = fields["selfEmployment.proof.incomeYear"] ?? "";
  const on = /^\d{4}$/.test(year) && year <= today.slice(0, 4) ? plainDate(`${year}-12-31`) : firstDay(quarterOf(today));
  const found = law.parameterAt("self.minIncome", on);
  if (!found.ok || typeof found.value.value !== "number") return undefined;
  return applicantText(language).minIncome(formatEuro(cents(found.value.value), language), on.slice(0, 4));
}
