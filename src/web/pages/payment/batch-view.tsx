// Payments as they stand at the bank and the files that carry them: the same for a run and for a month of advances.
import { beneficiaryNames, type NamedBeneficiary } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { formatDate, formatIban, type PlainDate, parseDateAsTyped, type Result } from "../../../kernel/index.ts";
import type { MadeBatch, Payment, StoredBatch } from "../../../payment/index.ts";
import type { SentForm, WebContext } from "../../door.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { bankText as b } from "../../text/payment-bank.ts";
import { acting, errorOf, euros, fromProblem, momentText, type PaymentTools } from "./frame.tsx";

const SHOWN = 100;
const STATES = ["READY", "WAITING", "BATCHED", "SENT", "ACCEPTED", "EXECUTED"] as const;

/** Where the forms of a page of payments go. */
export interface BatchPaths {
  readonly make: string;
  readonly send: (batchRef: string) => string;
  readonly check: (paymentRef: string) => string;
}

export interface BatchView {
  readonly page: Page;
  readonly paths: BatchPaths;
  readonly payments: readonly Payment[];
  readonly batches: readonly StoredBatch[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
  readonly may: boolean;
  readonly reasons: readonly Reason[];
}

/** Names of those whose payment waits, opened for this page. */
export function namesOfWaiting({ counter }: Pick<PaymentTools, "counter">, c: WebContext, payments: readonly Payment[]) {
  const waiting = payments.filter((one) => one.state === "WAITING").slice(0, SHOWN);
  return beneficiaryNames(
    counter,
    acting(c),
    waiting.map((one) => one.beneficiary.ref),
    "Betalingen die wachten",
  );
}

/** The day that was typed; today where none was. */
export function executeOnIn(form: SentForm, today: PlainDate): Result<PlainDate, readonly Reason[]> {
  const typed = form.text("executeOn").trim();
  if (typed === "") return { ok: true, value: today };
  const on = parseDateAsTyped(typed, "executeOn");
  if (on.ok) return on;
  return { ok: false, error: [fromProblem(on.error)] };
}

/** The file that leaves; it is told that it left before this is called. */
export const fileResponse = ({ batch, file }: MadeBatch): Response =>
  new Response(file, {
    headers: {
      "content-type": "application/xml; charset=utf-8",
      "content-disposition": `attachment; filename="${batch.messageId}.xml"`,
      "cache-control": "no-store",
    },
  });

export function PaymentStates({ payments }: Pick<BatchView, "payments">) {
  return (
    <Table
      caption="Waar de betalingen staan"
      columns={[
        { key: "state", title: "Toestand" },
        { key: "n", title: "Aantal", number: true },
        { key: "cents", title: "Bedrag", number: true },
      ]}
      rows={STATES.flatMap((state) => {
        const those = payments.filter((one) => one.state === state);
        const sum = those.reduce((total, one) => total + one.cents, 0);
        return those.length === 0 ? [] : [{ cells: { state: b.states[state], n: those.length, cents: euros(sum) } }];
      })}
    />
  );
}

export function BatchForm({ page, paths, batches, reasons }: BatchView) {
  const open = batches.find((one) => one.sentAt === null);
  return (
    <section class="mw-section mw-flow mw-hide-print">
      <h2 class="au-c-heading au-c-heading--2">Bankbestand</h2>
      {open === undefined ? (
        <form method="post" action={paths.make} class="mw-form">
          <FormKey page={page} />
          <TextField
            language="nl"
            name="executeOn"
            kind="date"
            label="Dag waarop de bank moet betalen"
            hint="Leeg: vandaag."
            value=""
            error={errorOf(reasons, "executeOn")}
          />
          <p class="mw-actions">
            <SubmitButton>Bankbestand maken</SubmitButton>
          </p>
        </form>
      ) : (
        <>
          <p>
            {open.payments} {open.payments === 1 ? "betaling" : "betalingen"}, samen {euros(open.cents)}, uit te voeren op{" "}
            {formatDate(open.executeOn, "nl")}. U downloadt het één keer: vanaf dan telt het als verzonden, en een tweede keer
            wordt geweigerd.
          </p>
          <form method="post" action={paths.send(open.batchRef)}>
            <FormKey page={page} />
            <SubmitButton>Eén keer downloaden en als verzonden noteren</SubmitButton>
          </form>
        </>
      )}
    </section>
  );
}

export function BatchFiles({ page, paths, batches, may }: BatchView) {
  if (batches.length === 0) return null;
  return (
    <section class="mw-section mw-flow">
      <h2 class="au-c-heading au-c-heading--2">Bestanden</h2>
      <Table
        caption="Bankbestanden"
        captionHidden
        columns={[
          { key: "id", title: "Bestand" },
          { key: "n", title: "Betalingen", number: true },
          { key: "cents", title: "Controlesom", number: true },
          { key: "sent", title: "Verzonden" },
        ]}
        rows={batches.map((one) => ({
          cells: {
            id: <span class="mw-id">{one.messageId}</span>,
            n: one.payments,
            cents: euros(one.cents),
            sent: one.sentAt === null ? "Nog niet" : momentText(one.sentAt),
          },
        }))}
      />
      {may && batches.some((one) => one.sentAt !== null) ? (
        <details class="mw-unfold">
          <summary>Een verzonden bestand opnieuw downloaden</summary>
          <div class="mw-unfold__body mw-flow">
            <p>
              Dat wordt geweigerd: wie het een tweede keer aan de bank geeft, betaalt twee keer. Ging het bestand verloren, vraag
              de beheerder.
            </p>
            {batches
              .filter((one) => one.sentAt !== null)
              .map((one) => (
                <form method="post" action={paths.send(one.batchRef)}>
                  <FormKey page={page} />
                  <SubmitButton secondary>{`Opnieuw: ${one.messageId}`}</SubmitButton>
                </form>
              ))}
          </div>
        </details>
      ) : null}
    </section>
  );
}

/** Payments that cannot go, each with why, and the look at a changed account by two persons. */
export function WaitingPayments({ page, paths, payments, names, may }: BatchView) {
  const waiting = payments.filter((one) => one.state === "WAITING");
  if (waiting.length === 0) return null;
  return (
    <section class="mw-section mw-flow" id="wachtend">
      <h2 class="au-c-heading au-c-heading--2">Betalingen die wachten ({waiting.length})</h2>
      <ul class="mw-cards">
        {waiting.slice(0, SHOWN).map((one) => (
          <li>
            <p>
              <strong>{names.get(one.beneficiary.ref)?.name ?? "?"}</strong>, {euros(one.cents)}.{" "}
              {one.waits === null ? "" : b.waits[one.waits]}
              {one.bankReason === null ? "" : ` (${one.bankReason}: ${b.bankReasons[one.bankReason] ?? "reden van de bank"})`}
            </p>
            {may && one.account !== null && (one.waits === "ACCOUNT_CHANGED" || one.waits === "ACCOUNT_FAILED") ? (
              <>
                <p>
                  Nieuwe rekening: <span class="mw-id">{formatIban(one.account.iban)}</span>. Twee personen vergelijken ze met het
                  stuk van de begunstigde.
                </p>
                <form method="post" action={paths.check(one.paymentRef)}>
                  <FormKey page={page} />
                  <SubmitButton secondary>
                    Rekening nagekeken
                    <span class="au-u-hidden-visually"> van {names.get(one.beneficiary.ref)?.name ?? ""}</span>
                  </SubmitButton>
                </form>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {waiting.length > SHOWN ? <p>Alleen de eerste {SHOWN} staan hier.</p> : null}
    </section>
  );
}
