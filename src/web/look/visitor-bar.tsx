// Who is logged in and in which role, above every page; or the way to log in.
import { roleTitles } from "../../access/index.ts";
import { pick } from "../../kernel/index.ts";
import { pathIn } from "../language.ts";
import type { Page } from "../page.ts";
import { loginText } from "../text/login.ts";
import { FormKey } from "./form-key.tsx";

export function VisitorBar({ page }: { readonly page: Page }) {
  if (page.login === null) return null;
  const text = loginText(page.language);
  const { visitor } = page.login;
  const to = (path: string) => pathIn(page.language, path);
  return (
    <section class="mw-visitor" aria-label={text.account}>
      <div class="mw-wrap">
        {visitor === null ? (
          <p class="mw-visitor__who">
            <a href={to(`/aanmelden?terug=${encodeURIComponent(returnTo(page))}`)}>{text.login}</a>
          </p>
        ) : (
          <>
            <p class="mw-visitor__who">
              <span class="au-u-hidden-visually">{text.loggedInAs} </span>
              <a href={to("/mijn/aanmelding")}>
                <strong>{visitor.name}</strong>
              </a>
              {", "}
              {pick(roleTitles[visitor.role], page.language)}
              {visitor.organisation === null ? null : ` (${visitor.organisation})`}
            </p>
            <nav class="mw-visitor__do" aria-label={text.account}>
              <ul>
                <li>
                  <a href={to("/mijn")}>{text.mine}</a>
                </li>
                {visitor.manyRoles ? (
                  <li>
                    <a href={to("/rol")}>{text.changeRole}</a>
                  </li>
                ) : null}
                <li>
                  <form method="post" action={to("/afmelden")}>
                    <FormKey page={page} />
                    <button type="submit" class="mw-link-button">
                      {text.logout}
                    </button>
                  </form>
                </li>
              </ul>
            </nav>
          </>
        )}
      </div>
    </section>
  );
}

/** The page to come back to; not the pages of logging in themselves. */
const returnTo = (page: Page): string =>
  ["/", "/aanmelden", "/afgemeld"].includes(page.path)
    ? pathIn(page.language, "/mijn")
    : pathIn(page.language, page.path) + page.query;
