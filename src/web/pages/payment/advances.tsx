// Monthly advances: off while the law gives no amount, and then a list with a decision on each.
import { reachOf } from "../../../access/index.ts";
import { beneficiaryNames, type NamedBeneficiary } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import { addMonths, formatDate, isRef, type PlainDate, plainDate } from "../../../kernel/index.ts";
import type { Advance, AdvanceCommand } from "../../../payment/index.ts";
import { type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
import { monthPath } from "./advance-month.tsx";
import {
  acting,
  actorOf,
  at,
  euros,
  Frame,
  monthText,
  notFound,
  type PaymentDoor,
  type PaymentTools,
  reasonText,
  shownWith,
} from "./frame.tsx";

const LISTED = 100;
const MONTHS = 3;

export function advanceRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  const show = async (page: Page, c: WebContext, reasons: readonly Reason[] = []): Promise<Shown> => {
    const found = await counter.advances.latest(LISTED);
    const names = await beneficiaryNames(
      counter,
      acting(c),
      found.map((one) => one.employerRef),
      "Voorschotten opvolgen",
    );
    const amount = counter.advances.amount();
    const body = (
      <AdvancesPage
        page={page}
        found={found}
        names={names}
        off={amount.ok ? [] : amount.error}
        monthly={amount.ok ? amount.value.cents : null}
        months={lastMonths(counter.clock.today())}
        reasons={reasons}
        mayDecide={reachOf(visitorIn(c).session.active.role, "advance.decide") !== null}
      />
    );
    return shownWith(body, reasons);
  };
  door.page(at("/voorschotten"), "ledger.see", (page, c) => show(page, c));
  const act = (path: string, read: (form: SentForm) => AdvanceCommand) =>
    door.form(at(`/voorschot/:voorschot${path}`), "advance.decide", async (page, c, form) => {
      const ref = c.req.param("voorschot") ?? "";
      if (!isRef(ref) || (await counter.advances.find(ref)) === null) return notFound(page);
      const done = await counter.advances.do(ref, read(form), actorOf(c));
      return done.ok ? seeOther(at("/voorschotten")) : show(page, c, done.error);
    });
  act("/toekennen", () => ({ type: "GRANT" }));
  act("/weigeren", (form) => ({ type: "REFUSE", reason: form.text("reason") }));
  act("/stoppen", () => ({ type: "STOP", fromMonth: counter.clock.today() }));
}

/** This month and the ones before it that may still be paid. */
const lastMonths = (today: PlainDate): readonly PlainDate[] =>
  Array.from({ length: MONTHS }, (_, back) => addMonths(plainDate(`${today.slice(0, 8)}01`), -back));

interface AdvancesProps {
  readonly page: Page;
  readonly found: readonly Advance[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
  readonly off: readonly Reason[];
  readonly monthly: number | null;
  readonly months: readonly PlainDate[];
  readonly reasons: readonly Reason[];
  readonly mayDecide: boolean;
}

function AdvancesPage({ page, found, names, off, monthly, months, reasons, mayDecide }: AdvancesProps) {
  return (
    <Frame page={page} title={t.pages.advances} reasons={reasons}>
      {off.length === 0 ? null : (
        <Alert kind="info" title="Voorschotten staan uit">
          {off.map((one) => (
            <p>{reasonText(one)}</p>
          ))}
        </Alert>
      )}
      {monthly === null ? null : (
        <>
          <p>Een voorschot is {euros(monthly)} per maand en per toekenning.</p>
          <section class="mw-section mw-flow">
            <h2 class="au-c-heading au-c-heading--2">Een maand betalen</h2>
            <ul>
              {months.map((month) => (
                <li>
                  <a href={monthPath(month)}>{monthText(month)}</a>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {found.length === 0 ? (
        <Empty title="Geen aanvragen">
          <p>
            {off.length === 0
              ? "Werkgevers vragen een voorschot op de pagina van hun toekenning."
              : "Er kan nu niets gevraagd worden."}
          </p>
        </Empty>
      ) : (
        <ul class="mw-cards">
          {found.map((one) => (
            <li>
              <h2 class="au-c-heading au-c-heading--3">{names.get(one.employerRef)?.name ?? "?"}</h2>
              <p>
                {t.advanceStages[one.stage]}. Vanaf {formatDate(one.fromMonth, "nl")}
                {one.monthlyCents === 0 ? "" : `, ${euros(one.monthlyCents)} per maand`}. Betaald {one.paid.length}{" "}
                {one.paid.length === 1 ? "maand" : "maanden"}, verrekend {euros(one.settledCents)}.
              </p>
              {mayDecide && one.stage === "REQUESTED" ? (
                <>
                  <form method="post" action={at(`/voorschot/${one.advanceRef}/toekennen`)}>
                    <FormKey page={page} />
                    <SubmitButton>Toekennen</SubmitButton>
                  </form>
                  <details class="mw-unfold">
                    <summary>Weigeren</summary>
                    <div class="mw-unfold__body">
                      <form method="post" action={at(`/voorschot/${one.advanceRef}/weigeren`)} class="mw-form">
                        <FormKey page={page} />
                        <AreaField language="nl" name="reason" label="Waarom?" rows={3} value="" />
                        <p class="mw-actions">
                          <SubmitButton secondary>Weigeren</SubmitButton>
                        </p>
                      </form>
                    </div>
                  </details>
                </>
              ) : null}
              {mayDecide && one.stage === "RUNNING" ? (
                <form method="post" action={at(`/voorschot/${one.advanceRef}/stoppen`)}>
                  <FormKey page={page} />
                  <SubmitButton secondary>Stoppen vanaf deze maand</SubmitButton>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
