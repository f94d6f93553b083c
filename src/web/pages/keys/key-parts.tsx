// Keys of programs as every counter shows them: the list with its way to revoke, the form that makes one, the key itself once.
import type { TokenGrant, TokenLine, TokenStore } from "../../../counter/index.ts";
import { brusselsDate, formatDate, isRef } from "../../../kernel/index.ts";
import type { SentForm } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { keyText } from "../../text/keys.ts";

export type Keys = Pick<TokenStore, "issue" | "list" | "revoke">;

/** Under whom a key is listed and revoked. */
export const holderOf = ({ person, organisation }: TokenGrant): string => person ?? organisation;

/** What a sent form did: a key was revoked, one was made, or its purpose was not said. */
export type KeyOutcome =
  | { readonly did: "revoked" }
  | { readonly did: "nothing" }
  | { readonly did: "made"; readonly token: string };

export async function takeKeyForm(keys: Keys, grant: TokenGrant, form: SentForm): Promise<KeyOutcome> {
  const revoked = form.text("weg");
  if (revoked !== "") {
    if (isRef(revoked)) await keys.revoke(holderOf(grant), revoked);
    return { did: "revoked" };
  }
  const label = form.text("label").trim().slice(0, 80);
  return label === "" ? { did: "nothing" } : { did: "made", token: (await keys.issue(grant, label)).token };
}

/** Shown in the answer to the form itself: in an address it would stay behind in the browser's history. */
export function NewSecret({ page, title, value }: { readonly page: Page; readonly title: string; readonly value: string }) {
  return (
    <Alert kind="success" title={title}>
      <p>{keyText(page.language).once}</p>
      <p class="mw-secret" id="geheim">
        {value}
      </p>
    </Alert>
  );
}

interface KeyListProps {
  readonly page: Page;
  readonly tokens: readonly TokenLine[];
  /** Where its forms are sent. */
  readonly action: string;
  readonly wrong: boolean;
}

export function KeyList({ page, tokens, action, wrong }: KeyListProps) {
  const { language } = page;
  const text = keyText(language);
  const day = (moment: TokenLine["createdAt"]) => formatDate(brusselsDate(moment), language);
  return (
    <>
      {tokens.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul class="mw-filelist">
          {tokens.map((token) => (
            <li>
              <span>{token.label}</span>
              <span class="mw-quiet">
                {text.until} {day(token.expiresAt)}. {text.used}: {token.lastUsedAt === null ? text.never : day(token.lastUsedAt)}
                .
              </span>
              <form method="post" action={action}>
                <FormKey page={page} />
                <input type="hidden" name="weg" value={token.tokenRef} />
                <button type="submit" class="mw-link-button">
                  {text.revoke}
                  <span class="au-u-hidden-visually"> {token.label}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="mw-form" method="post" action={action}>
        <FormKey page={page} />
        <TextField
          language={language}
          name="label"
          label={text.label}
          error={wrong ? text.labelMissing : undefined}
          value=""
          kind="words"
        />
        <p class="mw-actions">
          <SubmitButton secondary>{text.make}</SubmitButton>
        </p>
      </form>
    </>
  );
}
