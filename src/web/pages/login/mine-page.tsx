// The visitor's own login: for roles without a start page of their own, and to log out everywhere.
import { pathIn } from "../../language.ts";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { keyText } from "../../text/keys.ts";
import { loginText } from "../../text/login.ts";
import { PROGRAM_KEYS_PATH } from "../keys/paths.ts";

export function MinePage({ page }: { readonly page: Page }) {
  const text = loginText(page.language);
  return (
    <Layout page={page} title={text.mineTitle}>
      <h1 class="au-c-heading au-c-heading--1">{text.mineTitle}</h1>
      <div class="mw-flow">
        {page.path === "/mijn" ? <p class="mw-lead">{text.mineNothing}</p> : null}
        <p>
          <a href={pathIn(page.language, PROGRAM_KEYS_PATH)}>{keyText(page.language).title}</a>
        </p>
        <p>{text.everywhereLead}</p>
        <form method="post" action={pathIn(page.language, "/afmelden/overal")}>
          <FormKey page={page} />
          <SubmitButton secondary>{text.everywhere}</SubmitButton>
        </form>
      </div>
    </Layout>
  );
}
