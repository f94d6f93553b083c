// One payment of a sample as one bundle: from the finding to the bank.
import { fileNumber, type NamedBeneficiary } from "../../../counter/index.ts";
import { formatDate } from "../../../kernel/index.ts";
import type { Law } from "../../../law/index.ts";
import type { Bundle, Sample } from "../../../payment/index.ts";
import { SummaryList } from "../../look/summary-list.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { at, componentName, euros, Frame, momentText, quarterText } from "./frame.tsx";
import { linePath, ReplayPart } from "./lines.tsx";

export const BACK = { href: at("/steekproef"), label: t.pages.sample };

interface BundleProps {
  readonly page: Page;
  readonly law: Law;
  readonly sample: Sample;
  readonly nr: number;
  readonly bundle: Bundle;
  readonly firm: NamedBeneficiary | null;
}

export function BundlePage({ page, law, sample, nr, bundle, firm }: BundleProps) {
  const { line, origin, overrides } = bundle;
  const here = at(`/steekproef/${sample.sampleRef}`);
  return (
    <Frame
      page={page}
      title={`Bundel ${nr} van ${sample.lines.length}`}
      crumbs={[BACK, { href: here, label: `Steekproef ${sample.seed}` }]}
    >
      <p class="mw-lead">
        {componentName(line.component)}, {quarterText(line.quarter)}: {euros(line.cents)}
      </p>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Waar een persoon in plaats van een regel besliste</h2>
        {overrides.length === 0 ? (
          <p>Nergens: deze betaling volgt volledig uit de regels.</p>
        ) : (
          <ul class="mw-todo">
            {overrides.map((one) => (
              <li>
                {t.overrides[one.kind]}
                {one.detail === "" ? "" : ` (${one.detail})`}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Van vaststelling tot bank</h2>
        <SummaryList
          rows={[
            {
              name: "Vaststelling van VDAB",
              value:
                origin.ticket === null ? (
                  "Geen verwijzing in de toekenning"
                ) : (
                  <>
                    Ticket <span class="mw-id">{origin.ticket.ticketRef.slice(0, 8)}</span> van{" "}
                    {formatDate(origin.ticket.grantedOn, "nl")}
                    {origin.ticket.indicationRef === null ? (
                      ""
                    ) : (
                      <>
                        {" "}
                        , vaststelling <span class="mw-id">{origin.ticket.indicationRef.slice(0, 8)}</span>
                      </>
                    )}
                    . De inhoud blijft bij VDAB.
                  </>
                ),
            },
            {
              name: "Aanvraag",
              value:
                origin.fileRef === null
                  ? "Niet gevonden"
                  : `${fileNumber(origin.fileRef as never)}${origin.filedOn === null ? "" : `, ingediend op ${formatDate(origin.filedOn, "nl")}`}${origin.channel === null ? "" : ` (${origin.channel})`}`,
            },
            {
              name: "Werkgever",
              value: firm === null ? "Zelfstandige" : `${firm.name}${firm.number === null ? "" : ` (${firm.number})`}`,
            },
            {
              name: "Beslissing",
              value:
                origin.decidedOn === null
                  ? "Niet gevonden"
                  : `${formatDate(origin.decidedOn, "nl")}, wet ${origin.lawVersion ?? ""}`,
            },
            {
              name: "Open punten in de beslissing",
              value: origin.openPoints.length === 0 ? "Geen" : origin.openPoints.join(", "),
            },
            {
              name: "Brief",
              value:
                origin.letters.length === 0
                  ? "Geen brief in dit systeem"
                  : origin.letters.map((one) => `${one.kind}, ${momentText(one.issuedAt)}, ${one.hash.slice(0, 16)}`).join("; "),
            },
            {
              name: "Aangifte",
              value:
                origin.attest === null
                  ? "Geen (zelfstandige, of niets meer geldig)"
                  : `${origin.attest.attestNo}, versie ${origin.attest.version}, ontvangen ${momentText(origin.attest.receivedAt)}`,
            },
            {
              name: "Goedkeuring",
              value:
                origin.run.length === 0
                  ? "Overgenomen bij de start van dit systeem: geen stappen bekend"
                  : origin.run
                      .map(
                        (one) =>
                          `${t.runSteps[one.step] ?? one.step} op ${momentText(one.at)} door ${one.role} ${one.actorRef.slice(0, 8)}`,
                      )
                      .join("; "),
            },
            {
              name: "Bank",
              value:
                origin.bank.length === 0
                  ? "Geen bankverwijzing in dit systeem"
                  : origin.bank
                      .map((one) => `${one.endToEndId}: ${one.status}${one.on === null ? "" : ` op ${formatDate(one.on, "nl")}`}`)
                      .join("; "),
            },
          ]}
        />
      </section>
      <ReplayPart law={law} opened={bundle} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Stappen van het dossier</h2>
        {origin.steps.length === 0 ? (
          <p>Geen stappen gevonden.</p>
        ) : (
          <ol class="mw-timeline">
            {origin.steps.map((one) => (
              <li>
                <time datetime={one.on}>{formatDate(one.on, "nl")}</time>
                {t.fileSteps[one.type] ?? one.type}{" "}
                <span class="mw-quiet">
                  ({one.role}, bekend op {momentText(one.recordedAt)})
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      <p class="mw-actions mw-hide-print">
        <a href={linePath(line)}>Deze regel in het grootboek</a>
        {nr < sample.lines.length ? <a href={`${here}/${nr + 1}`}>Volgende bundel</a> : null}
      </p>
    </Frame>
  );
}
