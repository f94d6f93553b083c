// A list of older rights that still run, in order of their end.
import type { RightLine } from "../../../counter/index.ts";
import type { TransitionMeasure } from "../../../dossier/index.ts";
import { formatDate } from "../../../kernel/index.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
import { MEASURE, TITLE } from "./words.ts";

export interface RightsProps {
  readonly page: Page;
  readonly measure: TransitionMeasure | null;
  /** One more than is shown when there are more. */
  readonly lines: readonly RightLine[];
  readonly atOnce: number;
  readonly names: ReadonlyMap<string, string>;
}

export function RightsPage({ page, measure, lines, atOnce, names }: RightsProps) {
  const title = measure === null ? "Oude rechten die lopen" : `${MEASURE[measure]}: rechten die lopen`;
  const shown = lines.slice(0, atOnce);
  const last = shown.at(-1);
  return (
    <Layout page={page} title={title} translated={false} crumbs={[{ href: TRANSITION_PATH, label: TITLE }]}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        {shown.length === 0 ? (
          <Empty title="Er loopt hier niets meer">
            <p>
              <a href={TRANSITION_PATH}>Terug naar het begin</a>
            </p>
          </Empty>
        ) : (
          <Table
            caption="Wat het eerst afloopt, staat bovenaan"
            columns={[
              { key: "person", title: "Persoon" },
              { key: "employer", title: "Werkgever" },
              { key: "measure", title: "Maatregel" },
              { key: "from", title: "Sinds" },
              { key: "until", title: "Laatste dag" },
            ]}
            rows={shown.map((one) => ({
              cells: {
                person: <a href={rightPath(one.rightRef)}>{named(names, one.personRef) || "Recht zonder persoon"}</a>,
                employer: named(names, one.employerRef) || "Zelfstandige",
                measure: MEASURE[one.measure],
                from: formatDate(one.startedOn, "nl"),
                until: one.lastDay === null ? "geen" : formatDate(one.lastDay, "nl"),
              },
            }))}
          />
        )}
        {lines.length > atOnce && last?.lastDay != null ? (
          <p>
            <a
              href={`${TRANSITION_PATH}/rechten?${measure === null ? "" : `maatregel=${measure}&`}na=${last.lastDay}_${last.rightRef}`}
            >
              Volgende rechten
            </a>
          </p>
        ) : null}
      </div>
    </Layout>
  );
}

const named = (names: ReadonlyMap<string, string>, ref: string | null): string => (ref === null ? "" : (names.get(ref) ?? ""));
