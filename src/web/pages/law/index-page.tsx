// /wet: every rule by topic, with its Dutch term, a sentence with real numbers, and how sure it is.
import { pick } from "../../../kernel/index.ts";
import { type CaseBook, type Law, topics } from "../../../law/index.ts";
import { pathIn } from "../../language.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { frameText } from "../../text/frame.ts";
import { heading1, heading2, Ids } from "./parts.tsx";
import { CASES_PATH, COVERAGE_PATH, CRITERIA_PATH, OPEN_POINTS_PATH, PARAMETERS_PATH, rulePath } from "./paths.ts";
import { lawText, sureText } from "./text.ts";

export function LawIndexPage({ page, law, book }: { readonly page: Page; readonly law: Law; readonly book: CaseBook }) {
  const { language } = page;
  const text = lawText(language);
  const all = topics(law);
  const more = [
    { path: PARAMETERS_PATH, title: text.values, lead: text.valuesLead },
    { path: OPEN_POINTS_PATH, title: text.openPoints, lead: text.openPointsLead },
    { path: CASES_PATH, title: text.cases, lead: text.casesLead },
    { path: COVERAGE_PATH, title: text.coverage, lead: text.coverageLead },
    { path: CRITERIA_PATH, title: text.criteria, lead: text.criteriaLead },
  ];
  return (
    <Layout
      page={page}
      title={text.title}
      description={text.lead}
      crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]}
    >
      <h1 class={heading1}>{text.title}</h1>
      <p class="mw-lead">{text.lead}</p>
      <div class="mw-flow">
        <h2 class={heading2}>{text.more}</h2>
        <ul>
          {more.map((one) => (
            <li>
              <a href={pathIn(language, one.path)}>{one.title}</a>. {one.lead}
            </li>
          ))}
        </ul>
      </div>
      <nav class="mw-flow" aria-labelledby="onderwerpen">
        <p id="onderwerpen">
          <strong>{text.onThisPage}</strong>
        </p>
        <ul class="mw-contents">
          {all.map((topic) => (
            <li>
              <a href={`#${topic.id}`}>{pick(topic.title, language)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {all.map((topic) => (
        <section class="mw-section" id={topic.id} aria-label={pick(topic.title, language)}>
          <h2 class={heading2}>{pick(topic.title, language)}</h2>
          <Table
            caption={pick(topic.title, language)}
            captionHidden
            columns={[
              { key: "rule", title: text.rule },
              { key: "words", title: text.inWords },
              { key: "sure", title: text.sure },
            ]}
            rows={topic.rules.map((rule) => {
              const entry = law.rulebook.entries.get(rule.ids[0] ?? "");
              const example = book.examples.get(rule.id);
              return {
                cells: {
                  rule: (
                    <>
                      <a href={rulePath(language, rule.id)}>{pick(rule.title, language)}</a>
                      <br />
                      <span class="mw-quiet">
                        <span lang="nl">{rule.dutchTerm}</span> <Ids ids={rule.ids} />
                      </span>
                    </>
                  ),
                  words: example === undefined ? text.noExample : pick(example.sentence, language),
                  sure: entry === undefined ? "" : sureText(entry.confidence, language),
                },
              };
            })}
          />
        </section>
      ))}
    </Layout>
  );
}
