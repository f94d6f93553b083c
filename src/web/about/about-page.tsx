// What this site is, who it is not, and how sure its rules are.

import { pathIn } from "../language.ts";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { aboutText } from "../text/about.ts";
import { frameText } from "../text/frame.ts";

export function AboutPage({ page }: { readonly page: Page }) {
  const text = aboutText(page.language);
  const levels = [
    ["A", text.levelA],
    ["B", text.levelB],
    ["C", text.levelC],
    ["D", text.levelD],
    ["O", text.levelO],
  ] as const;
  return (
    <Layout page={page} title={text.title} crumbs={[{ href: pathIn(page.language, "/"), label: frameText(page.language).home }]}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text.what}</p>
        <h2 class="au-c-heading au-c-heading--2">{text.notOfficialTitle}</h2>
        <p>{text.notOfficial}</p>
        <h2 class="au-c-heading au-c-heading--2">{text.sureTitle}</h2>
        <p>{text.sure}</p>
        <h3 class="au-c-heading au-c-heading--3">{text.levelsTitle}</h3>
        <dl class="mw-facts">
          {levels.map(([letter, meaning]) => (
            <>
              <dt>{letter}</dt>
              <dd>{meaning}</dd>
            </>
          ))}
        </dl>
        <h2 class="au-c-heading au-c-heading--2">{text.dataTitle}</h2>
        <p>{page.demo ? text.dataDemo : text.dataReal}</p>
        <h2 class="au-c-heading au-c-heading--2">{text.licenceTitle}</h2>
        <p>{text.licence}</p>
        <p>
          <a href={pathIn(page.language, "/over/bouwstenen")}>{text.partsLink}</a>
        </p>
      </div>
    </Layout>
  );
}
