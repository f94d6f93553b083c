// /wet/regels/:id: one rule, readable by somebody who never saw the code.
import { pick } from "../../../kernel/index.ts";
import { type CaseBook, casesOf, type Law, parameterCard, type RuleCard } from "../../../law/index.ts";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { crumbsTo, heading1, heading2, heading3, Ids, OpenPointLinks, RuleLinks, Sources, valueWords } from "./parts.tsx";
import { casePath, parameterPath } from "./paths.ts";
import { lawText, sureText } from "./text.ts";

/** More cases than this are counted, not listed. */
const listed = 12;

export interface RulePageProps {
  readonly page: Page;
  readonly law: Law;
  readonly book: CaseBook;
  readonly rule: RuleCard;
}

export function RulePage({ page, law, book, rule }: RulePageProps) {
  const { language } = page;
  const text = lawText(language);
  const example = book.examples.get(rule.id);
  const cases = casesOf(
    rule,
    book.results.map((result) => result.case),
  );
  const failing = new Set(book.results.filter((result) => !result.passed).map((result) => result.case.id));
  return (
    <Layout page={page} title={pick(rule.title, language)} crumbs={crumbsTo(language)}>
      <h1 class={heading1}>{pick(rule.title, language)}</h1>
      <div class="mw-flow">
        {example === undefined ? (
          <p>{text.noExample}</p>
        ) : (
          <>
            <p class="mw-lead">{pick(example.sentence, language)}</p>
            <p class="mw-quiet">
              <a href={casePath(language, example.caseId)}>{text.exampleOf(example.caseId)}</a>
            </p>
          </>
        )}
      </div>
      <section class="mw-section">
        <SummaryList
          rows={[
            { name: text.term, value: <span lang="nl">{rule.dutchTerm}</span> },
            { name: text.statement, value: <Ids ids={rule.ids} /> },
          ]}
        />
      </section>
      <section class="mw-section" aria-labelledby="steunt">
        <h2 class={heading2} id="steunt">
          {text.statements}
        </h2>
        <Table
          caption={text.statements}
          captionHidden
          columns={[
            { key: "id", title: text.statement },
            { key: "says", title: text.inWords },
            { key: "sure", title: text.sure },
            { key: "sources", title: text.sources },
          ]}
          rows={rule.statements.map((entry) => ({
            cells: {
              id: <span class="mw-id">{entry.id}</span>,
              says: language === "nl" ? entry.nl : language === "en" ? entry.en : <span lang="en">{entry.en}</span>,
              sure: sureText(entry.confidence, language),
              sources: <Sources law={law} keys={entry.sources} />,
            },
          }))}
        />
      </section>
      <section class="mw-section" aria-labelledby="gebruikt">
        <h2 class={heading2} id="gebruikt">
          {text.uses}
        </h2>
        {rule.parameters.length === 0 ? null : (
          <Table
            caption={text.usesValues}
            columns={[
              { key: "name", title: text.usesValues },
              { key: "value", title: text.value },
            ]}
            rows={rule.parameters.map((id) => ({
              cells: {
                name: <a href={parameterPath(language, id)}>{titleOf(law, id, language)}</a>,
                value: latest(law, id, language),
              },
            }))}
          />
        )}
        <div class="mw-flow">
          {rule.rules.length === 0 ? null : (
            <>
              <h3 class={heading3}>{text.usesRules}</h3>
              <RuleLinks law={law} language={language} ids={rule.rules} />
            </>
          )}
          {rule.openPoints.length === 0 ? null : (
            <>
              <h3 class={heading3}>{text.openPoints}</h3>
              <OpenPointLinks law={law} language={language} ids={rule.openPoints} />
            </>
          )}
          {rule.feeds.length === 0 ? null : (
            <>
              <h3 class={heading3}>{text.feeds}</h3>
              <RuleLinks law={law} language={language} ids={rule.feeds} />
            </>
          )}
          <h3 class={heading3}>{text.cases}</h3>
          <ul>
            {cases.slice(0, listed).map((one) => (
              <li>
                <a href={casePath(language, one.id)}>{one.id}</a>:{" "}
                <span lang={language === "nl" ? undefined : "en"}>{language === "nl" ? one.intent.nl : one.intent.en}</span> (
                {failing.has(one.id) ? text.fails : text.holds})
              </li>
            ))}
            {cases.length > listed ? <li>{`+ ${cases.length - listed}`}</li> : null}
          </ul>
        </div>
      </section>
    </Layout>
  );
}

function titleOf(law: Law, id: string, language: Page["language"]): string {
  const parameter = law.parameters.get(id);
  return parameter === undefined ? id : pick(parameter.title, language);
}

/** The value that holds last, as far as known. */
function latest(law: Law, id: string, language: Page["language"]) {
  const card = parameterCard(law, id);
  const line = card?.lines.at(-1);
  return card === null || line === undefined ? "" : valueWords(line.value, card.unit, language);
}
