// One line of a file: what stands in it, why it waits, and mending it, dropping it, or signing what a colleague mended.
import { type Cells, COLUMN_HELP, COLUMNS, type ImportRow, type ImportView } from "../../../counter/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { importPath, TRANSITION_PATH } from "./paths.ts";
import { OUTCOME, reasonName, TITLE } from "./words.ts";

export interface LineProps {
  readonly page: Page;
  readonly view: ImportView;
  readonly row: ImportRow;
  readonly cells: Cells;
  readonly mistakes: readonly FieldMistake[];
}

/** Only in control totals. */
const HIDDEN = ["regel", "aantal"] as const;
const SHOWN = COLUMNS.filter((column) => !(HIDDEN as readonly string[]).includes(column));

export function LinePage({ page, view, row, cells, mistakes }: LineProps) {
  const { head, actions } = view;
  const title = `Lijn ${row.line}`;
  const at = (path: string) => importPath(head.importRef, `/lijn/${row.line}${path}`);
  const parked = row.outcome === "PARKED";
  return (
    <Layout
      page={page}
      title={title}
      translated={false}
      refused={mistakes.length > 0}
      crumbs={[
        { href: TRANSITION_PATH, label: TITLE },
        { href: importPath(head.importRef), label: `Controleblad ${head.list}` },
        { href: importPath(head.importRef, "/geparkeerd"), label: "Geparkeerde lijnen" },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <div class="mw-flow">
        {parked && mistakes.length === 0 ? (
          <Alert kind="warning" title="Waarom deze lijn wacht">
            <ul>
              {row.reasons.map((one) => (
                <li>
                  {reasonName(one.split(":")[0] ?? "")} (kolom {one.split(":")[1]})
                </li>
              ))}
            </ul>
          </Alert>
        ) : parked ? null : (
          <p class="mw-lead">Toestand: {OUTCOME[row.outcome]}.</p>
        )}
        {parked && actions.includes("CORRECT_ROW") ? (
          <form class="mw-form" method="post" action={at("/verbeteren")}>
            <FormKey page={page} />
            <input type="hidden" name="regel" value="R" />
            <h2 class="au-c-heading au-c-heading--2">Verbeteren</h2>
            {SHOWN.map((column) => (
              <TextField
                language="nl"
                name={column}
                label={column}
                hint={COLUMN_HELP[column]}
                kind="words"
                value={cells[column]}
                error={mistakes.find((one) => one.field === column)?.message}
              />
            ))}
            <p class="mw-actions">
              <SubmitButton>Verbeterde lijn nakijken</SubmitButton>
            </p>
          </form>
        ) : (
          <SummaryList rows={SHOWN.map((column) => ({ name: column, value: cells[column] === "" ? "-" : cells[column] }))} />
        )}
        {row.outcome === "CORRECTED" && actions.includes("SIGN_ROW") ? (
          <form method="post" action={at("/tekenen")}>
            <FormKey page={page} />
            <p>Een collega verbeterde deze lijn. Met uw handtekening wordt het recht opgenomen.</p>
            <SubmitButton>Verbetering tekenen en opnemen</SubmitButton>
          </form>
        ) : null}
        {parked && actions.includes("DROP_ROW") ? (
          <form class="mw-form" method="post" action={at("/laten-vallen")}>
            <FormKey page={page} />
            <h2 class="au-c-heading au-c-heading--2">Laten vallen</h2>
            <AreaField
              language="nl"
              name="reden"
              label="Waarom is dit geen recht?"
              hint="De lijn blijft op het controleblad staan"
              rows={3}
              value=""
              error={mistakes.find((one) => one.field === "reason")?.message}
            />
            <p class="mw-actions">
              <SubmitButton secondary>Lijn laten vallen</SubmitButton>
            </p>
          </form>
        ) : null}
      </div>
    </Layout>
  );
}
