// Logging in at the provider and coming back, choosing a role, logging out here, there and everywhere.
import { randomBytes } from "node:crypto";
import { type LoggedInSession, ownPath, principalFromClaims, roleTitles } from "../../../access/index.ts";
import { pick } from "../../../kernel/index.ts";
import { type Door, type SentForm, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { languageOfPath, pathIn } from "../../language.ts";
import { ButtonLink } from "../../look/button.tsx";
import type { Page } from "../../page.ts";
import { loginText } from "../../text/login.ts";
import { giveToken, takeToken, tokenOf, type WebLogin } from "../../visitor.ts";
import { LoginGate } from "./login-gate.ts";
import { MinePage } from "./mine-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import { RolePage } from "./role-page.tsx";

export const CALLBACK_PATH = "/aanmelden/terug";
export const LOGGED_OUT_PATH = "/afgemeld";

/** @param startOf - The page of a role after logging in; null when it has none of its own. */
export function loginRoutes(door: Door, login: WebLogin, startOf: (session: LoggedInSession) => string | null): void {
  const gate = new LoginGate(login.limits);
  door.page("/aanmelden", "everyone", (page, c) => {
    const wait = gate.start(c);
    return wait === 0 ? begin(page, c, login) : tooMany(page, c, wait);
  });
  door.page(CALLBACK_PATH, "everyone", async (page, c) => {
    const wait = gate.comeBack(c);
    if (wait > 0) return tooMany(page, c, wait);
    const shown = await comeBack(page, c, login);
    if (!(shown instanceof Response)) gate.failed(c);
    return shown;
  });
  door.page("/rol", "loggedIn", (page, c) => {
    const { principal, active } = visitorIn(c).session;
    return <RolePage page={page} roles={principal.roles} active={active} returnTo={ownPath(c.req.query("terug"))} />;
  });
  door.form("/rol", "loggedIn", (page, c, form) => changeRole(page, c, login, form));
  door.page("/mijn", "loggedIn", (page, c) => {
    const start = startOf(visitorIn(c).session);
    return start === null ? <MinePage page={page} /> : seeOther(pathIn(page.language, start));
  });
  door.page("/mijn/aanmelding", "loggedIn", (page) => <MinePage page={page} />);
  door.form("/afmelden", "everyone", (page, c) => logout(page, c, login, false));
  door.form("/afmelden/overal", "loggedIn", (page, c) => logout(page, c, login, true));
  door.page(LOGGED_OUT_PATH, "everyone", (page) => {
    const text = loginText(page.language);
    return (
      <NoticePage page={page} title={text.loggedOutTitle} text={text.loggedOut}>
        <p class="mw-actions">
          <ButtonLink href={pathIn(page.language, "/aanmelden")}>{text.loginAgain}</ButtonLink>
        </p>
      </NoticePage>
    );
  });
}

function tooMany(page: Page, c: WebContext, wait: number) {
  const text = loginText(page.language);
  c.header("retry-after", String(wait));
  return { status: 429 as const, body: <NoticePage page={page} title={text.tooManyTitle} text={text.tooMany(wait)} /> };
}

async function begin(page: Page, c: WebContext, login: WebLogin) {
  const returnTo = ownPath(c.req.query("terug") ?? pathIn(page.language, "/mijn"));
  // The provider sends visitors back to one address: who came in by another name of ours goes there first, so that the cookie is there too.
  const origin = login.origin();
  if (new URL(c.req.url).host !== new URL(origin).host && !c.req.query("naar"))
    return c.redirect(`${origin}${pathIn(page.language, "/aanmelden")}?naar=1&terug=${encodeURIComponent(returnTo)}`);
  try {
    const { url, pending } = await login.provider.begin();
    giveToken(c, login, await login.sessions.create({ kind: "pending", ...pending, returnTo }, null));
    return c.redirect(url);
  } catch (error) {
    login.onFailure?.(asError(error));
    return { status: 503 as const, body: <DownPage page={page} /> };
  }
}

function DownPage({ page }: { readonly page: Page }) {
  const text = loginText(page.language);
  return (
    <NoticePage page={page} title={text.downTitle} text={text.down}>
      <p class="mw-actions">
        <ButtonLink secondary href={pathIn(page.language, "/aanmelden")}>
          {text.tryAgain}
        </ButtonLink>
      </p>
    </NoticePage>
  );
}

async function comeBack(page: Page, c: WebContext, login: WebLogin) {
  const token = tokenOf(c, login);
  const pending = token === undefined ? null : await login.sessions.read(token);
  if (token === undefined || pending?.kind !== "pending") return failed(page, null);
  const { search } = new URL(c.req.url);
  let completed: Awaited<ReturnType<WebLogin["provider"]["complete"]>>;
  try {
    completed = await login.provider.complete(`${login.origin()}${CALLBACK_PATH}${search}`, pending);
  } catch (error) {
    login.onFailure?.(asError(error));
    await login.sessions.end(token);
    takeToken(c, login);
    return failed(page, null);
  }
  const principal = principalFromClaims(completed.claims);
  if (!principal.ok) {
    await login.sessions.end(token);
    takeToken(c, login);
    return failed(page, principal.error.map((problem) => pick(problem.message, page.language)).join(" "));
  }
  const [active] = principal.value.roles;
  if (active === undefined) return failed(page, null);
  const session: LoggedInSession = {
    kind: "session",
    principal: principal.value,
    active,
    idToken: completed.idToken,
    formKey: newFormKey(),
  };
  giveToken(c, login, await login.sessions.rotate(token, session, principal.value.subject));
  const { returnTo } = pending;
  const { language } = languageOfPath(new URL(returnTo, "http://own").pathname);
  return c.redirect(
    principal.value.roles.length > 1 ? `${pathIn(language, "/rol")}?terug=${encodeURIComponent(returnTo)}` : returnTo,
    303,
  );
}

function failed(page: Page, why: string | null) {
  const text = loginText(page.language);
  return {
    status: 403 as const,
    body: (
      <NoticePage page={page} title={text.failedTitle} text={why ?? text.failed}>
        <p class="mw-actions">
          <ButtonLink href={pathIn(page.language, "/aanmelden")}>{text.tryAgain}</ButtonLink>
        </p>
      </NoticePage>
    ),
  };
}

/** A new token and a new form key: what was open in the old role cannot be sent in the new one. */
async function changeRole(page: Page, c: WebContext, login: WebLogin, form: SentForm) {
  const { token, session } = visitorIn(c);
  const chosen = session.principal.roles[Number(form.text("rol"))];
  if (chosen === undefined) return seeOther(pathIn(page.language, "/rol"));
  const changed: LoggedInSession = { ...session, active: chosen, formKey: newFormKey() };
  giveToken(c, login, await login.sessions.rotate(token, changed, session.principal.subject));
  const returnTo = ownPath(form.text("terug"));
  return c.redirect(["/", "/en", "/fr"].includes(returnTo) ? pathIn(page.language, "/mijn") : returnTo, 303);
}

async function logout(page: Page, c: WebContext, login: WebLogin, everywhere: boolean) {
  const visitor = c.get("visitor");
  takeToken(c, login);
  if (visitor === null) return c.redirect(pathIn(page.language, LOGGED_OUT_PATH), 303);
  if (everywhere) await login.sessions.endAll(visitor.session.principal.subject);
  else await login.sessions.end(visitor.token);
  try {
    return c.redirect(await login.provider.logoutUrl(visitor.session.idToken), 303);
  } catch (error) {
    // Logged out here in any case; the provider is asked again at its next login.
    login.onFailure?.(asError(error));
    return c.redirect(pathIn(page.language, LOGGED_OUT_PATH), 303);
  }
}

export function forbiddenPage(page: Page) {
  const text = loginText(page.language);
  const role = page.login?.visitor?.role;
  const title = role === undefined ? "" : pick(roleTitles[role], page.language);
  return <NoticePage page={page} title={text.forbiddenTitle} text={text.forbidden(title)} />;
}

const newFormKey = (): string => randomBytes(24).toString("base64url");
const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
