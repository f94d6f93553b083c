// A page that was not found, or a failure on our side: what happened, what to do, and the number to quote.
import { pathIn } from "../language.ts";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { errorsText } from "../text/errors.ts";

export interface ErrorPageProps {
  readonly page: Page;
  readonly kind: "notFound" | "failure" | "notReady";
  readonly requestId: string | null;
}

export function ErrorPage({ page, kind, requestId }: ErrorPageProps) {
  const text = errorsText(page.language);
  const title = text[`${kind}Title`];
  return (
    <Layout page={page} title={title} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text[kind]}</p>
        {requestId === null ? null : (
          <p>
            {text.requestNumber} <code>{requestId}</code>
          </p>
        )}
        <ul>
          <li>
            <a href={pathIn(page.language, "/")}>{text.toHome}</a>
          </li>
          <li>
            <a href={pathIn(page.language, "/simulator")}>{text.toSimulator}</a>
          </li>
        </ul>
      </div>
    </Layout>
  );
}
