// One organisation of the older schemes: its workers, what it chose, and what was converted into contingent, year by year.
import type { OrganisationView } from "../../../counter/index.ts";
import { formatDate, formatQuarter, fromQuarterNumber, type PlainDate, pick } from "../../../kernel/index.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
import { MEASURE, TITLE } from "./words.ts";

export interface OrganisationProps {
  readonly page: Page;
  readonly view: OrganisationView;
  readonly names: ReadonlyMap<string, string>;
  /** Day on which the organisation founded a maatwerkbedrijf, as typed, and by when that reaches its norms. */
  readonly founded: { readonly typed: string; readonly by: PlainDate | null; readonly error: string | null };
}

export function OrganisationPage({ page, view, names, founded }: OrganisationProps) {
  const { employerRef, rights, lde, sine, sineWorkers, convertedRefs, convertibleRefs } = view;
  const name = names.get(employerRef) || "deze organisatie";
  const title = `Oude maatregelen van ${name}`;
  const choices = new Set(rights.flatMap((one) => (one.ldeChoice === null ? [] : [one.ldeChoice])));
  const chosen = [...choices].map((one) => (one === "INDIVIDUAL" ? "individueel" : "collectief"));
  return (
    <Layout page={page} title={title} translated={false} crumbs={[{ href: TRANSITION_PATH, label: TITLE }]}>
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <div class="mw-flow">
        {chosen.length === 0 ? null : (
          <p class="mw-lead">De organisatie koos voor haar LDE-werknemers: {chosen.join(" en ")} (TRANS-30).</p>
        )}
        <p>
          <a href={`${TRANSITION_PATH}/werklijst?werkgever=${employerRef}`}>Werklijst van deze organisatie</a>
        </p>
        <Table
          caption="Rechten, wat het eerst eindigt bovenaan"
          columns={[
            { key: "person", title: "Werknemer" },
            { key: "measure", title: "Maatregel" },
            { key: "until", title: "Laatste dag" },
            { key: "state", title: "Wat volgt" },
          ]}
          rows={rights.map((one) => ({
            cells: {
              person: (
                <a href={rightPath(one.rightRef)}>
                  {(one.personRef === null ? "" : names.get(one.personRef)) || "Recht zonder persoon"}
                </a>
              ),
              measure: MEASURE[one.measure],
              until: one.lastDay === null ? "geen" : formatDate(one.lastDay, "nl"),
              state:
                one.grantFrom !== null
                  ? `Individueel maatwerk vanaf ${formatQuarter(fromQuarterNumber(one.grantFrom), "nl")}`
                  : convertedRefs.has(one.rightRef)
                    ? "Omgezet in contingent"
                    : convertibleRefs.has(one.rightRef)
                      ? "Om te zetten in contingent"
                      : "-",
            },
          }))}
        />
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Omzetting van LDE in contingent</h2>
          <p>
            Van een traject dat eindigt, wordt een deel vast contingent van het maatwerkbedrijf. De verhouding geldt per jaar
            (TRANS-32); voor een jaar dat de regelgeving nog niet geeft, vult u ze in op de pagina van het recht (OPEN-45).
          </p>
          {lde.length === 0 ? (
            <Empty title="Nog geen traject omgezet">
              <p>Zet een traject om op de pagina van het recht, zodra het geëindigd is.</p>
            </Empty>
          ) : (
            <Table
              caption="Omgezet, per jaar waarin het traject eindigde"
              columns={[
                { key: "year", title: "Jaar" },
                { key: "rights", title: "Trajecten", number: true },
                { key: "fte", title: "VTE", number: true },
                { key: "contingent", title: "VTE contingent", number: true },
              ]}
              rows={lde.map((one) => ({
                cells: {
                  year: String(one.year),
                  rights: String(one.rights),
                  fte: shown(one.fte, 2),
                  contingent: shown(one.contingent, 4),
                },
              }))}
            />
          )}
        </section>
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Omzetting van SINE buiten contingent</h2>
          {sineWorkers === 0 ? (
            <Empty title="Nog geen SINE-recht omgezet">
              <p>Een onbepaald recht buiten contingent kan omgezet worden als aan TRANS-22 is voldaan.</p>
            </Empty>
          ) : (
            <>
              <p>
                {sineWorkers === 1 ? "1 SINE-werknemer is" : `${sineWorkers} SINE-werknemers zijn`} omzetbaar. Samen geeft dat:
              </p>
              <Table
                caption="Contingent uit SINE, per lezing van OPEN-45"
                columns={[
                  { key: "reading", title: "Lezing" },
                  { key: "fte", title: "VTE contingent", number: true },
                ]}
                rows={sine.map((one) => ({
                  cells: {
                    reading: `${pick(one.title, "nl")}${one.inUse ? " (in gebruik)" : ""}`,
                    fte: one.fte.replace(".", ","),
                  },
                }))}
              />
            </>
          )}
        </section>
        {chosen.includes("collectief") ? (
          <section class="mw-section mw-flow">
            <h2 class="au-c-heading au-c-heading--2">Nieuw maatwerkbedrijf</h2>
            <p>Een maatwerkbedrijf dat uit LDE ontstaat, krijgt langer de tijd om aandeel en omvang te halen (TRANS-33).</p>
            <form class="mw-form" method="get" action={`${TRANSITION_PATH}/organisatie/${employerRef}`}>
              <TextField
                language="nl"
                name="opgericht"
                label="Dag van de oprichting"
                hint="Bijvoorbeeld 1/10/2023"
                kind="date"
                value={founded.typed}
                error={founded.error ?? undefined}
              />
              <p class="mw-actions">
                <SubmitButton secondary>Bereken de uiterste dag</SubmitButton>
              </p>
            </form>
            {founded.by === null ? null : (
              <p role="status">
                Aandeel en omvang moeten gehaald zijn tegen <strong>{formatDate(founded.by, "nl")}</strong>.
              </p>
            )}
          </section>
        ) : null}
      </div>
    </Layout>
  );
}

/** A whole number of the smallest step as decimal text: 5950 of 1/10000 is 0,595. */
function shown(value: number, decimals: number): string {
  const step = 10 ** decimals;
  const rest = String(value % step)
    .padStart(decimals, "0")
    .replace(/0+$/, "");
  return `${Math.floor(value / step)}${rest === "" ? "" : `,${rest}`}`;
}
