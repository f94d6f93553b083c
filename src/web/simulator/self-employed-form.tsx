// The form of a self-employed person: two questions, since the support premium does not depend on income.
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
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";
import { Rich } from "../text/rich.tsx";
import { simulatorText } from "../text/simulator.ts";
import type { SelfEmployedCase } from "./contract.ts";
import { type ReadForm, startQuarter } from "./employer-query.ts";
import { packageHint } from "./package-text.ts";
import { AFTER_EVALUATION, evaluationPercentages } from "./packages.ts";
import { startQuarterOptions } from "./quarter-options.ts";
import type { SelfEmployedForm } from "./self-employed-query.ts";
import { SELF_EMPLOYED_PATH, SimulatorTabs } from "./tabs.tsx";

export interface SelfEmployedFormPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly glossary: Glossary;
  readonly today: PlainDate;
  readonly read: ReadForm<SelfEmployedForm, SelfEmployedCase>;
}

export function SelfEmployedFormPage({ page, law, glossary, today, read }: SelfEmployedFormPageProps) {
  const { language } = page;
  const text = simulatorText(language);
  const { form, mistakes, readings } = read;
  const error = (name: string) => mistakes.find((mistake) => mistake.field === name)?.message;
  const term = (of: string) => <Term glossary={glossary} language={language} of={of} />;
  const start = startQuarter(form.start, law) ?? quarterOf(today);
  return (
    <Layout
      page={page}
      title={`${text.title}: ${text.forSelf}`}
      description={text.description}
      crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.headingSelf}</h1>
      <SimulatorTabs language={language} at={SELF_EMPLOYED_PATH} />
      <ErrorSummary language={language} mistakes={mistakes} />
      <p class="mw-form-lead mw-flow">
        <Rich text={text.leadSelf} parts={{ workDisability: term("workDisability"), supportPremium: term("supportPremium") }} />
      </p>
      <form class="mw-form" method="get" action={pathIn(language, SELF_EMPLOYED_PATH)}>
        <ChoiceField
          language={language}
          name="pakket"
          label={text.package}
          hint={<Rich text={text.packageHint} parts={{ ticket: term("ticket") }} />}
          error={error("pakket")}
          value={form.pakket}
          choices={[
            { value: "P5", label: text.packageP5, hint: packageHint(law, "P5", start, language, true) },
            { value: "P5_PLUS", label: text.packageP5PlusSelf, hint: packageHint(law, "P5_PLUS", start, language, true) },
            { value: "T2", label: text.packageT2, hint: packageHint(law, "T2", start, language, true) },
            { value: AFTER_EVALUATION, label: text.packageEvaluation, hint: text.evaluationHint },
          ]}
        />
        <details
          class="mw-more"
          open={form.pakket === AFTER_EVALUATION || error("percentage") !== undefined || error("start") !== undefined}
        >
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
            <SelectField
              language={language}
              name="percentage"
              label={text.percentage}
              error={error("percentage")}
              options={[
                { value: "", label: text.none },
                ...evaluationPercentages(law, start).map((p) => ({
                  value: percentText(basisPoints(p)),
                  label: formatPercent(basisPoints(p), language),
                })),
              ]}
              value={form.percentage}
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
