// What is left of the credit of each article this year. Sums of articles tell of nobody: whoever may ask figures may see them.
import { cents, formatEuro } from "../../../kernel/index.ts";
import type { AccountLine } from "../../../payment/index.ts";
import { Table } from "../../look/table.tsx";

export interface BudgetRow extends Pick<AccountLine, "title" | "committedCents" | "settledCents" | "paidCents"> {
  readonly article: string;
  readonly creditCents: number;
  /** The credit less what was committed: what can still be promised. Below zero where too much was. */
  readonly leftCents: number;
}

/** The articles of the year that have a credit; what no article carries has none to be left. */
export function budgetLeft(lines: readonly AccountLine[], year: number): readonly BudgetRow[] {
  return lines.flatMap(({ article, creditCents, ...line }) =>
    line.year !== year || article === null || creditCents === null
      ? []
      : [{ ...line, article, creditCents, leftCents: creditCents - line.committedCents }],
  );
}

const shown = (amount: number): string => formatEuro(cents(amount), "nl");

export function BudgetLeft({ rows, year }: { readonly rows: readonly BudgetRow[]; readonly year: number }) {
  return (
    <section class="mw-section" aria-labelledby="krediet">
      <h2 class="au-c-heading au-c-heading--2" id="krediet">
        Wat van het krediet van {year} overblijft
      </h2>
      {rows.length === 0 ? (
        <p class="mw-quiet">Voor dit jaar is nog geen krediet opgetekend.</p>
      ) : (
        <Table
          caption={`Begrotingsartikelen van ${year}, in euro`}
          columns={[
            { key: "article", title: "Artikel" },
            { key: "credit", title: "Krediet", number: true },
            { key: "committed", title: "Vastgelegd", number: true },
            { key: "settled", title: "Vereffend", number: true },
            { key: "paid", title: "Betaald", number: true },
            { key: "left", title: "Nog vast te leggen", number: true },
          ]}
          rows={rows.map((row) => ({
            cells: {
              article: `${row.article} ${row.title}`,
              credit: shown(row.creditCents),
              committed: shown(row.committedCents),
              settled: shown(row.settledCents),
              paid: shown(row.paidCents),
              left: shown(row.leftCents),
            },
          }))}
        />
      )}
    </section>
  );
}
