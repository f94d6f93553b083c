// How to use the API, with an example that is computed while the page is made.
import { pathIn } from "../language.ts";
import { Code } from "../look/code.tsx";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { developersText } from "../text/developers.ts";
import { frameText } from "../text/frame.ts";

export interface DevelopersPageProps {
  readonly page: Page;
  /** A request and the answer to it, as indented JSON. */
  readonly example: { readonly request: string; readonly answer: string };
  readonly limitMegabytes: number;
}

export function DevelopersPage({ page, example, limitMegabytes }: DevelopersPageProps) {
  const text = developersText(page.language);
  const heading = "au-c-heading au-c-heading--2";
  return (
    <Layout page={page} title={text.title} crumbs={[{ href: pathIn(page.language, "/"), label: frameText(page.language).home }]}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text.lead}</p>
        <h2 class={heading}>{text.contractTitle}</h2>
        <p>
          {text.contract} <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>
        </p>
        <h2 class={heading}>{text.calculateTitle}</h2>
        <p>
          <code>POST /api/v1/calculations</code>
        </p>
        <p>{text.calculate}</p>
        <h3 class="au-c-heading au-c-heading--3">{text.request}</h3>
        <Code label={text.exampleLabel} text={example.request} />
        <h3 class="au-c-heading au-c-heading--3">{text.answer}</h3>
        <Code label={text.exampleAnswerLabel} text={example.answer} />
        <h2 class={heading}>{text.answersTitle}</h2>
        <p>
          <code>GET /api/v1/answers/sv-170?knownAt=…&amp;at=…</code>
        </p>
        <p>{text.answers}</p>
        <h2 class={heading}>{text.errorsTitle}</h2>
        <p>{text.errors}</p>
        <h2 class={heading}>{text.limitsTitle}</h2>
        <p>{text.limits(limitMegabytes)}</p>
      </div>
    </Layout>
  );
}
