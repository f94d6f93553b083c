// One calm message and what to do next: logged out, login down, not for this role.
import type { Child } from "hono/jsx";
import { pathIn } from "../../language.ts";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { errorsText } from "../../text/errors.ts";
import { loginText } from "../../text/login.ts";

export interface NoticePageProps {
  readonly page: Page;
  readonly title: string;
  readonly text: string;
  readonly children?: Child;
}

export function NoticePage({ page, title, text, children }: NoticePageProps) {
  return (
    <Layout page={page} title={title} translated={false}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        <p class="mw-lead">{text}</p>
        {children}
        <ul>
          <li>
            <a href={pathIn(page.language, "/")}>{loginText(page.language).toHome}</a>
          </li>
          <li>
            <a href={pathIn(page.language, "/simulator")}>{errorsText(page.language).toSimulator}</a>
          </li>
        </ul>
      </div>
    </Layout>
  );
}
