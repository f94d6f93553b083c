// The proof sheet of one file: what came in, what of it is taken, and the signatures.
import { fteText, type ImportView, type MeasureProof, ROW_OUTCOMES, type Sum } from "../../../counter/index.ts";
import { brusselsDate, type Cents, formatDate, formatEuro } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { importPath, TRANSITION_PATH } from "./paths.ts";
import { measureName, OUTCOME, reasonName, STAGE, TITLE } from "./words.ts";

const DONE: Readonly<Record<string, string>> = {
  gekend: "Dit bestand was er al: er is niets veranderd",
  getekend: "Uw handtekening staat op het controleblad",
  nagekeken: "Het bestand is opnieuw nagekeken",
  ingetrokken: "Het bestand is ingetrokken",
};
const number = (value: number): string => value.toLocaleString("nl-BE");

export interface ImportProps {
  readonly page: Page;
  readonly view: ImportView;
  /** Who looks, as signatures name people. */
  readonly me: string;
  readonly done: string;
  readonly mistakes: readonly FieldMistake[];
}

export function ImportPage({ page, view, me, done, mistakes }: ImportProps) {
  const { head, stage, proof } = view;
  const title = `Controleblad ${head.list}`;
  return (
    <Layout
      page={page}
      title={title}
      translated={false}
      refused={mistakes.length > 0}
      crumbs={[{ href: TRANSITION_PATH, label: TITLE }]}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <div class="mw-flow">
        {DONE[done] === undefined ? null : <Alert kind="success" title={DONE[done]} />}
        <p class="mw-lead">
          <strong>{STAGE[stage]}.</strong> {LEAD[stage]}
        </p>
        {view.fallen.length === 0 ? null : (
          <Alert kind="warning" title="Het controleblad veranderde na een handtekening">
            <p>Hieronder staat het nieuwe blad. Wie het vorige tekende, leest dit blad en tekent opnieuw.</p>
          </Alert>
        )}
        {proof.controlReasons.length > 0 ? (
          <Alert kind="error" title="De controletotalen kloppen niet: dit bestand kan niet getekend worden">
            <ul>
              {proof.controlReasons.map((one) => (
                <li>
                  {one.message.nl}. {one.remedy.nl}.
                </li>
              ))}
            </ul>
          </Alert>
        ) : null}
        <Outcomes view={view} />
        <section class="mw-section mw-flow mw-full">
          <h2 class="au-c-heading au-c-heading--2">Per maatregel, tegenover de controletotalen</h2>
          <Table
            caption="Aantallen en sommen per maatregel"
            captionHidden
            stack={false}
            label="Aantallen en sommen per maatregel"
            columns={[
              { key: "measure", title: "Maatregel" },
              { key: "control", title: "Controletotaal", number: true },
              { key: "in", title: "In het bestand", number: true },
              ...ROW_OUTCOMES.filter((one) => proof.outcomes[one] > 0).map((one) => ({
                key: one,
                title: OUTCOME[one],
                number: true,
              })),
              { key: "ok", title: "Klopt" },
            ]}
            rows={proof.measures.map((one) => ({ cells: cellsOf(one) }))}
          />
          <p class="mw-quiet">Onder elk aantal staan de voltijdse equivalenten en de bedragen.</p>
        </section>
        <Signatures page={page} view={view} me={me} />
        <Facts view={view} />
      </div>
    </Layout>
  );
}

const LEAD: Readonly<Record<ImportView["stage"], string>> = {
  CHECKED: "Er is nog niets opgenomen. Twee verschillende personen tekenen dit blad.",
  SIGNED: "Er is nog niets opgenomen. Een andere persoon tekent dit blad.",
  APPROVED: "De rechten komen in één keer in de dossiers. U mag deze pagina sluiten.",
  TAKEN: "De rechten staan in de dossiers. Geparkeerde lijnen kunt u nog verbeteren; een andere persoon tekent elke verbetering.",
  CANCELLED: "Hier gebeurt niets meer mee.",
};

function Outcomes({ view }: { readonly view: ImportView }) {
  const { proof, head, parkedFor, stage } = view;
  const outcomes = ROW_OUTCOMES.filter((one) => proof.outcomes[one] > 0 || one === "TAKE" || one === "PARKED");
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Elke lijn verantwoord</h2>
      <Table
        caption="Lijnen per uitkomst"
        captionHidden
        columns={[
          { key: "outcome", title: "Uitkomst" },
          { key: "rows", title: "Lijnen", number: true },
        ]}
        rows={[
          ...outcomes.map((one) => ({
            cells: {
              outcome: one === "TAKE" && stage === "TAKEN" ? "Opgenomen" : OUTCOME[one],
              rows: number(proof.outcomes[one]),
            },
          })),
          { total: true, cells: { outcome: "Alle lijnen", rows: number(proof.rows) } },
        ]}
      />
      {parkedFor.length === 0 ? null : (
        <>
          <h3 class="au-c-heading au-c-heading--3">Waarom lijnen geparkeerd zijn</h3>
          <Table
            caption="Geparkeerde lijnen per reden; een lijn kan meer dan één reden hebben"
            columns={[
              { key: "reason", title: "Reden" },
              { key: "rows", title: "Lijnen", number: true },
            ]}
            rows={parkedFor.map((one) => ({
              cells: {
                reason: (
                  <a href={importPath(head.importRef, `/geparkeerd?reden=${encodeURIComponent(one.reason)}`)}>
                    {reasonName(one.reason)}
                  </a>
                ),
                rows: number(one.rows),
              },
            }))}
          />
          <p>
            <a href={importPath(head.importRef, "/geparkeerd")}>Alle geparkeerde lijnen</a>
          </p>
        </>
      )}
      {proof.outcomes.CORRECTED === 0 ? null : (
        <p>
          <a href={importPath(head.importRef, "/geparkeerd?toestand=verbeterd")}>
            Verbeterde lijnen die op een tweede persoon wachten
          </a>
        </p>
      )}
    </section>
  );
}

function cellsOf({ measure, control, in: rows, outcomes }: MeasureProof) {
  const same = control !== null && control.count === rows.count && control.fte === rows.fte && control.cents === rows.cents;
  const parts = Object.entries(outcomes).map(([outcome, sum]) => [outcome, <Sums sum={sum} />]);
  return {
    measure: measureName(measure),
    control: control === null ? "ontbreekt" : <Sums sum={control} />,
    in: <Sums sum={rows} />,
    ...Object.fromEntries(parts),
    ok: same ? "Ja" : "Nee",
  };
}

function Sums({ sum }: { readonly sum: Sum }) {
  return (
    <>
      {number(sum.count)}
      <br />
      <span class="mw-quiet">{fteText(sum.fte)} VTE</span>
      {sum.cents === 0 ? null : (
        <>
          <br />
          <span class="mw-quiet">{formatEuro(sum.cents as Cents, "nl")}</span>
        </>
      )}
    </>
  );
}

function Signatures({ page, view, me }: { readonly page: Page; readonly view: ImportView; readonly me: string }) {
  const { head, actions, signatures } = view;
  const mine = signatures.some((one) => one.actor.ref === me);
  const at = (path: string) => importPath(head.importRef, path);
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Handtekeningen</h2>
      {signatures.length === 0 ? (
        <p>Nog niemand tekende dit blad.</p>
      ) : (
        <ol>
          {signatures.map((one) => (
            <li>
              {one.actor.ref === me ? "U" : "Een collega"} op {formatDate(brusselsDate(one.at), "nl")}
            </li>
          ))}
        </ol>
      )}
      {actions.includes("SIGN") && !mine && view.proof.controlReasons.length === 0 ? (
        <form method="post" action={at("/tekenen")}>
          <FormKey page={page} />
          {/* The sheet that was seen: a signature counts for no other. */}
          <input type="hidden" name="blad" value={head.fingerprint} />
          <p>Met uw handtekening zegt u dat dit blad klopt met wat de bron leverde.</p>
          <SubmitButton>{signatures.length === 0 ? "Controleblad tekenen" : "Als tweede tekenen en opnemen"}</SubmitButton>
        </form>
      ) : null}
      {actions.includes("SIGN") && mine ? <p>U tekende. Een andere persoon moet nog tekenen.</p> : null}
      {actions.includes("RECHECK") || actions.includes("CANCEL") ? (
        <div class="mw-actions">
          {actions.includes("RECHECK") ? (
            <form method="post" action={at("/nakijken")}>
              <FormKey page={page} />
              <SubmitButton secondary>Opnieuw nakijken</SubmitButton>
            </form>
          ) : null}
          {actions.includes("CANCEL") ? (
            <form method="post" action={at("/intrekken")}>
              <FormKey page={page} />
              <SubmitButton secondary>Bestand intrekken</SubmitButton>
            </form>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

function Facts({ view: { head } }: { readonly view: ImportView }) {
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Het bestand</h2>
      <SummaryList
        rows={[
          { name: "Bronlijst", value: head.list },
          { name: "Vorm", value: head.form === "XLSX" ? "Excel" : "CSV" },
          { name: "Ontvangen", value: formatDate(brusselsDate(head.receivedAt), "nl") },
          { name: "Vingerafdruk van het bestand (SHA-256)", value: <code class="mw-break">{head.fileHash}</code> },
        ]}
      />
    </section>
  );
}
