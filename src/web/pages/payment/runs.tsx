// The list of quarterly runs, and the form that starts one.

import { reachOf } from "../../../access/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { quarterIndexNumber, quarterOf } from "../../../kernel/index.ts";
import type { Run } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SelectField } from "../../look/select-field.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import {
  actorOf,
  at,
  dayOf,
  errorOf,
  euros,
  Frame,
  mistake,
  type PaymentDoor,
  type PaymentTools,
  quarterCode,
  quarterText,
  readQuarter,
  shownWith,
} from "./frame.tsx";

const LISTED = 40;
/** Quarters that the form offers, last first. */
const OFFERED = 16;

export function runsRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  const show = async (page: Page, mayStart: boolean, filled: Filled, reasons: readonly Reason[]): Promise<Shown> => {
    const runs = await counter.runs.list(LISTED);
    const last = quarterIndexNumber(quarterOf(counter.clock.today())) - 1;
    const body = <RunsPage page={page} runs={runs} mayStart={mayStart} last={last} filled={filled} reasons={reasons} />;
    return shownWith(body, reasons);
  };
  const mayStart = (c: Parameters<typeof visitorIn>[0]) => reachOf(visitorIn(c).session.active.role, "run.prepare") !== null;
  door.page(at("/runs"), "ledger.see", (page, c) => {
    // A proposal elsewhere fills the form in; whoever starts the run still looks at it.
    const named = (name: string): string => (readQuarter(c.req.query(name) ?? "") === null ? "" : (c.req.query(name) ?? ""));
    return show(page, mayStart(c), { quarter: named("kwartaal"), correctFrom: named("vanaf") }, []);
  });
  door.form(at("/runs"), "run.prepare", async (page, c, form) => {
    const filled = { quarter: form.text("quarter"), correctFrom: form.text("correctFrom") };
    const quarter = readQuarter(filled.quarter);
    const correctFrom = filled.correctFrom === "" ? quarter : readQuarter(filled.correctFrom);
    if (quarter === null || correctFrom === null)
      return show(page, true, filled, [noQuarter(quarter === null ? "quarter" : "correctFrom")]);
    const started = await counter.runs.start(quarter, actorOf(c), correctFrom);
    return started.ok ? seeOther(at(`/run/${started.value.runRef}`)) : show(page, true, filled, started.error);
  });
}

interface Filled {
  readonly quarter: string;
  readonly correctFrom: string;
}

const noQuarter = (field: string): Reason => mistake(field, "Kies een kwartaal", "Kies uit de lijst");

interface RunsProps {
  readonly page: Page;
  readonly runs: readonly Run[];
  readonly mayStart: boolean;
  readonly last: number;
  readonly filled: Filled;
  readonly reasons: readonly Reason[];
}

function RunsPage({ page, runs, mayStart, last, filled, reasons }: RunsProps) {
  const open = runs.find((run) => ["STARTED", "CALCULATED", "APPROVED"].includes(run.stage));
  const options = Array.from({ length: OFFERED }, (_, i) => last - i).map((n) => ({
    value: quarterCode(n),
    label: quarterText(n),
  }));
  return (
    <Frame page={page} title={t.pages.runs} reasons={reasons} fields={["quarter", "correctFrom"]}>
      {open === undefined ? null : (
        <Alert kind="info" title="Er loopt een berekening">
          <p>
            <a href={at(`/run/${open.runRef}`)}>{quarterText(open.start.quarter)}</a>: {t.stages[open.stage]}. Er kan er maar één
            tegelijk lopen.
          </p>
        </Alert>
      )}
      {mayStart && open === undefined ? (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Nieuwe berekening</h2>
          <p>
            Bij de start worden de gegevens bevroren: toekenningen, aangiften en de wet zoals ze nu bekend zijn. U krijgt eerst
            een proefberekening; er wordt nog niets geboekt of betaald.
          </p>
          <form method="post" action={at("/runs")} class="mw-form">
            <FormKey page={page} />
            <SelectField
              language="nl"
              name="quarter"
              label="Kwartaal"
              options={options}
              value={filled.quarter}
              error={errorOf(reasons, "quarter")}
            />
            <SelectField
              language="nl"
              name="correctFrom"
              label="Eerdere kwartalen opnieuw berekenen vanaf"
              hint="Verschillen met wat al geboekt is, worden correcties."
              options={[{ value: "", label: "Geen" }, ...options]}
              value={filled.correctFrom}
              error={errorOf(reasons, "correctFrom")}
            />
            <p class="mw-actions">
              <SubmitButton>Starten en gegevens bevriezen</SubmitButton>
            </p>
          </form>
        </section>
      ) : null}
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Eerdere berekeningen</h2>
        {runs.length === 0 ? (
          <Empty title="Nog geen berekening in dit systeem">
            <p>Regels die bij de start zijn overgenomen, staan wel in het grootboek.</p>
          </Empty>
        ) : (
          <Table
            caption="Kwartaalberekeningen, nieuwste eerst"
            captionHidden
            columns={[
              { key: "quarter", title: "Kwartaal" },
              { key: "stage", title: "Toestand" },
              { key: "frozen", title: "Bevroren op" },
              { key: "lines", title: "Regels", number: true },
              { key: "cents", title: "Bedrag", number: true },
            ]}
            rows={runs.map((run) => ({
              cells: {
                quarter: <a href={at(`/run/${run.runRef}`)}>{quarterText(run.start.quarter)}</a>,
                stage: t.stages[run.stage],
                frozen: dayOf(run.start.knownAt),
                lines: run.result === null ? "" : run.result.totals.reduce((sum, one) => sum + one.lines, 0),
                cents: run.result === null ? "" : euros(run.result.totals.reduce((sum, one) => sum + one.cents, 0)),
              },
            }))}
          />
        )}
      </section>
    </Frame>
  );
}
