// Keys with which somebody's own programs use the API: each stands for the person who made it, in the role that the person has now.
import { reachOf, roleTitles } from "../../../access/index.ts";
import type { TokenGrant, TokenLine } from "../../../counter/index.ts";
import { pick } from "../../../kernel/index.ts";
import { type Door, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { pathIn } from "../../language.ts";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { frameText } from "../../text/frame.ts";
import { keyText } from "../../text/keys.ts";
import { actingOf } from "../../visitor.ts";
import { holderOf, KeyList, type Keys, NewSecret, takeKeyForm } from "./key-parts.tsx";
import { PROGRAM_KEYS_PATH } from "./paths.ts";

/** @param firmsPath - Where those who act for a firm make keys: per firm, in its counter. */
export function keyRoutes(door: Door, keys: Keys, firmsPath: string): void {
  const within = (page: Page, c: WebContext, then: (grant: TokenGrant) => Promise<Shown>): Shown | Promise<Shown> => {
    const { role, organisation, insz, actorRef } = actingOf(visitorIn(c));
    if (reachOf(role, "application.file") !== null) return seeOther(pathIn(page.language, firmsPath));
    return then({ role, organisation, insz, person: actorRef });
  };
  const show = async (page: Page, grant: TokenGrant, more: { readonly token?: string; readonly wrong?: boolean } = {}) => (
    <KeysPage page={page} grant={grant} tokens={await keys.list(holderOf(grant))} {...more} />
  );
  door.page(PROGRAM_KEYS_PATH, "loggedIn", (page, c) => within(page, c, (grant) => show(page, grant)));
  door.form(PROGRAM_KEYS_PATH, "loggedIn", (page, c, form) =>
    within(page, c, async (grant) => {
      const done = await takeKeyForm(keys, grant, form);
      if (done.did === "revoked") return seeOther(pathIn(page.language, PROGRAM_KEYS_PATH));
      if (done.did === "nothing") return { status: 400, body: await show(page, grant, { wrong: true }) };
      return show(page, grant, { token: done.token });
    }),
  );
}

interface Props {
  readonly page: Page;
  readonly grant: TokenGrant;
  readonly tokens: readonly TokenLine[];
  readonly token?: string;
  readonly wrong?: boolean;
}

function KeysPage({ page, grant, tokens, token, wrong = false }: Props) {
  const { language } = page;
  const text = keyText(language);
  const role = pick(roleTitles[grant.role], language);
  return (
    <Layout
      page={page}
      title={text.title}
      crumbs={[{ href: pathIn(language, "/"), label: frameText(language).home }]}
      refused={wrong}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <ErrorSummary language={language} mistakes={wrong ? [{ field: "label", message: text.labelMissing }] : []} />
      {token === undefined ? null : <NewSecret page={page} title={text.made} value={token} />}
      <p class="mw-form-lead">{text.personLead(role)}</p>
      <p>
        <a href={pathIn(language, "/api")}>{text.readMore}</a>
      </p>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">{text.own}</h2>
        <KeyList page={page} tokens={tokens} action={pathIn(language, PROGRAM_KEYS_PATH)} wrong={wrong} />
      </section>
    </Layout>
  );
}
