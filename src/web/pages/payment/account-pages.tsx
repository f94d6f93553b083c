// The public accounts as they are read: articles per year, and state aid per undertaking.
import type { NamedBeneficiary } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { type AccountLine, COMPONENTS, type StateAid } from "../../../payment/index.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { CheckField } from "../../look/check-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { at, componentName, errorOf, euros, Frame } from "./frame.tsx";

const FIELDS = ["article", "year", "title", "components", "credit"];

export const LISTED = 200;

export interface Filled {
  readonly article: string;
  readonly year: string;
  readonly title: string;
  readonly components: readonly string[];
  readonly credit: string;
}

interface AccountsProps {
  readonly page: Page;
  readonly lines: readonly AccountLine[];
  readonly mayRecord: boolean;
  readonly gate: string;
  readonly filled: Filled;
  readonly reasons: readonly Reason[];
  readonly done: string;
}

export function AccountsPage({ page, lines, mayRecord, gate, filled, reasons, done }: AccountsProps) {
  const years = [...new Set(lines.map((one) => one.year))];
  return (
    <Frame page={page} title={t.pages.accounts} reasons={reasons} fields={FIELDS}>
      {done === "artikel" ? <Alert kind="success" title="Het artikel is vastgelegd" /> : null}
      {done === "vastgelegd" ? <Alert kind="success" title="De vastleggingen zijn bijgewerkt" /> : null}
      <p class="mw-form-lead">
        Een toekenning legt bij de beslissing vast wat haar hele looptijd naar verwachting kost, in het jaar van de beslissing.
        Vereffend is wat een berekening boekte, betaald wat de bank uitvoerde; wat terugkomt, gaat eraf.{" "}
        {gate === "BUDGET_GATE"
          ? "De begrotingsgrens staat aan: boven het krediet wordt niet toegekend (OPEN-33)."
          : "De begrotingsgrens staat uit: de wet zegt niet dat toekennen mag stoppen (OPEN-33)."}
      </p>
      {lines.length === 0 ? (
        <Empty title="Nog geen bewegingen">
          <p>Leg een artikel vast, of werk de vastleggingen bij.</p>
        </Empty>
      ) : (
        years.map((year) => <YearTable year={year} lines={lines.filter((one) => one.year === year)} />)
      )}
      {mayRecord ? (
        <section class="mw-section mw-flow mw-hide-print">
          <h2 class="au-c-heading au-c-heading--2">Vastleggingen bijwerken</h2>
          <p>Dit legt vast wat nieuw beslist of veranderd is. Opnieuw doen verandert niets.</p>
          <form method="post" action={at("/begroting/vastleggen")}>
            <FormKey page={page} />
            <SubmitButton secondary>Vastleggingen bijwerken</SubmitButton>
          </form>
          <h2 class="au-c-heading au-c-heading--2">Artikel toevoegen of wijzigen</h2>
          <p>Een nieuwe rij voor hetzelfde artikel en jaar vervangt de vorige; die blijft bewaard.</p>
          <form method="post" action={at("/begroting")} class="mw-form">
            <FormKey page={page} />
            <TextField
              language="nl"
              name="article"
              kind="words"
              label="Code van het artikel"
              value={filled.article}
              error={errorOf(reasons, "article")}
            />
            <TextField
              language="nl"
              name="year"
              kind="share"
              label="Begrotingsjaar"
              value={filled.year}
              error={errorOf(reasons, "year")}
            />
            <TextField
              language="nl"
              name="title"
              kind="words"
              label="Naam"
              value={filled.title}
              error={errorOf(reasons, "title")}
            />
            <CheckField
              language="nl"
              name="components"
              label="Premies die uit dit artikel betaald worden"
              choices={COMPONENTS.map((one) => ({ value: one, label: componentName(one) }))}
              values={filled.components}
              error={errorOf(reasons, "components")}
            />
            <TextField
              language="nl"
              name="credit"
              kind="amount"
              before="€"
              label="Vastleggingskrediet in euro"
              hint="Leeg: niet bekend."
              value={filled.credit}
              error={errorOf(reasons, "credit")}
            />
            <p class="mw-actions">
              <SubmitButton>Artikel vastleggen</SubmitButton>
            </p>
          </form>
        </section>
      ) : null}
    </Frame>
  );
}

function YearTable({ year, lines }: { readonly year: number; readonly lines: readonly AccountLine[] }) {
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">{year}</h2>
      <Table
        caption={`Artikelen van ${year}`}
        captionHidden
        columns={[
          { key: "article", title: "Artikel" },
          { key: "components", title: "Premies" },
          { key: "credit", title: "Krediet", number: true },
          { key: "committed", title: "Vastgelegd", number: true },
          { key: "left", title: "Beschikbaar", number: true },
          { key: "settled", title: "Vereffend", number: true },
          { key: "paid", title: "Betaald", number: true },
        ]}
        rows={lines.map((one) => ({
          cells: {
            article: one.article === null ? "Zonder artikel" : `${one.article} ${one.title}`,
            components: one.components.map(componentName).join(", "),
            credit: one.creditCents === null ? <span class="mw-quiet">niet bekend</span> : euros(one.creditCents),
            committed: euros(one.committedCents),
            left: one.creditCents === null ? "" : euros(one.creditCents - one.committedCents),
            settled: euros(one.settledCents),
            paid: euros(one.paidCents),
          },
        }))}
      />
      <p>
        <a href={at(`/begroting/export?jaar=${year}`)}>Boekhoudkundige export {year} (CSV)</a>
      </p>
    </section>
  );
}

interface StateAidProps {
  readonly page: Page;
  readonly year: number;
  readonly aid: readonly StateAid[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
}

export function StateAidPage({ page, year, aid, names }: StateAidProps) {
  return (
    <Frame page={page} title={t.pages.stateAid}>
      <p class="mw-form-lead">
        Wat elke onderneming in {year} kreeg, grootste bedrag eerst. De grenzen van de groepsvrijstellingsverordening zijn niet
        nagelezen (PAY-23, OPEN-55): er wordt hier niets aan getoetst.
      </p>
      <form method="get" action={at("/staatssteun")} class="mw-filter-form">
        <label class="mw-label" for="jaar">
          Jaar
        </label>
        <div class="mw-input-line">
          <input class="au-c-input mw-input--short" id="jaar" name="jaar" type="text" inputmode="numeric" value={String(year)} />
          <SubmitButton secondary>Tonen</SubmitButton>
        </div>
      </form>
      {aid.length === 0 ? (
        <Empty title={`In ${year} is niets betaald`}>
          <p>Kies een ander jaar.</p>
        </Empty>
      ) : (
        <Table
          caption={`Steun per onderneming in ${year}`}
          columns={[
            { key: "name", title: "Onderneming" },
            { key: "number", title: "Nummer" },
            { key: "wage", title: "Loonpremie", number: true },
            { key: "guidance", title: "Begeleiding", number: true },
            { key: "older", title: "Oudere maatregelen", number: true },
            { key: "total", title: "Samen", number: true },
          ]}
          rows={aid.map((one) => ({
            cells: {
              name: names.get(one.employerRef)?.name ?? "?",
              number: names.get(one.employerRef)?.number ?? "",
              wage: euros(one.wageCents),
              guidance: euros(one.guidanceCents),
              older: euros(one.olderCents),
              total: euros(one.totalCents),
            },
          }))}
        />
      )}
      {aid.length === LISTED ? <p>Alleen de {LISTED} grootste staan hier.</p> : null}
    </Frame>
  );
}
