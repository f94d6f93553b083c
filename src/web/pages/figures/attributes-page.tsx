// What each attribute means: for who reads a figure, and for who puts a question and must choose one.
import { formatDate, type Language } from "../../../kernel/index.ts";
import { type DescribedAttribute, describeAttributes, type Linkage } from "../../../statistics/index.ts";
import { pathIn } from "../../language.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { attributesText } from "../../text/attributes.ts";
import { figuresText } from "../../text/figures.ts";
import { frameText } from "../../text/frame.ts";
import { FIGURES_PATH } from "./paths.ts";

const PROGRAMS_PATH = "/api/v1/figures/dimensions";

export function AttributesPage({ page, linkages }: { readonly page: Page; readonly linkages: readonly Linkage[] }) {
  const { language } = page;
  const text = attributesText(language);
  const to = (path: string) => pathIn(language, path);
  const all = describeAttributes();
  return (
    <Layout
      page={page}
      title={text.title}
      description={text.lead}
      crumbs={[
        { href: to("/"), label: frameText(language).home },
        { href: to(FIGURES_PATH), label: figuresText(language).title },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <p class="mw-lead">{text.lead}</p>
      <p>
        <a href={PROGRAMS_PATH}>{text.forPrograms}</a>
      </p>
      {(["dimension", "selection"] as const).map((use) => (
        <section class="mw-section" aria-labelledby={use}>
          <h2 class="au-c-heading au-c-heading--2" id={use}>
            {use === "dimension" ? text.dimensions : text.selections}
          </h2>
          <AttributeTable
            caption={use === "dimension" ? text.dimensions : text.selections}
            attributes={all.filter((one) => one.use === use)}
            linkages={linkages}
            language={language}
          />
        </section>
      ))}
    </Layout>
  );
}

function AttributeTable(props: {
  readonly caption: string;
  readonly attributes: readonly DescribedAttribute[];
  readonly linkages: readonly Linkage[];
  readonly language: Language;
}) {
  const { caption, attributes, linkages, language } = props;
  const text = attributesText(language);
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: "attribute", title: text.attribute },
        { key: "meaning", title: text.meaning },
        { key: "owner", title: text.owner },
        { key: "availability", title: text.availability },
        { key: "exclusive", title: text.exclusive },
        { key: "units", title: text.units },
      ]}
      rows={attributes.map((one) => ({
        id: `kenmerk-${one.id}`,
        cells: {
          attribute: (
            <>
              {one.title[language]} <code>{one.id}</code>
            </>
          ),
          meaning: <Meaning attribute={one} language={language} />,
          owner: one.owner.title[language],
          availability: availabilityOf(one, linkages, language),
          exclusive: exclusiveOf(one, language),
          units: one.units.map((unit) => unit.title[language]).join(", "),
        },
      }))}
    />
  );
}

function Meaning({ attribute, language }: { readonly attribute: DescribedAttribute; readonly language: Language }) {
  const { meaning, values, title } = attribute;
  return (
    <>
      {meaning[language]}
      {values === null ? null : (
        <details>
          <summary>
            {attributesText(language).values}
            <span class="au-u-hidden-visually"> {title[language]}</span>
          </summary>
          {values.map((value) => value.title[language]).join(", ")}
        </details>
      )}
    </>
  );
}

/** Of what comes with the linkage, also how far the last one reaches. */
function availabilityOf(one: DescribedAttribute, linkages: readonly Linkage[], language: Language): string {
  const words = one.availability.text[language];
  if (one.availability.when !== "linked") return words;
  const text = attributesText(language);
  const last = linkages
    .filter((linkage) => linkage.dimension === one.id)
    .map((linkage) => linkage.coversUntil)
    .sort()
    .at(-1);
  return `${words}. ${last === undefined ? text.notLinked : text.linkedUntil(formatDate(last, language))}`;
}

function exclusiveOf(one: DescribedAttribute, language: Language): string {
  const text = attributesText(language);
  if (one.exclusive !== "sometimes") return text[one.exclusive];
  const never = one.units.filter((unit) => unit.exclusive === "never").map((unit) => unit.title[language]);
  return never.length === 0 ? text.sometimes : `${text.sometimes}. ${text.notExclusiveIn(never.join(", "))}`;
}
