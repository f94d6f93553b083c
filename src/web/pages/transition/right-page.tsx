// One older right: where it stands, which measure pays each quarter, what was recorded, and what a person may record now.
import type { OpenedRight, RightQuarter } from "../../../counter/index.ts";
import { type Cents, formatDate, formatEuro, formatQuarter, fromQuarterNumber } from "../../../kernel/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
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
  readonly done: string;
  readonly mistakes: readonly FieldMistake[];
  readonly commandId: string;
}

const DONE: Readonly<Record<string, string>> = {
  "evaluatie-vragen": "De vraag om een evaluatie staat in het dossier",
  "evaluatie-beslissen": "De beslissing staat in het dossier",
  bedrag: "Het bedrag staat in het dossier",
  beeindigen: "Het einde staat in het dossier",
};

const OUTCOME = {
  IMW: "toekenning van individueel maatwerk",
  NO_NEED: "geen nood meer",
  OLD_CRITERIA: "beslist op de oude criteria",
} as const;

export function RightPage({ page, rightRef, opened, person, employer, quarters, done, mistakes, commandId }: RightProps) {
  const { right, lastDay } = opened;
  const { facts, evaluation } = right;
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
            { name: "Werkgever", value: employer ?? "Zelfstandige" },
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
                { key: "percentage", title: "Percentage", number: true },
                { key: "paid", title: "Geboekt", number: true },
              ]}
              rows={quarters.map((one) => ({
                cells: {
                  quarter: formatQuarter(fromQuarterNumber(one.quarter), "nl"),
                  measure: one.by === "OLD" ? MEASURE[facts.measure] : "Individueel maatwerk",
                  percentage: one.percentage === null ? "-" : `${one.percentage} %`,
                  paid: one.cents === null ? "nog niet geboekt" : formatEuro(one.cents as Cents, "nl"),
                },
              }))}
            />
          </section>
        )}
        <Actions page={page} rightRef={rightRef} opened={opened} mistakes={mistakes} commandId={commandId} />
      </div>
    </Layout>
  );
}

type ActionProps = Pick<RightProps, "page" | "rightRef" | "opened" | "mistakes" | "commandId">;

function Actions({ page, rightRef, opened, mistakes, commandId }: ActionProps) {
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
            value=""
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
            value="NO_NEED"
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
            value=""
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
            value=""
            error={error("bedrag")}
          />
          <TextField
            language="nl"
            name="vanaf"
            label="Eerste kwartaal"
            hint="Bijvoorbeeld 2024-K1"
            kind="date"
            value=""
            error={error("vanaf")}
          />
          <TextField
            language="nl"
            name="tot"
            label="Laatste kwartaal"
            hint="Leeg: tot het einde van het recht"
            kind="date"
            value=""
            error={error("tot")}
          />
          <AreaField language="nl" name="bron" label="Bron van het bedrag" rows={2} value="" error={error("bron")} />
          <p class="mw-actions">
            <SubmitButton secondary>Bedrag opnemen</SubmitButton>
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
            value=""
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
