// The register of processing: every exchange with the outside, its purpose, its fields and its end.
import type { ProcessingEntry } from "../../../counter/index.ts";
import { formatDate, type PlainDate } from "../../../kernel/index.ts";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { PRIVACY_DESK_PATH } from "./paths.ts";

export function RegisterPage({
  page,
  today,
  entries,
}: {
  readonly page: Page;
  readonly today: PlainDate;
  readonly entries: readonly ProcessingEntry[];
}) {
  return (
    <Layout
      page={page}
      title="Register van verwerkingen"
      translated={false}
      crumbs={[{ href: PRIVACY_DESK_PATH, label: "Gegevensbescherming" }]}
    >
      <h1 class="au-c-heading au-c-heading--1">Register van verwerkingen</h1>
      <p class="mw-lead">
        Elke uitwisseling van persoonsgegevens met de buitenwereld. Een uitwisseling waarvan de laatste dag voorbij is, gebeurt
        niet meer.
      </p>
      <Table
        caption="Uitwisselingen van persoonsgegevens"
        captionHidden
        stack={false}
        label="Uitwisselingen"
        columns={[
          { key: "partner", title: "Met wie" },
          { key: "direction", title: "Richting" },
          { key: "purpose", title: "Waarvoor" },
          { key: "fields", title: "Welke gegevens" },
          { key: "protocol", title: "Protocol" },
          { key: "until", title: "Tot" },
        ]}
        rows={entries.map((one) => ({
          cells: {
            partner: one.partner,
            direction: one.direction === "in" ? "naar ons" : "van ons",
            purpose: one.purpose,
            fields: one.fields.join(", "),
            protocol: one.protocol,
            until: one.until === null ? "zonder einde" : `${formatDate(one.until, "nl")}${one.until < today ? " (gestopt)" : ""}`,
          },
        }))}
      />
    </Layout>
  );
}
