// Tokens with which a program of a statistician or the cabinet asks for figures through the API.
import type { TokenLine } from "../../../counter/index.ts";
import { brusselsDate, formatDate } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { PROGRAM_PATH } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

export interface ProgramPageProps {
  readonly page: Page;
  readonly tokens: readonly TokenLine[];
  /** Just made: shown this once. */
  readonly token: string | null;
}

export function ProgramPage({ page, tokens, token }: ProgramPageProps) {
  const day = (moment: TokenLine["createdAt"]) => formatDate(brusselsDate(moment), "nl");
  return (
    <StaffPage page={page} title="Cijfers vragen met een programma">
      <p class="mw-lead">
        Met een token stelt een programma dezelfde vragen via de API (<code>POST /api/v1/figures</code>). Het heeft uw rol en
        geldt een jaar.
      </p>
      {token === null ? null : (
        <Alert kind="success" title="Uw token">
          <p>
            <code class="mw-hash">{token}</code>
          </p>
          <p>Bewaar het nu: het wordt maar één keer getoond.</p>
        </Alert>
      )}
      {tokens.length === 0 ? null : (
        <Table
          caption="Tokens van uw organisatie"
          columns={[
            { key: "label", title: "Waarvoor" },
            { key: "made", title: "Gemaakt op" },
            { key: "ends", title: "Geldt tot" },
            { key: "revoke", title: "Intrekken" },
          ]}
          rows={tokens.map((one) => ({
            cells: {
              label: one.label,
              made: day(one.createdAt),
              ends: day(one.expiresAt),
              revoke: (
                <form method="post" action={PROGRAM_PATH}>
                  <FormKey page={page} />
                  <SubmitButton secondary name="intrekken" value={one.tokenRef}>
                    Intrekken<span class="au-u-hidden-visually"> {one.label}</span>
                  </SubmitButton>
                </form>
              ),
            },
          }))}
        />
      )}
      <form class="mw-form" method="post" action={PROGRAM_PATH}>
        <FormKey page={page} />
        <TextField language="nl" name="label" label="Waarvoor dient het token?" kind="words" value="" />
        <p class="mw-actions">
          <SubmitButton>Token maken</SubmitButton>
        </p>
      </form>
    </StaffPage>
  );
}
