// The forecast: eight quarters ahead per component, against the budget; a chart with its table.

import { forecastOf } from "../../../counter/index.ts";
import { cents, fromQuarterNumber } from "../../../kernel/index.ts";
import type { AccountLine, Forecast, ForecastQuarter } from "../../../payment/index.ts";
import { Empty } from "../../look/empty.tsx";
import { StaircaseChart } from "../../look/staircase-chart.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { at, componentName, euros, Frame, momentText, type PaymentDoor, type PaymentTools, quarterText } from "./frame.tsx";

export function forecastRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  door.page(at("/raming"), "ledger.see", async (page, c) => {
    const [forecast, accounts] = await Promise.all([forecastOf(counter, c.req.query("nu") === "1"), counter.accounts.overview()]);
    return <ForecastPage page={page} forecast={forecast} accounts={accounts} />;
  });
}

const amountOf = (of: ForecastQuarter, component: string): number => {
  const found = of.components.find((one) => one.component === component);
  return found === undefined ? 0 : found.cents + found.estimatedCents;
};

interface ForecastProps {
  readonly page: Page;
  readonly forecast: Forecast;
  readonly accounts: readonly AccountLine[];
}

function ForecastPage({ page, forecast, accounts }: ForecastProps) {
  const { quarters } = forecast;
  const components = quarters[0]?.components.map((one) => one.component) ?? [];
  const used = components.filter((component) => quarters.some((one) => amountOf(one, component) > 0));
  const estimated = quarters.reduce(
    (most, one) => Math.max(most, Math.max(0, ...one.components.map((part) => part.estimatedGrants))),
    0,
  );
  const first = quarters[0];
  const last = quarters.at(-1);
  return (
    <Frame page={page} title={t.pages.forecast}>
      <dl class="mw-facts">
        <dt>Eenheid</dt>
        <dd>euro per kwartaal</dd>
        <dt>Gemaakt op</dt>
        <dd>
          {momentText(forecast.madeAt)}. <a href={at("/raming?nu=1")}>Nu opnieuw maken</a>
        </dd>
        <dt>Lonen</dt>
        <dd>
          {forecast.wagesUpTo === null
            ? "geen bekend"
            : `laatst aangegeven loon van elke werknemer, tot en met het ${quarterText(forecast.wagesUpTo)}`}
          {forecast.expectedWages === 0
            ? ""
            : `; voor ${forecast.expectedWages} ${forecast.expectedWages === 1 ? "werknemer" : "werknemers"} het loon dat het sociaal secretariaat verwacht`}
        </dd>
        <dt>Let op</dt>
        <dd>
          Alleen wat nu al toegekend is: nieuwe toekenningen, verlengingen en een latere index zitten er niet in.
          {estimated === 0
            ? ""
            : ` Voor ${estimated} ${estimated === 1 ? "toekenning" : "toekenningen"} is nog geen loon bekend; die tellen mee aan het gemiddelde.`}
        </dd>
      </dl>
      {first === undefined || last === undefined || used.length === 0 ? (
        <Empty title="Niets te voorzien">
          <p>Er loopt geen enkele toekenning.</p>
        </Empty>
      ) : (
        <>
          <section class="mw-section">
            <Table
              caption="Per kwartaal en premie"
              stack={false}
              label="Raming per kwartaal"
              columns={[
                { key: "quarter", title: "Kwartaal" },
                ...used.map((component) => ({ key: component, title: componentName(component), number: true })),
                { key: "total", title: "Samen", number: true },
                { key: "grants", title: "Toekenningen", number: true },
              ]}
              rows={quarters.map((one) => ({
                cells: {
                  quarter: quarterText(one.quarter),
                  ...Object.fromEntries(used.map((component) => [component, euros(amountOf(one, component))])),
                  total: euros(one.cents),
                  grants: Math.max(0, ...one.components.map((part) => part.grants + part.estimatedGrants)),
                },
              }))}
            />
          </section>
          <section class="mw-section">
            <StaircaseChart
              language="nl"
              title="Raming per kwartaal"
              description={`Van ${euros(first.cents)} in het ${quarterText(first.quarter)} naar ${euros(last.cents)} in het ${quarterText(last.quarter)}. De tabel hierboven geeft elk bedrag.`}
              columns={quarters.map((one) => ({
                quarter: fromQuarterNumber(one.quarter),
                parts: [cents(amountOf(one, "WAGE")), cents(one.cents - amountOf(one, "WAGE"))],
                plateau: String(one.quarter),
              }))}
              chosen={-1}
              names={["Loonpremie", "Andere premies"]}
            />
          </section>
          <section class="mw-section mw-flow">
            <h2 class="au-c-heading au-c-heading--2">Naast de begroting</h2>
            <BudgetTable quarters={quarters} accounts={accounts} />
          </section>
        </>
      )}
    </Frame>
  );
}

/** Per year: what the quarters ahead in it come to, beside what was paid in it and the credit of its articles. */
function BudgetTable({
  quarters,
  accounts,
}: {
  readonly quarters: readonly ForecastQuarter[];
  readonly accounts: readonly AccountLine[];
}) {
  const years = [...new Set(quarters.map((one) => Math.floor(one.quarter / 4)))];
  const rows = years.map((year) => {
    const lines = accounts.filter((one) => one.year === year);
    const credits = lines.flatMap((one) => (one.creditCents === null ? [] : [one.creditCents]));
    const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
    return {
      year,
      ahead: sum(quarters.filter((one) => Math.floor(one.quarter / 4) === year).map((one) => one.cents)),
      paid: sum(lines.map((one) => one.settledCents)),
      credit: credits.length === 0 ? null : sum(credits),
    };
  });
  return (
    <>
      <Table
        caption="Raming en krediet per jaar"
        columns={[
          { key: "year", title: "Jaar" },
          { key: "ahead", title: "Kwartalen van dit jaar die nog komen", number: true },
          { key: "paid", title: "Al vereffend in dit jaar", number: true },
          { key: "credit", title: "Krediet", number: true },
        ]}
        rows={rows.map((one) => ({
          cells: {
            year: one.year,
            ahead: euros(one.ahead),
            paid: euros(one.paid),
            credit: one.credit === null ? <span class="mw-quiet">niet bekend</span> : euros(one.credit),
          },
        }))}
      />
      <p>
        Een kwartaal wordt betaald nadat het voorbij is: het laatste kwartaal van een jaar komt op de begroting van het volgende.
      </p>
    </>
  );
}
