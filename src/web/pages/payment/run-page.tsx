// A run as it is read: where it stands, what it comes to, on what it was frozen, and what can be done.
import type { WorkState } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import type { DryRun, Run } from "../../../payment/index.ts";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Stages } from "../../look/stages.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { DryRunPart } from "./dry-run.tsx";
import { at, componentName, errorOf, euros, Frame, momentText, quarterText } from "./frame.tsx";

export const SHOWN = 25;

type May = (permission: "run.prepare" | "run.approve") => boolean;

interface RunProps {
  readonly page: Page;
  readonly run: Run;
  readonly work: WorkState | null;
  readonly dry: DryRun | null;
  readonly dryReasons: readonly Reason[];
  /** File number of each grant that is shown. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly reasons: readonly Reason[];
  readonly may: May;
  /** The reader started it. */
  readonly own: boolean;
}

const STEPS = ["Gegevens bevroren", "Proefberekening", "Goedkeuring", "Geboekt"] as const;

const STEP_AT: Readonly<Record<string, number>> = {
  STARTED: 0,
  CALCULATED: 1,
  APPROVED: 2,
  BOOKED: 3,
  REJECTED: 1,
  CANCELLED: 1,
};

export function RunPage(props: RunProps) {
  const { page, run, work, dry, dryReasons, numbers, reasons } = props;
  const title = `Berekening ${quarterText(run.start.quarter)}`;
  return (
    <Frame page={page} title={title} crumbs={[{ href: at("/runs"), label: t.pages.runs }]} reasons={reasons} fields={["reason"]}>
      <Stages label="Stappen van de berekening" stages={STEPS} at={STEP_AT[run.stage] ?? 0} />
      <p class="mw-lead">{t.stages[run.stage]}.</p>
      <WorkPart work={work} run={run} />
      {dryReasons.length === 0 ? null : (
        <Alert kind="warning" title="De proefberekening kan niet meer gemaakt worden">
          {dryReasons.map((one) => (
            <p>
              {one.message.nl}. {one.remedy.nl}.
            </p>
          ))}
        </Alert>
      )}
      <Doing {...props} />
      {run.result === null ? null : <Totals run={run} />}
      {dry === null ? null : <DryRunPart report={dry} numbers={numbers} shown={SHOWN} />}
      <Frozen run={run} />
    </Frame>
  );
}

function WorkPart({ work, run }: { readonly work: WorkState | null; readonly run: Run }) {
  if (work === null) return null;
  const name = work.action === "BOOK" ? "boeken" : "berekenen";
  if (work.failed !== null)
    return (
      <Alert kind="error" title={`Het ${name} is gestopt`}>
        <p>{work.failed}</p>
        <p>Er is niets half bewaard. U kunt het opnieuw proberen.</p>
      </Alert>
    );
  const { progress } = work;
  return (
    <Alert kind="info" title={`Het ${name} is bezig`}>
      {progress === null ? (
        <p>Het werk begint zo.</p>
      ) : (
        <p>
          <label for="vordering">
            {progress.done} van {progress.of} delen klaar
          </label>
          <br />
          <progress id="vordering" class="mw-progress" value={progress.done} max={progress.of}>
            {progress.done} van {progress.of}
          </progress>
        </p>
      )}
      <p>
        Gestart op {momentText(work.since)}. Deze pagina ververst zichzelf. U mag ze sluiten: het werk gaat gewoon verder. Ook als
        de computer stilvalt, gaat het daarna verder waar het was.
      </p>
      <p>
        <a href={at(`/run/${run.runRef}`)}>Nu verversen</a>
      </p>
    </Alert>
  );
}

function Doing({ page, run, work, may, own, reasons }: RunProps) {
  const busy = work !== null && work.failed === null;
  const to = (path: string) => at(`/run/${run.runRef}${path}`);
  const button = (path: string, label: string, secondary = false) => (
    <form method="post" action={to(path)}>
      <FormKey page={page} />
      <SubmitButton secondary={secondary}>{label}</SubmitButton>
    </form>
  );
  if (busy) return null;
  const ending = run.stage === "STARTED" || run.stage === "CALCULATED" || run.stage === "APPROVED";
  return (
    <section class="mw-section mw-flow mw-hide-print">
      <h2 class="au-c-heading au-c-heading--2">Wat u kunt doen</h2>
      {run.stage === "STARTED" && may("run.prepare") ? button("/berekenen", "Proefberekening maken") : null}
      {run.stage === "CALCULATED" && may("run.approve") && !own ? (
        <>
          <p>Kijk de totalen, verschillen en uitschieters hieronder na. Uw goedkeuring geldt voor precies dit resultaat.</p>
          {button("/goedkeuren", "Goedkeuren")}
        </>
      ) : null}
      {run.stage === "CALCULATED" && own ? <p>U startte deze berekening. Een andere persoon moet ze goedkeuren.</p> : null}
      {run.stage === "CALCULATED" && !own && !may("run.approve") ? <p>Een goedkeurder beslist nu.</p> : null}
      {run.stage === "APPROVED" && may("run.prepare") ? (
        <>
          <p>
            Boeken rekent opnieuw op de bevroren gegevens en legt alle regels vast. Geeft dat een ander resultaat, dan stopt het.
          </p>
          {button("/boeken", "Boeken")}
        </>
      ) : null}
      {run.stage === "BOOKED" ? (
        <ul>
          <li>
            <a href={to("/bank")}>Betalen: bankbestand en antwoorden van de bank</a>
          </li>
          <li>
            <a href={to("/regels")}>Alle regels van deze berekening</a>
          </li>
          <li>
            <a href={to("/regels?soort=correction")}>Correcties met hun oorzaak</a>
          </li>
          <li>
            <a href={to("/afrekeningen")}>Afrekeningen per werkgever en zelfstandige</a>
          </li>
          <li>
            <a href={at("/terugvorderingen?toestand=PROPOSED")}>Terugvorderingen die nu voorgesteld zijn</a>
          </li>
        </ul>
      ) : null}
      {run.stage === "REJECTED" || run.stage === "CANCELLED" ? <p>Deze berekening is ten einde. Er is niets geboekt.</p> : null}
      {ending && (may("run.prepare") || (run.stage === "CALCULATED" && may("run.approve") && !own)) ? (
        <details class="mw-unfold">
          <summary>{may("run.prepare") ? "Berekening afbreken" : "Berekening weigeren"}</summary>
          <div class="mw-unfold__body">
            <form method="post" action={to(may("run.prepare") ? "/afbreken" : "/weigeren")} class="mw-form">
              <FormKey page={page} />
              <AreaField language="nl" name="reason" label="Waarom?" rows={3} value="" error={errorOf(reasons, "reason")} />
              <p class="mw-actions">
                <SubmitButton secondary>{may("run.prepare") ? "Afbreken" : "Weigeren"}</SubmitButton>
              </p>
            </form>
          </div>
        </details>
      ) : null}
    </section>
  );
}

function Totals({ run }: { readonly run: Run }) {
  const totals = run.result?.totals ?? [];
  const sum = totals.reduce((all, one) => ({ lines: all.lines + one.lines, cents: all.cents + one.cents }), {
    lines: 0,
    cents: 0,
  });
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Totalen</h2>
      {totals.length === 0 ? (
        <p>Deze berekening geeft geen enkele regel: alles wat nu bekend is, was al geboekt.</p>
      ) : (
        <Table
          caption="Regels en bedrag per kwartaal en premie"
          columns={[
            { key: "quarter", title: "Kwartaal" },
            { key: "component", title: "Premie" },
            { key: "lines", title: "Regels", number: true },
            { key: "cents", title: "Bedrag", number: true },
          ]}
          rows={[
            ...totals.map((one) => ({
              cells: {
                quarter: quarterText(one.quarter),
                component: componentName(one.component),
                lines: one.lines,
                cents: euros(one.cents),
              },
            })),
            { total: true, cells: { quarter: "Samen", component: "", lines: sum.lines, cents: euros(sum.cents) } },
          ]}
        />
      )}
      {(run.result?.withheld ?? 0) > 0 ? (
        <p>
          Voor {run.result?.withheld} {run.result?.withheld === 1 ? "toekenning" : "toekenningen"} geeft de wet geen bedrag. Die
          worden niet betaald en wachten op een persoon.
        </p>
      ) : null}
    </section>
  );
}

function Frozen({ run }: { readonly run: Run }) {
  const { start } = run;
  return (
    <section class="mw-section">
      <h2 class="au-c-heading au-c-heading--2">Bevroren gegevens</h2>
      <SummaryList
        rows={[
          { name: "Bekend op", value: momentText(start.knownAt) },
          {
            name: "Kwartalen",
            value:
              start.correctFrom === start.quarter
                ? quarterText(start.quarter)
                : `${quarterText(start.correctFrom)} tot en met ${quarterText(start.quarter)}`,
          },
          { name: "Wet", value: start.lawVersion },
          { name: "Regels", value: <span class="mw-id">{start.graphHash.slice(0, 16)}</span> },
          { name: "Waarden", value: <span class="mw-id">{start.parametersHash.slice(0, 16)}</span> },
          ...(run.result === null
            ? []
            : [{ name: "Vingerafdruk van het resultaat", value: <span class="mw-id">{run.result.fingerprint}</span> }]),
        ]}
      />
    </section>
  );
}
