// Lines of a file that wait for a person. The list names nobody: a line is opened one by one, and that is logged.
import type { ImportRow, ImportView } from "../../../counter/index.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { importPath, PARKED_AT_ONCE, TRANSITION_PATH } from "./paths.ts";
import { measureName, reasonName, TITLE } from "./words.ts";

export interface ParkedProps {
  readonly page: Page;
  readonly view: ImportView;
  /** One more than is shown when there are more. */
  readonly rows: readonly ImportRow[];
  readonly reason: string;
  readonly outcome: "PARKED" | "CORRECTED";
}

export function ParkedPage({ page, view, rows, reason, outcome }: ParkedProps) {
  const { head } = view;
  const title = outcome === "PARKED" ? "Geparkeerde lijnen" : "Verbeterde lijnen";
  const shown = rows.slice(0, PARKED_AT_ONCE);
  const last = shown.at(-1)?.line ?? 0;
  const query = (name: string, value: string) => (value === "" ? "" : `&${name}=${encodeURIComponent(value)}`);
  return (
    <Layout
      page={page}
      title={title}
      translated={false}
      crumbs={[
        { href: TRANSITION_PATH, label: TITLE },
        { href: importPath(head.importRef), label: `Controleblad ${head.list}` },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        {reason === "" ? null : (
          <p>
            Alleen: {reasonName(reason)}. <a href={importPath(head.importRef, "/geparkeerd")}>Toon alle redenen</a>
          </p>
        )}
        {shown.length === 0 ? (
          <Empty title="Hier wacht niets">
            <p>
              <a href={importPath(head.importRef)}>Terug naar het controleblad</a>
            </p>
          </Empty>
        ) : (
          <Table
            caption="Lijnen in de volgorde van het bestand"
            columns={[
              { key: "line", title: "Lijn" },
              { key: "measure", title: "Maatregel" },
              { key: "reasons", title: "Waarom" },
            ]}
            rows={shown.map((row) => ({
              cells: {
                line: <a href={importPath(head.importRef, `/lijn/${row.line}`)}>{`Lijn ${row.line}`}</a>,
                measure: measureName(row.measure),
                reasons: row.reasons.map(wordsOf).join("; "),
              },
            }))}
          />
        )}
        {rows.length > PARKED_AT_ONCE ? (
          <p>
            <a href={importPath(head.importRef, `/geparkeerd?na=${last}${query("reden", reason)}`)}>Volgende lijnen</a>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}

function wordsOf(reason: string): string {
  const [id = "", column = ""] = reason.split(":");
  return id === "import.missing" || id === "import.unreadable" || id === "import.superfluous"
    ? `${reasonName(id)}: ${column}`
    : reasonName(id);
}
