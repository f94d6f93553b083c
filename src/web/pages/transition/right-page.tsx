// One older right: where it stands, which measure pays each quarter, what was recorded, and what a person may record now.
import type { OpenedRight, RightLine, RightQuarter } from "../../../counter/index.ts";
import { type Cents, formatDate, formatEuro, formatQuarter, fromQuarterNumber } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { ErrorSummary, type FieldMistake } from "../../look/error-summary.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Layout } from "../../look/layout.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { rightPath, TRANSITION_PATH } from "./paths.ts";
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
  bedrag: "Het bedrag staat in het dossier",
  omzetten: "De omzetting staat in het dossier",
  activiteit: "Het oordeel over de activiteit staat in het dossier",
  beeindigen: "Het einde staat in het dossier",
};

const CONVERTIBLE: readonly string[] = ["LDE_COLLECTIVE", "SINE_MWB_OUTSIDE"];

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
        <Actions page={page} rightRef={rightRef} opened={opened} mistakes={mistakes} typed={typed} commandId={commandId} />
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

type ActionProps = Pick<RightProps, "page" | "rightRef" | "opened" | "mistakes" | "typed" | "commandId">;

function Actions({ page, rightRef, opened, mistakes, typed, commandId }: ActionProps) {
  const { actions, right } = opened;
  const error = (field: string) => mistakes.find((one) => one.field === field)?.message;
  const Hidden = () => (
    <>
      <FormKey page={page} />
      <input type="hidden" name="opdracht" value={commandId} />
    </>
  );
  return (
    <>
      {actions.includes("RequestVopEvaluation") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/evaluatie-vragen")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Evaluatie vragen</h2>
          <TextField
            language="nl"
            name="dag"
            label="Dag van de vraag"
            hint="Bijvoorbeeld 15/03/2026"
            kind="date"
            value={typed("dag")}
            error={error("dag")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Vraag opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("DecideVopEvaluation") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/evaluatie-beslissen")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Evaluatie beslissen zonder toekenning</h2>
          <p>
            Volgt er een toekenning van individueel maatwerk, beslis die dan in het dossier van de aanvraag: dit recht loopt dan
            vanzelf over.
          </p>
          <SelectField
            language="nl"
            name="uitkomst"
            label="Uitkomst"
            value={typed("uitkomst") || "NO_NEED"}
            options={[
              { value: "NO_NEED", label: "Geen nood meer: het recht stopt op de dag van de beslissing" },
              { value: "OLD_CRITERIA", label: "Beslist op de oude criteria (gevraagd voor 1 april 2023)" },
            ]}
          />
          <TextField
            language="nl"
            name="beslist"
            label="Dag van de beslissing"
            hint="Bijvoorbeeld 15/03/2026"
            kind="date"
            value={typed("beslist")}
            error={error("beslist")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Beslissing opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("EnterOldRightAmount") && (right.facts.measure === "LDE_INDIVIDUAL" || right.facts.measure === "ALD") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/bedrag")}>
          <Hidden />
          <input type="hidden" name="per" value={right.facts.measure === "ALD" ? "YEAR" : "FTE_QUARTER"} />
          <h2 class="au-c-heading au-c-heading--2">Bedrag invullen</h2>
          <p>De regelgeving geeft dit bedrag niet. Vul het in zoals de bron het geeft.</p>
          <TextField
            language="nl"
            name="bedrag"
            label={right.facts.measure === "ALD" ? "Bedrag per jaar" : "Bedrag per voltijds equivalent en kwartaal"}
            kind="amount"
            before="€"
            value={typed("bedrag")}
            error={error("bedrag")}
          />
          <TextField
            language="nl"
            name="vanaf"
            label="Eerste kwartaal"
            hint="Bijvoorbeeld 2024-K1"
            kind="date"
            value={typed("vanaf")}
            error={error("vanaf")}
          />
          <TextField
            language="nl"
            name="tot"
            label="Laatste kwartaal"
            hint="Leeg: tot het einde van het recht"
            kind="date"
            value={typed("tot")}
            error={error("tot")}
          />
          <AreaField language="nl" name="bron" label="Bron van het bedrag" rows={2} value={typed("bron")} error={error("bron")} />
          <p class="mw-actions">
            <SubmitButton secondary>Bedrag opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("JudgeVopActivity") && right.facts.employerRef === null && right.facts.measure === "VOP" ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/activiteit")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Activiteit voor de tweede fase beoordelen</h2>
          <p>
            In de tweede fase loopt de VOP van een zelfstandige alleen als de activiteit volstaat (TRANS-10). Het inkomen zelf
            blijft verzegeld; het dossier houdt alleen bij of het volstaat.
          </p>
          <ChoiceField
            language="nl"
            name="bewijs"
            label="Bewijs"
            value={typed("bewijs")}
            error={error("bewijs")}
            choices={[
              { value: "ASSESSMENT", label: "Aanslagbiljet" },
              { value: "VIABILITY_ATTEST", label: "Attest leefbaarheid van VLAIO (starter)" },
            ]}
          />
          <TextField
            language="nl"
            name="jaar"
            label="Inkomstenjaar"
            hint="Bij een aanslagbiljet, bijvoorbeeld 2024"
            kind="date"
            value={typed("jaar")}
            error={error("jaar")}
          />
          <TextField
            language="nl"
            name="inkomen"
            label="Netto belastbaar inkomen als zelfstandige"
            hint="Bij een aanslagbiljet"
            kind="amount"
            before="€"
            value={typed("inkomen")}
            error={error("inkomen")}
          />
          <ChoiceField
            language="nl"
            name="leefbaar"
            label="Bij een attest: vindt VLAIO de activiteit leefbaar?"
            value={typed("leefbaar")}
            error={error("leefbaar")}
            row
            choices={[
              { value: "yes", label: "Ja" },
              { value: "no", label: "Nee" },
            ]}
          />
          <TextField
            language="nl"
            name="activiteit-vanaf"
            label="Telt vanaf kwartaal"
            hint="Bijvoorbeeld 2024-K1"
            kind="date"
            value={typed("activiteit-vanaf")}
            error={error("activiteit-vanaf")}
          />
          <AreaField
            language="nl"
            name="activiteit-bron"
            label="Waar staat dit?"
            rows={2}
            value={typed("activiteit-bron")}
            error={error("activiteit-bron")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Oordeel opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("ConvertToContingent") && CONVERTIBLE.includes(right.facts.measure) && right.converted === null ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/omzetten")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Omzetten in contingent</h2>
          {right.facts.measure === "LDE_COLLECTIVE" ? (
            <>
              <TextField
                language="nl"
                name="vte"
                label="Voltijdse equivalenten van het traject"
                hint="Zoals op de lijst, bijvoorbeeld 0,80"
                kind="share"
                value={typed("vte")}
                error={error("vte")}
              />
              <TextField
                language="nl"
                name="verhouding"
                label="Verhouding van het jaar waarin het traject eindigde"
                hint="Leeg als de regelgeving ze geeft; anders bijvoorbeeld 0,7"
                kind="share"
                value={typed("verhouding")}
                error={error("verhouding")}
              />
            </>
          ) : (
            <>
              <TextField
                language="nl"
                name="kwartalen"
                label="Kwartalen sinds het laatste pakket of de laatste LDE-toelage"
                hint="Leeg als er nooit een was"
                kind="share"
                value={typed("kwartalen")}
                error={error("kwartalen")}
              />
              <ChoiceField
                language="nl"
                name="behoud"
                label="Verbindt de werkgever zich ertoe de tewerkstelling te behouden?"
                value={typed("behoud")}
                error={error("behoud")}
                row
                choices={[
                  { value: "yes", label: "Ja" },
                  { value: "no", label: "Nee" },
                ]}
              />
              <ChoiceField
                language="nl"
                name="risico"
                label="Zou dat de leefbaarheid van de onderneming in gevaar brengen?"
                value={typed("risico")}
                error={error("risico")}
                row
                choices={[
                  { value: "yes", label: "Ja" },
                  { value: "no", label: "Nee" },
                ]}
              />
            </>
          )}
          <AreaField
            language="nl"
            name="omzetting-bron"
            label="Waar staat dit?"
            rows={2}
            value={typed("omzetting-bron")}
            error={error("omzetting-bron")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Omzetting opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
      {actions.includes("EndOldRight") ? (
        <form class="mw-form" method="post" action={rightPath(rightRef, "/beeindigen")}>
          <Hidden />
          <h2 class="au-c-heading au-c-heading--2">Beëindigen</h2>
          <TextField
            language="nl"
            name="laatste-dag"
            label="Laatste dag in dienst"
            hint="Bijvoorbeeld 15/03/2026"
            kind="date"
            value={typed("laatste-dag")}
            error={error("laatste-dag")}
          />
          <p class="mw-actions">
            <SubmitButton secondary>Einde opnemen</SubmitButton>
          </p>
        </form>
      ) : null}
    </>
  );
}
