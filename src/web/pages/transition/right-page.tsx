// One older right: where it stands, which measure pays each quarter, what was recorded, and what a person may record now.
import type { OpenedRight, RightLine, RightQuarter } from "../../../counter/index.ts";
import { type Cents, formatDate, formatEuro, formatQuarter, fromQuarterNumber } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { TRANSITION_PATH } from "./paths.ts";
import { RightForms } from "./right-forms.tsx";
import { MEASURE, TITLE } from "./words.ts";

export interface RightProps {
  readonly page: Page;
  readonly rightRef: string;
  readonly opened: OpenedRight;
  readonly person: string | null;
  readonly employer: string | null;
  readonly quarters: readonly RightQuarter[];
  /** The application that waits, or the grant that follows, of the same relation; null: neither is known. */
  readonly follows: RightLine | null;
  readonly done: string;
  /** What the visitor typed in a form that was refused. */
  readonly typed: (name: string) => string;
  readonly mistakes: readonly FieldMistake[];
  readonly commandId: string;
}

const DONE: Readonly<Record<string, string>> = {
  "evaluatie-vragen": "De vraag om een evaluatie staat in het dossier",
  "evaluatie-beslissen": "De beslissing staat in het dossier",
  keuze: "De keuze van de organisatie staat in het dossier",
  bedrag: "Het bedrag staat in het dossier",
  omzetten: "De omzetting staat in het dossier",
  activiteit: "Het oordeel over de activiteit staat in het dossier",
  beeindigen: "Het einde staat in het dossier",
};

const OUTCOME = {
  IMW: "toekenning van individueel maatwerk",
  NO_NEED: "geen nood meer",
  OLD_CRITERIA: "beslist op de oude criteria",
} as const;

export function RightPage(props: RightProps) {
  const { page, rightRef, opened, person, employer, quarters, follows, done, mistakes, typed, commandId } = props;
  const { right, lastDay } = opened;
  const { facts, evaluation } = right;
  const sine = facts.measure.startsWith("SINE_");
  const title = `${MEASURE[facts.measure]}${person === null || person === "" ? "" : ` van ${person}`}`;
  return (
    <Layout
      page={page}
      title={title}
      translated={false}
      refused={mistakes.length > 0}
      crumbs={[
        { href: TRANSITION_PATH, label: TITLE },
        { href: `${TRANSITION_PATH}/rechten?maatregel=${facts.measure}`, label: MEASURE[facts.measure] },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{title}</h1>
      <ErrorSummary language="nl" mistakes={mistakes} />
      <div class="mw-flow">
        {DONE[done] === undefined ? null : <Alert kind="success" title={DONE[done]} />}
        <SummaryList
          rows={[
            {
              name: "Werkgever",
              value:
                facts.employerRef === null ? (
                  "Zelfstandige"
                ) : (
                  <a href={`${TRANSITION_PATH}/organisatie/${facts.employerRef}`}>{employer || "Onbekend"}</a>
                ),
            },
            { name: "Begonnen", value: formatDate(facts.startedOn, "nl") },
            { name: "Voorzien einde", value: facts.endsOn === null ? "geen" : formatDate(facts.endsOn, "nl") },
            { name: "Laatste dag", value: lastDay === null ? "geen" : formatDate(lastDay, "nl") },
            ...(facts.schedule.length === 0
              ? []
              : [
                  {
                    name: "Schema",
                    value: facts.schedule
                      .map((one) => `${one.percentage} % tot en met kwartaal ${one.throughQuarter}`)
                      .join(", "),
                  },
                ]),
            ...(facts.reductionCode === undefined ? [] : [{ name: "RSZ-code", value: facts.reductionCode }]),
            ...(facts.fraction === undefined ? [] : [{ name: "Deel van voltijds in de bron", value: decimals(facts.fraction) }]),
            ...(right.ranOnUntil === null
              ? []
              : [
                  {
                    name: "Doorgelopen",
                    value: `tot de beslissing over de evaluatie, tot en met ${formatDate(right.ranOnUntil, "nl")}`,
                  },
                ]),
            ...(right.ldeChoice === null
              ? []
              : [{ name: "Keuze van de organisatie", value: right.ldeChoice === "INDIVIDUAL" ? "individueel" : "collectief" }]),
            ...(evaluation === null
              ? []
              : [
                  {
                    name: "Evaluatie",
                    value: `gevraagd op ${formatDate(evaluation.requestedOn, "nl")}${
                      evaluation.decidedOn === null || evaluation.outcome === null
                        ? ", nog niet beslist"
                        : `, beslist op ${formatDate(evaluation.decidedOn, "nl")}: ${OUTCOME[evaluation.outcome]}`
                    }`,
                  },
                ]),
            ...right.amounts.map((one) => ({
              name: "Ingevuld bedrag",
              value: `${formatEuro(one.cents, "nl")} per ${one.per === "YEAR" ? "jaar" : "voltijds equivalent en kwartaal"}, vanaf ${formatQuarter(one.fromQuarter, "nl")}${
                one.throughQuarter === null ? "" : ` tot en met ${formatQuarter(one.throughQuarter, "nl")}`
              }`,
            })),
            ...right.activity.map((one) => ({
              name: "Activiteit voor de tweede fase",
              value: `${one.suffices ? "volstaat" : "volstaat niet"}${
                one.incomeYear === null ? ", attest leefbaarheid" : `, inkomstenjaar ${one.incomeYear}`
              }, vanaf ${formatQuarter(one.fromQuarter, "nl")}`,
            })),
            ...(right.converted === null
              ? []
              : [
                  {
                    name: "Omgezet in contingent",
                    value:
                      right.converted.contingent === null
                        ? `op ${formatDate(right.converted.convertedOn, "nl")}, geteld met de andere van de organisatie`
                        : `${decimals(right.converted.contingent)} VTE, op ${formatDate(right.converted.convertedOn, "nl")}`,
                  },
                ]),
            ...(follows?.pendingFile == null
              ? []
              : [{ name: "Aanvraag", value: <a href={filePath(follows.pendingFile)}>Aanvraag die op beslissing wacht</a> }]),
            ...(follows?.grantFile == null || follows.grantFrom === null
              ? []
              : [
                  {
                    name: "Individueel maatwerk",
                    value: (
                      <a href={filePath(follows.grantFile)}>
                        Toekenning vanaf {formatQuarter(fromQuarterNumber(follows.grantFrom), "nl")}
                      </a>
                    ),
                  },
                ]),
            { name: "Bron", value: facts.source },
          ]}
        />
        {opened.said.length === 0 ? null : (
          <section class="mw-section mw-flow">
            <h2 class="au-c-heading au-c-heading--2">Wat de regels van dit recht zeggen</h2>
            <ul>
              {opened.said.map((one) => (
                <li>
                  {one.sentence.nl} <span class="mw-quiet">({[...one.ids, ...one.openPoints].join(", ")})</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {quarters.length === 0 ? null : (
          <section class="mw-section mw-flow">
            <h2 class="au-c-heading au-c-heading--2">Kwartaal na kwartaal</h2>
            <Table
              caption="Welke maatregel elk kwartaal betaalt"
              columns={[
                { key: "quarter", title: "Kwartaal" },
                { key: "measure", title: "Maatregel" },
                ...(sine
                  ? [{ key: "reduction", title: "Vermindering bij de RSZ", number: true }]
                  : [
                      { key: "percentage", title: "Percentage", number: true },
                      { key: "paid", title: "Geboekt", number: true },
                    ]),
              ]}
              rows={quarters.map((one) => ({
                cells: {
                  quarter: formatQuarter(fromQuarterNumber(one.quarter), "nl"),
                  measure:
                    one.by === "OLD"
                      ? MEASURE[facts.measure]
                      : one.by === "IMW"
                        ? "Individueel maatwerk"
                        : "Geen: te laat beslist",
                  reduction: one.reduction === null ? "-" : formatEuro(one.reduction as Cents, "nl"),
                  percentage: one.percentage === null ? "-" : `${one.percentage} %`,
                  paid: one.by === "NONE" ? "-" : one.cents === null ? "nog niet geboekt" : formatEuro(one.cents as Cents, "nl"),
                },
              }))}
            />
          </section>
        )}
        <RightForms page={page} rightRef={rightRef} opened={opened} mistakes={mistakes} typed={typed} commandId={commandId} />
      </div>
    </Layout>
  );
}

/** In 1/10000, for readers. */
const decimals = (value: number): string => {
  const rest = String(value % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${Math.floor(value / 10_000)}${rest === "" ? "" : `,${rest}`}`;
};

const filePath = (fileRef: string): string => `/departement/dossier/${fileRef}`;
