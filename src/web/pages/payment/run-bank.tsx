// Paying a booked run: its bank file, once, and every payment of it that waits.
import { reachOf } from "../../../access/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isRef } from "../../../kernel/index.ts";
import type { Run } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { Empty } from "../../look/empty.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import {
  BatchFiles,
  BatchForm,
  type BatchView,
  executeOnIn,
  fileResponse,
  namesOfWaiting,
  PaymentStates,
  WaitingPayments,
} from "./batch-view.tsx";
import { actorOf, at, doneIn, Frame, notFound, type PaymentDoor, type PaymentTools, quarterText, shownWith } from "./frame.tsx";

export function runBankRoutes(door: PaymentDoor, tools: PaymentTools): void {
  const { counter } = tools;
  const { bank } = counter;
  const findRun = async (c: WebContext): Promise<Run | null> => {
    const ref = c.req.param("run") ?? "";
    const run = isRef(ref) ? await counter.runs.find(ref) : null;
    return run?.stage === "BOOKED" ? run : null;
  };
  const show = async (page: Page, c: WebContext, run: Run, reasons: readonly Reason[] = []): Promise<Shown> => {
    const [batches, payments] = await Promise.all([bank.batches(run.runRef), bank.payments(run.runRef, actorOf(c))]);
    const to = (path = "") => at(`/run/${run.runRef}/bank${path}`);
    const view: BatchView = {
      page,
      paths: {
        make: to(),
        send: (batchRef) => to(`/${batchRef}`),
        check: (paymentRef) => at(`/run/${run.runRef}/rekening/${paymentRef}`),
      },
      payments,
      batches,
      names: await namesOfWaiting(tools, c, payments),
      may: reachOf(visitorIn(c).session.active.role, "bank.reconcile") !== null,
      reasons,
    };
    return shownWith(<RunBankPage view={view} run={run} done={doneIn(c)} />, reasons);
  };
  door.page(at("/run/:run/bank"), "ledger.see", async (page, c) => {
    const run = await findRun(c);
    return run === null ? notFound(page) : show(page, c, run);
  });
  door.form(at("/run/:run/bank"), "bank.reconcile", async (page, c, form) => {
    const run = await findRun(c);
    if (run === null) return notFound(page);
    const on = executeOnIn(form, counter.clock.today());
    if (!on.ok) return show(page, c, run, on.error);
    const made = await bank.make(run.runRef, on.value, actorOf(c));
    return made.ok ? seeOther(at(`/run/${run.runRef}/bank?ok=gemaakt`)) : show(page, c, run, made.error);
  });
  // Downloading is sending: from that moment the file counts as handed to the bank, and a second time is refused.
  door.form(at("/run/:run/bank/:batch"), "bank.reconcile", async (page, c) => {
    const run = await findRun(c);
    const batchRef = c.req.param("batch") ?? "";
    if (run === null || !isRef(batchRef)) return notFound(page);
    const made = await bank.file(batchRef, actorOf(c));
    if (!made.ok) return show(page, c, run, made.error);
    const sent = await bank.send(batchRef, actorOf(c));
    return sent.ok ? fileResponse(made.value) : show(page, c, run, sent.error);
  });
  door.form(at("/run/:run/rekening/:betaling"), "bank.reconcile", async (page, c) => {
    const run = await findRun(c);
    if (run === null) return notFound(page);
    const done = await bank.checkAccount(c.req.param("betaling") ?? "", run.runRef, actorOf(c));
    return done.ok ? seeOther(at(`/run/${run.runRef}/bank?ok=nagekeken`)) : show(page, c, run, done.error);
  });
}

const DONE: Readonly<Record<string, string>> = {
  gemaakt: "Het bankbestand is gemaakt",
  nagekeken: "U keek de rekening na",
};

function RunBankPage({ view, run, done }: { readonly view: BatchView; readonly run: Run; readonly done: string }) {
  const { page, payments, may, reasons } = view;
  return (
    <Frame
      page={page}
      title={`Betalen ${quarterText(run.start.quarter)}`}
      crumbs={[
        { href: at("/runs"), label: t.pages.runs },
        { href: at(`/run/${run.runRef}`), label: `Berekening ${quarterText(run.start.quarter)}` },
      ]}
      reasons={reasons}
      fields={["executeOn"]}
    >
      {DONE[done] === undefined || reasons.length > 0 ? null : <Alert kind="success" title={DONE[done] ?? ""} />}
      {payments.length === 0 ? (
        <Empty title="Nog geen betalingen">
          <p>Maak het bankbestand. Dan wordt verdeeld wat naar wie gaat: na voorschotten, terugvorderingen en blokkeringen.</p>
        </Empty>
      ) : (
        <PaymentStates payments={payments} />
      )}
      {may ? <BatchForm {...view} /> : null}
      <BatchFiles {...view} />
      <WaitingPayments {...view} />
    </Frame>
  );
}
