// All terms with their meaning, in the order of the alphabet of the page's language.
import { type Language, languages, pick } from "../../kernel/index.ts";
import type { GlossaryEntry } from "../../law/index.ts";
import { pathIn } from "../language.ts";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";
import { termsText } from "../text/terms.ts";

export function GlossaryPage({ page, entries }: { readonly page: Page; readonly entries: readonly GlossaryEntry[] }) {
  const { language } = page;
  const text = termsText(language);
  const names: Record<Language, string> = { nl: text.inDutch, en: text.inEnglish, fr: text.inFrench };
  const sorted = [...entries].sort((a, b) => a[language].localeCompare(b[language], language));
  return (
    <Layout page={page} title={text.title} crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text.lead}</p>
        <p class="mw-quiet">{text.ownWords}</p>
        <dl class="mw-terms">
          {sorted.map((entry) => (
            <div id={entry.identifier ?? undefined}>
              <dt>{entry[language]}</dt>
              <dd>
                <p>{pick(entry.meaning, language)}</p>
                <p class="mw-quiet">
                  {languages
                    .filter((other) => other !== language)
                    .map((other, index) => (
                      <>
                        {index === 0 ? "" : " · "}
                        {names[other]}: <span lang={other}>{entry[other]}</span>
                      </>
                    ))}
                </p>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Layout>
  );
}
