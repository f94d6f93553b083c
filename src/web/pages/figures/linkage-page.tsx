// The availability calendar of what comes by yearly linkage; asking for one, and taking the file that came back.

import { figures } from "../../../counter/index.ts";
import { formatDate, type Problem } from "../../../kernel/index.ts";
import { findAttribute, type LinkageLine } from "../../../statistics/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { ErrorSummary } from "../../look/error-summary.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { LINKAGE_PATH } from "./paths.ts";
import { StaffPage } from "./staff-page.tsx";

export interface LinkagePageProps {
  readonly page: Page;
  readonly lines: readonly LinkageLine[];
  readonly problems: readonly Problem[];
  readonly notice: string | null;
  readonly mayChange: boolean;
}

export function LinkagePage({ page, lines, problems, notice, mayChange }: LinkagePageProps) {
  const waiting = lines.filter((line) => line.arrivedAt === null);
  return (
    <StaffPage page={page} title="Jaarlijkse koppeling" refused={problems.length > 0}>
      <p class="mw-lead">
        Onderwijs en afkomst van mensen aan het werk staan niet in de dossiers. Ze komen één keer per jaar door een koppeling, met
        pseudoniemen. Vóór die dag zegt een cijfer dat het nog niet beschikbaar is. Leeftijd komt uit het register en is er
        altijd.
      </p>
      {notice === null ? null : (
        <p class="mw-note" role="status">
          {notice}
        </p>
      )}
      <ErrorSummary
        language="nl"
        mistakes={problems.map(({ message, expected }) => ({
          field: "",
          message: expected === undefined ? message.nl : `${message.nl} Verwacht: ${expected}.`,
        }))}
      />
      {lines.length === 0 ? (
        <p class="mw-quiet">Er is nog geen koppeling gevraagd.</p>
      ) : (
        <Table
          caption="Kalender"
          columns={[
            { key: "what", title: "Kenmerk" },
            { key: "until", title: "Dekt tot en met" },
            { key: "state", title: "Beschikbaar" },
            { key: "coverage", title: "Dekking", number: true },
          ]}
          rows={lines.map((line) => ({
            cells: {
              what: findAttribute(line.dimension)?.title.nl ?? line.dimension,
              until: formatDate(line.coversUntil, "nl"),
              state:
                line.arrivedAt !== null
                  ? `sinds ${line.arrivedAt.slice(0, 10)}`
                  : line.expectedOn === null
                    ? "nog niet"
                    : `verwacht op ${formatDate(line.expectedOn, "nl")}`,
              coverage:
                line.matched === null
                  ? `${line.persons} personen gevraagd`
                  : `${figures.coverageOf(line.matched, line.persons).replace(".", ",")} % (${line.matched} van ${line.persons})`,
            },
          }))}
        />
      )}
      {mayChange ? (
        <>
          <section class="mw-section" aria-labelledby="vragen">
            <h2 class="au-c-heading au-c-heading--2" id="vragen">
              Een koppeling vragen
            </h2>
            <form class="mw-form" method="post" action={LINKAGE_PATH}>
              <FormKey page={page} />
              <SelectField
                language="nl"
                name="kenmerk"
                label="Kenmerk"
                value="education"
                options={[
                  { value: "education", label: "onderwijsniveau" },
                  { value: "origin", label: "afkomst" },
                ]}
              />
              <TextField language="nl" name="tot" label="Dekt tot en met" hint="Bijvoorbeeld 2025-12-31." kind="words" value="" />
              <TextField language="nl" name="verwacht" label="Verwacht op" hint="Mag leeg blijven." kind="words" value="" />
              <p class="mw-actions">
                <SubmitButton name="doe" value="vragen">
                  Pseudoniemen downloaden
                </SubmitButton>
              </p>
            </form>
          </section>
          {waiting.length === 0 ? null : (
            <section class="mw-section" aria-labelledby="nemen">
              <h2 class="au-c-heading au-c-heading--2" id="nemen">
                Wat terugkwam innemen
              </h2>
              <form class="mw-form" method="post" action={LINKAGE_PATH} enctype="multipart/form-data">
                <FormKey page={page} />
                <SelectField
                  language="nl"
                  name="koppeling"
                  label="Koppeling"
                  value=""
                  options={waiting.map((line) => ({
                    value: line.linkageRef,
                    label: `${findAttribute(line.dimension)?.title.nl ?? line.dimension} tot en met ${line.coversUntil}`,
                  }))}
                />
                <FileField language="nl" name="bestand" label="CSV met de kolommen pseudonym en value" accept=".csv,text/csv" />
                <p class="mw-actions">
                  <SubmitButton name="doe" value="nemen">
                    Innemen
                  </SubmitButton>
                </p>
              </form>
            </section>
          )}
        </>
      ) : null}
    </StaffPage>
  );
}
