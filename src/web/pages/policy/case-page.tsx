// One case under the law as it is and under the choice: what it comes to, what an employer bears, and every step of both.
import { cents, formatEuro, formatQuarter, type Language, type Problem, pick } from "../../../kernel/index.ts";
import {
  type BothExplanations,
  breakEvenWage,
  employerShares,
  type ReformedLaw,
  totalRule,
  wholeEuro,
} from "../../../lab/index.ts";
import {
  codeName,
  type Explanation,
  type Facts,
  formatValue,
  guidanceNeeds,
  type Law,
  plainValue,
  startPackages,
  stepLines,
  stepViews,
} from "../../../law/index.ts";
import { Steps } from "../../amount/steps.tsx";
import { Unfold } from "../../amount/unfold.tsx";
import { pathIn } from "../../language.ts";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { amountText } from "../../text/amount.ts";
import { openPointPath } from "../law/paths.ts";
import type { CaseField } from "./case-query.ts";
import type { LeverValue } from "./levers.ts";
import { POLICY_PATH } from "./paths.ts";
import { policyText } from "./policy-text.ts";
import { queryOf } from "./query.ts";

export interface CaseShown {
  readonly reformed: ReformedLaw;
  readonly facts: Facts;
  readonly both: BothExplanations;
  /** Quarters of which the employer's share is shown. */
  readonly quarters: number;
  /** In ten-thousandths. */
  readonly loss: number;
}

export interface CasePageProps {
  readonly page: Page;
  readonly law: Law;
  readonly values: readonly LeverValue[];
  readonly given: Readonly<Partial<Record<CaseField | "loss", string>>>;
  readonly problems: readonly Problem[];
  /** Null: nothing to show yet. */
  readonly shown: CaseShown | null;
}

export function CasePage({ page, law, values, given, problems, shown }: CasePageProps) {
  const { language } = page;
  const text = policyText(language);
  const query = queryOf(values);
  const path = pathIn(language, POLICY_PATH);
  return (
    <Layout
      page={page}
      title={text.caseTitle}
      crumbs={[{ href: `${path}${query}`, label: text.title }]}
      refused={problems.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.caseTitle}</h1>
      <p class="mw-lead">{text.caseLead}</p>
      <ErrorSummary
        language={language}
        mistakes={problems.map(({ field, message }) => ({ field: field ?? "", message: pick(message, language) }))}
      />
      <div class="mw-policy">
        <CaseForm language={language} values={values} given={given} problems={problems} />
        <section class="mw-policy__results" aria-label={text.result}>
          {shown === null ? null : <CaseResult language={language} law={law} shown={shown} />}
          <p>
            <a href={`${path}${query}`}>{text.back}</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

type FormProps = Pick<CasePageProps, "values" | "given" | "problems"> & { readonly language: Language };

function CaseForm({ language, values, given, problems }: FormProps) {
  const text = policyText(language);
  const facts = amountText(language);
  const error = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? undefined : pick(found.message, language);
  };
  const field = (name: CaseField | "loss", label: string, kind: "amount" | "share" | "words") => (
    <TextField language={language} name={name} label={label} error={error(name)} value={given[name] ?? ""} kind={kind} />
  );
  const choice = (name: CaseField, label: string, codes: readonly string[]) => (
    <SelectField
      language={language}
      name={name}
      label={label}
      error={error(name)}
      value={given[name] ?? codes[0]!}
      options={codes.map((code) => ({ value: code, label: codeName(code)?.[language] ?? code }))}
    />
  );
  return (
    <form class="mw-policy__levers mw-policy__form" method="get" action={pathIn(language, `${POLICY_PATH}/geval`)}>
      <fieldset>
        <legend>{text.caseFacts}</legend>
        {values
          .filter(({ lever, value }) => value !== lever.now)
          .map(({ lever, value }) => (
            <input type="hidden" name={lever.name} value={String(value)} />
          ))}
        {field("quarter", text.caseQuarter, "share")}
        {choice("package", facts.factPackage.replace(/\s*:$/, ""), startPackages)}
        {field("percentage", facts.factPercentage, "share")}
        {field("startQuarter", facts.factStart, "share")}
        {choice("guidanceNeed", facts.factGuidance, guidanceNeeds)}
        {field("employmentFraction", facts.factFraction, "share")}
        {field("performedFraction", facts.factPerformed, "share")}
        {field("grossWage", facts.factGrossWage, "amount")}
        {field("employerContributions", facts.factContributions, "amount")}
        {field("contributionReductions", facts.factReductions, "amount")}
        {field("loss", text.caseLoss, "share")}
      </fieldset>
      <p class="mw-policy__actions">
        <SubmitButton>{text.compute}</SubmitButton>
      </p>
    </form>
  );
}

function CaseResult({ language, law, shown }: { language: Language; law: Law; shown: CaseShown }) {
  const text = policyText(language);
  const { both, reformed, facts, loss } = shown;
  const { quarter } = both;
  const amount = (one: Explanation) => {
    const value = one.values.get(totalRule);
    return value === undefined ? text.noAmount : formatEuro(cents(plainValue(value, "cents/quarter") as number), language);
  };
  const limit = (which: "before" | "after") => {
    const found = breakEvenWage(reformed, facts, quarter, loss, which);
    return found === null ? text.breakEvenNone : wholeEuro(found, language);
  };
  const changed = both.difference.rules.filter(({ before, after }) => before !== after);
  const shownValue = (value: string | null, unit: string) => (value === null ? "–" : formatValue(value, unit, language));
  const title = (key: string) => {
    const [id = key, month] = key.split("@");
    const rule = law.graph.rules.get(id);
    const name = rule === undefined ? id : pick(rule.title, language);
    return month === undefined ? name : `${name} (${month})`;
  };
  const href = (id: string) => openPointPath(language, id);
  const side = (one: Explanation, of: Law, name: string) => (
    <Unfold name={name} amount={amount(one)}>
      {one.outcome === "refused" ? one.reasons.map(({ message }) => <p>{pick(message, language)}</p>) : null}
      <Steps language={language} steps={stepViews(of, stepLines(of, one.steps), totalRule)} openPointHref={href} />
    </Unfold>
  );
  return (
    <>
      <Table
        caption={`${text.caseTitle}, ${formatQuarter(quarter, language)}`}
        columns={[
          { key: "what", title: text.caseFacts },
          { key: "before", title: text.before, number: true },
          { key: "after", title: text.after, number: true },
        ]}
        rows={[
          { cells: { what: text.caseTotal, before: amount(both.before), after: amount(both.after) } },
          { cells: { what: text.breakEven, before: limit("before"), after: limit("after") } },
        ]}
      />
      {changed.length === 0 ? (
        <p>{text.movedNone}</p>
      ) : (
        <Table
          caption={text.movedSteps}
          columns={[
            { key: "rule", title: text.rule },
            { key: "before", title: text.before, number: true },
            { key: "after", title: text.after, number: true },
          ]}
          rows={changed.map(({ name, unit, before, after }) => ({
            cells: { rule: title(name), before: shownValue(before, unit), after: shownValue(after, unit) },
          }))}
        />
      )}
      <CaseShares language={language} shown={shown} />
      {side(both.before, reformed.before, text.stepsBefore)}
      {side(both.after, reformed.at(quarter).law, text.stepsAfter)}
    </>
  );
}

function CaseShares({ language, shown }: { language: Language; shown: CaseShown }) {
  const text = policyText(language);
  const { reformed, facts, both, quarters } = shown;
  const of = (which: "before" | "after") => employerShares(reformed, facts, both.quarter, quarters, which);
  const [before, after] = [of("before"), of("after")];
  const percent = (value: number | null) => (value === null ? text.noAmount : `${formats[language].format(value / 100)} %`);
  return (
    <Table
      caption={text.employerShare}
      columns={[
        { key: "quarter", title: text.quarter },
        { key: "average", title: text.shareAverage, number: true },
        { key: "marginal", title: text.shareMarginal, number: true },
      ]}
      rows={before.map((one, index) => ({
        cells: {
          quarter: formatQuarter(one.quarter, language),
          average: `${percent(one.average)} → ${percent(after[index]?.average ?? null)}`,
          marginal: `${percent(one.marginal)} → ${percent(after[index]?.marginal ?? null)}`,
        },
      }))}
    />
  );
}

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat("nl-BE", { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }),
  fr: new Intl.NumberFormat("fr-BE", { maximumFractionDigits: 1 }),
};
