// /wet/criteria: the access criteria of the two ministerial decisions: not read, said so; older lists beside them, marked.
import { pick } from "../../../kernel/index.ts";
import type { Criterion, Law } from "../../../law/index.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { crumbsTo, dayText, heading1, heading2, heading3, Sources } from "./parts.tsx";
import { openPointPath } from "./paths.ts";
import { lawText } from "./text.ts";

export function CriteriaPage({ page, law }: { readonly page: Page; readonly law: Law }) {
  const { language } = page;
  const text = lawText(language);
  const { catalogues, references } = law.criteria;
  const list = (caption: string, criteria: readonly Criterion[]) => (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: "criterion", title: text.criterion },
        { key: "effect", title: text.effect },
      ]}
      rows={criteria.map((one) => ({
        cells: {
          criterion: pick(one.title, language),
          effect: one.effect === "DIRECT_ENTITLEMENT" ? text.direct : text.examined,
        },
      }))}
    />
  );
  return (
    <Layout page={page} title={text.criteria} crumbs={crumbsTo(language)}>
      <h1 class={heading1}>{text.criteria}</h1>
      <p class="mw-lead">{text.criteriaLead}</p>
      <p class="mw-warning">
        {text.notReadMeans} (<a href={openPointPath(language, "OPEN-37")}>OPEN-37</a>)
      </p>
      {[...catalogues.values()].map((catalogue) => (
        <section class="mw-section" aria-label={pick(catalogue.title, language)}>
          <h2 class={heading2}>{pick(catalogue.title, language)}</h2>
          <p class="mw-quiet">
            <span lang="nl">{catalogue.citedAs}</span>
          </p>
          {catalogue.versions.map((version) => (
            <div>
              <p class="mw-flow">
                {text.from} {dayText(version.from, language)}:{" "}
                <strong>{version.status === "notRead" ? text.notRead : text.read}</strong>
                {version.note === null ? null : `. ${pick(version.note, language)}`}
              </p>
              {version.criteria.length === 0 ? null : list(pick(catalogue.title, language), version.criteria)}
            </div>
          ))}
        </section>
      ))}
      <section class="mw-section" aria-labelledby="ouder">
        <h2 class={heading2} id="ouder">
          {text.olderLists}
        </h2>
        {[...references.values()].map((reference) => (
          <div>
            <h3 class={heading3}>{pick(reference.title, language)}</h3>
            <p class="mw-warning">{pick(reference.warning, language)}</p>
            {list(pick(reference.title, language), reference.criteria)}
            <p class="mw-quiet">
              {text.sources}: <Sources law={law} keys={reference.sources} />
            </p>
          </div>
        ))}
      </section>
    </Layout>
  );
}
