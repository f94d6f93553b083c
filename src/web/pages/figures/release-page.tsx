// One release: its answer in full, what was frozen with it, its files with their hashes, and its revisions.
import { brusselsDate, formatDate } from "../../../kernel/index.ts";
import { outcomeText, type Publication, policies, type ReleaseManifest } from "../../../statistics/index.ts";
import { OutcomePill } from "../../answer/outcome-pill.tsx";
import { pathIn } from "../../language.ts";
import { Code } from "../../look/code.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { answerPageText } from "../../text/answer.ts";
import { figuresText } from "../../text/figures.ts";
import { frameText } from "../../text/frame.ts";
import { type DrawnFigure, FigureBlock } from "./figure-block.tsx";
import { HeaderFacts } from "./header-facts.tsx";
import { FIGURES_PATH, filePath, releasePath } from "./paths.ts";

export interface ReleasePageProps {
  readonly page: Page;
  readonly releaseRef: string;
  readonly publication: Publication;
  readonly manifest: ReleaseManifest;
  readonly drawn: ReadonlyMap<string, DrawnFigure>;
  /** The question as it was written. */
  readonly source: string;
  readonly revisions: readonly ReleaseManifest[];
}

export function ReleasePage(props: ReleasePageProps) {
  const { page, releaseRef, publication, manifest, drawn, source, revisions } = props;
  const { language } = page;
  const text = figuresText(language);
  const to = (path: string) => pathIn(language, path);
  const newest = Math.max(...revisions.map((one) => one.revision));
  const day = (moment: ReleaseManifest["knownAt"]) => formatDate(brusselsDate(moment), language);
  return (
    <Layout
      page={page}
      title={publication.title[language]}
      description={text.description}
      crumbs={[
        { href: to("/"), label: frameText(language).home },
        { href: to(FIGURES_PATH), label: text.title },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{publication.title[language]}</h1>
      {newest > manifest.revision ? (
        <p class="mw-warning">
          {text.newer} <a href={to(releasePath(manifest.name))}>{text.latest}</a>
        </p>
      ) : null}
      {manifest.override === null ? null : <p class="mw-warning">{text.override(manifest.override)}</p>}
      <HeaderFacts publication={publication} language={language} />
      <Sections publication={publication} drawn={drawn} page={page} />
      <section class="mw-section" aria-labelledby="bestanden">
        <h2 class="au-c-heading au-c-heading--2" id="bestanden">
          {text.formats}
        </h2>
        <Table
          caption={text.formats}
          captionHidden
          columns={[
            { key: "file", title: text.download },
            { key: "type", title: text.formats },
            { key: "size", title: text.size, number: true },
            { key: "kind", title: text.kind },
            { key: "hash", title: text.hash },
          ]}
          rows={Object.entries(manifest.files).map(([file, about]) => ({
            cells: {
              file: (
                <a href={filePath(releaseRef, file)} download>
                  {file}
                </a>
              ),
              type: text.types(file),
              size: `${Math.ceil(about.bytes / 1024)} kB`,
              kind: about.kind === "computed" ? text.computed : text.rendered,
              hash: <span class="mw-hash">{about.sha256}</span>,
            },
          }))}
        />
      </section>
      <section class="mw-section" aria-labelledby="vastgelegd">
        <h2 class="au-c-heading au-c-heading--2" id="vastgelegd">
          {text.frozen}
        </h2>
        <SummaryList
          rows={[
            { name: text.releasedOn, value: day(manifest.releasedAt) },
            { name: text.knownOn, value: `${day(manifest.knownAt)} (${manifest.knownAt})` },
            { name: text.position, value: String(manifest.position) },
            { name: text.law, value: `${manifest.law.version} (${manifest.law.parameters.slice(0, 12)})` },
            { name: text.code, value: manifest.code },
            { name: text.policy, value: manifest.policy === policies.public.id ? "1 - 3" : manifest.policy },
          ]}
        />
        <details class="mw-more">
          <summary>{text.question}</summary>
          <Code label={text.question} text={source} />
        </details>
      </section>
      {revisions.length < 2 ? null : (
        <section class="mw-section" aria-labelledby="herzieningen">
          <h2 class="au-c-heading au-c-heading--2" id="herzieningen">
            {text.revisions}
          </h2>
          <ul>
            {revisions.map((one) => (
              <li>
                <a href={to(releasePath(one.name, one.revision))}>{`${text.revision} ${one.revision}`}</a>, {day(one.releasedAt)}
                {one.reason === "" ? "" : ": "}
                <span lang="nl">{one.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

/** The sub-questions of a publication, each with its words and its figures. */
export function Sections({
  publication,
  drawn,
  page,
}: {
  publication: Publication;
  drawn: ReadonlyMap<string, DrawnFigure>;
  page: Page;
}) {
  const { language } = page;
  const asks = publication.sections.some((section) => section.number !== null);
  return (
    <>
      {publication.sections.map((section) => {
        const outcome = outcomeText(section.outcome, language);
        return (
          <section class="mw-section">
            {asks ? (
              <h2 class="au-c-heading au-c-heading--2">
                {section.number === null ? "" : `${section.number}. `}
                {section.title[language]}
              </h2>
            ) : null}
            {section.asked === null ? null : (
              <blockquote class="mw-asked">
                <p>{section.asked[language]}</p>
              </blockquote>
            )}
            {asks ? (
              <p>
                <OutcomePill outcome={outcome} /> {outcome.detail}
              </p>
            ) : null}
            {section.text === null ? null : <p class="mw-lines mw-flow">{section.text[language]}</p>}
            {section.figures.map((figure) => {
              const one = drawn.get(figure.id);
              return one === undefined ? null : <FigureBlock language={language} drawn={one} level={asks ? 3 : 2} />;
            })}
          </section>
        );
      })}
      {publication.sections.length === 0 ? <p>{answerPageText(language).none}</p> : null}
    </>
  );
}
