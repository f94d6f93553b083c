// The internal dashboard: work in progress, turnaround and budget, asked of the records now, with the watermark of internal views.

import { internalWatermark } from "../../../statistics/index.ts";
import type { Page } from "../../page.ts";
import { BudgetLeft, type BudgetRow } from "./budget-left.tsx";
import type { DrawnFigure } from "./figure-block.tsx";
import { FigureBlock } from "./figure-block.tsx";
import { StaffPage } from "./staff-page.tsx";

interface InsideProps {
  readonly page: Page;
  readonly drawn: readonly DrawnFigure[];
  /** Null without a payment counter. */
  readonly budget: { readonly year: number; readonly rows: readonly BudgetRow[] } | null;
}

export function InsidePage({ page, drawn, budget }: InsideProps) {
  return (
    <StaffPage page={page} title="Intern dashboard">
      <section class="mw-watermark" aria-label="Interne cijfers">
        <p class="mw-watermark__words">{internalWatermark.nl}</p>
        {drawn.map((one) => (
          <FigureBlock language="nl" drawn={one} level={2} />
        ))}
        {budget === null ? null : <BudgetLeft {...budget} />}
      </section>
    </StaffPage>
  );
}

/** Work that waits, how long it took, what was booked: counted back from today. */
export function insideSheet(today: string): string {
  const year = Number(today.slice(0, 4));
  const quarter = year * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const name = (index: number): string => `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  const past = [4, 3, 2, 1].map((back) => name(quarter - back)).join(", ");
  const text = (nl: string): string => `{ nl: "${nl}", en: "${nl}", fr: "${nl}" }`;
  return `figures:
  - id: lopend-werk
    title: ${text("Aanvragen in behandeling, naar stand")}
    unit: application
    measure: { stock: application }
    at: ${today}
    population: { applicationState: [PENDING, INCOMPLETE] }
    by: [applicationState, premiums]
  - id: doorlooptijd
    title: ${text("Mediane doorlooptijd van aanvragen, in dagen")}
    unit: day
    measure: { cohort: application.filed, until: application.decided }
    at: [${past}]
    value: { median: turnaroundDays }
    by: [applicant]
  - id: indiceringen
    title: ${text("Indiceringen die op een beslissing wachten")}
    unit: indication
    measure: { stock: indication }
    at: ${today}
    by: [indicationMeasure]
  - id: vastgelegd
    title: ${text("Vastgelegd per kwartaal en soort premie")}
    unit: euro
    measure: { flow: commitment.booked }
    at: [${past}]
    by: [component]
  - id: betaald
    title: ${text("Door de bank betaald per kwartaal")}
    unit: euro
    measure: { flow: transfer.executed }
    at: [${past}]
  - id: budget
    title: ${text("Vereffend over elk kwartaal, per soort premie")}
    unit: euro
    measure: { flow: payment.due }
    at: [${past}]
    by: [component]
`;
}
