// One quarterly run: where it stands, the dry run that is approved, the progress of work on it, and its lines.
import { reachOf } from "../../../access/index.ts";
import { dryRunOf, fileNumber, type RunWork, type WorkState } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef } from "../../../kernel/index.ts";
import type { DryRun, Run } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
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
import {
  acting,
  actorOf,
  at,
  componentName,
  errorOf,
  euros,
  Frame,
  momentText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  quarterText,
} from "./frame.tsx";

const PATH = at("/run/:run");

export function runRoutes(door: PaymentDoor, tools: PaymentTools): void {
  const { counter } = tools;
  const find = async (c: WebContext): Promise<Run | null> => {
    const runRef = c.req.param("run") ?? "";
    return isRef(runRef) ? counter.runs.find(runRef) : null;
  };
  const show = async (page: Page, c: WebContext, run: Run, reasons: readonly Reason[] = []): Promise<Shown> => {
    const work = await counter.work.state(run.runRef);
    const looking = (run.stage === "CALCULATED" || run.stage === "APPROVED") && work === null;
    const dry = looking ? await dryRunOf(counter, run) : null;
    const owners = dry?.ok === true ? await counter.queries.ownersOf(grantsShown(dry.value)) : [];
    // A page that shows work asks for itself again, without script.
    if (work !== null && work.failed === null) c.header("refresh", "3");
    const body = (
      <RunPage
        page={page}
        run={run}
        work={work}
        dry={dry?.ok === true ? dry.value : null}
        dryReasons={dry?.ok === false ? dry.error : []}
        numbers={new Map(owners.map((one) => [one.grantRef, fileNumber(one.fileRef)]))}
        reasons={reasons}
        may={(permission) => reachOf(visitorIn(c).session.active.role, permission) !== null}
        own={run.startedBy.ref === actorOf(c).ref}
      />
    );
    return { status: reasons.length > 0 ? 422 : 200, body };
  };
  door.page(PATH, "ledger.see", async (page, c) => {
    const run = await find(c);
    return run === null ? notFound(page) : show(page, c, run);
  });
  const act = (
    path: string,
    permission: "run.prepare" | "run.approve",
    does: (run: Run, c: WebContext, reason: string) => Promise<{ readonly ok: boolean; readonly error?: readonly Reason[] }>,
  ) =>
    door.form(`${PATH}${path}`, permission, async (page, c, form) => {
      const run = await find(c);
      if (run === null) return notFound(page);
      const done = await does(run, c, form.text("reason").trim());
      return done.ok ? seeOther(at(`/run/${run.runRef}`)) : show(page, c, run, done.error ?? []);
    });
  const enqueue = (action: RunWork) => async (run: Run, c: WebContext) => {
    await counter.work.enqueue(run.runRef, action, acting(c));
    return { ok: true };
  };
  act("/berekenen", "run.prepare", enqueue("CALCULATE"));
  act("/boeken", "run.prepare", enqueue("BOOK"));
  act("/goedkeuren", "run.approve", (run, c) => counter.runs.approve(run.runRef, actorOf(c)));
  act("/weigeren", "run.approve", async (run, c, reason) =>
    reason === "" ? { ok: false, error: [whyMissing()] } : counter.runs.reject(run.runRef, actorOf(c), reason),
  );
  act("/afbreken", "run.prepare", async (run, c, reason) =>
    reason === "" ? { ok: false, error: [whyMissing()] } : counter.runs.cancel(run.runRef, actorOf(c), reason),
  );
}

const whyMissing = (): Reason => ({
  id: "run.reason",
  rule: "",
  field: "reason",
  message: { nl: "Een reden ontbreekt", en: "A reason is missing", fr: "Un motif manque" },
  remedy: { nl: "Schrijf op waarom", en: "Write down why", fr: "Indiquez pourquoi" },
});

function grantsShown(report: DryRun): string[] {
  return [
    ...report.outliers.map((one) => one.grantRef),
    ...report.withheld.slice(0, SHOWN).map((one) => one.grantRef),
    ...[report.undeclared, report.first, report.last, report.endingSoon].flatMap((refs) => refs.slice(0, SHOWN)),
  ];
}
const SHOWN = 25;

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

function RunPage(props: RunProps) {
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
