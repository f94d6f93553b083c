// The public dashboard: key numbers, the provinces as tiles, and charts, each with its table, definition and release.
import type { Language } from "../../../kernel/index.ts";
import { type Publication, type ShownFigure, windowText } from "../../../statistics/index.ts";
import type { LatestAnswer } from "../../answer/latest-answers.ts";
import { answerPath } from "../../answer/path.ts";
import { pathIn } from "../../language.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { attributesText } from "../../text/attributes.ts";
import { figuresText } from "../../text/figures.ts";
import { frameText } from "../../text/frame.ts";
import { ChartFigure, type DrawnFigure } from "./figure-block.tsx";
import { ATTRIBUTES_PATH, OPEN_DATA_PATH, releasePath, WORK_PATH } from "./paths.ts";
import { TileMap } from "./tile-map.tsx";

export interface DashboardProps {
  readonly page: Page;
  /** The release that holds the key figures; null before there is one. */
  readonly shown: { readonly publication: Publication; readonly drawn: readonly DrawnFigure[] } | null;
  readonly releases: readonly { readonly name: string; readonly title: string; readonly on: string }[];
  /** The parliamentary answers that were released last, newest first. */
  readonly answers: readonly LatestAnswer[];
  /** Whether the reader may make figures. */
  readonly staff: boolean;
}

export function DashboardPage({ page, shown, releases, answers, staff }: DashboardProps) {
  const { language } = page;
  const text = figuresText(language);
  const to = (path: string) => pathIn(language, path);
  const figures = shown?.drawn ?? [];
  const map = figures.find(({ figure }) => figure.dimensions.length === 1 && figure.dimensions[0]!.id === "province");
  return (
    <Layout
      page={page}
      title={text.title}
      description={text.description}
      crumbs={[{ href: to("/"), label: frameText(language).home }]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <p class="mw-lead">{text.lead}</p>
      <ul class="mw-inline-links">
        <li>
          <a href={to(OPEN_DATA_PATH)}>{text.allReleases}</a>
        </li>
        <li>
          <a href={to(ATTRIBUTES_PATH)}>{attributesText(language).link}</a>
        </li>
        {answers.map(({ id, number }) => (
          <li>
            <a href={to(answerPath(id))}>{text.parliament(String(number ?? id))}</a>
          </li>
        ))}
        {staff ? (
          <li>
            <a href={to(WORK_PATH)}>{text.inside}</a>
          </li>
        ) : null}
      </ul>
      {shown === null ? (
        <Empty title={text.noneYet}>
          <p>{text.noneYetDetail}</p>
        </Empty>
      ) : (
        <>
          <h2 class="au-c-heading au-c-heading--2">{text.keyFigures}</h2>
          <ul class="mw-keyfigures">
            {figures.map(({ figure }) => (
              <KeyNumber figure={figure} language={language} href={to(releasePath(shown.publication.name))} />
            ))}
          </ul>
          {map === undefined ? null : (
            <section class="mw-section" aria-labelledby="kaart">
              <h2 class="au-c-heading au-c-heading--2" id="kaart">
                {text.map}: {map.figure.title[language]}
              </h2>
              <TileMap figure={map.figure} language={language} />
              <Origin page={page} figure={map.figure} name={shown.publication.name} />
            </section>
          )}
          {figures
            .filter((one) => one.wide !== null && one !== map)
            .map(({ figure, wide, narrow }) => (
              <section class="mw-section" aria-labelledby={`grafiek-${figure.id}`}>
                <h2 class="au-c-heading au-c-heading--2" id={`grafiek-${figure.id}`}>
                  {figure.title[language]}
                </h2>
                <ChartFigure language={language} wide={wide} narrow={narrow} title={figure.title[language]} />
                <Origin page={page} figure={figure} name={shown.publication.name} />
              </section>
            ))}
        </>
      )}
      {releases.length === 0 ? null : (
        <section class="mw-section" aria-labelledby="publicaties">
          <h2 class="au-c-heading au-c-heading--2" id="publicaties">
            {text.releases}
          </h2>
          <ul>
            {releases.map((one) => (
              <li>
                <a href={to(releasePath(one.name))}>{one.title}</a>, {one.on}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

/** The total of the last window, in large type; nothing where there is none. */
function KeyNumber({ figure, language, href }: { figure: ShownFigure; language: Language; href: string }) {
  const text = figuresText(language);
  const window = figure.windows.at(-1)!;
  const total = figure.cells.find((cell) => cell.window === window.name && cell.key.every((code) => code === null));
  if (total === undefined || total.value === null) return null;
  const number = new Intl.NumberFormat({ nl: "nl-BE", en: "en-GB", fr: "fr-BE" }[language], { maximumFractionDigits: 0 });
  const when = windowText(window, language);
  return (
    <li class="mw-key">
      <span class="mw-key__value">
        {figure.unit.id === "euro" ? "€ " : ""}
        {number.format(Number(total.value))}
        {figure.unit.id === "day" ? ` ${figure.unit.title[language]}` : ""}
      </span>
      <span class="mw-key__what">
        <a href={`${href}#cijfer-${figure.id}`}>{figure.title[language]}</a>
      </span>
      <span class="mw-quiet">
        {figure.unit.title[language]} {window.from === window.until ? text.onDay(when) : text.inPeriod(when)}
      </span>
    </li>
  );
}

function Origin({ page, figure, name }: { page: Page; figure: ShownFigure; name: string }) {
  const text = figuresText(page.language);
  return (
    <p class="mw-quiet">
      {figure.counted[page.language]}.{" "}
      <a href={`${pathIn(page.language, releasePath(name))}#cijfer-${figure.id}`}>
        {text.tableAndDefinition}
        <span class="au-u-hidden-visually"> {figure.title[page.language]}</span>
      </a>
      . {text.from(name)}.
    </p>
  );
}
