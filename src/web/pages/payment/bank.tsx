// To the bank and back: the bank file of a run, once; the bank's answers; returned payments, changed accounts and what nobody could place.
import { reachOf } from "../../../access/index.ts";
import { beneficiaryNames } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { formatDate, isRef } from "../../../kernel/index.ts";
import { type BankEntry, type BankFileReport, type Run, recoveryStage } from "../../../payment/index.ts";
import { type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FileField } from "../../look/file-field.tsx";
import { FormKey } from "../../look/form-key.tsx";
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
  mistake,
  momentText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  quarterText,
  shownWith,
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
    const running = entries.length === 0 ? [] : await runningRecoveries(counter, c);
    const body = (
      <BankPage
        page={page}
        entries={entries}
        runs={booked}
        running={running}
        may={may(c)}
        reasons={reasons}
        report={report}
        done={doneIn(c)}
      />
    );
    return shownWith(body, reasons);
  };
  door.page(at("/bank"), "ledger.see", (page, c) => showBank(page, c));
  door.form(at("/bank"), "bank.reconcile", async (page, c, form) => {
    const file = form.file("file");
    if (file === null) return showBank(page, c, [mistake("file", "Kies een bestand van de bank")]);
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
          : { ok: false as const, error: [mistake("recovery", "Dit is geen verwijzing naar een terugvordering")] };
    return done.ok ? seeOther(at("/bank?ok=geplaatst")) : showBank(page, c, done.error);
  });
}

/** To choose from when money came in without its communication. */
async function runningRecoveries(counter: PaymentTools["counter"], c: WebContext): Promise<BankProps["running"]> {
  const open = (await counter.recoveries.latest(SHOWN)).filter((one) => recoveryStage(one) === "RUNNING");
  const names = await beneficiaryNames(
    counter,
    acting(c),
    open.map((one) => one.beneficiary.ref),
    "Bankbeweging plaatsen",
  );
  return open.map((one) => {
    const left = euros(one.cents - one.settledCents - one.waivedCents);
    return { value: one.recoveryRef, label: `${names.get(one.beneficiary.ref)?.name ?? "?"}, nog ${left}` };
  });
}

interface BankProps {
  readonly page: Page;
  readonly entries: readonly BankEntry[];
  readonly runs: readonly Run[];
  /** Recoveries of which something is still to come back. */
  readonly running: readonly { readonly value: string; readonly label: string }[];
  readonly may: boolean;
  readonly reasons: readonly Reason[];
  readonly report: BankFileReport | null;
  readonly done: string;
}

function BankPage({ page, entries, runs, running, may, reasons, report, done }: BankProps) {
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
                          Hoort bij terugvordering
                        </label>
                        <div class="mw-input-line">
                          <select class="au-c-input mw-input--select" id={`terug-${one.entryId}`} name="recovery">
                            <option value="">Geen</option>
                            {running.map((each) => (
                              <option value={each.value}>{each.label}</option>
                            ))}
                          </select>
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
