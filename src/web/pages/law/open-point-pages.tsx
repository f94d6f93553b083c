// /wet/open-punten and /wet/open-punten/:id: what is not sure, the reading taken, and what another reading changes.
import { pick } from "../../../kernel/index.ts";
import { describeGraph, type Law, type LawCase, type LawSwitch, readingsShown } from "../../../law/index.ts";
import { pathIn } from "../../language.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { crumbsTo, heading1, heading2, RuleLinks, Sources } from "./parts.tsx";
import { casePath, OPEN_POINTS_PATH, openPointPath } from "./paths.ts";
import { lawText } from "./text.ts";

export function OpenPointsPage({ page, law }: { readonly page: Page; readonly law: Law }) {
  const { language } = page;
  const text = lawText(language);
  return (
    <Layout page={page} title={text.openPoints} crumbs={crumbsTo(language)}>
      <h1 class={heading1}>{text.openPoints}</h1>
      <p class="mw-lead">{text.openPointsLead}</p>
      <Table
        caption={text.openPoints}
        captionHidden
        columns={[
          { key: "id", title: text.openPoints },
          { key: "question", title: text.question },
          { key: "taken", title: text.weTake },
        ]}
        rows={[...law.switches.values()].map((point) => {
          const taken = point.options.find((option) => option.value === point.default);
          return {
            cells: {
              id: <a href={openPointPath(language, point.id)}>{point.id}</a>,
              question: pick(point.question, language),
              taken: taken === undefined ? point.default : pick(taken.title, language),
            },
          };
        })}
      />
    </Layout>
  );
}

export interface OpenPointPageProps {
  readonly page: Page;
  readonly law: Law;
  readonly point: LawSwitch;
  readonly cases: readonly LawCase[];
}

/** Cases shown per reading. */
const shownPerReading = 4;

export function OpenPointPage({ page, law, point, cases }: OpenPointPageProps) {
  const { language } = page;
  const text = lawText(language);
  const shown = readingsShown(point, cases);
  const rules = describeGraph(law.graph).filter(
    (rule) =>
      rule.openPoints.includes(point.id) ||
      rule.parameters.some((id) => law.parameters.get(id)?.values.some((row) => row.openPoints.includes(point.id))),
  );
  return (
    <Layout
      page={page}
      title={`${point.id}: ${point.dutchTerm}`}
      crumbs={crumbsTo(language, { href: pathIn(language, OPEN_POINTS_PATH), label: text.openPoints })}
    >
      <h1 class={heading1}>{pick(point.question, language)}</h1>
      <p class="mw-quiet">
        <span class="mw-id">{point.id}</span> <span lang="nl">{point.dutchTerm}</span>
      </p>
      <div class="mw-flow">
        <p>
          <strong>{text.because}</strong>: {pick(point.why, language)}
        </p>
        {point.sources.length === 0 ? null : (
          <p class="mw-quiet">
            {text.sources}: <Sources law={law} keys={point.sources} />
          </p>
        )}
      </div>
      <Table
        caption={text.difference}
        columns={[
          { key: "reading", title: text.reading },
          { key: "computable", title: text.computable },
          { key: "cases", title: text.outcome },
        ]}
        rows={point.options.map((option) => {
          const examples = shown.find((one) => one.option === option.value)?.cases ?? [];
          return {
            current: option.value === point.default,
            cells: {
              reading: (
                <>
                  {pick(option.title, language)}
                  {option.value === point.default ? (
                    <>
                      <br />
                      <span class="mw-quiet">{text.weTake}</span>
                    </>
                  ) : null}
                </>
              ),
              computable: option.computable ? text.yes : text.no,
              cases: (
                <>
                  {examples.slice(0, shownPerReading).map((one) => (
                    <div>
                      <a href={casePath(language, one.id)}>{one.id}</a>:{" "}
                      {Object.entries(one.results)
                        .map(([name, value]) => `${nameOf(law, name, language)} ${value}`)
                        .join("; ")}
                    </div>
                  ))}
                </>
              ),
            },
          };
        })}
      />
      {rules.length === 0 ? null : (
        <section class="mw-section" aria-labelledby="regels">
          <h2 class={heading2} id="regels">
            {text.readBy}
          </h2>
          <div class="mw-flow">
            <RuleLinks law={law} language={language} ids={rules.map((rule) => rule.id)} />
          </div>
        </section>
      )}
    </Layout>
  );
}

/** A rule by its title; other names of a case's answer as they stand. */
function nameOf(law: Law, name: string, language: Page["language"]): string {
  const rule = law.graph.rules.get(name);
  return rule === undefined ? name : pick(rule.title, language);
}
