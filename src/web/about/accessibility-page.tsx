// The accessibility statement.
import { pathIn } from "../language.ts";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { aboutText } from "../text/about.ts";
import { frameText } from "../text/frame.ts";

export function AccessibilityPage({ page }: { readonly page: Page }) {
  const text = aboutText(page.language);
  return (
    <Layout
      page={page}
      title={text.accessTitle}
      crumbs={[{ href: pathIn(page.language, "/"), label: frameText(page.language).home }]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.accessTitle}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text.accessLead}</p>
        <h2 class="au-c-heading au-c-heading--2">{text.accessDoTitle}</h2>
        <ul>
          {[text.accessDo1, text.accessDo2, text.accessDo3, text.accessDo4, text.accessDo5].map((item) => (
            <li>{item}</li>
          ))}
        </ul>
        <h2 class="au-c-heading au-c-heading--2">{text.accessHowTitle}</h2>
        <p>{text.accessHow}</p>
        <h2 class="au-c-heading au-c-heading--2">{text.accessKnownTitle}</h2>
        <ul>
          <li>{text.accessKnown1}</li>
          <li>{text.accessKnown2}</li>
        </ul>
        <p>{text.accessTell}</p>
      </div>
    </Layout>
  );
}
