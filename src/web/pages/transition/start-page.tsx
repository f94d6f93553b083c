// The start of the counter of older rights: what runs, the files that were handed over, and the way to a new one.
import type { ImportView } from "../../../counter/index.ts";
import { COLUMN_HELP, COLUMNS } from "../../../counter/index.ts";
import type { TransitionMeasure } from "../../../dossier/index.ts";
import { brusselsDate, formatDate } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { importPath, TRANSITION_PATH } from "./paths.ts";
import { MEASURE, STAGE, TITLE } from "./words.ts";

export interface StartProps {
  readonly page: Page;
  readonly imports: readonly ImportView[];
  readonly running: readonly { readonly measure: TransitionMeasure; readonly rights: number }[];
  readonly mistakes: readonly FieldMistake[];
  readonly list: string;
}

export function StartPage({ page, imports, running, mistakes, list }: StartProps) {
  const error = (field: string) => mistakes.find((one) => one.field === field)?.message;
  return (
    <Layout page={page} title={TITLE} translated={false} refused={mistakes.length > 0}>
      <h1 class="au-c-heading au-c-heading--1">{TITLE}</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <div class="mw-flow">
        <p class="mw-lead">
          VOP, SINE, LDE en maatwerkafdelingen lopen uit naast individueel maatwerk. Hier neemt u hun rechten over en volgt u wat
          afloopt.
        </p>
        <p>
          <a href={`${TRANSITION_PATH}/werklijst`}>Werklijst: trajecten van LDE en maatwerkafdelingen die aflopen</a>
        </p>
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Rechten die vandaag lopen</h2>
          {running.length === 0 ? (
            <Empty title="Er loopt geen enkel oud recht">
              <p>Neem hieronder een bestand over.</p>
            </Empty>
          ) : (
            <Table
              caption="Lopende rechten per maatregel"
              captionHidden
              columns={[
                { key: "measure", title: "Maatregel" },
                { key: "rights", title: "Rechten", number: true },
              ]}
              rows={running.map((one) => ({
                cells: {
                  measure: <a href={`${TRANSITION_PATH}/rechten?maatregel=${one.measure}`}>{MEASURE[one.measure]}</a>,
                  rights: one.rights.toLocaleString("nl-BE"),
                },
              }))}
            />
          )}
        </section>
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Bestanden</h2>
          {imports.length === 0 ? (
            <Empty title="Er is nog geen bestand overgenomen">
              <p>Laad hieronder een bestand op. Er wordt niets opgenomen voor twee personen het controleblad tekenden.</p>
            </Empty>
          ) : (
            <Table
              caption="Bestanden, nieuwste eerst"
              captionHidden
              columns={[
                { key: "list", title: "Bronlijst" },
                { key: "day", title: "Ontvangen" },
                { key: "rows", title: "Lijnen", number: true },
                { key: "parked", title: "Geparkeerd", number: true },
                { key: "stage", title: "Toestand" },
              ]}
              rows={imports.map(({ head, stage, proof }) => ({
                cells: {
                  list: <a href={importPath(head.importRef)}>{head.list}</a>,
                  day: formatDate(brusselsDate(head.receivedAt), "nl"),
                  rows: proof.rows.toLocaleString("nl-BE"),
                  parked: proof.outcomes.PARKED.toLocaleString("nl-BE"),
                  stage: STAGE[stage],
                },
              }))}
            />
          )}
        </section>
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Een bestand nakijken</h2>
          <p>
            Begin met het sjabloon: <a href={`${TRANSITION_PATH}/sjabloon.csv`}>CSV</a> of{" "}
            <a href={`${TRANSITION_PATH}/sjabloon.xlsx`}>Excel</a>.
          </p>
          <form class="mw-form" method="post" action={`${TRANSITION_PATH}/import`} enctype="multipart/form-data">
            <FormKey page={page} />
            <TextField
              language="nl"
              name="lijst"
              label="Naam van de bronlijst"
              hint="Kleine letters, cijfers en streepjes, bijvoorbeeld vop-2023-06"
              kind="words"
              value={list}
              error={error("lijst")}
            />
            <FileField
              language="nl"
              name="bestand"
              label="Bestand (CSV of Excel)"
              accept=".csv,.xlsx,text/csv"
              error={error("bestand")}
            />
            <p class="mw-actions">
              <SubmitButton>Bestand nakijken</SubmitButton>
            </p>
          </form>
          <details>
            <summary>De kolommen</summary>
            <Table
              caption="Kolommen van het bestand"
              captionHidden
              columns={[
                { key: "column", title: "Kolom" },
                { key: "help", title: "Wat erin staat" },
              ]}
              rows={COLUMNS.map((column) => ({ cells: { column: <code>{column}</code>, help: COLUMN_HELP[column] } }))}
            />
          </details>
        </section>
      </div>
    </Layout>
  );
}
