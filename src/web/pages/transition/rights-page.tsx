// A list of older rights that still run, in order of their end.
import type { RightLine } from "../../../counter/index.ts";
import type { TransitionMeasure } from "../../../dossier/index.ts";
import { formatDate } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
import { MEASURE, TITLE } from "./words.ts";

export interface RightsProps {
  readonly page: Page;
  readonly measure: TransitionMeasure | null;
  /** Whose rights: of one person, of one employer, or of everybody. */
  readonly of: { readonly personRef?: string; readonly employerRef?: string };
  /** One more than is shown when there are more. */
  readonly lines: readonly RightLine[];
  readonly atOnce: number;
  readonly names: ReadonlyMap<string, string>;
  readonly mistakes: readonly FieldMistake[];
}

export function RightsPage({ page, measure, of, lines, atOnce, names, mistakes }: RightsProps) {
  const whose = named(names, of.personRef ?? of.employerRef ?? null);
  const one = of.personRef !== undefined || of.employerRef !== undefined;
  const all = measure === null ? "Oude rechten die lopen" : `${MEASURE[measure]}: rechten die lopen`;
  const title = one ? `Oude rechten${whose === "" ? "" : ` van ${whose}`}` : all;
  const shown = lines.slice(0, atOnce);
  const last = shown.at(-1);
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
        <form class="mw-form" method="post" action={`${TRANSITION_PATH}/rechten/zoeken`}>
          <FormKey page={page} />
          <TextField
            language="nl"
            name="nummer"
            label="Zoek op rijksregisternummer of ondernemingsnummer"
            kind="words"
            value=""
            error={mistakes[0]?.message}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Zoeken</SubmitButton>
          </p>
        </form>
        {shown.length === 0 ? (
          <Empty title={one ? "Hier staat geen oud recht" : "Er loopt hier niets meer"}>
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
