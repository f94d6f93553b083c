// The desk: requests that wait, longest first, and taking in a new one.
import { PRIVACY_KINDS, type PrivacyRequest } from "../../../counter/index.ts";
import { brusselsDate, daysBetween, formatDate, type PlainDate } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { kindWords, outcomeWords, PRIVACY_DESK_PATH, requestPath } from "./paths.ts";

interface Props {
  readonly page: Page;
  readonly today: PlainDate;
  readonly requests: readonly PrivacyRequest[];
  readonly given: { readonly insz: string; readonly kind: string; readonly receivedOn: string };
  readonly mistakes: readonly FieldMistake[];
}

export function DeskPage({ page, today, requests, given, mistakes }: Props) {
  const errorIn = (name: string) => mistakes.find((one) => one.field === name)?.message;
  return (
    <Layout page={page} title="Gegevensbescherming" translated={false} refused={mistakes.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">Gegevensbescherming</h1>
      <p>
        <a href={`${PRIVACY_DESK_PATH}/inzages`}>Wie keek in welk dossier</a>{" "}
        <a href={`${PRIVACY_DESK_PATH}/register`}>Register van verwerkingen</a>
      </p>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <section class="mw-section" aria-labelledby="verzoeken">
        <h2 class="au-c-heading au-c-heading--2" id="verzoeken">
          Verzoeken
        </h2>
        {requests.length === 0 ? (
          <Empty title="Er zijn geen verzoeken">
            <p>Vraagt iemand om eigen gegevens te zien, te verbeteren of te wissen, voer dat dan hieronder in.</p>
          </Empty>
        ) : (
          <Table
            caption="Verzoeken van personen over hun gegevens"
            captionHidden
            columns={[
              { key: "asked", title: "Vraagt" },
              { key: "received", title: "Ontvangen" },
              { key: "state", title: "Toestand" },
              { key: "days", title: "Dagen", number: true },
            ]}
            rows={requests.map((one) => {
              const until = one.answered === null ? today : brusselsDate(one.answered.at);
              return {
                cells: {
                  asked: <a href={requestPath(one.requestRef)}>{kindWords[one.kind]}</a>,
                  received: formatDate(one.receivedOn, "nl"),
                  state: one.answered === null ? "wacht op antwoord" : outcomeWords[one.answered.outcome],
                  days: String(daysBetween(one.receivedOn, until)),
                },
              };
            })}
          />
        )}
        <p class="mw-quiet">Dagen: tussen de ontvangst en het antwoord, of vandaag. Het systeem legt zelf geen termijn op.</p>
      </section>
      <section class="mw-section" aria-labelledby="nieuw">
        <h2 class="au-c-heading au-c-heading--2" id="nieuw">
          Een verzoek invoeren
        </h2>
        <form class="mw-form" method="post" action={PRIVACY_DESK_PATH}>
          <FormKey page={page} />
          <TextField
            language="nl"
            name="insz"
            label="Rijksregisternummer"
            hint="11 cijfers"
            error={errorIn("insz")}
            value={given.insz}
            kind="words"
          />
          <ChoiceField
            language="nl"
            name="kind"
            label="Wat vraagt de persoon?"
            error={errorIn("kind")}
            value={given.kind}
            choices={PRIVACY_KINDS.map((value) => ({ value, label: kindWords[value] }))}
          />
          <TextField
            language="nl"
            name="receivedOn"
            label="Ontvangen op"
            hint="Bijvoorbeeld 15/3/2026; ten laatste vandaag"
            error={errorIn("receivedOn")}
            value={given.receivedOn}
            kind="date"
          />
          <p class="mw-actions">
            <SubmitButton>Verzoek invoeren</SubmitButton>
          </p>
        </form>
      </section>
    </Layout>
  );
}
