// /wet/dekking: what the product does with every id of the rulebook.
import { pick } from "../../../kernel/index.ts";
import type { CoverageState, Law } from "../../../law/index.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { crumbsTo, heading1, heading2 } from "./parts.tsx";
import { openPointPath, parameterPath, rulePath } from "./paths.ts";
import { lawText, stateNames } from "./text.ts";

export function CoveragePage({ page, law }: { readonly page: Page; readonly law: Law }) {
  const { language } = page;
  const text = lawText(language);
  const entries = [...law.coverage.values()];
  const states = Object.keys(stateNames) as CoverageState[];
  const counts = states.map((state) => ({ state, count: entries.filter((entry) => entry.state === state).length }));
  return (
    <Layout page={page} title={text.coverage} crumbs={crumbsTo(language)}>
      <h1 class={heading1}>{text.coverage}</h1>
      <p class="mw-lead">{text.coverageLead}</p>
      <Table
        caption={text.state}
        captionHidden
        columns={[
          { key: "state", title: text.state },
          { key: "count", title: text.count, number: true },
        ]}
        rows={[
          ...counts.map(({ state, count }) => ({ cells: { state: pick(stateNames[state], language), count } })),
          { total: true, cells: { state: text.total, count: entries.length } },
        ]}
      />
      <section class="mw-section" aria-labelledby="alles">
        <h2 class={heading2} id="alles">
          {text.statements}
        </h2>
        <Table
          caption={text.statements}
          captionHidden
          columns={[
            { key: "id", title: text.statement },
            { key: "says", title: text.inWords },
            { key: "state", title: text.state },
            { key: "carriers", title: text.carriers },
          ]}
          rows={entries.map(({ id, state, carriers, reason, judgement }) => {
            const statement = law.rulebook.entries.get(id);
            const says = language === "nl" ? statement?.nl : statement?.en;
            return {
              id,
              cells: {
                id: <span class="mw-id">{id}</span>,
                says: <span lang={language === "fr" ? "en" : undefined}>{says ?? ""}</span>,
                state: (
                  <>
                    {pick(stateNames[state], language)}
                    {reason === null ? null : (
                      <>
                        <br />
                        <span class="mw-quiet">{pick(reason, language)}</span>
                      </>
                    )}
                    {judgement === null ? null : (
                      <>
                        <br />
                        <span class="mw-quiet">
                          {pick(judgement.question, language)} {text.asked(judgement.screen)}
                        </span>
                      </>
                    )}
                  </>
                ),
                carriers: (
                  <>
                    {carriers.map((carrier, index) => (
                      <>
                        {index === 0 ? "" : ", "}
                        <Carrier law={law} language={language} name={carrier} />
                      </>
                    ))}
                  </>
                ),
              },
            };
          })}
        />
      </section>
    </Layout>
  );
}

function Carrier({ law, language, name }: { readonly law: Law; readonly language: Page["language"]; readonly name: string }) {
  const rule = law.graph.rules.get(name);
  if (rule !== undefined) return <a href={rulePath(language, name)}>{pick(rule.title, language)}</a>;
  const parameter = law.parameters.get(name);
  if (parameter !== undefined) return <a href={parameterPath(language, name)}>{pick(parameter.title, language)}</a>;
  if (law.switches.has(name)) return <a href={openPointPath(language, name)}>{name}</a>;
  return <span lang="en">{name.split(":").at(-1)}</span>;
}
