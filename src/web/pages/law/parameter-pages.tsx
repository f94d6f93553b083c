// /wet/parameters and /wet/parameters/:id: values of the law over time, in force on a day and as known on a day.
import { pick } from "../../../kernel/index.ts";
import { type Law, type ParameterCard, parameterCard, type ValueLine } from "../../../law/index.ts";
import { pathIn } from "../../language.ts";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import type { TwoDays } from "./days.ts";
import { DaysForm } from "./days-form.tsx";
import { crumbsTo, dayText, heading1, heading2, Ids, RuleLinks, Sources, valueWords } from "./parts.tsx";
import { openPointPath, PARAMETERS_PATH, parameterPath } from "./paths.ts";
import { lawText, sureText } from "./text.ts";

const inForce = (line: ValueLine, on: string) => line.from <= on && (line.to === null || on <= line.to);

export interface ParametersPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly days: TwoDays;
  /** The day whose values are shown when none was asked. */
  readonly today: string;
}

export function ParametersPage({ page, law, days, today }: ParametersPageProps) {
  const { language } = page;
  const text = lawText(language);
  const on = days.on ?? today;
  return (
    <Layout page={page} title={text.values} crumbs={crumbsTo(language)} refused={days.mistakes.length > 0}>
      <h1 class={heading1}>{text.values}</h1>
      <p class="mw-lead">{text.valuesLead}</p>
      <ErrorSummary language={language} mistakes={days.mistakes} />
      <DaysForm language={language} days={days} action={pathIn(language, PARAMETERS_PATH)} />
      <Table
        caption={`${text.on} ${dayText(on, language)}${days.known === null ? "" : `, ${text.known.toLowerCase()} ${dayText(days.known, language)}`}`}
        columns={[
          { key: "name", title: text.values },
          { key: "value", title: text.value },
          { key: "sure", title: text.sure },
        ]}
        rows={[...law.parameters.values()].map((parameter) => {
          const line = parameterCard(law, parameter.id, days.known ?? undefined)?.lines.find((one) => inForce(one, on));
          return {
            cells: {
              name: (
                <>
                  <a href={parameterPath(language, parameter.id)}>{pick(parameter.title, language)}</a>
                  <br />
                  <span class="mw-quiet">
                    <span lang="nl">{parameter.dutchTerm}</span> <Ids ids={parameter.ids} />
                  </span>
                </>
              ),
              value: line === undefined ? text.noValue : valueWords(line.value, parameter.unit, language),
              sure: line === undefined ? "" : sureText(line.confidence, language),
            },
          };
        })}
      />
    </Layout>
  );
}

export interface ParameterPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly parameter: ParameterCard;
  readonly days: TwoDays;
}

export function ParameterPage({ page, law, parameter, days }: ParameterPageProps) {
  const { language } = page;
  const text = lawText(language);
  const { on } = days;
  const lines = on === null ? parameter.lines : parameter.lines.filter((line) => inForce(line, on));
  const title = pick(parameter.title, language);
  return (
    <Layout
      page={page}
      title={title}
      crumbs={crumbsTo(language, { href: pathIn(language, PARAMETERS_PATH), label: text.values })}
      refused={days.mistakes.length > 0}
    >
      <h1 class={heading1}>{title}</h1>
      <ErrorSummary language={language} mistakes={days.mistakes} />
      <section class="mw-section">
        <SummaryList
          rows={[
            { name: text.term, value: <span lang="nl">{parameter.dutchTerm}</span> },
            { name: text.statement, value: <Ids ids={parameter.ids} /> },
          ]}
        />
      </section>
      <section class="mw-section" aria-labelledby="tijd">
        <h2 class={heading2} id="tijd">
          {text.overTime}
        </h2>
        <DaysForm language={language} days={days} action={parameterPath(language, parameter.id)} />
        {lines.length === 0 ? <p class="mw-flow">{text.noValue}</p> : null}
        {lines.length === 0 ? null : (
          <Table
            caption={text.overTime}
            captionHidden
            columns={[
              { key: "from", title: text.from },
              { key: "to", title: text.to },
              { key: "value", title: text.value },
              { key: "known", title: text.knownSince },
              { key: "sure", title: text.sure },
              { key: "sources", title: text.sources },
            ]}
            rows={lines.map((line) => ({
              cells: {
                from: dayText(line.from, language),
                to: line.to === null ? text.now : dayText(line.to, language),
                value: <Value line={line} unit={parameter.unit} language={language} />,
                known: dayText(line.knownSince, language),
                sure: sureText(line.confidence, language),
                sources: <Sources law={law} keys={line.sources} />,
              },
            }))}
          />
        )}
      </section>
      <section class="mw-section" aria-labelledby="regels">
        <h2 class={heading2} id="regels">
          {text.readBy}
        </h2>
        {parameter.rules.length === 0 ? (
          <p class="mw-flow">{text.notUsed}</p>
        ) : (
          <div class="mw-flow">
            <RuleLinks law={law} language={language} ids={parameter.rules} />
          </div>
        )}
      </section>
    </Layout>
  );
}

function Value({
  line,
  unit,
  language,
}: {
  readonly line: ValueLine;
  readonly unit: string;
  readonly language: Page["language"];
}) {
  const text = lawText(language);
  return (
    <>
      <strong>{valueWords(line.value, unit, language)}</strong>
      {line.alternatives.map((other) => (
        <>
          <br />
          <span class="mw-quiet">
            {text.alternatives} <a href={openPointPath(language, other.openPoint)}>{other.openPoint}</a>:{" "}
            {valueWords(other.value, unit, language)}
          </span>
        </>
      ))}
      {line.note === null ? null : (
        <>
          <br />
          <span class="mw-quiet">{pick(line.note, language)}</span>
        </>
      )}
    </>
  );
}
