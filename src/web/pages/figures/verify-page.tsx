// Every release once more: what the records and the kept files give now.
import type { VerifiedRelease } from "../../../counter/index.ts";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { releasePath } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

export interface VerifyPageProps {
  readonly page: Page;
  readonly verified: readonly (VerifiedRelease & { readonly sound: boolean })[];
}

export function VerifyPage({ page, verified }: VerifyPageProps) {
  const good = verified.filter((one) => one.sound).length;
  const said = { damaged: "niet de bytes die uitgegeven zijn", missing: "ontbreekt", moved: "de registers geven nu iets anders" };
  return (
    <StaffPage page={page} title="Nazicht van alle publicaties">
      <p class="mw-lead">
        Elke publicatie is zojuist opnieuw berekend uit de registers en byte voor byte vergeleken met wat uitgegeven is. Getekende
        bestanden zijn met hun hash vergeleken.
      </p>
      <p role="status">
        <strong>
          {good} van {verified.length} gelijk.
        </strong>
      </p>
      {verified.length === 0 ? null : (
        <Table
          caption="Nazicht"
          captionHidden
          columns={[
            { key: "name", title: "Publicatie" },
            { key: "outcome", title: "Uitkomst" },
            { key: "files", title: "Bestanden", number: true },
            { key: "computed", title: "Opnieuw berekend", number: true },
            { key: "remarks", title: "Opmerkingen" },
          ]}
          rows={verified.map((one) => ({
            cells: {
              name: <a href={releasePath(one.name, one.revision)}>{`${one.name}, herziening ${one.revision}`}</a>,
              outcome: one.sound ? "gelijk" : <strong>verschilt</strong>,
              files: String(one.files),
              computed: String(one.computed),
              remarks: [
                ...one.flaws.map(({ file, flaw }) => `${file}: ${said[flaw]}`),
                ...(one.notComputed === null ? [] : [one.notComputed]),
                ...(one.moved === null ? [] : [`toen ${one.moved.frozen} gebeurtenissen bekend, nu ${one.moved.now}`]),
                ...(one.lawMoved ? ["de wet is intussen gewijzigd"] : []),
              ].join("; "),
            },
          }))}
        />
      )}
    </StaffPage>
  );
}
