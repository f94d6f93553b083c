// To the bank and back: the bank file of a run, once; the bank's answers; returned payments, changed accounts and what nobody could place.
import { reachOf } from "../../../access/index.ts";
import { beneficiaryNames, type NamedBeneficiary } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { formatDate, formatIban, isRef, parseDateAsTyped } from "../../../kernel/index.ts";
import type { BankEntry, BankFileReport, Payment, Run, StoredBatch } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { bankText as b } from "../../text/payment-bank.ts";
import {
  acting,
  actorOf,
  at,
  doneIn,
  errorOf,
  euros,
  Frame,
  momentText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  quarterText,
} from "./frame.tsx";

const LISTED = 40;
const SHOWN = 100;

export function bankRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  const { bank } = counter;
  const may = (c: WebContext) => reachOf(visitorIn(c).session.active.role, "bank.reconcile") !== null;
  const showBank = async (
    page: Page,
    c: WebContext,
    reasons: readonly Reason[] = [],
    report: BankFileReport | null = null,
  ): Promise<Shown> => {
    const [entries, runs] = await Promise.all([bank.unmatched(SHOWN), counter.runs.list(LISTED)]);
    const booked = runs.filter((run) => run.stage === "BOOKED");
    const body = (
      <BankPage page={page} entries={entries} runs={booked} may={may(c)} reasons={reasons} report={report} done={doneIn(c)} />
    );
    return { status: reasons.length > 0 ? 422 : 200, body };
  };
  door.page(at("/bank"), "ledger.see", (page, c) => showBank(page, c));
  door.form(at("/bank"), "bank.reconcile", async (page, c, form) => {
    const file = form.file("file");
    if (file === null) return showBank(page, c, [missing("file", "Kies een bestand van de bank")]);
    const taken = await bank.take(await file.text(), actorOf(c));
    if (!taken.ok)
      return showBank(
        page,
        c,
        taken.error.map((one) => ({ ...one, field: "file" })),
      );
    if (taken.value.before) return seeOther(at("/bank?ok=eerder"));
    return showBank(page, c, [], taken.value.report);
  });
  door.form(at("/bank/beweging/:beweging"), "bank.reconcile", async (page, c, form) => {
    const entry = c.req.param("beweging") ?? "";
    if (!isRef(entry)) return notFound(page);
    const recovery = form.text("recovery").trim();
    const done =
      recovery === ""
        ? await bank.resolveOtherwise(entry, form.text("reason"), actorOf(c))
        : isRef(recovery)
          ? await bank.resolveAsRecovery(entry, recovery, actorOf(c))
          : { ok: false as const, error: [missing("recovery", "Dit is geen verwijzing naar een terugvordering")] };
    return done.ok ? seeOther(at("/bank?ok=geplaatst")) : showBank(page, c, done.error);
  });

  const findRun = async (c: WebContext): Promise<Run | null> => {
    const ref = c.req.param("run") ?? "";
    const run = isRef(ref) ? await counter.runs.find(ref) : null;
    return run?.stage === "BOOKED" ? run : null;
  };
  const showRun = async (page: Page, c: WebContext, run: Run, reasons: readonly Reason[] = []): Promise<Shown> => {
    const [batches, payments] = await Promise.all([bank.batches(run.runRef), bank.payments(run.runRef, actorOf(c))]);
    const waiting = payments.filter((one) => one.state === "WAITING");
    const names = await beneficiaryNames(
      counter,
      acting(c),
      waiting.slice(0, SHOWN).map((one) => one.beneficiary.ref),
      "Betalingen die wachten",
    );
    const body = (
      <RunBankPage
        page={page}
        run={run}
        batches={batches}
        payments={payments}
        names={names}
        may={may(c)}
        reasons={reasons}
        done={doneIn(c)}
      />
    );
    return { status: reasons.length > 0 ? 422 : 200, body };
  };
  door.page(at("/run/:run/bank"), "ledger.see", async (page, c) => {
    const run = await findRun(c);
    return run === null ? notFound(page) : showRun(page, c, run);
  });
  door.form(at("/run/:run/bank"), "bank.reconcile", async (page, c, form) => {
    const run = await findRun(c);
    if (run === null) return notFound(page);
    const typed = form.text("executeOn").trim();
    const on = typed === "" ? { ok: true as const, value: counter.clock.today() } : parseDateAsTyped(typed, "executeOn");
    if (!on.ok) return showRun(page, c, run, [missing("executeOn", on.error.message.nl)]);
    const made = await bank.make(run.runRef, on.value, actorOf(c));
    return made.ok ? seeOther(at(`/run/${run.runRef}/bank?ok=gemaakt`)) : showRun(page, c, run, made.error);
  });
  // Downloading is sending: from that moment the file counts as handed to the bank, and a second time is refused.
  door.form(at("/run/:run/bank/:batch"), "bank.reconcile", async (page, c) => {
    const run = await findRun(c);
    const batchRef = c.req.param("batch") ?? "";
    if (run === null || !isRef(batchRef)) return notFound(page);
    const made = await bank.file(batchRef, actorOf(c));
    if (!made.ok) return showRun(page, c, run, made.error);
    const sent = await bank.send(batchRef, actorOf(c));
    if (!sent.ok) return showRun(page, c, run, sent.error);
    return new Response(made.value.file, {
      headers: {
        "content-type": "application/xml; charset=utf-8",
        "content-disposition": `attachment; filename="${made.value.batch.messageId}.xml"`,
        "cache-control": "no-store",
      },
    });
  });
  door.form(at("/run/:run/rekening/:betaling"), "bank.reconcile", async (page, c) => {
    const run = await findRun(c);
    if (run === null) return notFound(page);
    const done = await bank.checkAccount(c.req.param("betaling") ?? "", run.runRef, actorOf(c));
    return done.ok ? seeOther(at(`/run/${run.runRef}/bank?ok=nagekeken`)) : showRun(page, c, run, done.error);
  });
}

const missing = (field: string, nl: string): Reason => ({
  id: `bank.${field}`,
  rule: "",
  field,
  message: { nl, en: nl, fr: nl },
  remedy: { nl: "", en: "", fr: "" },
});

interface BankProps {
  readonly page: Page;
  readonly entries: readonly BankEntry[];
  readonly runs: readonly Run[];
  readonly may: boolean;
  readonly reasons: readonly Reason[];
  readonly report: BankFileReport | null;
  readonly done: string;
}

function BankPage({ page, entries, runs, may, reasons, report, done }: BankProps) {
  return (
    <Frame page={page} title={t.pages.bank} reasons={reasons} fields={["file"]}>
      {report === null ? null : (
        <Alert kind="success" title="Het bestand is ingenomen">
          <ul>{b.counts.flatMap(([key, label]) => (report[key] === 0 ? [] : [<li>{`${label}: ${report[key]}`}</li>]))}</ul>
        </Alert>
      )}
      {done === "eerder" ? (
        <Alert kind="info" title="Dit bestand was al ingenomen">
          <p>Er is nu niets veranderd.</p>
        </Alert>
      ) : null}
      {done === "geplaatst" ? <Alert kind="success" title="De beweging is afgehandeld" /> : null}
      {may ? (
        <form method="post" action={at("/bank")} enctype="multipart/form-data" class="mw-form">
          <FormKey page={page} />
          <FileField
            language="nl"
            name="file"
            label="Bestand van de bank"
            hint="Een antwoord (pain.002) of een rekeninguittreksel (camt.053). Het gaat er helemaal in, of helemaal niet."
            accept=".xml"
            error={errorOf(reasons, "file")}
          />
          <p class="mw-actions">
            <SubmitButton>Innemen</SubmitButton>
          </p>
        </form>
      ) : null}
      <section class="mw-section mw-flow" id="bewegingen">
        <h2 class="au-c-heading au-c-heading--2">Bewegingen die niemand kon plaatsen ({entries.length})</h2>
        {entries.length === 0 ? (
          <Empty title="Alles is geplaatst">
            <p>Elke beweging op de rekening hoort bij een betaling of een terugvordering.</p>
          </Empty>
        ) : (
          <ul class="mw-cards">
            {entries.map((one) => (
              <li>
                <p>
                  <strong>{euros(one.cents)}</strong> op {formatDate(one.bookedOn, "nl")}{" "}
                  <span class="mw-id">{one.entryRef}</span>. {one.why === null ? "" : b.unmatched[one.why]}
                </p>
                {may ? (
                  <details class="mw-unfold">
                    <summary>
                      Afhandelen<span class="au-u-hidden-visually"> {one.entryRef}</span>
                    </summary>
                    <div class="mw-unfold__body">
                      <form method="post" action={at(`/bank/beweging/${one.entryId}`)} class="mw-form">
                        <FormKey page={page} />
                        <label class="mw-label" for={`terug-${one.entryId}`}>
                          Hoort bij terugvordering (verwijzing uit het adres van haar pagina)
                        </label>
                        <div class="mw-input-line">
                          <input
                            class="au-c-input au-c-input--block"
                            id={`terug-${one.entryId}`}
                            name="recovery"
                            type="text"
                            autocomplete="off"
                          />
                        </div>
                        <label class="mw-label" for={`waarom-${one.entryId}`}>
                          Of: wat is het dan?
                        </label>
                        <div class="mw-input-line">
                          <textarea class="mw-area" id={`waarom-${one.entryId}`} name="reason" rows={2} maxlength={1000} />
                        </div>
                        <p class="mw-actions">
                          <SubmitButton secondary>Afhandelen</SubmitButton>
                        </p>
                      </form>
                    </div>
                  </details>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="mw-section mw-flow">
        <h2 class="au-c-heading au-c-heading--2">Betalingen per berekening</h2>
        {runs.length === 0 ? (
          <p>Er is nog niets geboekt in dit systeem.</p>
        ) : (
          <ul>
            {runs.map((run) => (
              <li>
                <a href={at(`/run/${run.runRef}/bank`)}>
                  {quarterText(run.start.quarter)}, bevroren op {momentText(run.start.knownAt)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Frame>
  );
}

interface RunBankProps {
  readonly page: Page;
  readonly run: Run;
  readonly batches: readonly StoredBatch[];
  readonly payments: readonly Payment[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
  readonly may: boolean;
  readonly reasons: readonly Reason[];
  readonly done: string;
}

const DONE: Readonly<Record<string, string>> = {
  gemaakt: "Het bankbestand is gemaakt",
  nagekeken: "U keek de rekening na",
};

function RunBankPage({ page, run, batches, payments, names, may, reasons, done }: RunBankProps) {
  const open = batches.find((one) => one.sentAt === null);
  const waiting = payments.filter((one) => one.state === "WAITING");
  const states = ["READY", "WAITING", "BATCHED", "SENT", "ACCEPTED", "EXECUTED"] as const;
  const to = (path = "") => at(`/run/${run.runRef}/bank${path}`);
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
        <Table
          caption="Waar de betalingen staan"
          columns={[
            { key: "state", title: "Toestand" },
            { key: "n", title: "Aantal", number: true },
            { key: "cents", title: "Bedrag", number: true },
          ]}
          rows={states.flatMap((state) => {
            const those = payments.filter((one) => one.state === state);
            const sum = those.reduce((total, one) => total + one.cents, 0);
            return those.length === 0 ? [] : [{ cells: { state: b.states[state], n: those.length, cents: euros(sum) } }];
          })}
        />
      )}
      {may ? (
        <section class="mw-section mw-flow mw-hide-print">
          <h2 class="au-c-heading au-c-heading--2">Bankbestand</h2>
          {open === undefined ? (
            <form method="post" action={to()} class="mw-form">
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
              <form method="post" action={to(`/${open.batchRef}`)}>
                <FormKey page={page} />
                <SubmitButton>Eén keer downloaden en als verzonden noteren</SubmitButton>
              </form>
            </>
          )}
        </section>
      ) : null}
      {batches.length === 0 ? null : (
        <section class="mw-section mw-flow">
          <h2 class="au-c-heading au-c-heading--2">Bestanden</h2>
          <Table
            caption="Bankbestanden van deze berekening"
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
                  Dat wordt geweigerd: wie het een tweede keer aan de bank geeft, betaalt twee keer. Ging het bestand verloren,
                  vraag de beheerder.
                </p>
                {batches
                  .filter((one) => one.sentAt !== null)
                  .map((one) => (
                    <form method="post" action={to(`/${one.batchRef}`)}>
                      <FormKey page={page} />
                      <SubmitButton secondary>{`Opnieuw: ${one.messageId}`}</SubmitButton>
                    </form>
                  ))}
              </div>
            </details>
          ) : null}
        </section>
      )}
      {waiting.length === 0 ? null : (
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
                      Nieuwe rekening: <span class="mw-id">{formatIban(one.account.iban)}</span>. Twee personen vergelijken ze met
                      het stuk van de begunstigde.
                    </p>
                    <form method="post" action={at(`/run/${run.runRef}/rekening/${one.paymentRef}`)}>
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
      )}
    </Frame>
  );
}
