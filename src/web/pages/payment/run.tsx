// One quarterly run: where it stands, the dry run that is approved, the progress of work on it, and its lines.
import { reachOf } from "../../../access/index.ts";
import { dryRunOf, fileNumber, type RunWork } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef } from "../../../kernel/index.ts";
import type { DryRun, Run } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import type { Page } from "../../page.ts";
import { acting, actorOf, at, notFound, type PaymentDoor, type PaymentTools, shownWith } from "./frame.tsx";
import { RunPage, SHOWN } from "./run-page.tsx";

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
    return shownWith(body, reasons);
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
    ...[report.withheld, report.signalled, report.unchecked].flatMap((some) => some.slice(0, SHOWN).map((one) => one.grantRef)),
    ...[report.undeclared, report.several, report.first, report.last, report.endingSoon].flatMap((refs) => refs.slice(0, SHOWN)),
  ];
}
