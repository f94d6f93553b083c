// The privacy statement of the public pages.
import { pathIn } from "../language.ts";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { aboutText } from "../text/about.ts";
import { frameText } from "../text/frame.ts";

export function PrivacyPage({ page }: { readonly page: Page }) {
  const text = aboutText(page.language);
  const parts = [
    [text.privacySimTitle, text.privacySim],
    [text.privacyCookiesTitle, text.privacyCookies],
    [text.privacyLogTitle, text.privacyLog],
    [text.privacyFilesTitle, text.privacyFiles],
  ];
  return (
    <Layout
      page={page}
      title={text.privacyTitle}
      crumbs={[{ href: pathIn(page.language, "/"), label: frameText(page.language).home }]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.privacyTitle}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text.privacyLead}</p>
        {parts.map(([title, body]) => (
          <>
            <h2 class="au-c-heading au-c-heading--2">{title}</h2>
            <p>{body}</p>
          </>
        ))}
      </div>
    </Layout>
  );
}
