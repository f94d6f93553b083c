// Recoveries: proposed from a run, decided by another person, settled bit by bit, or given up.
import { reachOf } from "../../../access/index.ts";
import { beneficiaryNames, type NamedBeneficiary } from "../../../counter/index.ts";
import type { Reason } from "../../../dossier/index.ts";
import {
  addMonths,
  formatDate,
  isRef,
  type PlainDate,
  parseDateAsTyped,
  parseEuroAsTyped,
  plainDate,
  type Result,
} from "../../../kernel/index.ts";
import {
  instalments,
  type Recovery,
  type RecoveryCommand,
  type RecoveryManner,
  recoveryStage,
  type StoredRecoveryStep,
} from "../../../payment/index.ts";
import { type SentForm, type Shown, seeOther, visitorIn, type WebContext } from "../../door.tsx";
import { Alert } from "../../look/alert.tsx";
import { AreaField } from "../../look/area-field.tsx";
import { SubmitButton } from "../../look/button.tsx";
import { ChoiceField } from "../../look/choice-field.tsx";
import { Empty } from "../../look/empty.tsx";
import { FormKey } from "../../look/form-key.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import { Table } from "../../look/table.tsx";
import { TextField } from "../../look/text-field.tsx";
import type { Page } from "../../page.ts";
import { paymentText as t } from "../../text/payment.ts";
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
} from "./frame.tsx";

const LISTED = 200;
const MANNERS = ["SET_OFF", "INSTALMENTS", "PAYMENT", "WAIVER"] as const;
/** More months than this is a typing mistake; the law sets no number (OPEN-23). */
const MOST_MONTHS = 120;

export function recoveryRoutes(door: PaymentDoor, { counter }: PaymentTools): void {
  door.page(at("/terugvorderingen"), "ledger.see", async (page, c) => {
    const found = await counter.recoveries.latest(LISTED);
    const names = await beneficiaryNames(
      counter,
      acting(c),
      found.map((one) => one.beneficiary.ref),
      "Terugvorderingen opvolgen",
    );
    return <ListPage page={page} found={found} names={names} wished={c.req.query("toestand") ?? ""} />;
  });
  const show = async (
    page: Page,
    c: WebContext,
    recovery: Recovery,
    reasons: readonly Reason[] = [],
    filled: Filled = NOTHING,
  ): Promise<Shown> => {
    const [steps, names] = await Promise.all([
      counter.recoveries.history(recovery.recoveryRef),
      beneficiaryNames(counter, acting(c), [recovery.beneficiary.ref], "Terugvordering bekijken"),
    ]);
    const role = visitorIn(c).session.active.role;
    const body = (
      <RecoveryPage
        page={page}
        recovery={recovery}
        steps={steps}
        named={names.get(recovery.beneficiary.ref) ?? { name: "", number: null }}
        reasons={reasons}
        filled={filled}
        mayDecide={reachOf(role, "recovery.decide") !== null}
        maySettle={reachOf(role, "bank.reconcile") !== null}
        own={recovery.proposedBy.ref === actorOf(c).ref}
        done={doneIn(c)}
        today={counter.clock.today()}
      />
    );
    return { status: reasons.length > 0 ? 422 : 200, body };
  };
  const find = async (c: WebContext) => {
    const ref = c.req.param("terugvordering") ?? "";
    return isRef(ref) ? counter.recoveries.find(ref) : null;
  };
  door.page(at("/terugvordering/:terugvordering"), "ledger.see", async (page, c) => {
    const recovery = await find(c);
    return recovery === null ? notFound(page) : show(page, c, recovery);
  });
  const act = (
    path: string,
    permission: "recovery.decide" | "bank.reconcile",
    read: (form: SentForm, recovery: Recovery) => Result<RecoveryCommand, readonly Reason[]>,
    ok: string,
  ) =>
    door.form(at(`/terugvordering/:terugvordering${path}`), permission, async (page, c, form) => {
      const recovery = await find(c);
      if (recovery === null) return notFound(page);
      const command = read(form, recovery);
      const done = command.ok ? await counter.recoveries.do(recovery.recoveryRef, command.value, actorOf(c)) : command;
      if (done.ok) return seeOther(at(`/terugvordering/${recovery.recoveryRef}?ok=${ok}`));
      return show(page, c, recovery, done.error, filledOf(form));
    });
  act("/beslissen", "recovery.decide", (form, recovery) => readDecision(form, recovery, counter.clock.today()), "beslist");
  act("/ontvangen", "bank.reconcile", (form, recovery) => readPayment(form, recovery), "ontvangen");
  act("/kwijtschelden", "recovery.decide", (form) => readWaiver(form), "kwijtgescholden");
}

interface Filled {
  readonly manner: string;
  readonly months: string;
  readonly first: string;
  readonly amount: string;
  readonly reference: string;
  readonly reason: string;
}
const NOTHING: Filled = { manner: "", months: "", first: "", amount: "", reference: "", reason: "" };
const filledOf = (form: SentForm): Filled => ({
  manner: form.text("manner"),
  months: form.text("months"),
  first: form.text("first"),
  amount: form.text("amount"),
  reference: form.text("reference"),
  reason: form.text("reason"),
});

const openOf = (one: Recovery): number => one.cents - one.settledCents - one.waivedCents;

const wrong = (field: string, nl: string, remedy: string): Reason => ({
  id: `recovery.${field}`,
  rule: "",
  field,
  message: { nl, en: nl, fr: nl },
  remedy: { nl: remedy, en: remedy, fr: remedy },
});

function readDecision(form: SentForm, recovery: Recovery, today: PlainDate): Result<RecoveryCommand, readonly Reason[]> {
  const found: Reason[] = [];
  const manner = MANNERS.find((one) => one === form.text("manner"));
  if (manner === undefined) found.push(wrong("manner", "Kies hoe u terugvordert", "Kies een van de vier"));
  if (form.text("reason").trim() === "") found.push(wrong("reason", "Een reden ontbreekt", "Schrijf op waarom u zo beslist"));
  const how = manner === undefined ? null : readManner(manner, form, recovery, today, found);
  if (found.length > 0 || how === null) return { ok: false, error: found };
  return { ok: true, value: { type: "DECIDE", how, reason: form.text("reason").trim() } };
}

function readManner(
  manner: (typeof MANNERS)[number],
  form: SentForm,
  recovery: Recovery,
  today: PlainDate,
  found: Reason[],
): RecoveryManner | null {
  if (manner === "SET_OFF" || manner === "WAIVER") return { manner };
  const typed = form.text("first").trim();
  const first = typed === "" ? null : parseDateAsTyped(typed, "first");
  if (first !== null && !first.ok) found.push({ ...first.error, rule: "", remedy: { nl: "", en: "", fr: "" } });
  const dueOn = first?.ok === true ? first.value : addMonths(plainDate(`${today.slice(0, 8)}01`), 1);
  if (manner === "PAYMENT") return { manner, dueOn };
  const months = Number(form.text("months"));
  if (!Number.isSafeInteger(months) || months < 2 || months > MOST_MONTHS || months > openOf(recovery)) {
    found.push(wrong("months", `Het aantal termijnen ligt tussen 2 en ${MOST_MONTHS}`, "Geef een ander aantal"));
    return null;
  }
  return { manner, plan: instalments(openOf(recovery), months, dueOn) };
}

function readPayment(form: SentForm, recovery: Recovery): Result<RecoveryCommand, readonly Reason[]> {
  const found: Reason[] = [];
  const amount = parseEuroAsTyped(form.text("amount"), "amount");
  if (!amount.ok) found.push({ ...amount.error, rule: "", remedy: { nl: "", en: "", fr: "" } });
  else if (amount.value <= 0 || amount.value > openOf(recovery))
    found.push(wrong("amount", `Er staat nog ${euros(openOf(recovery))} open`, "Geef een bedrag tot dat saldo"));
  const ref = form.text("reference").trim();
  if (!/^[\x20-\x7e]{1,60}$/.test(ref))
    found.push(
      wrong("reference", "De verwijzing naar de bankbeweging ontbreekt", "Neem de referentie van het rekeninguittreksel"),
    );
  if (found.length > 0 || !amount.ok) return { ok: false, error: found };
  return { ok: true, value: { type: "SETTLE", cents: amount.value, by: "PAYMENT", ref } };
}

function readWaiver(form: SentForm): Result<RecoveryCommand, readonly Reason[]> {
  const amount = parseEuroAsTyped(form.text("amount"), "amount");
  if (!amount.ok) return { ok: false, error: [{ ...amount.error, rule: "", remedy: { nl: "", en: "", fr: "" } }] };
  return { ok: true, value: { type: "WAIVE", cents: amount.value, reason: form.text("reason").trim() } };
}

interface ListProps {
  readonly page: Page;
  readonly found: readonly Recovery[];
  readonly names: ReadonlyMap<string, NamedBeneficiary>;
  readonly wished: string;
}

function ListPage({ page, found, names, wished }: ListProps) {
  const stages = ["PROPOSED", "RUNNING", "CLOSED"] as const;
  const shown = found.filter((one) => wished === "" || recoveryStage(one) === wished);
  const here = at("/terugvorderingen");
  return (
    <Frame page={page} title={t.pages.recoveries}>
      <p class="mw-form-lead">
        Een terugvordering komt voort uit het verschil van twee berekeningen. De wet zegt niets over termijnen, intrest of
        verjaring (OPEN-23): er gebeurt niets zonder een persoon en een reden, en zonder intrest.
      </p>
      <nav aria-label="Filter op toestand">
        <ul class="mw-stages-filter">
          <li>
            <a href={here} aria-current={wished === "" ? "true" : undefined}>
              Alle ({found.length})
            </a>
          </li>
          {stages.map((stage) => (
            <li>
              <a href={`${here}?toestand=${stage}`} aria-current={wished === stage ? "true" : undefined}>
                {t.recoveryStages[stage]} ({found.filter((one) => recoveryStage(one) === stage).length})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 ? (
        <Empty title="Geen terugvorderingen">
          <p>Ze komen hier nadat ze bij een geboekte berekening zijn voorgesteld.</p>
        </Empty>
      ) : (
        <Table
          caption="Terugvorderingen"
          captionHidden
          columns={[
            { key: "who", title: "Van wie" },
            { key: "stage", title: "Toestand" },
            { key: "how", title: "Hoe" },
            { key: "cents", title: "Bedrag", number: true },
            { key: "open", title: "Nog open", number: true },
          ]}
          rows={shown.map((one) => ({
            cells: {
              who: <a href={at(`/terugvordering/${one.recoveryRef}`)}>{names.get(one.beneficiary.ref)?.name ?? "?"}</a>,
              stage: t.recoveryStages[recoveryStage(one)],
              how: one.how === null ? "" : t.manners[one.how.manner],
              cents: euros(one.cents),
              open: euros(openOf(one)),
            },
          }))}
        />
      )}
    </Frame>
  );
}

interface RecoveryProps {
  readonly page: Page;
  readonly recovery: Recovery;
  readonly steps: readonly StoredRecoveryStep[];
  readonly named: NamedBeneficiary;
  readonly reasons: readonly Reason[];
  readonly filled: Filled;
  readonly mayDecide: boolean;
  readonly maySettle: boolean;
  readonly own: boolean;
  readonly done: string;
  readonly today: PlainDate;
}

const DONE: Readonly<Record<string, string>> = {
  beslist: "Uw beslissing is vastgelegd",
  ontvangen: "De ontvangst is vastgelegd",
  kwijtgescholden: "De kwijtschelding is vastgelegd",
};

function RecoveryPage(props: RecoveryProps) {
  const { page, recovery, named, reasons, done } = props;
  const stage = recoveryStage(recovery);
  return (
    <Frame
      page={page}
      title={`Terugvordering ${named.name}`}
      crumbs={[{ href: at("/terugvorderingen"), label: t.pages.recoveries }]}
      reasons={reasons}
      fields={["manner", "months", "first", "amount", "reference", "reason"]}
    >
      {DONE[done] === undefined || reasons.length > 0 ? null : <Alert kind="success" title={DONE[done]} />}
      <p class="mw-lead">
        {t.recoveryStages[stage]}. {stage === "CLOSED" ? "Er staat niets meer open." : `Nog open: ${euros(openOf(recovery))}.`}
      </p>
      <SummaryList
        rows={[
          { name: "Van wie", value: named.number === null ? named.name : `${named.name} (${named.number})` },
          { name: "Te veel betaald", value: euros(recovery.cents) },
          { name: "Teruggekomen", value: euros(recovery.settledCents) },
          { name: "Kwijtgescholden", value: euros(recovery.waivedCents) },
          {
            name: "Uit berekening",
            value: <a href={at(`/run/${recovery.runRef}/regels?soort=correction`)}>correcties met hun oorzaak</a>,
          },
          ...(recovery.how === null ? [] : [{ name: "Hoe", value: t.manners[recovery.how.manner] ?? "" }]),
        ]}
      />
      {recovery.how?.manner === "INSTALMENTS" ? <Plan recovery={recovery} plan={recovery.how.plan} today={props.today} /> : null}
      <Forms {...props} />
      <section class="mw-section">
        <h2 class="au-c-heading au-c-heading--2">Wat er gebeurde</h2>
        <ol class="mw-timeline">
          {[...props.steps].reverse().map((one) => (
            <li>
              <time datetime={one.at}>{momentText(one.at)}</time>
              {sentence(one)} <span class="mw-quiet">({one.actor.role})</span>
            </li>
          ))}
        </ol>
      </section>
    </Frame>
  );
}

function sentence({ step }: StoredRecoveryStep): string {
  switch (step.step) {
    case "PROPOSED":
      return `Voorgesteld: ${euros(step.cents)}.`;
    case "DECIDED":
      return `Beslist: ${t.manners[step.how.manner]?.toLowerCase()}. Reden: ${step.reason}`;
    case "SETTLED":
      return step.by === "SET_OFF"
        ? `Ingehouden op een betaling: ${euros(step.cents)}.`
        : `Ontvangen: ${euros(step.cents)} (${step.ref}).`;
    case "WAIVED":
      return `Kwijtgescholden: ${euros(step.cents)}. Reden: ${step.reason}`;
  }
}

function Plan({
  recovery,
  plan,
  today,
}: {
  readonly recovery: Recovery;
  readonly plan: Extract<RecoveryManner, { manner: "INSTALMENTS" }>["plan"];
  readonly today: PlainDate;
}) {
  // Money that came back pays the oldest instalments first.
  let left = recovery.settledCents + recovery.waivedCents;
  const rows = plan.map((part) => {
    const paid = Math.min(left, part.cents);
    left -= paid;
    return { ...part, open: part.cents - paid };
  });
  const state = (row: (typeof rows)[number]) => (row.open === 0 ? "Betaald" : row.dueOn < today ? "Te laat" : "Nog te betalen");
  return (
    <section class="mw-section">
      <h2 class="au-c-heading au-c-heading--2">Termijnen</h2>
      <Table
        caption="Afbetalingsplan"
        captionHidden
        columns={[
          { key: "due", title: "Ten laatste op" },
          { key: "state", title: "Toestand" },
          { key: "cents", title: "Bedrag", number: true },
          { key: "open", title: "Nog open", number: true },
        ]}
        rows={rows.map((row) => ({
          cells: { due: formatDate(row.dueOn, "nl"), state: state(row), cents: euros(row.cents), open: euros(row.open) },
        }))}
      />
    </section>
  );
}

function Forms({ page, recovery, reasons, filled, mayDecide, maySettle, own }: RecoveryProps) {
  const stage = recoveryStage(recovery);
  const to = (path: string) => at(`/terugvordering/${recovery.recoveryRef}${path}`);
  if (stage === "CLOSED") return null;
  return (
    <section class="mw-section mw-flow mw-hide-print">
      <h2 class="au-c-heading au-c-heading--2">Wat u kunt doen</h2>
      {mayDecide && own ? <p>U stelde deze terugvordering voor. Een andere persoon beslist erover.</p> : null}
      {!mayDecide && stage === "PROPOSED" ? <p>Een goedkeurder beslist nu.</p> : null}
      {mayDecide && !own ? (
        <form method="post" action={to("/beslissen")} class="mw-form">
          <FormKey page={page} />
          <ChoiceField
            language="nl"
            name="manner"
            label={stage === "PROPOSED" ? "Hoe vordert u terug?" : "Beslis opnieuw hoe u terugvordert"}
            value={filled.manner}
            error={errorOf(reasons, "manner")}
            choices={MANNERS.map((manner) => ({ value: manner, label: t.manners[manner] ?? manner }))}
          />
          <TextField
            language="nl"
            name="months"
            kind="share"
            label="Aantal maandelijkse termijnen"
            hint="Alleen bij afbetalen. De centen die niet opgaan, zitten in de eerste termijn."
            value={filled.months}
            error={errorOf(reasons, "months")}
          />
          <TextField
            language="nl"
            name="first"
            kind="date"
            label="Eerste betaling ten laatste op"
            hint="Leeg: de eerste dag van volgende maand."
            value={filled.first}
            error={errorOf(reasons, "first")}
          />
          <AreaField
            language="nl"
            name="reason"
            label="Reden"
            rows={3}
            value={filled.reason}
            error={errorOf(reasons, "reason")}
          />
          <p class="mw-actions">
            <SubmitButton>Beslissing vastleggen</SubmitButton>
          </p>
        </form>
      ) : null}
      {maySettle && stage === "RUNNING" ? (
        <form method="post" action={to("/ontvangen")} class="mw-form">
          <FormKey page={page} />
          <h3 class="au-c-heading au-c-heading--3">Ontvangen geld boeken</h3>
          <TextField
            language="nl"
            name="amount"
            kind="amount"
            before="€"
            label="Bedrag in euro"
            value={filled.amount}
            error={errorOf(reasons, "amount")}
          />
          <TextField
            language="nl"
            name="reference"
            kind="words"
            label="Referentie van de bankbeweging"
            value={filled.reference}
            error={errorOf(reasons, "reference")}
          />
          <p class="mw-actions">
            <SubmitButton>Ontvangst boeken</SubmitButton>
          </p>
        </form>
      ) : null}
      {mayDecide && !own && stage === "RUNNING" ? (
        <form method="post" action={to("/kwijtschelden")} class="mw-form">
          <FormKey page={page} />
          <h3 class="au-c-heading au-c-heading--3">Een deel kwijtschelden</h3>
          <label class="mw-label" for="waive">
            Bedrag in euro
          </label>
          <div class="mw-input-line">
            <input
              class="au-c-input mw-input--amount"
              id="waive"
              name="amount"
              type="text"
              inputmode="decimal"
              autocomplete="off"
            />
          </div>
          <label class="mw-label" for="waive-reason">
            Reden
          </label>
          <div class="mw-input-line">
            <textarea class="mw-area" id="waive-reason" name="reason" rows={3} maxlength={5000} />
          </div>
          <p class="mw-actions">
            <SubmitButton secondary>Kwijtschelden</SubmitButton>
          </p>
        </form>
      ) : null}
    </section>
  );
}
