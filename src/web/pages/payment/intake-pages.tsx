// Declarations as they are read: files with what became of them, and what waits for a person.
import type { Reason } from "../../../dossier/index.ts";
import { INTAKE_KINDS, type IntakeItem, type IntakeKind, type StoredIntake } from "../../../payment/index.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { intakeText as i } from "../../text/payment-intake.ts";
import { at, errorOf, Frame, momentText, quarterText } from "./frame.tsx";

export const SHOWN = 100;

interface IntakeProps {
  readonly page: Page;
  readonly intakes: readonly StoredIntake[];
  readonly parked: readonly IntakeItem[];
  readonly count: number;
  readonly may: boolean;
  readonly kind: string;
  readonly reasons: readonly Reason[];
  readonly done: string;
}

const parkedSum = (one: StoredIntake) => Object.values(one.report.parked).reduce((sum, n) => sum + (n ?? 0), 0);

export function IntakePage({ page, intakes, parked, count, may, kind, reasons, done }: IntakeProps) {
  return (
    <Frame page={page} title={t.pages.intake} reasons={reasons} fields={["kind", "file", "reason"]}>
      {done === "weggelegd" ? <Alert kind="success" title="De aangifte is weggelegd" /> : null}
      {done === "niets" ? <Alert kind="info" title="Er kon nog geen enkele wachtende aangifte ingenomen worden" /> : null}
      {may ? (
        <form method="post" action={at("/aangiften")} enctype="multipart/form-data" class="mw-form">
          <FormKey page={page} />
          <ChoiceField
            language="nl"
            name="kind"
            label="Wat neemt u in?"
            value={kind}
            error={errorOf(reasons, "kind")}
            choices={INTAKE_KINDS.map((one: IntakeKind) => ({ value: one, label: i.kinds[one], hint: i.kindHints[one] }))}
          />
          <FileField
            language="nl"
            name="file"
            label="Bestand"
            hint="Hoogstens 256 MB. Een kwartaal van heel Vlaanderen duurt enkele tientallen seconden: laat het venster open."
            accept=".xml,.csv"
            error={errorOf(reasons, "file")}
          />
          <p class="mw-actions">
            <SubmitButton>Innemen</SubmitButton>
          </p>
        </form>
      ) : null}
      <section class="mw-section mw-flow" id="wachtend">
        <h2 class="au-c-heading au-c-heading--2">Wachtend ({count})</h2>
        {parked.length === 0 ? (
          <Empty title="Niets wacht">
            <p>Elke aangifte kon geplaatst worden.</p>
          </Empty>
        ) : (
          <>
            <p>Deze aangiften konden niet geplaatst worden. Komt de persoon of toekenning er later bij, probeer dan opnieuw.</p>
            {may ? (
              <form method="post" action={at("/aangiften/opnieuw")}>
                <FormKey page={page} />
                <SubmitButton secondary>Alle wachtende opnieuw proberen</SubmitButton>
              </form>
            ) : null}
            <ul class="mw-cards">
              {parked.slice(0, SHOWN).map((one) => (
                <li>
                  <p>
                    <strong>{i.reasons[one.reason] ?? one.reason}</strong>{" "}
                    <span class="mw-id">{one.attestNo ?? `regel ${one.line}`}</span>
                    {one.version === null ? "" : `, versie ${one.version}`}
                    {one.quarter === null ? "" : `, ${quarterText(one.quarter)}`}.{" "}
                    <a href={at(`/aangiften/${one.intakeRef}`)}>
                      Inname<span class="au-u-hidden-visually"> van {one.attestNo ?? `regel ${one.line}`}</span>
                    </a>
                  </p>
                  <p>{i.remedies[one.reason] ?? ""}</p>
                  {may ? (
                    <details class="mw-unfold">
                      <summary>
                        Wegleggen<span class="au-u-hidden-visually"> {one.attestNo ?? `regel ${one.line}`}</span>
                      </summary>
                      <div class="mw-unfold__body">
                        <form method="post" action={at(`/aangiften/wachtend/${one.itemRef}`)} class="mw-form">
                          <FormKey page={page} />
                          <label class="mw-label" for={`reden-${one.itemRef}`}>
                            Waarom telt deze aangifte niet mee?
                          </label>
                          <div class="mw-input-line">
                            <textarea class="mw-area" id={`reden-${one.itemRef}`} name="reason" rows={2} maxlength={1000} />
                          </div>
                          <p class="mw-actions">
                            <SubmitButton secondary>Wegleggen</SubmitButton>
                          </p>
                        </form>
                      </div>
                    </details>
                  ) : null}
                </li>
              ))}
            </ul>
            {parked.length > SHOWN ? (
              <p>
                <a rel="next" href={at(`/aangiften?na=${parked[SHOWN - 1]?.itemRef ?? ""}#wachtend`)}>
                  Volgende {SHOWN}
                </a>
              </p>
            ) : null}
          </>
        )}
      </section>
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Innames</h2>
        {intakes.length === 0 ? (
          <Empty title="Nog niets ingenomen">
            <p>Neem hierboven een bestand in.</p>
          </Empty>
        ) : (
          <Table
            caption="Innames, nieuwste eerst"
            captionHidden
            columns={[
              { key: "label", title: "Bestand" },
              { key: "at", title: "Op" },
              { key: "read", title: "Gelezen", number: true },
              { key: "taken", title: "Ingenomen", number: true },
              { key: "parked", title: "Apart", number: true },
              { key: "rejected", title: "Geweigerd", number: true },
            ]}
            rows={intakes.map((one) => ({
              cells: {
                label: <a href={at(`/aangiften/${one.intakeRef}`)}>{one.label === "" ? i.kinds[one.kind] : one.label}</a>,
                at: momentText(one.receivedAt),
                read: one.report.read,
                taken: one.report.taken,
                parked: parkedSum(one),
                rejected: one.report.rejected,
              },
            }))}
          />
        )}
      </section>
    </Frame>
  );
}

interface ReportProps {
  readonly page: Page;
  readonly intake: StoredIntake;
  readonly items: readonly IntakeItem[];
  readonly done: string;
}

export function ReportPage({ page, intake, items, done }: ReportProps) {
  const { report } = intake;
  const title = intake.label === "" ? i.kinds[intake.kind] : intake.label;
  return (
    <Frame page={page} title={title ?? "Inname"} crumbs={[{ href: at("/aangiften"), label: t.pages.intake }]}>
      {done === "ingenomen" ? <Alert kind="success" title="Het bestand is ingenomen" /> : null}
      {done === "eerder" ? (
        <Alert kind="info" title="Dit bestand was al ingenomen">
          <p>Er is nu niets veranderd. Dit is het verslag van toen.</p>
        </Alert>
      ) : null}
      <p class="mw-quiet">
        {i.kinds[intake.kind]}, {momentText(intake.receivedAt)}
      </p>
      <Table
        caption="Wat er van elke aangifte werd"
        columns={[
          { key: "what", title: "Wat" },
          { key: "n", title: "Aantal", number: true },
        ]}
        rows={[
          { cells: { what: "Ingenomen", n: report.taken } },
          { cells: { what: "Al bekend met dezelfde inhoud", n: report.known } },
          ...Object.entries(report.parked).map(([reason, n]) => ({
            cells: { what: `Apart: ${i.reasons[reason] ?? reason}`, n: n ?? 0 },
          })),
          { cells: { what: "Geweigerd", n: report.rejected } },
          { total: true, cells: { what: "Gelezen", n: report.read } },
        ]}
      />
      {report.outOfOrder === 0 ? null : <p>{report.outOfOrder} keer was een latere versie er al.</p>}
      {Object.keys(report.quarters).length === 0 ? null : (
        <Table
          caption="Ingenomen per kwartaal"
          columns={[
            { key: "quarter", title: "Kwartaal" },
            { key: "n", title: "Aantal", number: true },
          ]}
          rows={Object.entries(report.quarters).map(([quarter, n]) => ({ cells: { quarter: quarterText(Number(quarter)), n } }))}
        />
      )}
      {items.length === 0 ? null : (
        <section class="mw-section">
          <h2 class="au-c-heading au-c-heading--2">Apart of geweigerd</h2>
          <Table
            caption="Aangiften die niet ingenomen zijn"
            captionHidden
            columns={[
              { key: "line", title: "Regel" },
              { key: "attest", title: "Attest" },
              { key: "why", title: "Waarom" },
            ]}
            rows={items.slice(0, SHOWN).map((one) => ({
              cells: {
                line: one.line,
                attest: one.attestNo ?? "onleesbaar",
                why: (
                  <>
                    {i.reasons[one.reason] ?? one.reason}
                    {one.wrong.map((wrong) => (
                      <>
                        <br />
                        <span class="mw-id">{wrong.field ?? wrong.id}</span>
                        {wrong.expected === null ? "" : `: verwacht ${wrong.expected}`}
                      </>
                    ))}
                  </>
                ),
              },
            }))}
          />
          {items.length > SHOWN ? <p>Alleen de eerste {SHOWN} staan hier.</p> : null}
        </section>
      )}
    </Frame>
  );
}
