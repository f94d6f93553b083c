// One request: what is asked, the export of everything that is held, and the answer.
import { PRIVACY_OUTCOMES, type PrivacyRequest } from "../../../counter/index.ts";
import { brusselsDate, daysBetween, formatDate, type PlainDate } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import type { Page } from "../../page.ts";
import { kindWords, outcomeWords, PRIVACY_DESK_PATH, requestPath } from "./paths.ts";

interface Props {
  readonly page: Page;
  readonly today: PlainDate;
  readonly request: PrivacyRequest;
  readonly given: { readonly outcome: string; readonly reason: string };
  readonly mistakes: readonly FieldMistake[];
}

export function RequestPage({ page, today, request, given, mistakes }: Props) {
  const errorIn = (name: string) => mistakes.find((one) => one.field === name)?.message;
  const title = `Verzoek: ${kindWords[request.kind]}`;
  const { answered } = request;
  const days = daysBetween(request.receivedOn, today);
  return (
    <Layout
      page={page}
      title={title}
      translated={false}
      crumbs={[{ href: PRIVACY_DESK_PATH, label: "Gegevensbescherming" }]}
      refused={mistakes.length > 0}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <div class="mw-flow">
        <SummaryList
          rows={[
            {
              name: "Ontvangen",
              value: `${formatDate(request.receivedOn, "nl")}, ${days} ${days === 1 ? "dag" : "dagen"} geleden`,
            },
            { name: "Persoon", value: <code>{request.personRef}</code> },
            {
              name: "Antwoord",
              value:
                answered === null
                  ? "nog geen"
                  : `${outcomeWords[answered.outcome]} op ${formatDate(brusselsDate(answered.at), "nl")}: ${answered.reason}`,
            },
          ]}
        />
        {request.kind === "ERASURE" && answered?.outcome === "DONE" ? (
          <Alert kind="info" title="De gegevens zijn gewist">
            <p>
              De sleutel van deze persoon is vernietigd: naam, nummers, adres en bewijsstukken zijn niet meer te lezen. Wat onder
              een verwijzing geteld en betaald werd, blijft.
            </p>
          </Alert>
        ) : (
          <form method="post" action={`${requestPath(request.requestRef)}/uitvoer`}>
            <FormKey page={page} />
            <p>Alles wat het systeem van deze persoon heeft, als één bestand. De persoon ziet dat u het opvroeg.</p>
            <SubmitButton secondary>Gegevens uitvoeren</SubmitButton>
          </form>
        )}
      </div>
      {answered !== null ? null : (
        <form class="mw-form mw-section" method="post" action={requestPath(request.requestRef)}>
          <FormKey page={page} />
          <ChoiceField
            language="nl"
            name="outcome"
            label="Uw antwoord"
            error={errorIn("outcome")}
            value={given.outcome}
            choices={PRIVACY_OUTCOMES.map((value) => ({ value, label: outcomeWords[value] }))}
          />
          <AreaField
            language="nl"
            name="reason"
            label="Reden"
            hint="Zonder naam of nummer: deze zin blijft bewaard, ook na wissen."
            error={errorIn("reason")}
            value={given.reason}
            rows={3}
          />
          {request.kind !== "ERASURE" ? null : (
            <ChoiceField
              language="nl"
              name="confirmed"
              label="Wissen kan niet ongedaan gemaakt worden. Bent u zeker?"
              hint="Alleen nodig als u het verzoek inwilligt."
              error={errorIn("confirmed")}
              value=""
              choices={[
                { value: "ja", label: "ja, wissen" },
                { value: "nee", label: "nee" },
              ]}
            />
          )}
          <p class="mw-actions">
            <SubmitButton>Antwoord vastleggen</SubmitButton>
          </p>
        </form>
      )}
    </Layout>
  );
}
