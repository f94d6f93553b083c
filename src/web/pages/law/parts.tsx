// Pieces that the pages about the law share: crumbs, lists of links, values in words.
import type { Child } from "hono/jsx";
import { formatDate, type Language, type PlainDate, pick } from "../../../kernel/index.ts";
import type { Law, Source } from "../../../law/index.ts";
import { SourceLinks } from "../../amount/source-links.tsx";
import { pathIn } from "../../language.ts";
import type { Crumb } from "../../look/breadcrumb.tsx";
import { frameText } from "../../text/frame.ts";
import { LAW_PATH, openPointPath, rulePath } from "./paths.ts";
import { lawText } from "./text.ts";

export const heading1 = "au-c-heading au-c-heading--1";
export const heading2 = "au-c-heading au-c-heading--2";
export const heading3 = "au-c-heading au-c-heading--3";

/** The home page, the rules, and what lies between them and the page. */
export function crumbsTo(language: Language, ...between: Crumb[]): Crumb[] {
  return [
    { href: pathIn(language, "/"), label: frameText(language).home },
    { href: pathIn(language, LAW_PATH), label: lawText(language).title },
    ...between,
  ];
}

/** Rulebook ids, each on its own, so that a row of them can break. */
export function Ids({ ids }: { readonly ids: readonly string[] }) {
  return (
    <>
      {ids.map((id) => (
        <>
          {" "}
          <span class="mw-id">{id}</span>
        </>
      ))}
    </>
  );
}

export function Sources({ law, keys }: { readonly law: Law; readonly keys: readonly string[] }) {
  const sources = keys.map((key) => {
    const source: Source | undefined = law.sources.get(key);
    return { key, title: source?.title ?? key, url: source?.urls[0] ?? null };
  });
  return <SourceLinks sources={sources} />;
}

export function RuleLinks({
  law,
  language,
  ids,
}: {
  readonly law: Law;
  readonly language: Language;
  readonly ids: readonly string[];
}) {
  return (
    <ul>
      {ids.map((id) => {
        const rule = law.graph.rules.get(id);
        return (
          <li>
            <a href={rulePath(language, id)}>{rule === undefined ? id : pick(rule.title, language)}</a>
          </li>
        );
      })}
    </ul>
  );
}

export function OpenPointLinks({
  law,
  language,
  ids,
}: {
  readonly law: Law;
  readonly language: Language;
  readonly ids: readonly string[];
}) {
  return (
    <ul>
      {ids.map((id) => {
        const point = law.switches.get(id);
        return (
          <li>
            <a href={openPointPath(language, id)}>{id}</a>
            {point === undefined ? null : `: ${pick(point.question, language)}`}
          </li>
        );
      })}
    </ul>
  );
}

export const dayText = (day: PlainDate | string, language: Language): string => formatDate(day as PlainDate, language);

const unitWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "cents/month": { nl: "per maand", en: "per month", fr: "par mois" },
  "cents/quarter": { nl: "per kwartaal", en: "per quarter", fr: "par trimestre" },
  "cents/year": { nl: "per jaar", en: "per year", fr: "par an" },
  quarters: { nl: "kwartalen", en: "quarters", fr: "trimestres" },
  quarterIndex: { nl: "(kwartaal van de looptijd)", en: "(quarter of the term)", fr: "(trimestre de la durée)" },
  years: { nl: "jaar", en: "years", fr: "ans" },
  months: { nl: "maanden", en: "months", fr: "mois" },
  days: { nl: "dagen", en: "days", fr: "jours" },
  hours: { nl: "uur", en: "hours", fr: "heures" },
  fte: { nl: "VTE", en: "FTE", fr: "ETP" },
  times: { nl: "keer", en: "times", fr: "fois" },
};

/** `€ 2.189,81 per maand`, `40 %, 30 %, 20 %`, `15 maart 2024`, `ja`. */
export function valueWords(value: string | null, unit: string, language: Language): Child {
  const text = lawText(language);
  if (value === null) return text.notKnown;
  if (unit === "flag") return value === "true" ? text.yes : text.no;
  if (unit === "date") return dayText(value, language);
  const comma = (one: string) => (language === "en" ? one : one.replace(".", ","));
  const word = unitWords[unit]?.[language];
  const after = word === undefined ? "" : ` ${word}`;
  if (unit.startsWith("cents")) {
    const euro = new Intl.NumberFormat(language === "en" ? "en-GB" : `${language}-BE`, { style: "currency", currency: "EUR" });
    return `${euro.format(Number(value))}${after}`;
  }
  const parts = value.split(", ").map((one) => (unit === "basisPoints" ? `${comma(one)}\u00a0%` : comma(one)));
  return parts.join("; ") + after;
}
