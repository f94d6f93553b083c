// Choosing one of several roles; each is a button, so that it works without script.
import { type RoleInContext, roleTitles } from "../../../access/index.ts";
import { pick } from "../../../kernel/index.ts";
import { pathIn } from "../../language.ts";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { loginText } from "../../text/login.ts";

export interface RolePageProps {
  readonly page: Page;
  readonly roles: readonly RoleInContext[];
  readonly active: RoleInContext;
  readonly returnTo: string;
}

export function RolePage({ page, roles, active, returnTo }: RolePageProps) {
  const { language } = page;
  const text = loginText(language);
  return (
    <Layout page={page} title={text.roleTitle}>
      <h1 class="au-c-heading au-c-heading--1">{text.roleTitle}</h1>
      <p class="mw-form-lead">{text.roleLead}</p>
      <form method="post" action={pathIn(language, "/rol")}>
        <FormKey page={page} />
        <input type="hidden" name="terug" value={returnTo} />
        <ul class="mw-roles">
          {roles.map((held, index) => {
            const title = pick(roleTitles[held.role], language);
            const current = held.role === active.role && held.organisation === active.organisation;
            return (
              <li>
                <SubmitButton secondary={!current} name="rol" value={String(index)}>
                  {text.goOnAs(held.organisation === null ? title : `${title} (${held.organisation})`)}
                </SubmitButton>{" "}
                {current ? text.current : null}
              </li>
            );
          })}
        </ul>
      </form>
    </Layout>
  );
}
