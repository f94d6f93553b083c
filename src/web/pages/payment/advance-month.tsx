// Paying the advances of one month: the same bank file, sent once, as for a quarter.
import { reachOf } from "../../../access/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { isPlainDate, isRef, type PlainDate } from "../../../kernel/index.ts";
import type { AdvanceMonth } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
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
import {
  actorOf,
  at,
  doneIn,
  euros,
  Frame,
  monthText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  reasonText,
  shownWith,
} from "./frame.tsx";

const PATH = at("/voorschotten/maand/:maand");
export const monthPath = (month: PlainDate): string => at(`/voorschotten/maand/${month.slice(0, 7)}`);

export function advanceMonthRoutes(door: PaymentDoor, tools: PaymentTools): void {
  const { counter } = tools;
  const { advanceMonths, bank, clock } = counter;
  /** A month that has come; null: none, or one that lies ahead. */
  const monthIn = (c: WebContext): PlainDate | null => {
    const first = `${c.req.param("maand") ?? ""}-01`;
    return isPlainDate(first) && first <= clock.today() ? first : null;
  };
  const show = async (page: Page, c: WebContext, month: PlainDate, reasons: readonly Reason[] = []): Promise<Shown> => {
    const read = await advanceMonths.read(month, actorOf(c));
    const amount = counter.advances.amount();
    const view: BatchView = {
      page,
      paths: {
        make: monthPath(month),
        send: (batchRef) => `${monthPath(month)}/${batchRef}`,
        check: (paymentRef) => `${monthPath(month)}/rekening/${paymentRef}`,
      },
      payments: read.payments,
      batches: read.batches,
      names: await namesOfWaiting(tools, c, read.payments),
      may: amount.ok && reachOf(visitorIn(c).session.active.role, "bank.reconcile") !== null,
      reasons,
    };
    const off = amount.ok ? [] : amount.error;
    const body = <MonthPage view={view} month={month} read={read} off={off} done={doneIn(c)} />;
    return shownWith(body, reasons);
  };
  door.page(PATH, "ledger.see", (page, c) => {
    const month = monthIn(c);
    return month === null ? notFound(page) : show(page, c, month);
  });
  door.form(PATH, "bank.reconcile", async (page, c, form) => {
    const month = monthIn(c);
    if (month === null) return notFound(page);
    const on = executeOnIn(form, clock.today());
    const made = on.ok ? await advanceMonths.make(month, on.value, actorOf(c)) : on;
    return made.ok ? seeOther(`${monthPath(month)}?ok=gemaakt`) : show(page, c, month, made.error);
  });
  door.form(`${PATH}/:batch`, "bank.reconcile", async (page, c) => {
    const month = monthIn(c);
    const batchRef = c.req.param("batch") ?? "";
    if (month === null || !isRef(batchRef)) return notFound(page);
    const made = await bank.file(batchRef, actorOf(c));
    if (!made.ok) return show(page, c, month, made.error);
    const sent = await bank.send(batchRef, actorOf(c));
    return sent.ok ? fileResponse(made.value) : show(page, c, month, sent.error);
  });
  door.form(`${PATH}/rekening/:betaling`, "bank.reconcile", async (page, c) => {
    const month = monthIn(c);
    if (month === null) return notFound(page);
    const { payments } = await advanceMonths.read(month, actorOf(c));
    const payment = payments.find((one) => one.paymentRef === c.req.param("betaling"));
    if (payment === undefined) return notFound(page);
    const done = await bank.checkAccount(payment.paymentRef, payment.runRef, actorOf(c));
    return done.ok ? seeOther(`${monthPath(month)}?ok=nagekeken`) : show(page, c, month, done.error);
  });
}

interface MonthProps {
  readonly view: BatchView;
  readonly month: PlainDate;
  readonly read: AdvanceMonth;
  readonly off: readonly Reason[];
  readonly done: string;
}

const DONE: Readonly<Record<string, string>> = {
  gemaakt: "Het bankbestand is gemaakt",
  nagekeken: "U keek de rekening na",
};

function MonthPage({ view, month, read, off, done }: MonthProps) {
  const { page, payments, may, reasons } = view;
  return (
    <Frame
      page={page}
      title={`Voorschotten van ${monthText(month)}`}
      crumbs={[{ href: at("/voorschotten"), label: t.pages.advances }]}
      reasons={reasons}
      fields={["executeOn"]}
    >
      {DONE[done] === undefined || reasons.length > 0 ? null : <Alert kind="success" title={DONE[done] ?? ""} />}
      {off.length === 0 ? null : (
        <Alert kind="info" title="Voorschotten staan uit">
          {off.map((one) => (
            <p>{reasonText(one)}</p>
          ))}
        </Alert>
      )}
      <p>
        Nog te betalen: {read.owed} {read.owed === 1 ? "voorschot" : "voorschotten"}, samen {euros(read.owedCents)}.
      </p>
      {payments.length === 0 ? null : <PaymentStates payments={payments} />}
      {may ? <BatchForm {...view} /> : null}
      <BatchFiles {...view} />
      <WaitingPayments {...view} />
    </Frame>
  );
}
