// The employer's form: five questions, and the rest under "more details".
import { basisPoints, formatPercent, type PlainDate, percentText, quarterOf } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import type { Glossary } from "../glossary.ts";
import { pathIn } from "../language.ts";
import { SubmitButton } from "../look/button.tsx";
import { ChoiceField } from "../look/choice-field.tsx";
import { ErrorSummary } from "../look/error-summary.tsx";
import { Layout } from "../look/layout.tsx";
import { SelectField } from "../look/select-field.tsx";
import { Term } from "../look/term.tsx";
import { TextField } from "../look/text-field.tsx";
import type { Page } from "../page.ts";
import { formText } from "../text/form.ts";
import { frameText } from "../text/frame.ts";
import { Rich } from "../text/rich.tsx";
import { simulatorText } from "../text/simulator.ts";
import type { EmployerCase } from "./contract.ts";
import { type EmployerForm, type ReadForm, startQuarter } from "./employer-query.ts";
import { packageHint } from "./package-text.ts";
import { AFTER_EVALUATION, collectivePercentages, evaluationPercentages } from "./packages.ts";
import { startQuarterOptions } from "./quarter-options.ts";
import { EMPLOYER_PATH, SimulatorTabs } from "./tabs.tsx";

export interface EmployerFormPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly glossary: Glossary;
  readonly today: PlainDate;
  readonly read: ReadForm<EmployerForm, EmployerCase>;
}

/** Fields under "more details", which opens by itself when one of them is filled in or wrong. */
const moreFields = ["start", "per", "gewerkt", "van", "tot", "percentage", "collectief"] as const;

export function EmployerFormPage({ page, law, glossary, today, read }: EmployerFormPageProps) {
  const { language } = page;
  const text = simulatorText(language);
  const { form, mistakes, readings } = read;
  const error = (name: string) => mistakes.find((mistake) => mistake.field === name)?.message;
  const term = (of: string) => <Term glossary={glossary} language={language} of={of} />;
  const start = startQuarter(form.start, law) ?? quarterOf(today);
  const untouched = { start: quarterOf(today), per: "maand" } as Readonly<Record<string, string>>;
  const moreOpen =
    [AFTER_EVALUATION, "P5_MWB"].includes(form.pakket) ||
    moreFields.some((name) => error(name) !== undefined || form[name] !== (untouched[name] ?? ""));
  const perText = form.per === "kwartaal" ? text.perQuarter : text.perMonth;
  const percentages = (list: readonly number[]) => [
    { value: "", label: text.none },
    ...list.map((p) => ({ value: percentText(basisPoints(p)), label: formatPercent(basisPoints(p), language) })),
  ];
  return (
    <Layout
      page={page}
      title={text.title}
      description={text.description}
      crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.heading}</h1>
      <SimulatorTabs language={language} at={EMPLOYER_PATH} />
      <ErrorSummary language={language} mistakes={mistakes} />
      <p class="mw-form-lead mw-flow">
        <Rich text={text.lead} parts={{ workDisability: term("workDisability") }} />
      </p>
      <form class="mw-form" method="get" action={pathIn(language, EMPLOYER_PATH)}>
        <ChoiceField
          language={language}
          name="pakket"
          label={text.package}
          hint={<Rich text={text.packageHint} parts={{ ticket: term("ticket") }} />}
          error={error("pakket")}
          value={form.pakket}
          choices={[
            { value: "P5", label: text.packageP5, hint: packageHint(law, "P5", start, language) },
            { value: "P5_PLUS", label: text.packageP5Plus, hint: packageHint(law, "P5_PLUS", start, language) },
            { value: "T2", label: text.packageT2, hint: packageHint(law, "T2", start, language) },
          ]}
        />
        <ChoiceField
          language={language}
          name="begeleiding"
          label={text.guidance}
          hint={<Rich text={text.guidanceHint} parts={{ guidancePremium: term("guidancePremium") }} />}
          error={error("begeleiding")}
          value={form.begeleiding}
          row
          choices={[
            { value: "NONE", label: text.guidanceNone },
            { value: "LOW", label: text.guidanceLow },
            { value: "MEDIUM", label: text.guidanceMedium },
            { value: "HIGH", label: text.guidanceHigh },
          ]}
        />
        <TextField
          language={language}
          name="tewerkstelling"
          label={text.fraction}
          hint={text.fractionHint}
          error={error("tewerkstelling")}
          value={form.tewerkstelling}
          kind="share"
          after={text.percentOfFullTime}
        />
        <TextField
          language={language}
          name="loon"
          label={`${text.wage} ${perText}`}
          hint={text.wageHint}
          error={error("loon")}
          value={form.loon}
          kind="amount"
          before="€"
        />
        <TextField
          language={language}
          name="bijdragen"
          label={
            <>
              {`${text.contributions} ${perText} `}
              <span class="mw-optional">{formText(language).optional}</span>
            </>
          }
          hint={text.contributionsHint}
          error={error("bijdragen")}
          value={form.bijdragen}
          kind="amount"
          before="€"
        />
        <details class="mw-more" open={moreOpen}>
          <summary>{text.more}</summary>
          <div class="mw-more__body">
            <SelectField
              language={language}
              name="start"
              label={text.start}
              hint={text.startHint}
              error={error("start")}
              options={startQuarterOptions(law, today, language, startQuarter(form.start, law))}
              value={form.start}
            />
            <ChoiceField
              language={language}
              name="per"
              label={text.amountsPer}
              error={error("per")}
              value={form.per}
              row
              choices={[
                { value: "maand", label: text.perMonth },
                { value: "kwartaal", label: text.perQuarter },
              ]}
            />
            <TextField
              language={language}
              name="gewerkt"
              label={text.performed}
              hint={text.performedHint}
              error={error("gewerkt")}
              value={form.gewerkt}
              kind="share"
              after={text.percentOfFullTime}
            />
            <TextField
              language={language}
              name="van"
              label={text.from}
              hint={text.fromHint}
              error={error("van")}
              value={form.van}
              kind="date"
            />
            <TextField
              language={language}
              name="tot"
              label={text.until}
              hint={text.untilHint}
              error={error("tot")}
              value={form.tot}
              kind="date"
            />
            <ChoiceField
              language={language}
              name="pakket"
              id="bijzonder"
              label={text.special}
              hint={text.specialHint}
              value={form.pakket}
              choices={[
                { value: "P5_MWB", label: text.packageMwb, hint: packageHint(law, "P5_MWB", start, language) },
                { value: AFTER_EVALUATION, label: text.packageEvaluation },
              ]}
            />
            <SelectField
              language={language}
              name="percentage"
              label={text.percentage}
              error={error("percentage")}
              options={percentages(evaluationPercentages(law, start))}
              value={form.percentage}
            />
            <SelectField
              language={language}
              name="collectief"
              label={text.collective}
              error={error("collectief")}
              options={percentages(collectivePercentages(law, start))}
              value={form.collectief}
            />
          </div>
        </details>
        {Object.entries(readings).map(([id, value]) => (
          <input type="hidden" name={id} value={value} />
        ))}
        <p class="mw-actions">
          <SubmitButton>{text.calculate}</SubmitButton>
        </p>
      </form>
    </Layout>
  );
}
