// Who opened a person's data, or what one member of staff opened. A form that is sent: numbers do not stand in addresses.
import { roles, roleTitles } from "../../../access/index.ts";
import type { LoggedAccess } from "../../../counter/index.ts";
import { brusselsDate, formatDate, pick } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { PRIVACY_DESK_PATH } from "./paths.ts";

interface Props {
  readonly page: Page;
  readonly given: { readonly insz: string; readonly actorRef: string };
  readonly mistakes: readonly FieldMistake[];
  readonly found: readonly LoggedAccess[] | null;
}

const SHOWN = 500;

export function AccessesPage({ page, given, mistakes, found }: Props) {
  const errorIn = (name: string) => mistakes.find((one) => one.field === name)?.message;
  return (
    <Layout
      page={page}
      title="Wie keek in welk dossier"
      translated={false}
      crumbs={[{ href: PRIVACY_DESK_PATH, label: "Gegevensbescherming" }]}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">Wie keek in welk dossier</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <form class="mw-form mw-section" method="post" action={`${PRIVACY_DESK_PATH}/inzages`}>
        <FormKey page={page} />
        <TextField
          language="nl"
          name="insz"
          label="Rijksregisternummer van de persoon"
          hint="11 cijfers"
          error={errorIn("insz")}
          value={given.insz}
          kind="words"
        />
        <TextField
          language="nl"
          name="actorRef"
          label="Of: verwijzing van een medewerker"
          hint="Zoals ze in de kolom Wie staat"
          error={errorIn("actorRef")}
          value={given.actorRef}
          kind="words"
        />
        <p class="mw-actions">
          <SubmitButton>Zoeken</SubmitButton>
        </p>
      </form>
      {found === null ? null : found.length === 0 ? (
        <Empty title="Niemand keek">
          <p>Er is geen inzage geregistreerd.</p>
        </Empty>
      ) : (
        <section class="mw-section" aria-labelledby="inzages">
          <h2 class="au-c-heading au-c-heading--2" id="inzages">
            {found.length} inzages
          </h2>
          {found.length <= SHOWN ? null : <p class="mw-quiet">De laatste {SHOWN} staan hieronder.</p>}
          <Table
            caption="Inzages, laatste eerst"
            captionHidden
            stack={false}
            label="Inzages"
            columns={[
              { key: "when", title: "Wanneer" },
              { key: "role", title: "Rol" },
              { key: "who", title: "Wie" },
              { key: "organisation", title: "Organisatie" },
              { key: "purpose", title: "Waarom" },
              { key: "what", title: "Wat" },
            ]}
            rows={found.slice(0, SHOWN).map((one) => ({
              cells: {
                when: `${formatDate(brusselsDate(one.accessedAt), "nl")}, ${timeOf(one.accessedAt)}`,
                role: roleName(one.actorRole),
                who: <code class="mw-id">{one.actorRef}</code>,
                organisation: one.organisation,
                purpose: one.purpose,
                what: one.kinds.join(", "),
              },
            }))}
          />
        </section>
      )}
    </Layout>
  );
}

const clockTime = new Intl.DateTimeFormat("nl-BE", { timeZone: "Europe/Brussels", hour: "2-digit", minute: "2-digit" });
const timeOf = (at: string): string => clockTime.format(Date.parse(at));

function roleName(role: string): string {
  const known = roles.find((one) => one === role);
  return known === undefined ? "het systeem zelf" : pick(roleTitles[known], "nl");
}
