// /wet/gevallen: the worked cases by topic, each with what it shows and whether it holds.
import type { CaseBook, CaseResult } from "../../../law/index.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { crumbsTo, heading1, heading2, Ids } from "./parts.tsx";
import { caseAnchor } from "./paths.ts";
import { lawText } from "./text.ts";

export function CasesPage({ page, book }: { readonly page: Page; readonly book: CaseBook }) {
  const { language } = page;
  const text = lawText(language);
  const byFile = new Map<string, CaseResult[]>();
  for (const result of book.results) {
    const topic = topicOf(result.case.file);
    byFile.set(topic, [...(byFile.get(topic) ?? []), result]);
  }
  const holding = book.results.filter((result) => result.passed).length;
  return (
    <Layout page={page} title={text.cases} crumbs={crumbsTo(language)}>
      <h1 class={heading1}>{text.cases}</h1>
      <p class="mw-lead">
        {text.casesLead} {text.casesHold(holding, book.results.length)}
      </p>
      {[...byFile].map(([topic, results]) => (
        <section class="mw-section" aria-labelledby={`onderwerp-${topic.replaceAll("/", "-")}`}>
          <h2 class={heading2} id={`onderwerp-${topic.replaceAll("/", "-")}`} lang="en">
            {topic.replaceAll("-", " ").replace("/", ": ")}
          </h2>
          <Table
            caption={topic}
            captionHidden
            columns={[
              { key: "id", title: text.caseName },
              { key: "shows", title: text.shows },
              { key: "expects", title: text.outcome },
              { key: "origin", title: text.origin },
              { key: "state", title: text.state },
            ]}
            rows={results.map(({ case: one, passed, differences, partsAt }) => ({
              id: caseAnchor(one.id),
              cells: {
                id: <span class="mw-id">{one.id}</span>,
                shows: (
                  <>
                    <span lang={language === "nl" ? undefined : "en"}>{language === "nl" ? one.intent.nl : one.intent.en}</span>{" "}
                    <Ids ids={one.ids} />
                  </>
                ),
                expects: (
                  <span lang="en">
                    {Object.entries(one.expected)
                      .map(([name, value]) => `${name} ${value}`)
                      .join("; ")}
                  </span>
                ),
                origin: one.origin === "published" ? text.published : text.constructed,
                state: passed ? (
                  text.holds
                ) : (
                  <>
                    <strong>{text.fails}</strong>{" "}
                    <span lang="en">
                      {differences.map((d) => `${d.name}: ${d.expected} / ${d.found}`).join("; ")} {partsAt ?? ""}
                    </span>
                  </>
                ),
              },
            }))}
          />
        </section>
      ))}
    </Layout>
  );
}

/** `cases/wage-premium/percentages.yaml` as `wage-premium/percentages`. */
function topicOf(file: string): string {
  return file.replace(/^cases\//, "").replace(/\.yaml$/, "");
}
