// When the law gives no amount for what was filled in: every reason, and the way back to the form.
import { pick } from "../../kernel/index.ts";
import type { ReasonLine } from "../../law/index.ts";
import { pathIn } from "../language.ts";
import { Alert } from "../look/alert.tsx";
import { ButtonLink } from "../look/button.tsx";
import { Layout } from "../look/layout.tsx";
import type { Page } from "../page.ts";
import { frameText } from "../text/frame.ts";
import { simulatorText } from "../text/simulator.ts";

export interface RefusedPageProps {
  readonly page: Page;
  readonly reasons: readonly ReasonLine[];
  readonly changeHref: string;
  readonly path: string;
}

export function RefusedPage({ page, reasons, changeHref, path }: RefusedPageProps) {
  const { language } = page;
  const text = simulatorText(language);
  return (
    <Layout
      page={page}
      title={text.notCalculated}
      crumbs={[
        { href: pathIn(language, "/"), label: frameText(language).home },
        { href: pathIn(language, path), label: text.title },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.notCalculated}</h1>
      <div class="mw-flow">
        <Alert kind="warning" title={text.because}>
          <ul class="mw-reasons">
            {reasons.map((reason) => (
              <li>
                {pick(reason.message, language)} <span class="mw-id">{reason.id}</span>
              </li>
            ))}
          </ul>
        </Alert>
        <p class="mw-actions">
          <ButtonLink href={changeHref}>{text.changeInput}</ButtonLink>
        </p>
      </div>
    </Layout>
  );
}
